import { foldScriptAndWidth, NUMERAL_CLASS, parseChineseNumber } from '../../text/index.ts';

/** Takes the place of what a shorter sign replaces; readings drop it. */
const FILLER = '\u200b';

const WHOLE = `(?:\\d{1,9}|[${NUMERAL_CLASS}]{1,12})`;
/** 二分之, 三分之二倍, 2倍 before 根号, and what stands under the root. */
const SURD = new RegExp(
  `(正负|(?<![非正])负)?(?:(${WHOLE})分之)?(?:(${WHOLE})(倍|个)?)?[ ]?根[号號](下(?![ ]?${WHOLE}[ ]?[A-Za-z+*/×^-]))?[ ]?(?:(${WHOLE})(?![${NUMERAL_CLASS}\\d.]|[ ]?分之)|(?=\\())`,
  'g',
);
const RELATIONS: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [relation('(?:大于或?等于|大於或?等於|不小于|不小於)'), '≥'],
  [relation('(?:小于或?等于|小於或?等於|不大于|不大於|不超过)'), '≤'],
  [relation('(?:不等于|不等於)'), '≠'],
  [relation('(?:大于|大於)'), '>'],
  [relation('(?:小于|小於)'), '<'],
  [relation('(?:等于|等於)'), '='],
];

/** Between a variable and a number, so that 面积等于5 stays prose. */
function relation(words: string): RegExp {
  return new RegExp(`(?<=[A-Za-z)}\\d]\\$?[ ]?)${words}(?=[ ]?[-+\\d$\\\\(√π±A-Za-z负根])`, 'g');
}

/** 根号2加1, 根号三减一, 1加根号2. */
const OPERATION = new RegExp(
  `(?<=[\\d)${FILLER}][ ]?)(加上?|减去?|乘以?|除以)[ ]?(?:([${NUMERAL_CLASS}]{1,12})|(?=[\\d(√]))`,
  'g',
);
const OPERATORS: Readonly<Record<string, string>> = { 加: '+', 减: '-', 乘: '*', 除: '/' };

const HINT = /根[号號]|[于於超]/;

/**
 * Spoken mathematics in signs: 2倍根号三 is 2×√3, x大于2 is x>2. Every unit keeps its place. What
 * does not fit, or has two meanings (根号三分之二), stays as it is and is not readable.
 */
export function withSigns(written: string): string {
  if (!HINT.test(written)) return written;
  const text = foldScriptAndWidth(written);
  let signs = text.replace(SURD, surd);
  if (signs !== text) {
    signs = signs.replace(OPERATION, (words, verb: string, numeral: string | undefined) => {
      const number = digits(numeral);
      const operation = `${OPERATORS[verb.charAt(0)] ?? ''}${number ?? ''}`;
      return number === null || operation.length > words.length
        ? words
        : operation.padEnd(words.length, FILLER);
    });
  }
  for (const [pattern, sign] of RELATIONS) {
    signs = signs.replace(pattern, (words) => sign.padEnd(words.length, FILLER));
  }
  return signs;
}

function surd(...match: readonly (string | undefined)[]): string {
  const [written = '', sign, below, factor, times, , under = ''] = match;
  const [d, n, of] = [digits(below), digits(factor), digits(under)];
  // 三根号二 needs 倍, 个 or digits to be a product.
  if (d === null || n === null || of === null) return written;
  if (n !== '' && times === undefined && below === undefined && !/^\d/.test(factor ?? '')) {
    return written;
  }
  const fraction = d === '' ? n : `${n || '1'}/${d}`;
  const mark = sign === undefined ? '' : sign === '正负' ? '±' : '-';
  const signs = `${mark}${fraction}√${of}`;
  return signs.length > written.length ? written : signs.padEnd(written.length, FILLER);
}

/** Empty for nothing; null for what is no whole number. */
function digits(numeral: string | undefined): string | null {
  if (numeral === undefined || /^\d*$/.test(numeral)) return numeral ?? '';
  const value = parseChineseNumber(numeral);
  return value === null || value.d !== 1n ? null : String(value.n);
}
