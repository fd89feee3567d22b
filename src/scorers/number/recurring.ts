import { add, multiply, parseDecimal, type Rational, rational } from '../../text/index.ts';

const DOTS = '(?:\\.{3,6}|…{1,2}|⋯{1,2}|\\\\[lc]?dots\\b)';
/** What makes the digits before it recur: dots on or over them, brackets, 循环, or that they go on. */
const SIGN = new RegExp(
  [
    '\\d*\\\\dot\\s*\\{?\\d\\}?(?:\\d*\\\\dot\\s*\\{?\\d\\}?)?',
    '\\d*\\\\overline\\s*\\{\\d{1,12}\\}',
    '\\d*\\u0307(?:\\d*\\u0307)?',
    '\\(\\d{1,12}\\)(?!\\d)',
    '\\((?:\\d{0,12}|[零一二三四五六七八九]{0,12})的?循环\\)',
    '[,]?\\d{0,12}的?循环',
    DOTS,
  ].join('|'),
  'y',
);
const DECIMAL =
  /^(?:\d+\.\d*|\d+(?=[零\d]*点)|[零一二三四五六七八九十百]+点[零一二三四五六七八九]+)$/;
const CHINESE_DIGITS = '零一二三四五六七八九';

/** A sign of recurrence begins with one of these. */
const NEXT = /[\u0307.\\(…⋯循的,]/;

/** Where the decimal in [start, end) ends when signs of recurrence belong to it; else `end`. */
export function dottedEnd(text: string, start: number, end: number): number {
  if (!NEXT.test(text[end] ?? '')) return end;
  // `0.\dot{3}` has no digits behind the point, which then does not belong to the amount yet.
  const point = text[end] === '.' && /[\\(]/.test(text[end + 1] ?? '') ? end + 1 : end;
  if (point > end && !/^\d{1,12}$/.test(text.slice(start, end))) return end;
  if (!DECIMAL.test(text.slice(start, point))) return end;
  SIGN.lastIndex = point;
  const sign = SIGN.exec(text)?.[0] ?? '';
  if (sign === '' || (point > end && sign.startsWith('(') && text.slice(start, end) !== '0'))
    return end;
  return point + sign.length;
}

/**
 * The exact value of 0.333…, 0.1\dot{6}, 0.(27), 0.3循环. Undefined for a text without such signs,
 * null where it stays open which digits recur.
 */
export function recurringValue(written: string): Rational | null | undefined {
  if (!/[\u0307\\(…⋯循]|\.{3}/.test(written)) return undefined;
  const text = written.replace(/[零一二三四五六七八九点]/g, (c) =>
    c === '点' ? '.' : String(CHINESE_DIGITS.indexOf(c)),
  );
  const match = /^(\d+)\.(\d*)(.+)$/.exec(text);
  if (match === null || /^\d|^[%‰万亿千百]/.test(match[3] ?? '')) return undefined;
  const [, whole = '', digits = '', sign = ''] = match;
  const parts = periodOf(digits, sign);
  if (parts === undefined) return undefined;
  if (parts === null) return null;
  const [fixed, period] = parts;
  const base = parseDecimal(`${whole}.${fixed}0`);
  if (base === null) return null;
  if (period === '') return base;
  const unit = rational(1n, 10n ** BigInt(fixed.length));
  const tail = rational(BigInt(period), 10n ** BigInt(period.length) - 1n);
  return add(base, multiply(tail, unit));
}

type Parts = readonly [fixed: string, period: string];

/** The digits that stand once and those that recur. */
function periodOf(digits: string, sign: string): Parts | null | undefined {
  const dotted = /^(\d*)\\dot\s*\{?(\d)\}?(?:(\d*)\\dot\s*\{?(\d)\}?)?$/.exec(sign);
  if (dotted !== null) {
    const [, before = '', first = '', between = '', last = ''] = dotted;
    return [digits + before, first + between + last];
  }
  const barred = /^(\d*)\\overline\s*\{(\d+)\}$/.exec(sign) ?? /^()\((\d+)\)$/.exec(sign);
  if (barred !== null) return [digits + (barred[1] ?? ''), barred[2] ?? ''];
  if (sign.startsWith('\u0307') || sign.includes('\u0307')) return overdotted(digits, sign);
  const named = /^[(,]?(\d*)的?循环\)?$/.exec(sign);
  if (named !== null) return namedPeriod(digits, named[1] ?? '');
  return new RegExp(`^${DOTS}$`).test(sign) ? openPeriod(digits, sign) : undefined;
}

/** 0.3̇ and 0.1̇42857̇: a dot over the first and the last digit of the period. */
function overdotted(digits: string, sign: string): Parts | null {
  const all = digits + sign;
  const first = all.indexOf('\u0307');
  const last = all.lastIndexOf('\u0307');
  const plain = all.replaceAll('\u0307', '');
  const from = first - 1;
  const to = last === first ? first : last - 1;
  return to === plain.length ? [plain.slice(0, from), plain.slice(from)] : null;
}

/** 0.16（6循环）, 0.3循环; which digits of 0.16循环 recur is open. */
function namedPeriod(digits: string, period: string): Parts | null {
  if (period !== '') {
    return digits.endsWith(period)
      ? [digits.slice(0, digits.length - period.length), period]
      : null;
  }
  return /^(\d)\1*$/.test(digits) ? ['', digits.slice(0, 1)] : null;
}

/** 0.333… and 0.1666… recur, 0.3… and 0.142857… may, 1.414… does not. */
function openPeriod(digits: string, sign: string): Parts | null {
  const single = /^(\d*?)(\d)\2{2,}$/.exec(digits) ?? /^()(\d)\2$/.exec(digits);
  if (single !== null) return [single[1] ?? '', single[2] ?? ''];
  const longer = /^(\d{0,4}?)(\d{2,8})\2+$/.exec(digits);
  if (longer !== null) return [longer[1] ?? '', longer[2] ?? ''];
  // 「3.5……」 is a pause of the speaker.
  if (digits.length === 1) return /^[….⋯]{2}$/.test(sign) && sign !== '..' ? [digits, ''] : null;
  return digits === '142857' || /(\d)\1$/.test(digits) ? null : [digits, ''];
}
