import {
  foldScriptAndWidth,
  formatRational,
  multiply,
  NUMERAL_CLASS,
  parseChineseDecimal,
  parseDecimal,
  type Reading,
  rational,
  scaleOf,
  without,
} from '../../text/index.ts';
import { plainReading } from '../plain-reading.ts';

/** Emphasis and code marks: 编号是**42** says 编号是42. */
const MARKUP = /\*\*|__|`/g;

const DIGITS = '[0-9]+(?:\\.[0-9]+)?';
const GROUPED = '[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?';
const HAN_NUMBER = `[${NUMERAL_CLASS}]{1,64}(?:点[${NUMERAL_CLASS}]{1,64})?`;

/**
 * A number in any of its spellings. Grouped digits only where no other digit touches them:
 * 1,2345 is no number.
 */
const NUMBER = new RegExp(
  `(百分之)?(?:(?<![0-9.,])(${GROUPED})(?![0-9])|(${DIGITS})|(${HAN_NUMBER}))(万亿|亿|万)?`,
  'gu',
);

/**
 * A text as facts are looked for in it: as `plainReading`, in simplified characters, without
 * emphasis, and with every number in Arabic digits: 一百二十三, 1,234, 12万 and 百分之五 are 123,
 * 1234, 120000 and 5%. Fact and answer are read alike, so what is no number after all (一起) still
 * equals itself.
 */
export function needleReading(source: string): Reading {
  const plain = plainReading(source, true);
  const folded = { ...plain, text: foldScriptAndWidth(plain.text) };
  return withArabicNumbers(without(folded, MARKUP));
}

/** The comparable form of a fact. */
export function needleText(text: string): string {
  return needleReading(text).text.trim();
}

function withArabicNumbers(reading: Reading): Reading {
  const { source, text, places } = reading;
  const numbers = arabicNumbers(text);
  if (numbers.length === 0) return reading;
  const pieces: string[] = [];
  const grown = numbers.reduce(
    (sum, { start, end, arabic }) => sum + arabic.length + start - end,
    0,
  );
  const newPlaces = new Int32Array(text.length + grown);
  const placeOf = (i: number): number => (places === null ? i : (places[i] ?? i));
  let from = 0;
  let to = 0;
  for (const { start, end, arabic } of [...numbers, atEnd(text)]) {
    pieces.push(text.slice(from, start), arabic);
    for (let i = from; i < start; i++) newPlaces[to++] = placeOf(i);
    // The last digit stands for the last character, so that a range ends behind the number.
    for (let i = 1; i <= arabic.length; i++) {
      newPlaces[to++] = placeOf(i === arabic.length ? end - 1 : start);
    }
    from = end;
  }
  return { source, text: pieces.join(''), places: newPlaces };
}

interface ArabicNumber {
  readonly start: number;
  readonly end: number;
  readonly arabic: string;
}

function atEnd({ length }: string): ArabicNumber {
  return { start: length, end: length, arabic: '' };
}

/** The numbers of a text that digits write otherwise than it does. */
function arabicNumbers(text: string): ArabicNumber[] {
  const numbers: ArabicNumber[] = [];
  // Long texts repeat their numbers, and a numeral takes some reading.
  const known = new Map<string, string | null>();
  for (const match of text.matchAll(NUMBER)) {
    const [written] = match;
    let arabic = known.get(written);
    if (arabic === undefined) {
      arabic = arabicOf(match);
      known.set(written, arabic);
    }
    if (arabic === null || arabic === written) continue;
    numbers.push({ start: match.index, end: match.index + written.length, arabic });
  }
  return numbers;
}

/** The number in digits; null for what names no single number (三五, 数十). */
function arabicOf(match: RegExpMatchArray): string | null {
  const [, percent, grouped, digits, han, scale] = match;
  const arabic = grouped ?? digits;
  const plain = arabic === undefined ? hanDigits(han ?? '', scale) : arabic.replaceAll(',', '');
  if (plain === null) return null;
  const scaled = scale === undefined || arabic === undefined ? plain : times(plain, scale);
  return scaled === null ? null : percent === undefined ? scaled : `${scaled}%`;
}

const HAN_DIGIT = new Map(Array.from('〇一二三四五六七八九', (c, i) => [c, String(i)]));
HAN_DIGIT.set('零', '0');
HAN_DIGIT.set('○', '0');

function hanDigits(han: string, scale = ''): string | null {
  const value = parseChineseDecimal(han + scale);
  if (value === null) return null;
  // 零零七 is a code: its zeros stay.
  const spelt = Array.from(han, (c) => HAN_DIGIT.get(c));
  if (scale === '' && han.length > 1 && !spelt.includes(undefined)) return spelt.join('');
  const text = formatRational(value);
  return text.includes('/') ? null : text;
}

function times(digits: string, scale: string): string | null {
  const zeros = scale.length === 2 ? 12 : scale === '亿' ? 8 : 4;
  if (/^[1-9][0-9]*$/.test(digits)) return digits + '0'.repeat(zeros);
  const value = parseDecimal(digits);
  return value === null ? null : formatRational(multiply(value, rational(scaleOf(scale))));
}
