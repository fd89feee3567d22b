import type { Run } from './runs.ts';

/** Characters looked at before a label; a condition further off is another sentence's. */
const REACH = 120;

/** Every condition has one of these; most answers have none. */
const CONDITION_HINT = /[如若假倘万换问]|要是|\b(?:if|had|were|suppos|assum|unless)/i;

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
  if (!CONDITION_HINT.test(left)) return false;
  const sentence = conditionalSentence(left);
  if (!CONDITION.test(afterConclusion(sentence))) return false;
  const before = left.slice(0, left.length - sentence.length);
  return !REVISION.test(sentence) && !REVISION.test(before.slice(-12));
}

/** 「若换成2，答案是什么呢？此时就该选C了」: the condition stands in the sentence before. */
function conditionalSentence(left: string): string {
  const sentence = sentenceEnd(left);
  if (!/^\s*(?:\([^()]{0,6}:\s*)?(?:此时|这时|那时|那样|这样的话|那么?就)/.test(sentence))
    return sentence;
  const before = left.slice(0, left.length - sentence.length).replace(/[。;!?\s(]+$/, '');
  return sentenceEnd(before) + sentence;
}

function afterConclusion(sentence: string): string {
  const last = [...sentence.matchAll(CONCLUSION)].at(-1);
  return last === undefined ? sentence : sentence.slice(last.index + last[0].length);
}

/** The text from the last end of a sentence on. */
function sentenceEnd(left: string): string {
  for (let i = left.length - 1; i >= 0; i--) {
    const unit = left[i] as string;
    if ('。;!?\n'.includes(unit) || (unit === '.' && /\s/.test(left[i + 1] ?? ''))) {
      return left.slice(i + 1);
    }
  }
  return left;
}

const CONDITIONAL_CHOICE =
  /(?:如果|若|假如|假设|假若|要是|倘若)(?!选|答案)[^,。;!?\n]{2,40}选(?:择|项)?\s*$/;

/** 「如果问最长选B」: an answer under a condition, unlike 「如果选B」. */
export function isChosenOnCondition(text: string, run: Run): boolean {
  return CONDITIONAL_CHOICE.test(text.slice(Math.max(0, run.start - 48), run.start));
}

const ASIDE = `(?:就|应该?|该|正确|会|答案|选项?|择|是|为|系|在于|the|answer|option|it|is|be|\\s|:|["'“(])*$`;
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

const REQUESTS =
  /请(?:问|您|你|提供|把|将|补充|告[诉知]|确认)|麻烦|想(?:了解|知道|问)|[^,。;]吗|\?|能否|可否|贴出|\b(?:please|could you|would you)\b/i;
/** What comes before a text that is only spoken of, or given by the question. */
const TOPICS =
  /(?:首?先来?[看分算求写考]|来看|猜你|相关搜索|[热大][门家][都在]*搜[索:]?|为您推荐|推荐阅读|分析一下|考[查察]|涉及|关于|提到|已知|已给|题设|设|初[速始])[^。;!?\n]{0,24}$/;
const BREAKS_OFF = /[=+×÷]\s*$/;
const CUT = /(?:[,、:(-]|[的是为得与和及在将])\s*$/;

/** True where a sentence says something of the option's text: not a request, a topic or a torso. */
export function isAsserted(text: string, run: Run): boolean {
  const head = sentenceEnd(text.slice(Math.max(0, run.start - REACH), run.start));
  const tail = /^[^。;!\n]*/.exec(text.slice(run.end, run.end + REACH))?.[0] ?? '';
  const clause = tail.split(',', 1)[0] ?? '';
  if (REQUESTS.test(head + clause) || TOPICS.test(head)) return false;
  const end = text.slice(-8);
  if (BREAKS_OFF.test(end)) return false;
  return run.end + tail.length < text.length || tail.trim() === '' || !CUT.test(end);
}

const REREADS =
  /但|不过|然而|仔细|再[想看读验]|检查|复核|验证|检验|核对|其实|等等|重新|发现|\b(?:but|however|actually|wait|checking)\b/i;
const FAULTED =
  /^(?:选?项)?\s*(?:的?说法|这个答案)?(?:也|是|又|就|似乎|好像|并|都)*(?:不(?:太|够|完全)?(?:对|正确|成立|行|合适|准确|符合)|错|有误|站不住|\b(?:is|was)\s+(?:wrong|incorrect|not))/i;
const TURNS = /但|不过|然而|相比|相对|最终|综[合上]|还是选|当选|符合题|\bbut\b/i;

/** What is said of a label after a second look: 「经检查，A有误」. */
export function isReconsidered(text: string, run: Run): boolean {
  const head = sentenceEnd(text.slice(Math.max(0, run.start - 48), run.start));
  const tail = restOfSentence(text, run);
  return REREADS.test(head) && FAULTED.test(tail) && !TURNS.test(tail);
}

const RIVALS =
  /^(?:选?项)?\s*(?:好像|似乎|其实|说不定|应该|觉得)?(?:也|亦|同样)(?:是?(?:行|可以?(?:接受|成立|说通|算对)?|能选|可选|说得[通过]去?|不是不行|不是没有?可能|有可能|未尝不可|ok))(?=$|[,。;!\n)了的吧啊]|选)/i;

const RIVAL_BEFORE =
  /[,;。]\s*(?:但|不过|当然)?(?:也|又|亦|或者?|还)(?:有?可能|可以?|能|许|说不定)(?:会|应该)?(?:是|为|选|系|算)(?:选项)?\s*$/;

/** 「C也行」, 「也可以是C」, with no turn behind it. */
export function isRival(text: string, run: Run): boolean {
  const tail = restOfSentence(text, run);
  const left = text.slice(Math.max(0, run.start - 16), run.start);
  if (RIVAL_BEFORE.test(left) && !TURNS.test(tail)) return true;
  return RIVALS.test(tail) && !TURNS.test(tail);
}

function restOfSentence(text: string, run: Run): string {
  return /^[^。;!?\n]*/.exec(text.slice(run.end, run.end + 48))?.[0] ?? '';
}

const READING =
  /(?:^|[,;:。\n]|而|若|如)\s*(?:按照?|从|就|以|依照?)[^,。;\n]{1,16}?(?:看|来说|而言|角度|理解|讲|论|算|说|选|为|是|,)|理解[成为]|看[作成]|当[作成]|指的?是/;

const VARIES = /因[^,。;:]{1,8}而异|取决于|视[^,。;:]{1,10}而定|要?看(?:你|怎么|如何)/;

/** 「按长度选B，按名气选A」: one sentence, two answers, each to its own reading of the question. */
export function areReadings(text: string, a: Run, b: Run): boolean {
  if (b.start <= a.end || b.start - a.end > 48 || a.indices.join() === b.indices.join())
    return false;
  const between = text.slice(a.end, b.start);
  if (/[。!?\n]|但|不过|其实|所以|因此|应改|[更修]正|不对/.test(between)) return false;
  const before = sentenceEnd(text.slice(Math.max(0, a.start - 48), a.start));
  if (VARIES.test(before)) return true;
  return READING.test(between) && READING.test(before);
}
