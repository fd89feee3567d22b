import type { NumberMention } from './mention.ts';
import type { Unit } from './units.ts';

/** 「无法确定」, 「本题无解」, 「条件不足」: the answer is that there is none. */
const DENIAL =
  /(?:无(?:实数|整数)?解(?![题释析决答法])|(?:无法|不能|没法|没有办法)(?:唯一)?(?:确定|判断|计算|得出|求出|求解|给出|回答|解答|提供|算出)|[解算求做推]不出来?|(?:未能?|没能?|没有)(?:找到|查到|检索到|查询到)|不(?:可)?确定的|(?:条件|信息|数据)(?:不足|不够|缺失)|(?:前后|自相|互相|相互)矛盾|(?:结果|答案|得数|数值?)(?:并|却|都|也)?(?:不一致|对不上)|(?:不知道|不清楚|不确定|说不[准清]|拿不[准定]|难说|搞不[清懂]楚?|弄不[清懂]楚?|分不清|吃不准)(?:到底|究竟)?(?:是|用|选|取|该)?(?:哪|还是|对不对|该)|(?:判断|决定)不了|(?:哪个|到底|究竟|还是)[^。;\n]{0,20}说不[清好]|也说不[清好](?![吃看听])|\bcannot be (?:determined|solved)|\bno solution)/gi;
const NOT_DENIED = /(?:并非|不是|不会|否则)$/;
/** 「当k=3时方程无解」 says for which number, 「若…则无解」 only supposes. */
const UNDER_CONDITION = /(?:当|时|如果|若|假如|否则)[^。;!?\n]{0,24}$/;
/** What takes a denial back: a conclusion drawn after it. */
const CONCLUDES =
  /所以|因此|因而|综上|于是|可得|可知|解得|最终|最后|不过|但|\btherefore\b|\bthus\b|\bhence\b/i;
const SUPPOSES = /如果|若|假如|假设|倘若|要是/;
/** Denials looked at from the end. */
const MAX_DENIALS = 50;

/** What a gateway or a service says in place of a model. */
const SERVICE_ERROR =
  /\b(?:request (?:failed|timed out)|rate limit|status code \d|error code|internal server error|bad gateway|too many requests)|请求(?:失败|超时|过于频繁|频率)|错误(?:码|代码)|\berror:?\s?\d{3}\b|"error"\s*:|(?:服务器?|系统)(?:繁忙|不可用|异常|内部错误)/i;

export function isServiceError(text: string): boolean {
  return text.length < 250 && SERVICE_ERROR.test(text);
}

/** True where the text between `from` and `to` says that no number can be given. */
export function deniesNumber(text: string, from = 0, to = text.length): boolean {
  const part = text.slice(from, to);
  if (part.search(DENIAL) < 0) return false;
  for (const match of [...part.matchAll(DENIAL)].slice(-MAX_DENIALS)) {
    if (UNDER_CONDITION.test(part.slice(Math.max(0, match.index - 40), match.index))) continue;
    if (NOT_DENIED.test(part.slice(Math.max(0, match.index - 2), match.index))) continue;
    const after = part.slice(match.index + match[0].length);
    const turn = CONCLUDES.exec(after);
    if (turn === null || !/\d/.test(after.slice(turn.index)) || SUPPOSES.test(after)) return true;
  }
  return false;
}

const REVISED =
  '(?:正确(?:的|答案|结果|的答案|的结果)?|实际(?:上)?|其实|应该?|应当){0,2}(?:是|为|等于|得)';
/** 「不对，是20」, 「哦不，20」, 「修正：20」, 「重新算：4×5=20」. 答错了3题 revises nothing. */
const REVISION = new RegExp(
  `(?:[哦噢啊喔]不|不对|(?<![答做判])错了|计算(?:错误|有误)|更正|修正|订正|纠正|重新(?:计算|算)(?:一下|一遍)?)(?:${REVISED}|[,:。!\\s]{1,4}(?:[^,。;!?\\d\\n]{1,10},\\s?${REVISED}|${REVISED})?)[:\\s]{0,4}(?=[-负\\d.\\\\¥一二三四五六七八九十两百千])`,
  'g',
);

/** Where a revised answer begins. */
export function revisionsIn(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(REVISION)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const ARTICLE_BEFORE = /(?:是|作为|成为|当作|换|另|某|任|再举|举|像)$/;
const ARTICLE_NOUN =
  /^[^,。;!?\n]{0,8}(?:问题|助手|模型|AI|人工智能|例子|思路|好题|经典|数字|数值|整数|答案|结果|结论|方法|公式|过程)/;

/** 是一个, 换一个, 一步一步: the 一 of an ordinary wording, no number unless it is asked for. */
export function isArticle(text: string, mention: NumberMention): boolean {
  if (!mention.weak) return false;
  const { start, end } = mention;
  if (ARTICLE_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (/^[上下进]一步/.test(text.slice(Math.max(0, start - 1), end))) return true;
  if (/^一(.)一\1/.test(text.slice(Math.max(0, start - 2), end))) return true;
  if (/^一(.)一\1/.test(text.slice(start, start + 4))) return true;
  return (
    !/[有共剩]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    ARTICLE_NOUN.test(text.slice(end, end + 14))
  );
}

/** A calendar year beside another quantity dates it, except where years are asked for. */
export function isYear(text: string, mention: NumberMention, wanted: readonly Unit[]): boolean {
  const { start, end } = mention.amount;
  return (
    text.startsWith('年', end) &&
    /^(?:1[5-9]|20)\d\d$/.test(text.slice(start, end)) &&
    !wanted.some((unit) => unit.dimension === 'calendar')
  );
}

/** 对吗, 是不是: the later clause asks about what the earlier one says. */
const ASKS =
  /吗|[呢伐]\s*$|几|多少|怎|如何|什么|[对是]不[对是]|哪|对吧|没错|可以|\b(?:how|what|which|right|correct|is|does)\b/i;
/** 「…吗？」 about something else than the number: an offer, or a question of courtesy. */
const OFFERS =
  /还有[^?]*(?:问题|疑问)|(?:需要|要不要|想不想|要我|can i|do you|would you|any)|(?:是否|可以|能否|有没有)[^?]*(?:问题|疑问|不懂|不明白|讲|出|题|练|帮|解释|需要)/i;

/** True where the sentence that the number stands in, which ends at `end`, asks whether it is right. */
export function asksForNumber(text: string, from: number, end: number): boolean {
  const tail = text.slice(from, end);
  if (text[end] !== '?' && !/(?:吗|[呢伐](?<![们喽]))\s*$/.test(tail.slice(-4))) return false;
  const later = /[,;~\s]|[^\p{L}\p{N}\p{P}\s]/u.exec(tail);
  if (later === null) return true;
  const asked = tail.slice(later.index);
  return !OFFERS.test(asked) && (asked.trim() === '' || ASKS.test(asked) || !/^[,;]/.test(asked));
}
