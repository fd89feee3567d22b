import { NUMERAL_CLASS } from '../../text/index.ts';
import { boundKind } from './bounds.ts';
import { type Unit, unitAt } from './units.ts';

/**
 * A number as it stands in a text.
 * - `value`: states one number;
 * - `skip`: a number that is no quantity: a date, 第3题, step 2, x1, 2位小数;
 * - `vague`: a quantity without one value: 3-5, 三五个, 十几, 超过500, ±2, 5兆, 3x.
 */
export interface NumberMention {
  readonly kind: 'value' | 'skip' | 'vague';
  /** Half-open range in the text, sign and unit included. */
  readonly start: number;
  readonly end: number;
  /** Half-open range of the amount, sign excluded. */
  readonly amount: { readonly start: number; readonly end: number };
  readonly negative: boolean;
  /** What the unit may mean; empty when there is none. */
  readonly units: readonly Unit[];
  /** 3年半, 两个半小时: half a unit more. */
  readonly half: boolean;
  /** 一 with a measure word, as in 一个: more often an article than a number. */
  readonly weak: boolean;
}

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
    '(?::|\\s?比\\s?)\\d+(?:\\.\\d+)?(?![\\d:])',
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

/** Places where a number may begin. */
const START = new RegExp(
  `\\d|[${NUMERAL_CLASS}]|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|半|\\\\[dt]?frac|\\.(?=\\d)`,
  'g',
);

