import { add, multiply, negate, type Rational, rational } from './rational.ts';

/** No number has more characters; the bound keeps reading linear. */
const MAX_LENGTH = 64;

/** Digits, financial forms (大写) included. Traditional forms are folded before reading. */
const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    零: 0,
    〇: 0,
    '○': 0,
    一: 1,
    壹: 1,
    弌: 1,
    幺: 1,
    二: 2,
    贰: 2,
    弍: 2,
    两: 2,
    俩: 2,
    三: 3,
    叁: 3,
    叄: 3,
    弎: 3,
    仨: 3,
    四: 4,
    肆: 4,
    五: 5,
    伍: 5,
    六: 6,
    陆: 6,
    七: 7,
    柒: 7,
    八: 8,
    捌: 8,
    九: 9,
    玖: 9,
  }),
);

/** 廿 and its like: a digit and 十 in one. */
const TENS: ReadonlyMap<string, number> = new Map(
  Object.entries({ 廿: 20, 卄: 20, 卅: 30, 丗: 30, 卌: 40 }),
);

const SCALES: ReadonlyMap<string, bigint> = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
  ['万', 10_000n],
  ['亿', 100_000_000n],
]);

/** Every character of a Chinese integer, as a character class. 兆 is not one: it is ambiguous. */
export const NUMERAL_CLASS =
  '零〇○一壹弌幺二贰弍两俩三叁叄弎仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿廿卄卅丗卌';

/**
 * The value of a Chinese integer, or null when the characters do not name one number.
 *
 * Positional (一百二十), financial (壹佰贰拾), clipped (一百八 = 180, 一万二 = 12000), twenties (廿五)
 * and digit strings (二〇二四). What Chinese uses for vagueness is no number: 三五, 七八十, 两三, 数十.
 */
export function parseChineseInteger(text: string): bigint | null {
  if (text === '' || text.length > MAX_LENGTH) return null;
  const characters = Array.from(text);
  return characters.every((c) => DIGITS.has(c)) ? digitString(characters) : positional(text);
}

/** 二〇二四; a single digit is its value. 两 is a quantity and never part of a digit string. */
function digitString(characters: readonly string[]): bigint | null {
  const digits = characters.map((c) => DIGITS.get(c) ?? 0);
  if (digits.length === 1) return BigInt(digits[0] ?? 0);
  if (characters.some((c) => '两俩仨'.includes(c))) return null;
  // 三五 and 七八 mean "some"; two digits are a number only around a zero (二〇, 〇五).
  if (digits.length === 2 && !digits.includes(0)) return null;
  return BigInt(digits.join(''));
}

const DIGIT = '[一壹弌幺二贰弍两三叁叄弎四肆五伍六陆七柒八捌九玖]';
const ZERO = '[零〇○]';

/** Four digits with their units: 千, 百, 十 in this order, 零 where one is left out. */
const SECTION = new RegExp(
  `^${ZERO}?(?:(${DIGIT})[千仟])?${ZERO}?(?:(${DIGIT})[百佰])?(?:${ZERO}?(?:(${DIGIT}?)([十拾])|([廿卄卅丗卌])))?` +
    `${ZERO}?(${DIGIT})?$`,
);

function positional(text: string): bigint | null {
  const hundredMillions = text.lastIndexOf('亿');
  if (hundredMillions >= 0) return scaled(text, hundredMillions, 100_000_000n);
  const tenThousands = text.lastIndexOf('万');
  if (tenThousands >= 0) return scaled(text, tenThousands, 10_000n);
  return section(text);
}

/** What stands before a 万 or 亿, times its value, and what stands after it. */
function scaled(text: string, at: number, unit: bigint): bigint | null {
  const above = positional(text.slice(0, at));
  if (above === null || above === 0n) return null;
  const rest = text.slice(at + 1);
  if (rest === '') return above * unit;
  // Clipped: 一万二 is 12000, where 一万零二 is 10002.
  const clipped = rest.length === 1 ? DIGITS.get(rest) : undefined;
  const below = clipped === undefined ? positional(rest) : (BigInt(clipped) * unit) / 10n;
  return below === null || below >= unit ? null : above * unit + below;
}

function section(text: string): bigint | null {
  const match = text === '' ? null : SECTION.exec(text);
  if (match === null) return null;
  const [, thousands, hundreds, tens, ten, twenty, last] = match;
  const value = (digit: string | undefined): number => DIGITS.get(digit ?? '') ?? 0;
  const sum =
    value(thousands) * 1000 +
    value(hundreds) * 100 +
    (ten === undefined ? (TENS.get(twenty ?? '') ?? 0) : (tens === '' ? 1 : value(tens)) * 10);
  // Clipped: 一百八 is 180 and 一千五 is 1500, where 一百零八 is 108.
  const clipped =
    ten !== undefined || twenty !== undefined || /[零〇○]/.test(text)
      ? 1
      : hundreds !== undefined
        ? 10
        : thousands !== undefined
          ? 100
          : 1;
  return BigInt(sum + value(last) * clipped);
}

/**
 * A Chinese number with a sign, a decimal part, 万 or 亿 after it, or as a fraction: 负三点五万,
 * 三分之一, 一又二分之一, 百分之八十五, 半. Null when it names no single number.
 */
export function parseChineseNumber(text: string): Rational | null {
  if (text.length > MAX_LENGTH) return null;
  if (text.startsWith('负')) {
    const value = parseChineseNumber(text.slice(1));
    return value === null ? null : negate(value);
  }
  if (text === '半' || text === '一半') return rational(1n, 2n);
  const mixed = text.indexOf('又');
  if (mixed > 0) {
    const whole = parseChineseInteger(text.slice(0, mixed));
    const part = parseChineseFraction(text.slice(mixed + 1));
    return whole === null || part === null ? null : add(rational(whole), part);
  }
  return parseChineseFraction(text) ?? parseChineseDecimal(text);
}

const NAMED_DENOMINATORS: ReadonlyMap<string, bigint> = new Map([
  ['百', 100n],
  ['千', 1000n],
  ['万', 10_000n],
  ['十', 10n],
]);

function parseChineseFraction(text: string): Rational | null {
  const at = text.indexOf('分之');
  if (at <= 0) return null;
  const below = text.slice(0, at);
  const denominator = NAMED_DENOMINATORS.get(below) ?? parseChineseInteger(below);
  const numerator = parseChineseDecimal(text.slice(at + 2));
  if (denominator === null || denominator === 0n || numerator === null) return null;
  return multiply(numerator, rational(1n, denominator));
}

/** `三点五`, `三点五万`, `十二`. */
export function parseChineseDecimal(text: string): Rational | null {
  if (text.length > MAX_LENGTH) return null;
  const point = text.indexOf('点');
  if (point < 0) {
    const value = parseChineseInteger(text);
    return value === null ? null : rational(value);
  }
  const scale = /[万亿]+$/.exec(text)?.[0] ?? '';
  const whole = parseChineseInteger(text.slice(0, point));
  const digits = Array.from(text.slice(point + 1, text.length - scale.length), (c) =>
    DIGITS.get(c),
  );
  if (whole === null || digits.length === 0 || digits.includes(undefined)) return null;
  const part = rational(BigInt(digits.join('')), 10n ** BigInt(digits.length));
  return multiply(add(rational(whole), part), rational(scaleOf(scale)));
}

/** The factor that a run of 十百千万亿 after a number stands for: 万亿 is 10^12. */
export function scaleOf(units: string): bigint {
  let factor = 1n;
  for (const unit of units) {
    factor *= SCALES.get(unit) ?? 1n;
  }
  return factor;
}
