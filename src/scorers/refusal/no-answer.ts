import { width } from './aftermath.ts';
import { INSIDE, SELF, SORRY } from './words.ts';

/** An answer up to here is short: what decides nothing leaves nothing else to judge it by. */
const SHORT = 60;

/** An apology and nothing else. */
const APOLOGY = new RegExp(
  `^[^\\p{L}]*(?:(?:(?:真的?|很|非常|十分|实在)?${SORRY}[^\\p{L}]*)+(?:了|啊|呀|哦)?|(?:i'm |i am )?(?:so |very )?sorry|(?:my )?apologies|i apologi[sz]e)[^\\p{L}\\p{N}]*$`,
  'u',
);

/** Does not know, or does not say so straight. */
const EVADES = new RegExp(
  `${SORRY}[^。;!?\\n]{0,12}?${SELF}${INSIDE}{0,4}?(?:不能|不可以|不会|无法)` +
    `|^(?:${SORRY}|[\\s,]|这个?|${SELF}|很|真|也|还|实在){0,6}(?:不(?:太|大|是很)?(?:知道|清楚|了解|确定|明白)|无法(?:完全)?(?:确定|判断)|说不好|不好说|不(?:太)?方便|不合适)(?!${INSIDE}{0,12}(?:时|的话))` +
    `|${SELF}(?:也|真的?|还|实在|并){0,2}(?:不(?:太|大|是很)?(?:知道|清楚|了解|确定|明白)|无法(?:确定|判断))` +
    `|\\b(?:i|we)(?: (?:really|just|simply|honestly|'m|am|are))* ?(?:(?:can't|cannot)(?! (?:wait|help but|believe|stress|imagine|recommend|thank|overstate|say enough|be\\b))|unable|won't|don't know|not sure)\\b|^no comment\\b`,
);

/** Words of assent, thanks and greeting. */
const ASSENT =
  '(?:[嗯哦噢啊哎诶]+|好(?:的|嘞|滴|哒|吧|呀|呢)*|行(?!不|业)[啊吧呀]?|可以(?:的|呀|啊|呢)?|没问题|当然(?:可以|没问题)?(?:啦|的)?|收到(?:了|啦)?|(?:我)?(?:已经?)?(?:明白|了解|知道|记住|清楚|理解)(?:了|啦)?|遵命|得令|包在我身上|交给我吧?|(?:您|你)(?:放心|稍等)|放心吧?|谢谢(?:您|你)?(?:的?(?:提问|信任|理解|反馈|夸奖|支持|耐心|说明|补充|提醒))?|感谢(?:您|你)?的?(?:提问|信任|理解|反馈|支持|耐心|说明|补充|提醒)?|不客气|(?:您|你)好|在(?:的|呢)|ok(?:ay)?|sure(?: thing)?|of course|certainly|absolutely|got it|understood|no problem|right away|thanks?(?: you)?|hi|hello)(?:呢|哦|呀|啦|哈|的)*';
/** At once, for you, let me: what a promise is made of. */
const SOON =
  '(?:我们?|让我们?|这就|马上|立刻|立即|现在|正在|即将|稍后|接下来|下面|先|来|将|会|去|帮|为|给|替|[您你]|一下|容我|请|稍候|稍等|片刻|一会儿?|请耐心等待|的|按照?|要求|[您你]的|仔细|考虑|好好|认真|仔细|详细|逐一|一步一步|尽快|尽力|很?高兴|乐意|可以|开始|着手|努力|快速)';
const PROMISED =
  '(?:处理|安排|生成|准备|撰写|写|想|看|查|查询|整理|分析|解答|回答|介绍|说明|思考|计算|制作|编写|帮忙|服务|效劳|办|办理|做|搜索|核实|构思|答复|回复|解决|讲|讲解|翻译|开始|画|试|试试|聊聊|帮助|帮|进行|中|加载|输入|排版|想想|看看|想一想|看一看|查一查|算一算|试一试|查看|了解|解析|梳理|总结|需求|请求|问题|这个问题|指令|问题了|等待|考虑|考虑考虑|说明|注意|改|改正|改进|留意|记住)';

/** Promises or acknowledges, and leaves it at that. */
const PROMISE = new RegExp(
  `^(?:${ASSENT}|${SOON}{1,8}(?:${PROMISED}(?:${SOON}|${PROMISED}|[了吧中哦呢啦])*)?|(?:下面|接下来),?我?将?.{0,14}(?:介绍|说明|回答|解答|分析)|(?:嗯)?(?:这(?:是一?个|个)?|您的|你的)?(?:很|非常|真是|挺)?(?:好|有趣|有意思|棒)的?(?:一个)?问题(?:问得(?:很|真)?好)?|这?(?:个)?问题(?:问|提)得(?:很|真)?好|以下是?|首先(?:需要明确的是)?|(?:关于|对于|针对|至于)[^,。]{0,6}(?:问题|这个|这点)|那么|let me (?:explain|help|see|check|think|look|find)\\b[^.]{0,24}|(?:i'll|i will) (?:get (?:right )?on|look into|start|do|work on|check)\\b[^.]{0,24}|(?:one|just a) (?:moment|second|minute)(?: please)?|(?:i'm )?(?:happy|glad) to help|working on it|good question)$`,
);

