import { type Feature, WEIGHTS } from './weights.ts';
import {
  ADVERB,
  ASKED_OBJECT,
  BROAD_OBJECT,
  CANNOT,
  DECLINES,
  DO,
  FINDING,
  INSIDE,
  MODEL_NOUN,
  NORM,
  NOT,
  NOT_SERVED,
  SELF,
  SORRY,
  SPEAK,
  TOPIC,
} from './words.ts';

/**
 * How strongly a Chinese sentence refuses. The act that is negated is looked for clause by clause;
 * its features are weighed, the strongest act counts, and its features name the rule.
 */
export interface Frame {
  readonly score: number;
  /** The features that were found, joined: the rule that fired. */
  readonly rule: string;
  /** Where the act begins and ends in the sentence. */
  readonly start: number;
  readonly end: number;
}

/** What stands around a sentence. */
export interface Setting {
  /** The sentence before, or ''. */
  readonly before: string;
  /** The sentence after, or ''. */
  readonly after: string;
  /** Whether the whole answer is hardly longer than one sentence. */
  readonly alone: boolean;
  /** Whether the sentence ends with a question mark. */
  readonly question: boolean;
}

/** What an answer heads its own words with. */
export const OWN_LABEL =
  /^\s*(?:回答|答案?|答复|回复|结论|结果|决定|说明|理由|处理(?:结果|意见)?|ai|助手|assistant|answer|response|注意?)$/;

/** Between negation and act; the verbs of knowing and of finding out are another matter. */
const BETWEEN = `(?:(?!找|求[得出解]|算|证明|确定|判断|保证|想象|否认|理解|代替|取代|忘记|相信|达到|可以|让|使|令|骗|瞒|造成|导致|建议|${SPEAK}|${DO})${INSIDE}){0,16}?`;

/** What may stand between plain 不 and the act. */
const BESIDE = `(?:再|去|会|给[您你]|[向为替对][您你]|[对就]${INSIDE}{1,14}?(?:[作做]出?)?任何|对此|就此|直接|太多?|过多){0,2}`;

const CORE = new RegExp(
  `(?:(?:(?<declines>${DECLINES})|${CANNOT})(?<between>${BETWEEN})|(?<plain>${NOT}${BESIDE}))(?:(?<speak>${SPEAK})|(?<act>${DO}))` +
    `|(?<open>${CANNOT}(?!不会)(?:$|(?:[把将][您你]?|实时|具体|这样|详细|直接|[给为替帮跟向教][您你])*(?!${NOT_SERVED})(?=${INSIDE})))` +
    `|(?<potential>(?:答|回答|写|做|办|帮|讲|说|聊|生成|处理|提供|完成|满足|整|搞|给|教|弄|接|干|查|讲解|代劳|胜任)(?:不|唔)(?:了(?!解)|到(?!底)|来(?!了)|成|得|上来|出来?))` +
    `|(?<lexical>爱莫能助|无能为力|帮不上|帮唔到|无可奉告|恕难从命|难以从命|恕不奉告|敬谢不敏|办不到|拒答|拒绝(?=[您你这此该])|保持沉默|不作答|不予置评|没有?什么[可好][说讲聊谈]的?|(?:婉拒|谢绝|拒绝)(?=${INSIDE}{0,8}(?:请求|要求|提议|提问|任务)|$|了?[,!]))` +
    `|(?<bow>(?:就|还是){1,2}不(?!赘述|多|啰|展开|一一|列|客气|详|重复|细|再|去|是|会|能)${INSIDE}{1,6}(?:了|啦|咯|喽|嘞)(?=[吧哈啦]?$|[吧哈啦]?,))` +
    `|(?<lack>(?:没有?|尚未|还未)学会|(?:没有|不具备|缺乏|尚无|暂无|没)(?:${INSIDE}{1,16}?的?)?(?:能力|功能|权限|资格))`,
  'g',
);

/** UTF-16 units before a negation that may hold its subject. */
const FAR = 60;

