import type { Range } from '../../text/index.ts';
import { SENTENCE_END, SPEECH_BEFORE } from './sentence.ts';

/** A refusal is looked for in so many UTF-16 units from the beginning, and so many sentences. */
export const HEAD_UNITS = 800;
const HEAD_SENTENCES = 12;

const QUOTED = /“[^”]*(?:”|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)|"[^"\n]*(?:"|$)/g;
const WHOLLY_QUOTED = /^\s*["“「『][^"“”「」『』]*["”」』]\s*$/;
/** A record whose answer is empty: its other texts are the model's own. */
const EMPTY_RECORD = /"(?:answer|result|response|output|答案|结果|回答)"\s*:\s*(?:null|""|"无")/;

/** The text with what stands in quotation marks blanked out, unless all of it does. */
export function unquoted(head: string): string {
  if (WHOLLY_QUOTED.test(head)) {
    return head.replace(/["“「『”」』]/g, ' ');
  }
  if (EMPTY_RECORD.test(head)) {
    return head.replace(/["{}]|[\p{L}_]+"\s*:|\bnull\b/gu, (cut) => ' '.repeat(cut.length));
  }
  return head.replace(QUOTED, (quoted) => '□'.repeat(quoted.length));
}

/** A letter or message to somebody; a service greets its user so, too. */
export const LETTER =
  /^\s*(?:(?:尊敬的|亲爱的)(?!用户)|(?:尊敬的|亲爱的)用户:\s*\n|(?:各位|领导|老师|老板|妈|爸)[^,:。\n]{0,8}[,:!]|(?!作为|身为|我|本)\p{Script=Han}{1,4}(?:总|先生|女士|老师|经理|主任|同学)[,:!您你]|dear\b|subject:)/u;
/** How letters and messages close. */
export const CLOSES_LETTER =
  /\n\s*(?:此致|敬礼|顺颂|祝|谨启|yours|best regards|sincerely|\S{2,4}\s*$)|给您添麻烦|此致/;

/** A title or a label over a text that was asked for. */
const GENRE =
  /^\s*(?:(?:标题|题目|主题)\s*:[^\n]*\n|(?:【(?![^】]*(?:提示|系统|拒绝|安全|警告|回答|说明))[^】]{1,14}】|《[^》\n]{1,24}》|[^\n。,!?:]{0,12}(?:稿|话术|模板|歌词|标语|公约|剧本|台词|文案|译文|章|日记|检讨书?|谜语)[^\n。,!?:]{0,8}:?)\s*(?:\n|(?<=:)))/;
/** A line that leads in a text written for somebody. */
const LEADS_IN =
  /(?:信|邮件|回复|答复|话术|说法|例子?|示例|范文|模板|版本|译文?|英文|中文|日语|法语|意思|原句|改后|润色|台词|剧本|故事|诗|歌词|文案|通知|公告|标语|演讲稿|对话|用语|参考|开头|拒绝|婉拒|说|写|回|讲|replies|example|version|translation|template|letter|e-?mail|script)[^:\n]{0,8}:\s*$/;
/** A line of a dialogue: `小明:`, `B:`. The answer's own labels are none. */
const SPEAKER =
  /^\s*(?!(?:回答|答案?|答复|回复|结论|结果|决定|说明|理由|处理(?:结果|意见)?|ai|助手|assistant|answer|response|注意?)\s*:|[^\s:]{0,7}[是为]:|[^\s:]{0,6}(?:系统|安全|策略|审核|政策|提示|状态|原因)[^\s:]{0,6}\s*:|(?:如何|怎么|怎样|关于|至于)|[^\s:,]{0,7}[我您你])[^\s:,。!?]{1,8}\s*:/;

/** Renders or explains an expression: 翻译成中文是…, 意思是…. */
export const RENDERS =
  /(?:英文|英语|中文|汉语|日语|法语|德语|俄语|韩语|粤语|译文|白话)(?:翻译|表达|说法|意思|名|里|中|一般|通常)?(?:就|可以)?(?:是|为|叫|说|:)|意思(?:就|大致|大概)?(?:是|为|:)|翻译?[成为作][^,。]{0,4}?(?:就)?(?:是|为|:)|翻译:|→|【[^】]{0,4}(?:文|语|译|注|例)[^】]{0,2}】|(?:近|反)义词|病句|是(?:一[个句种]?)?(?:客套话|谦辞|敬辞|成语|俗语|谚语)|的缩写|语气[^,]{0,4}$/;

/** Remarked on afterwards: ——这是你可以说的话. */
const CITED = /[—–-]{1,3}\s*这(?:是|句|段|话|个|番|一)/;

/** `RENDERS` matches nothing without one of these; spares most sentences the pattern. */
export const MAY_RENDER = /[文语话思翻译→【义句辞缩]/;
const DASH = /[—–-]/;

/** The first sentences, without end marks, less those that are said by or for somebody else. */
export function ownSentences(head: string): Range[] {
  const own: Range[] = [];
  if (GENRE.test(head)) return own;
  const letter = LETTER.test(head);
  const dashed = DASH.test(head);
  let next = 0;
  for (const sentence of head.split(SENTENCE_END)) {
    if (own.length === HEAD_SENTENCES) break;
    const range = { start: next, end: next + sentence.length };
    next = range.end + 1;
    if (!/[\p{L}\p{N}□]/u.test(sentence)) continue;
    if (letter) {
      own.push(range);
      continue;
    }
    const led = leadIn(head, range.start);
    if (led === 'quotes') break;
    const cited = dashed && CITED.test(head.slice(range.start, range.end + 8));
    const renders = MAY_RENDER.test(sentence) && RENDERS.test(sentence);
    const spoken = sentence.includes(':') && SPEAKER.test(sentence);
    if (!(led === 'speaks' || cited || renders || spoken)) own.push(range);
  }
  return own;
}

/** What the line before leads in: a text of somebody else's, one sentence of speech, or nothing. */
function leadIn(head: string, start: number): 'quotes' | 'speaks' | null {
  // Behind an end mark, or at the very beginning, nothing leads in.
  if ('。!?;…'.includes(head.charAt(start - 1))) return null;
  const before = head.slice(Math.max(0, start - 40), start).trimEnd();
  const colon = before.endsWith(':');
  if (colon && LEADS_IN.test(before)) return 'quotes';
  return colon || SPEECH_BEFORE.test(before.slice(-16)) ? 'speaks' : null;
}
