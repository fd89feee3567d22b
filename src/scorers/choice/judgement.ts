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
  /^(?:(?:因此|所以|因而|故|综上)\s*)?(?:(?:最终|正确)?答案?|判断|结论|结果)?(?:应?该?[是为])?[\s:"'“(【[\]】]*(?:(是的?|对的?|正确的?|没错|成立|属实|真|√|✓|✔|✅|☑|t|true|yes|right|correct|同意|可以|能|会|有)|(不是的?|不对的?|不正确的?|并不正确|错误?的?|否|不成立|不属实|假|×|✗|✘|❌|✖|f|false|no|wrong|incorrect|不同意|不可以|不能|不会|没有))[\s"'”)】\]]*$/i;

const YES_WORDS = `没有?错误?|无误|(?<!不)正确|(?<!不)成立|(?<!不)属实|(?<!不)符合(?:事实|题意|要求)?|对的|(?:是|为|:|\\s|^)对(?=$|[,。;.!\\n])|√|✓|✔|✅|☑|\\btrue\\b|\\byes\\b|\\bcorrect\\b`;
const NO_WORDS = `不(?:太|够|完全|尽|一定)?(?:正确|准确|对|成立|属实|符合(?:事实|题意|要求)?)|有误|错误|是错|(?:是|为|:|\\s|^)错(?=$|[,。;.!\\n的])|×|✗|✘|❌|✖|\\bfalse\\b|\\bincorrect\\b|\\bwrong\\b|\\bnot\\s+(?:true|correct|right)`;
const WORDS = new RegExp(`(${NO_WORDS})|(${YES_WORDS})`, 'gi');

/** After these the verdict itself is given. */
const ANNOUNCES =
  /(?:答案|判断|结论|结果|因此|所以|故|综上|可见|(?:这|该|此|上述|题干|题目|以上|本)(?:个|种|句|一|项|道)?(?:话|说法|命题|观点|陈述|表述|论断|判断|结论|句子|题|叙述|描述)|说法|命题|\banswer\b|\bstatement\b|\bso\b|\btherefore\b)[^。;!?\n]{0,24}$/i;

const CONDITIONAL = /如果|若|是否|是不是|能否|判断.{0,12}(?:是否|对错|正误)|whether/i;

/** Reads the answer to a true-or-false question; null when it does not settle on one side. */
export function readVerdict(text: string): Verdict | null {
  const clauses = clausesOf(text);
  for (const [at, rule] of [
    [0, 'judgement-first'],
    [clauses.length - 1, 'judgement-last'],
  ] as const) {
    const clause = clauses[at];
    const bare =
      clause === undefined || clause.end - clause.start > 24
        ? null
        : BARE.exec(text.slice(clause.start, clause.end));
    if (clause !== undefined && bare !== null) {
      return { yes: bare[1] !== undefined, start: clause.start, end: clause.end, rule };
    }
  }
  let announced: Verdict | null = null;
  const sides = new Set<boolean>();
  let last: Verdict | null = null;
  for (const match of text.matchAll(WORDS)) {
    const start = match.index;
    const end = start + match[0].length;
    const left = text.slice(Math.max(0, start - 40), start);
    const clause = left.slice(left.search(/[^,。;!?\n]*$/));
    if (CONDITIONAL.test(clause) || /^.{0,2}(?:吗|\?)/.test(text.slice(end, end + 4))) continue;
    const verdict: Verdict = { yes: match[2] !== undefined, start, end, rule: 'judgement-marker' };
    sides.add(verdict.yes);
    last = { ...verdict, rule: 'judgement-word' };
    if (ANNOUNCES.test(left)) announced = verdict;
  }
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
