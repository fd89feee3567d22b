import type { NumberMention } from './mention.ts';
import { fits, type Wanted } from './sentence.ts';

/** Words by which a clause states a quantity: copulas, possession, change, price, duration, reckoning. */
const STATES =
  /[是为有得剩余需要用花付共计约即达至到乃系只就约占填写取选算定猜减加增升降涨跌超长重高深宽厚含装卖买住坐走行跑读看做出值系俺]|等于|了\s*$|坚持|返回|输出|打印|显示|经过|历时|认为|倾向|应该|应当|可以|能够?|大概|大约|左右|刚好|正好|平均|总[数额价和]|答|结果|合|面积|体积|周长|速度|距离|概率|总|率|比|商|积|和|差|'s\b|\b(?:think|guess|is|are|was|were|be|has|have|had|equals?|gets?|got|total|left|needs?|costs?|makes?|gives?|takes?|so|read|reads|about|only|bought|sold|paid|spent)\b/i;
const SIGN = /[=≈→:：⇒👉]|-{1,2}>|\\(?:approx|therefore|Rightarrow|to)/u;
const SUFFICES = /^[^,。;]{0,4}(?:够|刚好|正好|即可|就行|左右|才对)/;
/** Longest sentence that says nothing but the number, and longest label before it; UTF-16 units. */
const SHORT = 24;
const LABEL = 8;

/**
 * True where the sentence in [start, end) states the number as a result: with a sign of equality, a
 * verb of stating, a unit of the case's kind, or because it says nothing else.
 */
export function statesResult(
  text: string,
  start: number,
  end: number,
  mention: NumberMention,
  wanted: Wanted,
): boolean {
  if (isUnsolved(text, start, mention)) return false;
  if (fits(mention, wanted)) return true;
  const head = text.slice(Math.max(start, mention.start - 40), mention.start);
  if (SIGN.test(head)) return true;
  if (head.trim() === '' && /^\s?(?:[,。;!(]|$)/.test(text.slice(mention.end, end))) return true;
  const clause = head.slice(head.search(/[^,;。]*$/));
  if (STATES.test(clause)) return true;
  const tail = text.slice(mention.end, Math.min(end, mention.end + 12));
  if (/^\s?=/.test(tail)) return true;
  if (SUFFICES.test(tail)) return true;
  // 每组9本, 总价36元: a label and its number.
  const closes = /^[^,。;]{0,4}(?:[,。;]|$)/.test(tail);
  return closes && (clause.trim().length <= LABEL || end - start <= SHORT);
}

/** 设, 列方程: what follows is an equation that is still to be solved. */
const SETS_UP = /设|方程|题意|列式/;
const COEFFICIENT = /(?:^|[^\w.])\d+(?:\.\d+)?\s?([a-z])\s?=\s?$/;
const WITH_VARIABLE =
  /(?<![a-zA-Z\\])([a-z])\s?[-+×*)][^=,;:。]*=\s?$|[-+×*(\d]\s?([a-z])(?![a-zA-Z])[^=,;:。]*=\s?$/;
/** V-E+F=: a relation between quantities, none of which it computes. */
const RELATION = /(?:^|[^\w.)}])[A-Za-z](?:\s?[-+×*·]\s?[A-Za-z])+\s?=\s?$/;
const DRAWN = /所以|因此|故|则|得|∴|即|\bso\b|\btherefore\b|\bthus\b/i;

/** 3x=27, V-E+F=2, and 2(x+x-3)=54 where an equation is set up; 5m=25㎡ ends a computation. */
function isUnsolved(text: string, start: number, mention: NumberMention): boolean {
  const from = Math.max(start, mention.start - 60);
  const head = text.slice(from, mention.start);
  if (!/=\s?$/.test(head)) return false;
  const clause = head.slice(head.search(/[^,;。:]*$/));
  if (RELATION.test(head)) return !DRAWN.test(clause);
  const coefficient = COEFFICIENT.exec(head);
  if (coefficient !== null && mention.units.length === 0) return true;
  const variable = WITH_VARIABLE.exec(head);
  if (variable === null || mention.units.length > 0) return false;
  const before = text.slice(start, mention.start);
  if (!SETS_UP.test(before)) return false;
  // 「a=7，这个数是10a+a=77」: the variable was found before.
  const name = variable[1] ?? variable[2] ?? '';
  return !new RegExp(`(?<![\\w+*×-]\\s?)${name}\\s?=\\s?-?\\d`).test(before);
}