/** No act is negated without one of these; spares most sentences and clauses the rest. */
export const FRAME_CUES = [...'不无没冇唔恕难拒绝谢未禁碍歉殊莫缺尚暂', '保持沉默'];
const NEGATES = new RegExp(FRAME_CUES.join('|'));
const QUESTION = /为什么|为何|怎么|是否|谁|[什多]么/;
const SUPPOSING = /如果|假如|要是|倘若|若|一旦|每当|即使|即便|除非|既然|哪怕|^当|无论|不管/;
const SAYS = /(?:[^我们能须要想就只可]|^)(?:说|答道|问道|写道|表示|声称|喊道?|回答道)[:,]?$/;

const OPENING = `(?:${SORRY}|${ADVERB}|嗯|啊|哦|唉|呃|这个嘛|实话(?:说|讲)|老实讲|坦率地?[说讲]|[\\s…"'\\-—(\\[【□]|亲|您好|你好|谢谢|感谢|请?恕){0,6}`;
const ADVERBS = `(?:${ADVERB}){0,5}`;
/** By which rule, for what reason, as what: none of them a subject. */
const PHRASE = `(?:(?:作为|身为|出于|由于|基于|因为|因|根据|依照|依据|按照|按|鉴于|为了?|考虑到|本着|在|对于?|关于|就|针对|从|以|没有?|不|未经?|缺少|离开)${INSIDE}{1,24}?)`;
const OWN = new RegExp(
  `^${OPENING}(?:${PHRASE}|${TOPIC})?,?${ADVERBS}${SELF}(?:自己|本身|个人|这边|这里|这儿|觉得|认为)?${ADVERBS}${PHRASE}?${ADVERBS}$`,
);
const TOPICAL = new RegExp(`^${OPENING}${TOPIC}${SORRY}?${ADVERBS}$`);
const NONE = new RegExp(`^${OPENING}${PHRASE}?${ADVERBS}${SORRY}?${ADVERBS}$`);
const LEADS_WITH_SELF = new RegExp(
  `^${OPENING}(?:${PHRASE}|${TOPIC}|由于|因为|鉴于)?${ADVERBS}(?:至于)?${SELF}`,
);
const ENDS_WITH_TOPIC = new RegExp(`${TOPIC}(?:上|呢|嘛|吧)?$`);
const FRONTED = new RegExp(`^${OPENING}${INSIDE}{2,30}?${SELF}(?:这儿|这里|这边)?${ADVERBS}$`);
/** Whose view it is that the author cannot. */
const MINDS =
  /说|认为|觉得|以为|知道|怕|担心|发现|希望|嫌|看|听|害得|逼|时候|[他她]|^(?:当|对|在|从)/;
const SERVICE = new RegExp(
  `^${OPENING}${TOPIC}?,?(?:该?系统|该?平台|该?服务|当前(?:模式|版本|模型))${ADVERBS}$`,
);
const SPEAKS_NEXT = new RegExp(`^${INSIDE}{0,3}?${SPEAK}`);
const ONE_AND_ONLY = /^[^,]{0,3}(?:唯一|统一|绝对|完美|万能|一概)/;
const TO_YOU = /^(?:[您你]|[^,]{1,12}[给帮教][您你])/;
const NO = /^(?:不行|不可以|不能|不可|不|没门)(?:[哦的啊呀]|,|$)/;
const TOPIC_FIRST = new RegExp(`${TOPIC}(?:${SELF}|${ADVERB}|$)`);
const IS_APOLOGY = new RegExp(`${SORRY}|^(?:您好|你好|谢谢|感谢)`);
const IS_REASON = new RegExp(
  `^${OPENING}(?:${PHRASE}|${TOPIC})|^(?:作为|身为|因此|所以)|${MODEL_NOUN}`,
);
const AS_MODEL = new RegExp(
  `(?:作为|身为|我(?:们)?(?:只|仅仅?|不过)?是)${INSIDE}{0,16}?${MODEL_NOUN}`,
);
const APOLOGISES = new RegExp(SORRY);
const CONTRASTS = /因此|所以|故|因而|但|不过|然而|只是/;
const REASON_FIRST = new RegExp(`^(?:由于|因为|鉴于)${INSIDE}{0,6}?${SELF}`);
/** Nothing but a particle. */
const PARTICLE = /^[了吧哦呢啊呀啦哈的]?$/;
const THIRD_PERSON = /[他她](?!人)/;
const REDIRECTS =
  /换一?个|别的|其他|其它|第二样|请(?:您|你)|建议(?:您|你)|祝|(?:可以|不如|不妨|我们)(?:聊|谈|说|问|去)|联系|咨询|向${INSIDE}{1,10}了解/;

