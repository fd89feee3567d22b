import type { Json } from '../../model/index.ts';
import { messageText } from '../../model/index.ts';
import { foldWidth, trimEndOf, trimStartOf } from '../../text/index.ts';
import {
  type Checker,
  counted,
  countFault,
  defineChecker,
  quoted,
  shown,
  TEXT,
  TEXTS,
} from './checker.ts';

/** Texts are found whatever their width and case: ＡＰＩ is API is api. */
function folded(text: string): string {
  return foldWidth(text).toLowerCase();
}

function withoutBlanks(text: string): string {
  return foldWidth(text).replace(/\s+/g, '');
}

function occurring(text: string, words: readonly string[]): string[] {
  const found = folded(text);
  return words.filter((word) => found.includes(folded(word)));
}

const keywords = defineChecker<{ all?: readonly string[]; any?: readonly string[] }>({
  check: 'keywords',
  keys: { all: TEXTS, any: TEXTS },
  required: [],
  bounded: false,
  measure(text, { all = [], any = [] }) {
    const missing = all.filter((word) => !occurring(text, [word]).length);
    const present = occurring(text, any);
    const held = missing.length === 0 && (any.length === 0 || present.length > 0);
    return { held, measured: { missing, ...(any.length > 0 ? { present } : {}) } };
  },
  fault({ any = [] }, measured) {
    const { missing } = measured as { missing: string[] };
    const [words, one] = [quoted(missing), quoted(any)];
    return missing.length > 0
      ? { zh: `缺少关键词${words.zh}`, en: `missing keywords: ${words.en}` }
      : { zh: `没有出现${one.zh}中的任何一个`, en: `none of these occurs: ${one.en}` };
  },
});

const forbidden = defineChecker<{ words: readonly string[] }>({
  check: 'forbidden',
  keys: { words: TEXTS },
  required: ['words'],
  bounded: false,
  measure(text, { words }) {
    const found = occurring(text, words);
    return { held: found.length === 0, measured: found };
  },
  fault(_, measured) {
    const found = quoted(measured as string[]);
    return { zh: `出现了禁用词${found.zh}`, en: `forbidden words occur: ${found.en}` };
  },
});

const keywordCount = defineChecker<{ word: string }>({
  check: 'keyword-count',
  keys: { word: TEXT },
  required: ['word'],
  bounded: true,
  measure: (text, keys) => counted(folded(text).split(folded(keys.word)).length - 1, keys),
  fault: (keys, measured) =>
    countFault(
      { zh: `“${keys.word}”的出现次数`, en: `occurrences of "${keys.word}"` },
      keys,
      measured,
    ),
});

const startsWith = defineChecker<{ text: string }>({
  check: 'starts-with',
  keys: { text: TEXT },
  required: ['text'],
  bounded: false,
  measure(text, keys) {
    const held = withoutBlanks(text).startsWith(withoutBlanks(keys.text));
    return { held, measured: head(text) };
  },
  fault: ({ text }, measured) => ({
    zh: `没有以“${text}”开头，开头是“${shown(measured)}”`,
    en: `does not begin with "${text}" but with "${shown(measured)}"`,
  }),
});

const FINAL_MARKS = '。！？!?.”』」’"\'）)】';

const endsWith = defineChecker<{ text: string }>({
  check: 'ends-with',
  keys: { text: TEXT },
  required: ['text'],
  bounded: false,
  measure(text, keys) {
    const wanted = withoutBlanks(keys.text);
    const found = withoutBlanks(text);
    const marked = FINAL_MARKS.includes(wanted.at(-1) ?? ' ');
    const bare = marked ? found : trimEndOf(found, FINAL_MARKS);
    return { held: found.endsWith(wanted) || bare.endsWith(wanted), measured: tail(text) };
  },
  fault: ({ text }, measured) => ({
    zh: `没有以“${text}”结尾，结尾是“${shown(measured)}”`,
    en: `does not end with "${text}" but with "${shown(measured)}"`,
  }),
});

const wrapped = defineChecker<{ open: string; close: string }>({
  check: 'wrapped',
  keys: { open: TEXT, close: TEXT },
  required: ['open', 'close'],
  bounded: false,
  measure(text, { open, close }) {
    const found = text.trim();
    const held =
      found.startsWith(open) && found.endsWith(close) && found.length >= open.length + close.length;
    return { held, measured: { head: head(text), tail: tail(text) } };
  },
  fault: ({ open, close }) => ({
    zh: `全文没有放在“${open}”与“${close}”之间`,
    en: `the answer does not stand between "${open}" and "${close}"`,
  }),
});

const oneOf = defineChecker<{ texts: readonly string[] }>({
  check: 'one-of',
  keys: { texts: TEXTS },
  required: ['texts'],
  bounded: false,
  measure(text, { texts }) {
    const bare = (t: string): string =>
      trimEndOf(trimStartOf(folded(t), ' \n"\'“‘「『'), ' \n\r\t。.!,;"\'”’」』').replace(
        /\s+/g,
        ' ',
      );
    const found = bare(text);
    return { held: texts.some((t) => bare(t) === found), measured: head(text) };
  },
  fault: ({ texts }) => ({
    zh: `全文不是规定的回答之一（${quoted(texts).zh}）`,
    en: `the answer is none of ${quoted(texts).en}`,
  }),
});

const repeatPrompt = defineChecker({
  check: 'repeat-prompt',
  keys: {},
  required: [],
  bounded: false,
  measure(text, _, request) {
    const asked = request.messages.findLast((message) => message.role === 'user');
    const wanted = asked === undefined ? '' : collapsed(messageText(asked));
    return { held: wanted !== '' && collapsed(text).startsWith(wanted), measured: head(text) };
  },
  fault: () => ({
    zh: '开头没有原样复述用户的要求',
    en: "does not first repeat the user's request word for word",
  }),
});

/** Marker of a postscript, with or without its full stops. */
const POSTSCRIPTS: Readonly<Record<string, RegExp>> = {
  'P.S.': /^[\s*_>]*P\.?\s?S\.?(?![A-Za-z])[\s*_:：.]*\S/i,
  附: /^[\s*_>]*附(?:言|注|记)?\s*[*_]*[:：][\s*_]*\S/,
  备注: /^[\s*_>]*备注\s*[*_]*[:：][\s*_]*\S/,
  又及: /^[\s*_>]*又及\s*[*_]*[:：，,][\s*_]*\S/,
};

const postscript = defineChecker<{ marker: string }>({
  check: 'postscript',
  keys: { marker: { enum: Object.keys(POSTSCRIPTS) } },
  required: ['marker'],
  bounded: false,
  measure(text, { marker }) {
    const lines = text.trim().split(/\r?\n/);
    const pattern = POSTSCRIPTS[marker];
    const line = lines.findIndex((l, i) => i > 0 && pattern?.test(l) === true);
    return { held: line > 0, measured: line > 0 ? head(lines[line] ?? '') : null };
  },
  fault: ({ marker }) => ({
    zh: `没有以“${marker}”开头的附言段落`,
    en: `has no postscript beginning with "${marker}"`,
  }),
});

function collapsed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function head(text: string): Json {
  return Array.from(text.trimStart().slice(0, 40)).slice(0, 20).join('');
}

function tail(text: string): Json {
  return Array.from(text.trimEnd().slice(-40)).slice(-20).join('');
}

export const WORD_CHECKERS: readonly Checker[] = [
  keywords,
  forbidden,
  keywordCount,
  startsWith,
  endsWith,
  wrapped,
  oneOf,
  repeatPrompt,
  postscript,
];
