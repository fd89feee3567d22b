import { readingOf } from '../../text/index.ts';
import { parseChinese } from './chinese.ts';
import { withMatrices } from './matrices.ts';
import { withSigns } from './spoken.ts';
import { parseValue } from './structure.ts';
import type { Token } from './symbols.ts';
import { tokensIn } from './tokens.ts';
import type { Value } from './value.ts';

/** What the case's target says about the notation of an answer. */
export interface Notation {
  /** Variables of the target: m in 3m is no metre when m is one. */
  readonly variables: ReadonlySet<string>;
  /** A unit that is in no table. */
  readonly ownUnit: string | null;
  /** The target is no single number, so that one number is not all of an answer. */
  readonly several: boolean;
}

export const PLAIN_NOTATION: Notation = { variables: new Set(), ownUnit: null, several: false };

/** `(k∈Z)`, `，其中 n 为整数`: says of which numbers a family is made. */
const FAMILY =
  /[,;]?\s*\(?\s*(?:其中|where)?\s*(?<![A-Za-z\\])[a-z]\s*(?:(?:∈|\\in(?![A-Za-z]))\s*(?:[ZN]|[ℤℕ]|\\(?:mathbb|mathbf|Bbb|bm|mathrm)\s*\{?\s*[ZN]\s*\}?)(?:\s*[_^]?\{?[+*]\}?)?|[为是](?:任意)?整数)\s*\)?/g;
/** From one box of an answer to the next. */
const BOXES = /\}(\s*(?:[,;、]|或者?|和|与|及|且|or|and)[\s,;、]*)\\f?boxed\s*\{/g;
/** 当x=2时, 若 a>0, 则: what is stated holds then. */
const CONDITION = /^(?:(?:当|若|如果)[^。;]{1,60}?(?:时|则)[,:]?\s*|when\s[^,]{1,40},\s*)/i;
const LEAD =
  /^(?:[\s,:=∴⇒"“]|\\(?:therefore|displaystyle)(?![A-Za-z])|约[为是]?|大约[为是]?|等于|即|则|有)+/;
const TAIL = /(?:[\s,;.。:"”、]|左右|时?取(?:得|到)?$|\\(?:blacksquare|square|qquad|quad))+$/;

export interface ReadValue {
  readonly value: Value;
  /** Members of a family (kπ, k∈Z): the same set may be written with another formula. */
  readonly family: boolean;
}

/** Reads a text that is nothing but an answer, in all ways that notation leaves open. */
export function readNotation(source: string, notation: Notation): readonly ReadValue[] {
  const whole = withMatrices(readingOf(withSigns(source)).text)
    .replace(BOXES, '$1')
    .replace(/\\f?boxed(?![A-Za-z])/g, '');
  if (/当[^当]*时[^当]*当/.test(whole)) return [];
  const named = whole.replace(FAMILY, '');
  const family = named !== whole;
  const bare = tidied(lastStep(named));
  const text = tidied(bare.replace(CONDITION, ''));
  const label = /^\(?([A-H])(?:[).、:]|$)/.exec(text)?.[1];
  if (label !== undefined && !notation.variables.has(label)) return [];
  const chinese = parseChinese(text);
  if (chinese !== null) return [{ value: chinese, family }];
  const readings = /\d,\d{3}(?!\d)/.test(text) ? [true, false] : [true];
  return readings.flatMap((thousands) => {
    const tokens = tokensIn(text, { thousands, ...notation });
    const value = tokens === null ? null : parseValue(withoutFrame(tokens));
    return value === null ? [] : [{ value, family }];
  });
}

const STEP = /→|⇒|\\(?:Long)?[rR]ightarrow(?![A-Za-z])|\\implies(?![A-Za-z])|=>/g;

/** 2x=8 → x=4: the last of several equations that follow from each other. */
function lastStep(text: string): string {
  const step = [...text.matchAll(STEP)].at(-1);
  if (step === undefined || !text.slice(0, step.index).includes('=')) return text;
  const last = text.slice(step.index + step[0].length);
  return last.includes('=') ? last : text;
}

/** Without what surrounds an answer: dollars, leads like ∴ and 约为, a full stop. */
function tidied(text: string): string {
  let rest = text.replace(/\$|(?<!\\)\\[()[\]]/g, ' ').trim();
  if (rest.length > 4000) return rest;
  rest = rest.replace(LEAD, '');
  return rest.replace(TAIL, '');
}

/** {…} around the whole answer is TeX grouping when nothing is listed in it. */
function withoutFrame(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  return first?.text === '∴' || (first?.kind === 'word' && second?.text === '∴')
    ? tokens.slice(1)
    : tokens;
}
