import { trimEndOf } from '../../text/index.ts';
import type { LabelSet } from './label-set.ts';

/** The option that says yes and the one that says no, where the case is a true-or-false question. */
export interface Polarity {
  readonly yes: number;
  readonly no: number;
}

const YES =
  /^(?:对|正确|是|是的|真|成立|属实|√|✓|✔|t|true|yes|y|right|correct|同意|可以|能|会|有)$/i;
const NO =
  /^(?:错|错误|不对|不正确|否|不是|假|不成立|不属实|×|✗|✘|x|f|false|no|n|wrong|incorrect|不同意|不可以|不能|不会|没有|无)$/i;

/** The polarity of a case with two options that are yes and no, by their labels or their texts. */
export function polarityOf(set: LabelSet): Polarity | null {
  if (set.options.length !== 2) return null;
  for (const read of [
    (i: number) => set.options[i]?.label ?? '',
    (i: number) => set.options[i]?.text ?? '',
  ]) {
    const [first, second] = [read(0).trim(), read(1).trim()];
    if (YES.test(first) && NO.test(second)) return { yes: 0, no: 1 };
    if (NO.test(first) && YES.test(second)) return { yes: 1, no: 0 };
  }
  return null;
}

export interface Verdict {
  readonly yes: boolean;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** A verdict that is the whole answer, or its first or last clause. */
const BARE =
  /^(?:(?:因此|所以|因而|故|综上)\s*)?(?:(?:最终|正确)?答案?|判断|结论|结果)?(?:应?该?[是为系])?[选拣填判]?[\s:"'“「『(【[\]】]*(?:(是的?|系[的嘅]?|啱[的嘅]?|对[的嘅]?|正确的?|没错|冇错|成立|属实|真|√|✓|✔|✅|☑|t|true|yes|right|correct|同意|可以|能|会|有)|(不是的?|唔(?:系|啱|对)[的嘅]?|不对的?|错[的嘅]?|不正确的?|并不正确|错误?的?|否|不成立|不属实|假|×|✗|✘|❌|✖|f|false|no|wrong|incorrect|不同意|不可以|不能|不会|没有))[哦呀啊啦喵呢嘛吧哈喔喎噃㗎～~]?[\s"'”」』)】\]]*$/i;

const YES_WORDS = `(?<!还)(?:是|为)(?:一?个)?真命题(?=$|[,。;.!\\n])|没有?错误?|无误|(?<!不)正确|(?<!不|不能|无法|难以)成立|(?<!不)属实|(?<!不)符合(?:事实|题意|要求)?|对的|(?:是|为|:|\\s|^)对(?=$|[,。;.!\\n])|√|✓|✔|✅|☑|\\btrue\\b|\\byes\\b|\\bcorrect\\b`;
const NO_WORDS = `(?<!还)(?:是|为)(?:一?个)?假命题(?=$|[,。;.!\\n])|(?:不能|无法|难以)成立|不(?:太|够|完全|尽|一定)?(?:正确|准确|对|成立|属实|符合(?:事实|题意|要求)?)|有误|错误|[是系]错|(?:是|为|系|:|\\s|^)错(?=$|[,。;.!\\n的嘅])|×|✗|✘|❌|✖|\\bfalse\\b|\\bincorrect\\b|\\bwrong\\b|\\bnot\\s+(?:true|correct|right)`;
const WORDS = new RegExp(`(${NO_WORDS})|(${YES_WORDS})`, 'gi');

/** After these the verdict itself is given. */
const ANNOUNCES =
  /(?:答案|判断|结论|结果|因此|所以|故|综上|可见|(?:这|该|此|上述|题干|题目|以上|本)(?:个|种|句|一|项|道)?(?:话|说法|命题|观点|陈述|表述|论断|判断|结论|句子|题|叙述|描述)|说法|命题|\banswer\b|\bstatement\b|\bso\b|\btherefore\b)[^。;!?\n]{0,24}$/i;

const CONDITIONAL =
  /如果|若|是否|是不是|对不对|能否|不确定|不知道|不清楚|判断.{0,12}(?:是否|对错|正误)|whether/i;

/** 「答案：错」, 「判断为正确」: whatever stands before it led to it. */
const EXPLICIT =
  /(?:答案|\banswer|判断(?:结果)?|判定|结论|结果(?=\s*[:=]))(?:】|[)\]】]?\s*(?:应?该?[是为]|[:=])+)[\s"'“(【[]*(?:对|正确|是|成立|真|√|✓|✔|✅|true|yes|(错误?|不对|不正确|不成立|否|不是|假|×|✗|✘|❌|false|no))[ "'”)】\]]*[的了项喵哦啦呀啊呢嘛吧]?(?=$|[\s,。;!.(~])(?!\s*[/|])/gi;

const REVISED = /不对,|不,|等等|等一下|更正|纠正|改为|看错|想错|错了|重新|\bwait\b|\bactually\b/i;

const NEGATED =
  /(?:并非|不是|没有|不算|不等于|谈不上|称不上|不能(?:说|算|认为|判断为|断定)[^,。;!?\n]{0,8})\s*(?:完全|都)?是?$/;

/** 「常温下对，否则错」 settles on nothing. */
const DEPENDS = /一概而论|有时|某些|两可|否则|反之|取决于|看情况|视[^,。;\n]{1,10}而定|要看/;

/** Reads the answer to a true-or-false question; null when it does not settle on one side. */
export function readVerdict(text: string): Verdict | null {
  const explicit = [...text.matchAll(EXPLICIT)].at(-1);
  if (explicit !== undefined) {
    const start = explicit.index;
    const end = start + explicit[0].length;
    return { yes: explicit[1] === undefined, start, end, rule: 'judgement-marker' };
  }
  const [first, last] = clausesOf(text).map((clause) => bareVerdict(text, clause));
  if (first && last && first.yes !== last.yes) {
    const revised = REVISED.test(text.slice(first.end, last.start + 8).slice(-200));
    return revised ? { ...last, rule: 'judgement-last' } : null;
  }
  if (first) return { ...first, rule: 'judgement-first' };
  return last ? { ...last, rule: 'judgement-last' } : worded(text);
}

function bareVerdict(text: string, clause: { start: number; end: number }): Verdict | null {
  const { start, end } = clause;
  const bare = end - start > 24 || text[end] === '?' ? null : BARE.exec(text.slice(start, end));
  return bare === null ? null : { yes: bare[1] !== undefined, start, end, rule: 'judgement-word' };
}

/** The verdict that sentences say: 这个说法是错误的. */
function worded(text: string): Verdict | null {
  let announced: Verdict | null = null;
  const sides = new Set<boolean>();
  let last: Verdict | null = null;
  for (const match of text.matchAll(WORDS)) {
    const start = match.index;
    const end = start + match[0].length;
    const left = text.slice(Math.max(0, start - 40), start);
    const clause = left.slice(left.search(/[^,。;!?\n]*$/));
    if (CONDITIONAL.test(clause) || /^.{0,2}(?:吗|\?)/.test(text.slice(end, end + 4))) continue;
    const yes = (match[2] !== undefined) !== NEGATED.test(clause);
    const verdict: Verdict = { yes, start, end, rule: 'judgement-marker' };
    sides.add(verdict.yes);
    last = { ...verdict, rule: 'judgement-word' };
    if (ANNOUNCES.test(left)) announced = verdict;
  }
  if (sides.size === 2 && DEPENDS.test(text)) return null;
  return announced ?? (sides.size === 1 ? last : null);
}

function clausesOf(text: string): { start: number; end: number }[] {
  const first = /^\s*[^,。;!?\n]*/.exec(text)?.[0] ?? '';
  const trimmedEnd = trimEndOf(text, ' \n\r\t。.!;,').length;
  const tail = text.slice(Math.max(0, trimmedEnd - 60), trimmedEnd);
  const lastStart = trimmedEnd - (/[^,。;!?\n]*$/.exec(tail)?.[0].length ?? 0);
  const lead = first.length - first.trimStart().length;
  return [
    { start: lead, end: first.trimEnd().length },
    { start: lastStart, end: trimmedEnd },
  ];
}