/** The numbers between `from` and `to`, in order. `own` is a unit that only the case knows. */
export function numbersIn(
  text: string,
  from: number,
  to: number,
  own: string | null = null,
): NumberMention[] {
  const found: NumberMention[] = [];
  const start = new RegExp(START);
  start.lastIndex = from;
  for (let match = start.exec(text); match !== null && match.index < to; match = start.exec(text)) {
    if (text.startsWith('零下', match.index)) continue;
    const previous = found.at(-1);
    const mention = numberAt(text, match.index, previous?.end ?? null, own);
    if (mention === null) continue;
    found.push(mention);
    start.lastIndex = Math.max(mention.end, match.index + 1);
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
  const date = dateAt(text, at);
  if (date > at) return plainMention('skip', at, date);
  const arabic = /[\d.]/.test(text[at] ?? '');
  const end = arabic
    ? arabicEnd(text, at)
    : text[at] === '\\' || /[½-¾⅐-⅞]/.test(text[at] ?? '')
      ? at + (sticky(FRACTION, text, at) || sticky(VULGAR, text, at)).length
      : chineseEnd(text, at);
  if (end === at) return null;
  const sign = signBefore(text, at, previousEnd);
  const unit = unitAfter(text, end, own);
  const stop = unit?.end ?? end;
  const kind = kindOf(text, at, end, stop, sign);
  const core = text.slice(at, end);
  if (!arabic && !isChineseQuantity(text, at, end, unit !== null)) return null;
  return {
    kind,
    start: sign.start,
    end: stop,
    amount: { start: at, end },
    negative: sign.negative,
    units: unit?.units ?? [],
    half: unit?.half ?? false,
    weak:
      unit !== null &&
      (core === '一' || (core === '两' && /^[种步类]/.test(text.slice(end, end + 1)))),
  };
}

function plainMention(kind: NumberMention['kind'], start: number, end: number): NumberMention {
  const amount = { start, end };
  return { kind, start, end, amount, negative: false, units: [], half: false, weak: false };
}

const DATE = new RegExp(
  `(?:\\d{4}|[${NUMERAL_CLASS}]{4})\\s?年\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月(?:份|\\s?(?:\\d{1,2}|[一二三四五六七八九十廿]{1,3})\\s?[日号])?` +
    `|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月\\s?(?:\\d{1,2}|[一二三四五六七八九十廿]{1,3})\\s?[日号]` +
    `|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)|\\d{1,2}:\\d{2}:\\d{2}|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})点(?:钟|半|整|(?:\\d{1,2}|[一二三四五六七八九十零]{1,3})分)|\\d+(?:\\.\\d+){2,}`,
  'y',
);

function dateAt(text: string, at: number): number {
  return at + sticky(DATE, text, at).length;
}

function arabicEnd(text: string, at: number): number {
  const digits = sticky(ARABIC, text, at);
  if (digits === '') return at;
  let end = at + digits.length;
  const tail = sticky(ARABIC_TAIL, text, end);
  end += tail.length;
  if (tail === '' || /[eE^×]/.test(tail)) end += sticky(SCALE, text, end).length;
  return end + sticky(PERCENT, text, end).length;
}

function chineseEnd(text: string, at: number): number {
  if (text[at] === '半') return at + 1;
  const run = sticky(CHINESE, text, at);
  if (run === '') return at;
  let end = at + run.length;
  // 五千克 is five kilograms.
  if (run.endsWith('千') && run.length > 1 && /[克米瓦卡帕焦伏赫牛]/.test(text[end] ?? ''))
    return end - 1;
  // 二两 is a weight.
  if (run.endsWith('两') && run.length > 1) return end - 1;
  if (text[end] === '半' && run === '一') return end + 1;
  end += sticky(CHINESE_TAIL, text, end).length;
  return end + sticky(PERCENT, text, end).length;
}

interface Sign {
  readonly start: number;
  readonly negative: boolean;
  readonly vague: boolean;
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

const LABEL_BEFORE =
  /(?:第|步骤|\bstep|方法|解法|方案|情况|情形|(?<!比)例|图|(?<!代)表|公式|式子?|(?<!\d)题|小题|问题|章节|\bpart|\bmethod|\bcase|\bfigure|\btable|\bequation|\bno\.|№)\s?\(?$|(?<![#\s])#$/i;

/** The kind, by what stands on either side. */
function kindOf(
  text: string,
  start: number,
  end: number,
  stop: number,
  sign: Sign,
): NumberMention['kind'] {
  const before = text.slice(Math.max(0, sign.start - 10), sign.start);
  const after = text.slice(end, end + 8);
  const beyond = text.slice(stop, stop + 8);
  if (sign.vague) return 'vague';
  if (/(?:第|No\.|№|(?:GB|ISO|IEC|IEEE|RFC|COVID|GPT)(?:\/[A-Z])?[\s-]?)\s?$/i.test(before))
    return 'skip';
  if (LABEL_BEFORE.test(before) && stop === end) return 'skip';
  if (isItemNumber(text, start, end)) return 'skip';
  // x1, CO2, A4; ¥84 and x=84 are quantities.
  if (/[A-Za-z_]$/.test(before) && !/(?:RMB|CNY|USD|EUR|HK)$/.test(before)) return 'skip';
  if (
    /^\s?(?:位|个)?(?:小数|有效数字)|^\s?位/.test(after) &&
    /保留|取|精确|小数|有效/.test(before + after)
  )
    return 'skip';
  if (/(?:精确到|保留(?:到)?|四舍五入到|π\s?(?:取|≈|=|约为|按))\s?$/.test(before)) return 'skip';
  if (/(?:不是|并非|而非|不等于|≠|\bnot)\s?$/.test(before)) return 'skip';
  if (/(?:周|星期|礼拜)$/.test(before) && /^[一二三四五六]$/.test(text.slice(start, end)))
    return 'skip';
  if (/分(?:成|为|作)?$/.test(before) && /^\s?步/.test(after)) return 'skip';
  const bound = boundKind(text, sign.start, stop);
  if (bound !== null) return bound;
  if (/^(?:多|余|来|几)(?!少)/.test(after) || /^(?:多|余)(?!少)/.test(beyond)) return 'vague';
  if (/(?:几|好几|数)$/.test(before) && /^[十百千万亿]/.test(text.slice(start, end)))
    return 'vague';
  if (/^\s?兆(?![瓦赫帕字])/.test(after)) return 'vague';
  if (/^\s?(?:[π√a-zA-Z](?![A-Za-z])|\\pi|\\sqrt)/.test(after) && stop === end) return 'vague';
  if (/(?:√|\\sqrt\s?\{?|[∛])$/.test(before)) return 'vague';
  return 'value';
}

/** The number of a list item: `1. …`, `2、…`, `(3) …` at the start of a line. */
function isItemNumber(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  const line = text.slice(Math.max(0, start - 6), start);
  if (!/(?:^|\n)[\s#>*-]*\(?$/.test(line) && !(start <= 6 && /^[\s#>*-]*\(?$/.test(line)))
    return false;
  return /^(?:[.、]\s?(?!\d)\S|[.)、]\s+\S|\)\s?[^\s\d.。,])/.test(text.slice(end, end + 4));
}

/** True where Chinese numerals mean a quantity: 一 in 一共, 十 in 十分 and 万 in 万一 do not. */
function isChineseQuantity(text: string, start: number, end: number, hasUnit: boolean): boolean {
  const core = text.slice(start, end);
  const before = text[start - 1] ?? '';
  const after = text.slice(end, end + 2);
  if (core === '半') return hasUnit;
  if (core === '零' && /^[件钱食售散碎星头部]/.test(after)) return false;
  // 十分抱歉 is an adverb, 十分 and 十分钟 are quantities.
  if (core === '十' && /^分(?:\p{Script=Han}(?<![钟之的和与或到至了吧]))/u.test(after))
    return false;
  if (/^[壹贰叁肆伍陆柒捌玖拾佰仟零〇]$/.test(core) && !hasUnit && !isClauseEnd(after))
    return false;
  if (/^[百千万亿佰仟]+$/.test(core)) return false;
  if (core === '一' && '之其唯统任同单逐专不万'.includes(before) && before !== '') return false;
  if (
    core === '一' &&
    /^(?:下|点|些|样|定|起|共|直|旦|切|边|面|时|般|律|致|向|再|概|味|番|同|并|来|带|度|部分|元|次(?:性|函|项)|位小|者|侧)/.test(
      text.slice(end, end + 2),
    )
  )
    return false;
  if (core === '两' && /^(?:者|边|侧|旁|方面|端|极|岸|位小)/.test(after)) return false;
  if (hasUnit || isClauseEnd(after)) return true;
  if (/分之|[%‰折成点]/.test(core)) return true;
  // Two and more numerals with a unit of ten are a number before any word: 十二苹果.
  return core.length > 1 && /[十百千万亿拾佰仟廿卅]/.test(core) && !/^(?:分|全|足)/.test(after);
}

function isClauseEnd(after: string): boolean {
  return /^\s?(?:$|[,.。;!?:、)\]】」』”"'\n=+\-×÷/*}>]|和|与|或|到|至|了|吧|的)/.test(after);
}
