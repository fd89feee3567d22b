import type { Run } from './runs.ts';

/** Characters looked at before a label; a condition further off is another sentence's. */
const REACH = 120;

const SENTENCE_BREAK = /[。;!?\n]|[.](?=\s)/g;

/** Conditions on the question itself; 「如果只能选一个」 asks for the answer all the same. */
const CONDITION =
  /(?:如果|若(?![干有无])|假如|假设|假若|假使|假定|要是|倘若|倘使|倘或|万一|换成|改成问|改问|\bif\b|\bhad the\b|\bwere the\b|\bsuppos(?:e|ing)\b|\bassuming\b|\bunless\b)(?!.{0,6}(?:只能|只选|必须|一定要|非要|非得|我没|理解|\bI had to|\bI must|\bI have to))/i;

/** What follows from these holds without the condition: 若x=2，则y=4，所以选B. */
const CONCLUSION =
  /[,。]\s*(?:但是?|而|不过)?(?:这里|这题|本题|此题|现在|题目问|原题)|但|所以|因此|因而|∴|综上|故(?!事|意|障)|\b(?:so|therefore|thus|hence)\b/gi;

const REVISION = /不对|错了|更正|修正|纠正|订正|重新|\bwait\b|\bcorrection\b/i;

/** True where the label is the answer to another question: 答案：B。如果问第二长，则选A. */
export function isConditional(text: string, run: Run): boolean {
  const left = text.slice(Math.max(0, run.start - REACH), run.start);
  const sentence = sentenceEnd(left);
  if (!CONDITION.test(afterConclusion(sentence))) return false;
  const before = left.slice(0, left.length - sentence.length);
  return !REVISION.test(sentence) && !REVISION.test(before.slice(-12));
}

function afterConclusion(sentence: string): string {
  const last = [...sentence.matchAll(CONCLUSION)].at(-1);
  return last === undefined ? sentence : sentence.slice(last.index + last[0].length);
}

function sentenceEnd(left: string): string {
  const last = [...left.matchAll(SENTENCE_BREAK)].at(-1);
  return last === undefined ? left : left.slice(last.index + 1);
}

const CONDITIONAL_CHOICE =
  /(?:如果|若|假如|假设|假若|要是|倘若)(?!选|答案)[^,。;!?\n]{2,40}选(?:择|项)?\s*$/;

/** 「如果问最长选B」: an answer under a condition, unlike 「如果选B」. */
export function isChosenOnCondition(text: string, run: Run): boolean {
  return CONDITIONAL_CHOICE.test(text.slice(Math.max(0, run.start - 48), run.start));
}

const ASIDE = `(?:就|应该?|该|正确|会|答案|选项?|择|是|为|在于|the|answer|option|it|is|be|\\s|:|["'“(])*$`;
const MAYBE = new RegExp(
  `(?<![不没])(?:可能|或许|也许|大概|兴许|要么|\\b(?:may|might|could))${ASIDE}`,
  'i',
);
const OR_MAYBE = new RegExp(
  `^[^\\n]{0,20}?(?<![更最但是却不])(?:可能|或许|也许|兴许|要么|\\b(?:may|might|could))${ASIDE}`,
  'i',
);
const ALSO_MAYBE = new RegExp(
  `^[^\\n。;]{0,16}?[,。;]?\\s*(?:也|又|还|亦|或者?)\\s*(?:很|说不定)?有?(?:可能|许)${ASIDE}`,
);
const NOT = /不是\s*(?:选项?|答案是?)?\s*$/;
const THEN = /^[^。;\n]{0,8}?,?\s*(?:就|便)是\s*(?:选项?|答案是?)?\s*$/;

/** Two labels of which the answer leaves open which: 可能是A，也可能是B; 要么选A，要么选B; 不是A就是B. */
export function leavesOpen(text: string, a: Run, b: Run): boolean {
  if (b.start <= a.end || b.start - a.end > 48) return false;
  const between = text.slice(a.end, b.start);
  if (ALSO_MAYBE.test(between)) return true;
  const left = text.slice(Math.max(0, a.start - 16), a.start);
  return (MAYBE.test(left) && OR_MAYBE.test(between)) || (NOT.test(left) && THEN.test(between));
}

const CANNOT =
  /(?:无法|不能|没法|难以|不便|无从|未能)(?:够|准确|直接|为您|给出|进行|明确|对)*[^,。;!?\n]{0,8}(?:判断|确定|确认|回答|作答|选择|判定|断定|得出|提供|评价|评论|讨论)|不清楚|不知道|不确定|不了解|不敢确定|说不准|\b(?:cannot|can't|can not|unable to|not able to|don't know|do not know|not sure|won't|not certain)\b/i;

/** True inside a sentence that declines to judge: 抱歉，我无法判断长江是否符合题意. */
export function isDeclined(text: string, run: Run): boolean {
  const head = sentenceEnd(text.slice(Math.max(0, run.start - REACH), run.start));
  const turn =
    /(?:但|不过|然而|却|\bbut\b|\bhowever\b)(?![\s\S]*(?:但|不过|然而|却|\bbut\b|\bhowever\b))/i;
  const at = turn.exec(head);
  const from = at === null ? head : head.slice(at.index);
  const tail = /^[^。;!?\n]{0,60}/.exec(text.slice(run.end, run.end + 60))?.[0] ?? '';
  return CANNOT.test(from) || CANNOT.test(tail.split(/但|不过|然而/, 1)[0] ?? '');
}
