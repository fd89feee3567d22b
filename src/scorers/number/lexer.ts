import { NUMERAL_CLASS } from '../../text/index.ts';
import { isChineseQuantity, kindOf, symbolsAfter } from './kinds.ts';
import type { NumberMention, Sign } from './mention.ts';
import { dottedEnd } from './recurring.ts';
import { type Unit, unitAt } from './units.ts';

/** Groups of three by commas (1,234) or, as ISO 80000 has it, by blanks (1 234). */
const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?: \\d{3})+(?![\\d./])|\\d+)';
const ARABIC = new RegExp(`(?:${DIGITS}(?:\\.\\d+)?|\\.\\d+)`, 'y');
const CHINESE = new RegExp(
  `[${NUMERAL_CLASS}]{1,64}(?:点[零〇○一二三四五六七八九]{1,40}[万亿]{0,2})?`,
  'y',
);
const FRACTION = /\\[dt]?frac\s*(?:\{\s*-?\d+(?:\.\d+)?\s*\}\s*\{\s*\d+(?:\.\d+)?\s*\}|\d\s*\d)/y;
const VULGAR = /[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]/y;
const SUPERSCRIPT = '[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]';

/** What may follow the digits of an amount and belong to it. */
const ARABIC_TAIL = new RegExp(
  [
    `\\s?又\\s?(?:${DIGITS}\\s?/\\s?\\d+|${DIGITS}\\s?分之\\s?${DIGITS}|\\\\[dt]?frac\\s*\\{\\s*\\d+\\s*\\}\\s*\\{\\s*\\d+\\s*\\})`,
    '\\s?\\\\[dt]?frac\\s*\\{\\s*\\d+\\s*\\}\\s*\\{\\s*\\d+\\s*\\}',
    '\\s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]',
    ' \\d+/\\d+(?![\\d/])',
    '[eE][+-]?\\d{1,4}(?![A-Za-z\\d])',
    `\\s*(?:×|[xX*·]|\\\\times|\\\\cdot)\\s*10\\s*(?:\\^\\s*\\{?\\s*[+-]?\\d{1,4}\\s*\\}?|${SUPERSCRIPT}+|的负?[\\d一二三四五六七八九十]{1,3}次[方幂])`,
    `\\^\\s*(?:\\{\\s*-?\\d{1,4}\\s*\\}|-?\\d{1,4})|${SUPERSCRIPT}+`,
    '分之\\s?\\d+(?:\\.\\d+)?',
    `分之[${NUMERAL_CLASS}]{1,20}`,
    '\\s?/\\s?\\d+(?:\\.\\d+)?(?![\\d/])',
    '(?::|\\s:\\s|\\s?比\\s?)\\d+(?:\\.\\d+)?(?![\\d:])',
    '的负?[\\d一二三四五六七八九十]{1,3}次[方幂]',
  ].join('|'),
  'y',
);

/** 万, 亿, 千 after an arabic number: 3.5万, 3万5千, 1亿2000万; 千克 and 百分 are other words. */
const SCALE =
  /\s?(?:[十百千万亿](?![分克米瓦卡帕焦伏赫牛])){1,3}(?:\d+(?:\.\d+)?(?:[十百千万](?![分克米瓦卡帕焦伏赫牛])){0,2})*/y;

const PERCENT =
  /\s?\\?[%‰]|折(?![叠线射返合算腾磨旧])|成(?:[一二三四五六七八九半]|\d)?(?![为功立员绩本果人长品语分熟就对交组套])/y;

const CHINESE_TAIL = new RegExp(
  `分之(?:[${NUMERAL_CLASS}]{1,20}(?:点[零〇一二三四五六七八九]{1,20})?|\\d+(?:\\.\\d+)?)|又[${NUMERAL_CLASS}]{1,12}分之[${NUMERAL_CLASS}]{1,12}`,
  'y',
);

const HUNDRED_PERCENT = /百分(?:之)?百(?![一二三四五六七八九十])/y;

/** Places where a number may begin. */
const START = new RegExp(
  `\\d|[${NUMERAL_CLASS}]|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|半|\\\\[dt]?frac|(?<![A-Za-z])\\.(?=\\d)`,
  'g',
);