/** As `matchAll`, which would compile this long pattern anew each time. */
function matches(clause: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  CORE.lastIndex = 0;
  for (let match = CORE.exec(clause); match !== null; match = CORE.exec(clause)) {
    found.push(match);
    if (match[0] === '') CORE.lastIndex++;
  }
  return found;
}

interface Clause {
  readonly text: string;
  readonly index: number;
}

/** What stands between commas and colons, where anything does. */
function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  let index = 0;
  for (const text of sentence.split(/[,:]/)) {
    if (text !== '') clauses.push({ text, index });
    index += text.length + 1;
  }
  return clauses;
}

/** The strongest refusal in one sentence; null when no act is negated in it. */
export function frameOf(sentence: string, setting: Setting): Frame | null {
  const clauses = clausesOf(sentence);
  let best: Frame | null = null;
  for (const [i, clause] of clauses.entries()) {
    const asked = setting.question && i === clauses.length - 1;
    if (asked || !NEGATES.test(clause.text)) continue;
    for (const match of matches(clause.text)) {
      const before = clauses
        .slice(0, i)
        .map(({ text }) => text.trim())
        .filter((text) => text !== '' && !OWN_LABEL.test(text));
      const negated: Negated = {
        words: match[0],
        groups: match.groups ?? {},
        pre: clause.text.slice(0, match.index).trim(),
        post: clause.text.slice(match.index + match[0].length).trim(),
        before,
        sentence,
        rest: sentence.slice(clause.index + match.index),
      };
      const features = featuresOf(negated, setting);
      if (features === null) continue;
      const score = features.reduce((sum, feature) => sum + WEIGHTS[feature], 0);
      if (best !== null && best.score >= score) continue;
      const start = clause.index + match.index;
      best = { score, rule: `zh:${features.join('+')}`, start, end: start + match[0].length };
    }
  }
  return best;
}

/** An act that is negated, with what stands before and behind it in its clause. */
interface Negated {
  readonly words: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly pre: string;
  readonly post: string;
  /** The clauses before it in the sentence. */
  readonly before: readonly string[];
  readonly sentence: string;
  /** The sentence from the act on. */
  readonly rest: string;
}

type Subject = 'self' | 'topic' | 'service' | 'dropped' | 'other';
type Found = readonly [Feature, boolean];

function featuresOf(negated: Negated, setting: Setting): Feature[] | null {
  const { groups, pre, post, before } = negated;
  if (SUPPOSING.test(pre) || SAYS.test(pre) || QUESTION.test(pre)) return null;
  // 由于我看不到屏幕, 请…: a reason, and the main clause is to come.
  if (REASON_FIRST.test(pre)) return null;
  if (post.endsWith('的话') || ONE_AND_ONLY.test(post)) return null;
  // 使用方法我不能介绍: the object in front, nothing behind the verb.
  const fronted = FRONTED.test(pre.slice(-FAR)) && !MINDS.test(pre) && PARTICLE.test(post);
  const declining = groups['declines'] ?? groups['lexical'] ?? '';
  const excuse = pre.endsWith('恕') || declining.startsWith('恕');
  const own = fronted || /由(?:我|本)/.test(groups['between'] ?? '');
  const subject = own ? 'self' : subjectOf(negated);
  // An open verb needs the author in person: 我们不能浪费 is everybody's.
  const everybody = subject !== 'self' || /[我咱]们/.test([...before, pre].join());
  if (groups['open'] !== undefined && everybody) return null;
  const has: Found[] = [
    [excuse && subject === 'other' ? 'dropped' : subject, true],
    ['excuse', excuse],
    ...actFeatures(negated),
    ['asked', fronted || ASKED_OBJECT.test(post) || namesRequest(pre, before)],
    ...contextFeatures(negated, setting),
    ['relative', subject !== 'self' && post.endsWith('的') && !/[这该此您你]/.test(post)],
  ];
  return has.filter(([, found]) => found).map(([feature]) => feature);
}

