import { sha256 } from '../../src/evidence/index.ts';
import type { JsonObject, LocalText } from '../../src/model/index.ts';
import { sideBySide } from '../bilingual.ts';
import { markdownText } from '../markdown-text.ts';
import { plainText } from '../plain-text.ts';

/** The release of OSCAL whose schemas the documents keep to. */
export const OSCAL_VERSION = '1.1.3';

export const CATALOG_FILE = 'oscal-catalog.json';
export const CATALOG_MEDIA_TYPE = 'application/oscal.catalog+json';

/**
 * Whose properties these are that OSCAL does not define. Readers such as compliance-trestle take no
 * name without `//`; nothing is to be found there.
 */
const OWN = 'https://aigc-conformance.invalid/ns/oscal';

/** A property of our own; none when there is nothing to say. */
export function prop(
  name: string,
  value: string | number | boolean | null,
  remarks?: LocalText,
): JsonObject[] {
  const text = value === null ? '' : oneLine(String(value));
  if (text === '') return [];
  return [
    { name, ns: OWN, value: text, ...(remarks === undefined ? {} : { remarks: prose(remarks) }) },
  ];
}

/** OSCAL's string: not empty, on one line, without space around it. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/** One line of OSCAL's markup, in both languages. */
export function line(text: LocalText): string {
  return markdownText(sideBySide(text));
}

/** OSCAL's markup in paragraphs: each text in Chinese, then in English. */
export function prose(...texts: readonly LocalText[]): string {
  const paragraphs = texts.flatMap(({ zh, en }) => (zh === en ? [zh] : [zh, en]));
  return paragraphs
    .map(markdownText)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** OSCAL's token: an id as it is where it is one, else made one that no other id becomes. */
export function token(id: string): string {
  if (/^(?:\p{L}|_)(?:\p{L}|\p{N}|[.\-_])*$/u.test(id)) return id;
  return `_${id.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '')}_${sha256(id.toWellFormed()).slice(0, 8)}`;
}

/** The ids under which an indicator stands in the catalogue. */
export function controlIds(indicator: string): {
  readonly control: string;
  readonly statement: string;
  readonly objective: string;
} {
  const control = token(indicator);
  return { control, statement: `${control}_smt`, objective: `${control}_obj` };
}