/** Numerals that go on too long to be a number, so that none is looked for inside them. */
const BARREN = new RegExp(`[${NUMERAL_CLASS}]{16,64}`, 'y');

/** The numbers between `from` and `to`, in order. `own` is a unit that only the case knows. */
export function numbersIn(
  text: string,
  from: number,
  to: number,
  own: string | null = null,
): NumberMention[] {
  const found: NumberMention[] = [];
  START.lastIndex = from;
  for (let match = START.exec(text); match !== null && match.index < to; match = START.exec(text)) {
    const at = match.index;
    if (text.startsWith('零下', at)) continue;
    const mention = numberAt(text, at, found.at(-1)?.end ?? null, own);
    if (mention !== null) found.push(mention);
    START.lastIndex = Math.max(mention?.end ?? at + sticky(BARREN, text, at).length, at + 1);
  }
  return found;
}

function sticky(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function numberAt(
  text: string,
  at: number,
  previousEnd: number | null,
  own: string | null,
): NumberMention | null {
  const date = sticky(DATE, text, at);
  if (date !== '') return plainMention('skip', at, at + date.length);
  const arabic = isDigit(text[at]);
  const end = arabic
    ? arabicEnd(text, at)
    : text[at] === '\\' || /[½-¾⅐-⅞]/.test(text[at] ?? '')
      ? at + (sticky(FRACTION, text, at) || sticky(VULGAR, text, at)).length
      : chineseEnd(text, at);
  if (end === at) return null;
  if (arabic && /[:比\s]/.test(text[end] ?? '')) {
    const ratio = sticky(LONG_RATIO, text, at);
    if (ratio !== '') return plainMention('vague', at, at + ratio.length);
  }
  const sign = signBefore(text, at, previousEnd);
  const unit = unitAfter(text, end, own);
  const stop = unit?.end ?? end;
  const { kind, reserve } = kindOf(text, { start: at, end }, stop, sign);
  const core = text.slice(at, end);
  if (!arabic && !isChineseQuantity(text, at, end, unit !== null)) return null;
  return {
    kind,
    start: sign.start,
    end: kind === 'vague' && stop === end ? stop + symbolsAfter(text, end).length : stop,
    amount: { start: at, end },
    negative: sign.negative,
    units: unit?.units ?? [],
    half: unit?.half ?? false,
    share: /分之|[%‰成折]|frac|半/.test(core),
    reserve,
    weak:
      unit !== null &&
      (core === '一' ||
        (core === '两' &&
          /^(?:[种步类]|[车人地数队船站]\p{Script=Han})/u.test(text.slice(end, end + 2)))),
  };
}

function isDigit(unit = ''): boolean {
  return unit === '.' || (unit >= '0' && unit <= '9');
}

function plainMention(kind: NumberMention['kind'], start: number, end: number): NumberMention {
  const amount = { start, end };
  const plain = { negative: false, units: [], half: false, share: false, reserve: false };
  return { kind, start, end, amount, ...plain, weak: false };
}

const HOUR = '(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})';
const MINUTES = '(?:\\d{1,2}|[一二三四五六七八九十零]{1,3})';
const MONTH = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})';
const DAY = '(?:\\d{1,2}|[一二三四五六七八九十廿]{1,3})';

/** Dates and times of day, versions, addresses and telephone numbers. */
const DATE = new RegExp(
  [
    `(?:\\d{4}|[${NUMERAL_CLASS}]{4})\\s?年\\s?${MONTH}\\s?月(?:份|\\s?${DAY}\\s?[日号])?`,
    `${MONTH}\\s?月\\s?${DAY}\\s?[日号]`,
    '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)',
    '\\d{1,2}:\\d{2}:\\d{2}',
    '\\d{1,2}:[0-5]\\d(?<=(?:[日号午晨晚]上?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|(?:时间|时长|时刻|[耗用]时)[为是]?:?)\\s?\\d{1,2}:\\d\\d)',
    `${HOUR}点(?:钟|半|整|[一三]刻|[过差]${MINUTES}分|${MINUTES}分)`,
    '\\d+(?:\\.\\d+){2,}',
    '(?:\\d{3,4}-\\d{3,4}-\\d{4}|0\\d{2,3}-\\d{7,8})(?!\\d)',
  ].join('|'),
  'y',
);
/** 3:2:1 is no number. */
const LONG_RATIO = /\d+(?:\.\d+)?(?:\s?[:比]\s?\d+(?:\.\d+)?){2,}/y;

