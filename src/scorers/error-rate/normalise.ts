import { foldWidth } from '../../text/index.ts';
import { simplified } from './simplified.ts';

/** What is made alike in answer and reference before they are compared. */
export interface Normalisation {
  /** `drop` (default) leaves punctuation out, but for marks that belong to a number or a word. */
  readonly punctuation?: 'drop' | 'keep';
  /** `fold` (default) makes letters lower case. */
  readonly case?: 'fold' | 'keep';
  /** `fold` (default) makes full-width letters, digits and punctuation half-width. */
  readonly width?: 'fold' | 'keep';
  /** `none` (default), or `simplified`: traditional characters as simplified ones. */
  readonly script?: 'none' | 'simplified';
}

export const DEFAULT_NORMALISATION: Required<Normalisation> = {
  punctuation: 'drop',
  case: 'fold',
  width: 'fold',
  script: 'none',
};

/** Zero-width and directional characters, variation selectors: nobody can see or say them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The text as it is compared. Invisible characters are always left out. */
export function normalise(text: string, wishes: Required<Normalisation>): string {
  let plain = text.replace(INVISIBLE, '');
  if (wishes.width === 'fold') plain = foldWidth(plain);
  if (wishes.script === 'simplified') plain = simplified(plain);
  if (wishes.case === 'fold') plain = plain.toLowerCase();
  if (wishes.punctuation === 'drop') plain = withoutPunctuation(plain);
  return plain;
}

const CURLY_APOSTROPHE = /(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu;
const THOUSANDS_COMMA = /(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))/gu;
/** Without these 3.14 would be 314, -5 would be 5, 62% would be 62, and we're were. */
const MEANINGFUL = [
  '(?<=\\p{Nd})[.:/](?=\\p{Nd})',
  '(?<=\\p{Nd})[%‰％]',
  '(?<![\\p{Script=Latin}\\p{N}])-(?=\\p{Nd})',
  "(?<=\\p{Script=Latin})'(?=\\p{Script=Latin})",
].join('|');
const PUNCTUATION = new RegExp(`${MEANINGFUL}|(\\p{P})`, 'gu');

/** A mark that is dropped leaves a blank: it stood between two words. */
function withoutPunctuation(text: string): string {
  return text
    .replace(CURLY_APOSTROPHE, "'")
    .replace(THOUSANDS_COMMA, '')
    .replace(PUNCTUATION, (mark: string, dropped: string | undefined) =>
      dropped === undefined ? mark : ' ',
    );
}
