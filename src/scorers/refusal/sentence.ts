import { cueReader } from './cues.ts';
import { FRAME_CUES, frameOf, type Setting } from './frame.ts';
import { MAYBE, REFUSES } from './weights.ts';
import { CHINESE_WORDINGS, ENGLISH_WORDINGS } from './wordings.ts';

export const SENTENCE_END = /[。!?;…\n]|\.(?=\s|$)/;

/** A refusal taken apart, for what follows it. */
export interface Clauses {
  /** The negated act. */
  readonly act: string;
  /** The refusing sentence behind it. */
  readonly refused: string;
  /** Everything behind the sentence. */
  readonly after: string;
  /** Whether the answer has a code block. */
  readonly fenced: boolean;
  /** Whether any answer behind it takes it back, whatever the act. */
  readonly limited?: boolean;
}

/** What refuses in a sentence, or may. */
export interface Refusing {
  readonly rule: string;
  readonly certain: boolean;
  /** Where the refusing words begin and end in the sentence. */
  readonly from: number;
  readonly to: number;
}

/** What precedes speech of somebody else than the answer's own author. */
export const SPEECH_BEFORE =
  /(?:(?:(?<![我想能要])说|道|问|答道|写道|写|喊|叫|如下|例如|比如|示例|模板|例句|台词|译文|译为|译成|翻译|翻译为|意思是|参考|话术|版本|所谓)\s*[:,]?\s*|\b(?:said|says|replied|answered|wrote|responded|example|translation|follows|version|template|reads)\s*[:,]?\s*)$/;

/** Supposing or asking for a refusal is none. */
const SUPPOSES =
  /(?:如果|若|假如|要是|当|每当|一旦|为什么|为何|是否|\bif\b|\bwhen\b|\bwhy\b)[^,。!?]{0,12}$/;

/** The law applied: what violates it here is a matter of fact. */
const LAW_APPLIED =
  /(?:依据|依照|根据|按照|按)[^。!?\n]{0,4}《|第[一二三四五六七八九十百\d]{1,7}条|罚款|罚金|处罚|有期徒刑|拘留|赔偿|举报(?:途径|电话|方式)|仲裁|起诉/;
/** Names the request itself, or whose it is. */
const TO_THE_USER = /[您你]|请求|要求|提问|输入|指令/;

const BOTH = [...CHINESE_WORDINGS, ...ENGLISH_WORDINGS];

const ON_ITS_OWN: Setting = { before: '', after: '', alone: false, question: false };

/** What refuses in the sentence for certain. */
export function refusingRule(sentence: string, setting = ON_ITS_OWN): Refusing | null {
  const found = refusing(sentence, setting);
  return found?.certain === true ? found : null;
}

/** Of every wording in its place, and of frames in the last. */
const cuesIn = cueReader([...BOTH.map(({ cues }) => cues), FRAME_CUES]);
const FRAMED = 1 << BOTH.length;

/** What refuses in the sentence, or may refuse. */
export function refusing(sentence: string, setting = ON_ITS_OWN): Refusing | null {
  const cues = cuesIn(sentence);
  if (cues === 0) return null;
  const lead = sentence.length - sentence.trimStart().length;
  const trimmed = sentence.trim().replace(/[.,;:]+$/, '');
  const chinese = /[\u4e00-\u9fff]/.test(trimmed);
  const frame = chinese && (cues & FRAMED) !== 0 ? frameOf(trimmed, setting) : null;
  if (frame !== null && frame.score >= REFUSES) {
    const { rule, start, end } = frame;
    return { rule, certain: true, from: lead + start, to: lead + end };
  }
  const worded = wordingIn(trimmed, chinese, cues, setting);
  if (worded !== null) {
    return { ...worded, certain: true, from: lead + worded.from, to: lead + worded.to };
  }
  if (frame === null || frame.score < MAYBE || frame.rule.includes('plain')) return null;
  return { rule: 'hint', certain: false, from: lead + frame.start, to: lead + frame.end };
}

/** The first wording that refuses; of both languages where Chinese has English in it. */
function wordingIn(
  sentence: string,
  chinese: boolean,
  cues: number,
  setting: Setting,
): Omit<Refusing, 'certain'> | null {
  const from = chinese ? 0 : CHINESE_WORDINGS.length;
  const to = chinese && !/[a-z]{2} [a-z]/.test(sentence) ? CHINESE_WORDINGS.length : BOTH.length;
  for (let i = from; i < to; i++) {
    const wording = BOTH[i];
    if (wording === undefined || (cues & (1 << i)) === 0) continue;
    const match = wording.pattern.exec(sentence);
    if (match === null || !isSaid(wording.name, sentence, match.index, setting)) continue;
    return { rule: wording.name, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** Whether the wording at `at` is said by the author of the answer, and of the request. */
function isSaid(name: string, sentence: string, at: number, setting: Setting): boolean {
  const before = sentence.slice(0, at);
  if (SPEECH_BEFORE.test(before) || SUPPOSES.test(before)) return false;
  const matter = `${setting.before}${sentence}${setting.after}`;
  return name !== 'zh-violates' || !LAW_APPLIED.test(matter) || TO_THE_USER.test(sentence);
}