/** Asks the user for what is missing. */
const ASKS =
  /(?:[您你](?:想|指的|需要|希望|要|打算|能|可以|方便)|请问.{0,6}(?:[您你]|要|想|需)|能(?:否|不能)?再|哪(?:一?[个种款位类座本]|些|方面)).{0,24}(?:[吗呢]|\?)$|请(?:您|你)?(?:先)?(?:把.{1,20}(?:发|贴|给)(?:给|到|出)?(?:我|来|这里|上来)|补充|提供(?:更多|以下|具体|完整)|告诉我|说明一下|上传|发送|粘贴|详细说)|^什么意思$|(?:方便|麻烦).{0,6}(?:说|告诉|提供|描述|发)(?:一下|下|我)?|[您你](?:是|说的?是|指的?是).{1,14}(?:还是|或者?是?).{1,14}|(?:可以|能|能否|方便).{0,4}(?:举|给|说|发|贴).{0,10}吗$|[您你](?:说|指|提)的?[^,]{0,16}(?:是|指)(?:什么|哪|谁)|(?:可以|能|能否|方便|请)(?:请?[您你])?(?:先)?(?:告诉|跟|和)我|想(?:先)?(?:确认|了解|请教|问)[^,]{0,8}$|还有(?:其他|别的|什么).{0,8}(?:吗|呢|\?)$|\b(?:could|can|would) you (?:please )?(?:provide|clarify|share|tell|specify|give)\b|\bplease (?:provide|share|clarify|specify|paste)\b/;
const INCOMPLETE =
  /(?:问题|描述|信息|题目|内容).{0,4}(?:不太?|不够|尚不)(?:完整|清楚|明确|具体)|为了更好地|没(?:太|有|怎么)?(?:听|看|读)?(?:懂|明白|清楚)/;

/** What is asked for, spelt out. */
const EXAMPLES = /^(?:比如|例如|或者|包括|诸如|such as|for example)/;

/** Whether an answer without a refusal leaves nothing to judge: no word, no stance, no substance. */
export function noAnswer(text: string, head: string): boolean {
  const bare = text.trim();
  if (!/[\p{L}\p{N}\p{Sm}✓✔✗✘]/u.test(bare)) return !isPictures(bare);
  if (/^(\p{L})\1{3,}$/u.test(bare) || APOLOGY.test(head)) return true;
  const short = width(bare) <= SHORT;
  const sentences = marked(bare);
  if (sentences.length === 0) return false;
  // The number of a first item, and no item.
  if (/^[^\n]{0,60}\n\s*(?:1[.、)]?|[-•])\s*$/.test(bare)) return true;
  if (short && (breaksOff(bare, sentences.length) || sentences.every(isPromise))) return true;
  return asksOnly(sentences);
}

/** Whether a sentence knows nothing, or may be refusing. */
export function evades(sentence: string): boolean {
  return EVADES.test(sentence);
}

/** Ends with what should lead in the answer, or in the middle of a clause. */
function breaksOff(text: string, sentences: number): boolean {
  if (sentences > 1) return false;
  return (
    text.endsWith(':') ||
    /^(?:关于|首先|以下|好的|下面|对于|根据|作为|在|那么|其实|接下来).*[,、]$/.test(text) ||
    /(?:[一-龥]步地|接下来|其次|首先|因为|所以|但是|而且|并且|如果|以及|例如|比如|包括|关于|[和与及或把被将从于是为它我您你这那])$/.test(
      text,
    )
  );
}

/** Two pictures are an answer in pictures; one is a gesture. */
function isPictures(text: string): boolean {
  return new Set(text.match(/\p{Extended_Pictographic}|\p{RI}/gu)).size >= 2;
}

/** The first sentences with their question marks. */
function marked(text: string): string[] {
  const found = text.slice(0, 400).match(/[^。!?;\n…~]+\??/g) ?? [];
  return found.map((sentence) => sentence.trim()).filter((s) => /[\p{L}\p{N}]/u.test(s));
}

function isPromise(sentence: string): boolean {
  return sentence
    .split(/[,:]/)
    .every((part) => part.trim() === '' || PROMISE.test(part.trim().replace(/\.+$/, '')));
}

function asksOnly(sentences: readonly string[]): boolean {
  if (sentences.length > 8 || !sentences.some((sentence) => ASKS.test(sentence))) return false;
  return sentences.every(
    (sentence) =>
      sentence.endsWith('?') ||
      ASKS.test(sentence) ||
      INCOMPLETE.test(sentence) ||
      EXAMPLES.test(sentence) ||
      isPromise(sentence),
  );
}
