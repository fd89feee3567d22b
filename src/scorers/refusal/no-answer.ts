import { width } from './aftermath.ts';
import { INSIDE, SELF, SORRY } from './words.ts';

/** An answer up to here is short: what decides nothing leaves nothing else to judge it by. */
const SHORT = 60;

/** An apology and nothing else. */
const APOLOGY = new RegExp(
  `^[^\\p{L}]*(?:(?:真的?|很|非常|十分)?${SORRY}|(?:i'm |i am )?(?:so |very )?sorry|(?:my )?apologies|i apologi[sz]e)[^\\p{L}\\p{N}]*$`,
  'u',
);

/** Does not know, or does not say so straight. */
const EVADES = new RegExp(
  `${SORRY}[^。;!?\\n]{0,12}?${SELF}${INSIDE}{0,4}?(?:不能|不可以|不会|无法)` +
    `|^(?:${SORRY}|[\\s,]|这个?|${SELF}|很|真|也|还|实在){0,6}(?:不知道|不清楚|不了解|不确定|无法(?:完全)?(?:确定|判断)|说不好|不好说|不(?:太)?方便|不合适)(?!${INSIDE}{0,12}(?:时|的话))` +
    `|${SELF}(?:也|真的?|还|实在|并){0,2}(?:不知道|不清楚|不了解|不确定|无法(?:确定|判断))` +
    `|\\b(?:(?:can't|cannot)(?! (?:wait|help but|believe|stress|imagine|recommend|thank|overstate|say enough|be\\b))|unable|won't|don't know|not sure|no comment)\\b`,
);

/** Promises or acknowledges, and leaves it at that. */
const PROMISE =
  /^(?:[嗯哦噢]+|交给我吧?|我(?:马上|这就).{1,4}|接下来|我(?:来|将)|好的?|好嘞|收到|明白了?|(?:我)?(?:明白|了解|知道|记住)了?|当然(?:可以)?|没问题|(?:请)?稍等(?:一下|片刻)?|这(?:是一?个|个)?(?:很|非常)?(?:好|有趣|有意思)的?问题|(?:首先,?)?(?:让)?我们?(?:这就|马上|会|将)?来?(?:为[您你])?(?:详细|仔细)?(?:地)?(?:解答|回答|介绍|分析|看看|写|说明)?(?:一下)?|我会按照?[您你]的要求.{0,6}|(?:下面|接下来),?我?将?.{0,14}(?:介绍|说明|回答|解答|分析)|以下是?|首先|关于这个问题|ok(?:ay)?|sure(?: thing)?|of course|certainly|got it|understood|let me (?:explain|help|see))$/;

/** Asks the user for what is missing. */
const ASKS =
  /(?:[您你](?:想|指的|需要|希望|要|打算|能|可以|方便)|请问.{0,6}(?:[您你]|要|想|需)|能(?:否|不能)?再|哪(?:一?[个种款位类座本]|些|方面)).{0,24}(?:[吗呢]|\?)$|请(?:您|你)?(?:先)?(?:把.{1,20}(?:发|贴|给)(?:给|到|出)?(?:我|来|这里|上来)|补充|提供(?:更多|以下|具体|完整)|告诉我|说明一下|上传|发送|粘贴|详细说)|^什么意思$|\b(?:could|can|would) you (?:please )?(?:provide|clarify|share|tell|specify|give)\b|\bplease (?:provide|share|clarify|specify|paste)\b/;
const INCOMPLETE =
  /(?:问题|描述|信息|题目|内容).{0,4}(?:不太?|不够|尚不)(?:完整|清楚|明确|具体)|为了更好地/;

/** Whether an answer without a refusal leaves nothing to judge: no word, no stance, no substance. */
export function noAnswer(text: string, head: string): boolean {
  const bare = text.trim();
  if (!/[\p{L}\p{N}\p{Sm}✓✔✗✘]/u.test(bare)) return !isPictures(bare);
  if (/^(\p{L})\1{3,}$/u.test(bare) || APOLOGY.test(head)) return true;
  const short = width(bare) <= SHORT;
  const sentences = marked(bare);
  if (sentences.length === 0) return false;
  if (short && (breaksOff(bare, sentences.length) || sentences.every(isPromise))) return true;
  return asksOnly(sentences);
}

/** Whether a sentence knows nothing, or may be refusing. */
export function evades(sentence: string): boolean {
  return EVADES.test(sentence);
}

/** Ends with what should lead in the answer. */
function breaksOff(text: string, sentences: number): boolean {
  if (sentences > 1) return false;
  return text.endsWith(':') || /^(?:关于|首先|以下|好的|下面|对于|根据|作为|在).*[,、]$/.test(text);
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
  return sentence.split(/[,:]/).every((part) => part.trim() === '' || PROMISE.test(part.trim()));
}

function asksOnly(sentences: readonly string[]): boolean {
  if (sentences.length > 8 || !sentences.some((sentence) => ASKS.test(sentence))) return false;
  return sentences.every(
    (sentence) =>
      sentence.endsWith('?') ||
      ASKS.test(sentence) ||
      INCOMPLETE.test(sentence) ||
      isPromise(sentence),
  );
}