function arabicEnd(text: string, at: number): number {
  const digits = sticky(ARABIC, text, at);
  if (digits === '') return at;
  let end = dottedEnd(text, at, at + digits.length);
  if (end > at + digits.length) return end;
  const tail = sticky(ARABIC_TAIL, text, end);
  end += tail.length;
  if (tail === '' || /[eE^×]/.test(tail)) end += sticky(SCALE, text, end).length;
  return end + sticky(PERCENT, text, end).length;
}

function chineseEnd(text: string, at: number): number {
  if (text[at] === '半') return at + 1;
  const hundred = text[at] === '百' ? sticky(HUNDRED_PERCENT, text, at) : '';
  if (hundred !== '') return at + hundred.length;
  const run = sticky(CHINESE, text, at);
  if (run === '') return at;
  let end = dottedEnd(text, at, at + run.length);
  if (end > at + run.length) return end;
  // 五千克 is five kilograms.
  if (run.endsWith('千') && run.length > 1 && /[克米瓦卡帕焦伏赫牛]/.test(text[end] ?? ''))
    return end - 1;
  // 二两 is a weight.
  if (run.endsWith('两') && run.length > 1) return end - 1;
  if (text[end] === '半' && run === '一') return end + 1;
  end += sticky(CHINESE_TAIL, text, end).length;
  return end + sticky(PERCENT, text, end).length;
}

/** The sign before an amount; a minus after a number or a variable is an operator. */
function signBefore(text: string, at: number, previousEnd: number | null): Sign {
  const before = text.slice(Math.max(0, at - 4), at);
  if (/零下\s?$/.test(before)) {
    return { start: at - (before.length - before.lastIndexOf('零')), negative: true, vague: false };
  }
  const match = /([-–+±]|负(?=的?\s?$))(的?\s?)$/.exec(before);
  if (match === null) return { start: at, negative: false, vague: false };
  const start = at - match[0].length;
  if (match[1] === '±') return { start, negative: false, vague: true };
  if (match[1] === '负') return { start, negative: true, vague: false };
  const left = text.slice(Math.max(0, start - 2), start);
  const operator = previousEnd !== null && text.slice(previousEnd, start).trim() === '';
  // `x-5` and `x - 5` subtract, `is -5` does not.
  const variable = (match[2] === '' ? /[\dA-Za-z)\]}]$/ : /[\dA-Za-z)\]}]\s?$/).test(left);
  // `- 5` at the start of a line is an item of a list.
  const bullet = match[2] !== '' && /(?:^|\n)\s?$/.test(left);
  if (operator || variable || bullet) return { start: at, negative: false, vague: false };
  return { start, negative: match[1] !== '+', vague: false };
}

/** The unit after an amount: `36 人`, `两个半小时`, `3年半`. */
function unitAfter(
  text: string,
  end: number,
  own: string | null,
): { units: readonly Unit[]; end: number; half: boolean } | null {
  const gap = /^\s{0,2}/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const at = end + gap;
  if (text.startsWith('个半', at)) {
    const of = unitAt(text, at + 2, own);
    if (of !== null) return { ...of, half: true };
  }
  const prefixed = currencyBefore(text, end);
  const unit = unitAt(text, at, own);
  if (unit === null) return prefixed === null ? null : { units: prefixed, end, half: false };
  const half = text[unit.end] === '半' && !/^半[径圆球数]/.test(text.slice(unit.end, unit.end + 2));
  return { units: unit.units, end: unit.end + (half ? 1 : 0), half };
}

/** `¥84` and `RMB 84`: the unit stands before the amount. */
function currencyBefore(text: string, end: number): readonly Unit[] | null {
  const start = /(¥|￥|\$|€|RMB|CNY|USD|EUR)\s?-?[\d,.]+[万亿]?$/.exec(
    text.slice(Math.max(0, end - 40), end),
  );
  return start === null ? null : (unitAt(start[1] ?? '', 0, null)?.units ?? null);
}