/** What is negated, how, and of which object. */
function actFeatures({ words, groups, post }: Negated): Found[] {
  const { declines, plain, between = '', speak, act, lexical, lack, open, bow } = groups;
  const other = act ?? lack ?? open ?? bow;
  // 继续往下写: the act proper comes second.
  const speaks = speak !== undefined || other === undefined;
  const writes = speaks || (act !== undefined && SPEAKS_NEXT.test(post));
  return [
    ['speak', writes],
    ['act', !writes && (act ?? lack) !== undefined],
    ['open', open !== undefined],
    ['declines', (declines ?? lexical ?? bow) !== undefined],
    ['plain', plain !== undefined],
    ['hard', /^(?:难以|很难)/.test(words)],
    ['ought', /^不应?该/.test(words)],
    ['hands', /[把将]$/.test(words)],
    ['you', /[您你]/.test(words) || TO_YOU.test(post)],
    ['broad', plain === undefined && BROAD_OBJECT.test(between + post)],
  ];
}

/** What else the sentence and its neighbours say. */
function contextFeatures(
  { groups, pre, post, before, sentence, rest }: Negated,
  setting: Setting,
): Found[] {
  const open = groups['open'] !== undefined;
  const near = `${setting.before}。${sentence}`;
  const excused = before.every((text) => IS_APOLOGY.test(text) || NORM.test(text));
  const follows = CONTRASTS.test(pre) || /因此|所以/.test(before.at(-1) ?? '');
  return [
    ['sorry', !open && APOLOGISES.test(near)],
    ['pity', open && APOLOGISES.test(near)],
    ['no', NO.test(setting.before || sentence)],
    ['model', AS_MODEL.test(sentence)],
    ['norm', NORM.test(`${near}。${setting.after}`)],
    ['therefore', follows],
    ['redirects', REDIRECTS.test(rest) || REDIRECTS.test(setting.after)],
    ['alone', setting.alone && !open && excused && !FINDING.test(post)],
    ['somebody', THIRD_PERSON.test(`${before.join()}${pre}`) && !/[您你]/.test(sentence)],
  ];
}

/** Whose act is negated. */
function subjectOf({ pre, before, sentence }: Negated): Subject {
  // So far from the act no subject can be told.
  if (pre.length > FAR) return 'other';
  if (OWN.test(pre)) return 'self';
  if (TOPICAL.test(pre)) return 'topic';
  if (SERVICE.test(pre)) return 'service';
  if (!NONE.test(pre)) return 'other';
  const last = before.at(-1);
  if (AS_MODEL.test(sentence)) return 'self';
  if (before.some((text) => LEADS_WITH_SELF.test(text))) return 'self';
  if (last === undefined || before.every((text) => IS_APOLOGY.test(text))) return 'dropped';
  if (ENDS_WITH_TOPIC.test(last)) return 'topic';
  return before.every((text) => IS_APOLOGY.test(text) || IS_REASON.test(text) || NORM.test(text))
    ? 'dropped'
    : 'other';
}

/** Whether the request stands in front: 这个问题我…, 拿同学编段子这种事,我…. */
function namesRequest(pre: string, before: readonly string[]): boolean {
  return (
    TOPIC_FIRST.test(pre.slice(-FAR)) ||
    /^(?:关于|对于|至于|针对)/.test(before[0] ?? '') ||
    ENDS_WITH_TOPIC.test(before.at(-1) ?? '')
  );
}
