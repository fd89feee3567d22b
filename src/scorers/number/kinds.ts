import { boundKind } from './bounds.ts';
import type { NumberMention, Sign } from './mention.ts';

interface Kind {
  readonly kind: NumberMention['kind'];
  readonly reserve: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const VALUE: Kind = { kind: 'value', reserve: false };
const VAGUE: Kind = { kind: 'vague', reserve: false };
const SKIP: Kind = { kind: 'skip', reserve: false };
/** Counts only where nothing else does. */
const RESERVE: Kind = { kind: 'skip', reserve: true };

const NAMED_NUMBER =
  /(?:No\.|№|(?:GB|ISO|IEC|IEEE|RFC|COVID|GPT)(?:\/[A-Z])?[\s-]?|\b(?:Python|Java|Node|PHP|Windows|iOS|Android|v|p|pp)\.?\s?|(?:拨打|热线|电话|工单号?|编号|尾号|邮编|QQ)[:为是]?\s?)$/i;
/** What has numbers in a book or a solution: 第2页, 第3步, 第1种情况 answer nothing. */
const PART_OF_TEXT =
  /^\s?(?:[页章节步段题条款问]|小[题问]|部分|册|单元|[个种](?:步骤|情况|情形|方法|方案|条件|例子|问题)|行(?=[^第]|$)|例|式|阶段|轮(?:计算|检查)|遍(?:计算|检查)|点(?=[,:、])|次(?:计算|尝试|检查|提问|回答))/;
const LABEL_BEFORE =
  /(?:步骤|\bstep|方法|解法|方案|情况|情形|(?<!比)例|图|(?<!代)表|公式|式子?|(?<!\d)题|小题|问题|章节|\bpart|\bmethod|\bcase|\bfigure|\btable|\bequation|\bno\.|№)\s?\(?$|(?<![#\s])#$/i;
const DENIED = /(?:不[是系]|唔[是系]|并非|而非|不等于|≠|\bnot)\s?$/;
/** x=-2（舍去）, x=4是增根. */
const REJECTED =
  /^\s?,?\s?\([^()\n=\d]{0,10}?(?:舍|增根|不合|不符)|^\s?,?\s?(?:应|要)?(?:舍[去弃]|[为是]增根|不合题意|不符合?题意)/;
const DECIMALS = /^\s?(?:位|个)?(?:小数|有效数字)|^\s?位/;
const ROUNDED_TO = /(?:精确到|保留(?:到)?|四舍五入到)\s?$/;
const PI = /(?<![\d)}\s]\s?)π\s?(?:取|≈|=|约为|按)\s?$/;

/** The kind of the amount in [start, end), by what stands on either side; its unit ends at `stop`. */
export function kindOf(text: string, { start, end }: Range, stop: number, sign: Sign): Kind {
  const before = text.slice(Math.max(0, sign.start - 10), sign.start);
  const after = text.slice(end, end + 8);
  if (sign.vague) return VAGUE;
  if (/第\s?$/.test(before)) return isPlace(text, start, end) ? RESERVE : SKIP;
  if (NAMED_NUMBER.test(before) || isItemNumber(text, start, end)) return SKIP;
  if (LABEL_BEFORE.test(before) && stop === end) return SKIP;
  if (isCitation(text, start, end)) return SKIP;
  // x1, CO2, A4; ¥84 and x=84 are quantities.
  if (/[A-Za-z_]$/.test(before) && !/(?:RMB|CNY|USD|EUR|HK)$/.test(before)) return SKIP;
  if (DECIMALS.test(after) && /保留|取|精确|小数|有效/.test(before + after)) return SKIP;
  if (ROUNDED_TO.test(before) || DENIED.test(before)) return SKIP;
  if (PI.test(before)) return RESERVE;
  // The denominator of a fraction that is no number: \frac{n(n+1)}{2}.
  if (/\}\s?\{\s?$/.test(before)) return VAGUE;
  // The exponent of what is no number: n^2.
  if (/(?<!\/)[a-zA-Z)\]]\s?\^\s?\{?\s?$/.test(before)) return VAGUE;
  if (REJECTED.test(text.slice(stop, stop + 24))) return SKIP;
  if (/(?:周|星期|礼拜)$/.test(before) && /^[一二三四五六]$/.test(text.slice(start, end)))
    return SKIP;
  if (
    /分(?:成|为|作)?\s?$/.test(before) &&
    /^\s?(?:步|个?(?:部分|步骤|方面|阶段|层次))/.test(after)
  )
    return SKIP;
  if (announcesList(text, sign.start, end)) return SKIP;
  // OCR: the digits of 3 6 元 are one number or two.
  if (/\d (?=\d$)/.test(text.slice(Math.max(0, start - 2), start + 1)) && end - start < 3)
    return VAGUE;
  const bound = boundKind(text, sign.start, stop);
  if (bound !== null) return bound === 'skip' ? SKIP : VAGUE;
  return isVague(text, { start, end }, stop, before) ? VAGUE : VALUE;
}

/** 二十多个, 几十个, 5兆, 3x, 12π, √2: a quantity of no one value that can be read. */
function isVague(text: string, { start, end }: Range, stop: number, before: string): boolean {
  const after = text.slice(end, end + 8);
  if (/^'\d{3}/.test(after) || /\d'$/.test(before)) return true;
  if (/^(?:\s?[多余]|来|几)(?!少)/.test(after)) return true;
  if (/^(?:多|余)(?!少)/.test(text.slice(stop, stop + 2))) return true;
  if (/(?:几|好几|数)$/.test(before) && /^[十百千万亿]/.test(text.slice(start, end))) return true;
  if (/^\s?兆(?![瓦赫帕字])/.test(after)) return true;
  if (/(?:√|\\sqrt\s?\{?|[∛]|根号)$/.test(before)) return true;
  if (/^(?:\s?根号|分之\s?(?:根号|√|π))/.test(after)) return true;
  return (
    stop === end &&
    /^\s?(?:[π√]|[a-zA-Z](?![A-Za-z])|[a-z]{2,3}(?=\s?[+\-=^)])|\\pi|\\sqrt)/.test(after)
  );
}

/** What a number is multiplied by and no unit: π, √2, 根号三. Empty where nothing is. */
export function symbolsAfter(text: string, end: number): string {
  return (
    /^\s?(?:π|\\pi\b|(?:分之)?\s?(?:√|∛|\\sqrt|根号)\s?\{?[\d一二三四五六七八九十]{0,6}\}?)/.exec(
      text.slice(end, end + 24),
    )?.[0] ?? ''
  );
}

const LISTED =
  /^\s?(?:[个种条点项类组步])?(?:步骤?|方面|部分|阶段|版本|选项|方[案法]|问题|要点|原因|说法|情况|可能|答案|\s?(?:options?|steps?|ways?|cases?|points?|methods?|things?|values?|pieces of)\b)/i;

/** 以下3个步骤, Here are 3 options, 3种说法：: counts what the text goes on to list. */
function announcesList(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 16);
  if (/^[点条项种个]:/.test(after)) return true;
  const listed = LISTED.exec(after);
  if (listed === null) return false;
  if (/^(?:的说法|供[^,。:]{1,6})?\s?:/.test(after.slice(listed[0].length))) return true;
  return /(?:以下|如下|下列|下[面述]|here are(?: the)?|following|these)\s?的?这?$/i.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

/** 第7个, 第三名, but no step and no page. */
function isPlace(text: string, start: number, end: number): boolean {
  if (PART_OF_TEXT.test(text.slice(end, end + 8))) return false;
  // 「第一，……」 counts arguments.
  const lead = text.slice(Math.max(0, start - 4), start);
  return !(/(?:^|[\n。;,])\s?第\s?$/.test(lead) && /^[,:、]/.test(text.slice(end, end + 1)));
}

/** The number of a list item or a footnote: `1. …`, `2、…`, `(3) …`, `[1] …` at the start of a line. */
function isItemNumber(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  const line = text.slice(Math.max(0, start - 6), start);
  const first = /(?:^|\n)[\s#>*-]*[([]?\^?$/.test(line);
  if (!first && !(start <= 6 && /^[\s#>*-]*[([]?$/.test(line))) return false;
  const after = text.slice(end, end + 4);
  if (/\[\^?$/.test(line)) return /^\]:?\s?(?:[^\s\]]|\n\[)/.test(after);
  return /^(?:[.、]\s?(?!\d)\S|[.)、]\s+\S|\)\s?[^\s\d.。,])/.test(after);
}

/** `12[1]`: a mark that points to a source. */
function isCitation(text: string, start: number, end: number): boolean {
  return (
    end - start <= 2 &&
    text[end] === ']' &&
    /[^\s(=×+*/是为得有共:[-]\s?\[\^?$/.test(text.slice(Math.max(0, start - 4), start))
  );
}

const IDIOM =
  /八九不离十|十有八九|一五一十|三三两两|七上八下|乱七八糟|三心二意|五花八门|四舍五入|千方百计|三言两语|一清二楚/;

/** True where Chinese numerals mean a quantity: 一 in 一共, 十 in 十分 and 万 in 万一 do not. */
export function isChineseQuantity(
  text: string,
  start: number,
  end: number,
  hasUnit: boolean,
): boolean {
  const core = text.slice(start, end);
  if (core.length < 5 && IDIOM.test(text.slice(Math.max(0, start - 4), end + 4))) return false;
  const before = text[start - 1] ?? '';
  const after = text.slice(end, end + 2);
  if (core.startsWith('百分')) return !/^[地确肯]/.test(after) || isClauseEnd(after);
  if (core === '半') return hasUnit;
  if (core === '零' && /^[件钱食售散碎星头部]/.test(after)) return false;
  // 十分抱歉 is an adverb, 十分 and 十分钟 are quantities.
  if (core === '十' && /^分(?:\p{Script=Han}(?<![钟之的和与或到至了吧]))/u.test(after))
    return false;
  if (/^[壹贰叁肆伍陆柒捌玖拾佰仟零〇]$/.test(core) && !hasUnit && !isClauseEnd(after))
    return false;
  if (/^[百千万亿佰仟]+$/.test(core)) return false;
  if (core === '一' && '之其唯统任同单逐专不万哪某'.includes(before) && before !== '') return false;
  if (
    core === '一' &&
    /^(?:下|点|些|样|定|起|共|直|旦|切|边|面|时|般|律|致|向|再|概|味|番|同|并|来|带|度|部分|元|次(?:性|函|项)|位小|者|侧)/.test(
      text.slice(end, end + 2),
    )
  )
    return false;
  if (core === '一' && /[上下]/.test(before) && /^[页步题层楼章节句回遍轮]/.test(after))
    return false;
  if (core === '两' && /^(?:者|边|侧|旁|方面|端|极|岸|位小)/.test(after)) return false;
  // 一个也没有 is none.
  if (core === '一' && /^\p{Script=Han}{1,2}[也都][没不]/u.test(text.slice(end, end + 5)))
    return false;
  if (hasUnit || isClauseEnd(after)) return true;
  if (/分之|[%‰折成点]|循环/.test(core) || after.startsWith('分之')) return true;
  // Two and more numerals with a unit of ten are a number before any word: 十二苹果.
  return core.length > 1 && /[十百千万亿拾佰仟廿卅]/.test(core) && !/^(?:分|全|足)/.test(after);
}

function isClauseEnd(after: string): boolean {
  return /^\s?(?:$|[,.。;!?:、)\]】」』”"'\n=+\-×÷/*}>]|和|与|或|到|至|了|吧|的)/.test(after);
}
