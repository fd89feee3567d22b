import {
  blankLineParagraphs,
  emojiCount,
  LENGTH_UNITS,
  type LengthUnit,
  lengthOf,
  nonEmptyLines,
  sentencesOf,
} from '../../text/index.ts';
import {
  boundsText,
  type Checker,
  COUNT,
  counted,
  countFault,
  defineChecker,
  isWithin,
  shown,
  TEXT,
} from './checker.ts';

const UNIT = { enum: [...LENGTH_UNITS] };

const UNIT_TITLES: Readonly<Record<LengthUnit, { zh: string; en: string }>> = {
  han: { zh: '汉字数', en: 'Han characters' },
  'han-words': { zh: '汉字与西文单词数', en: 'Han characters and words' },
  'word-count': { zh: '字数', en: 'word count' },
  codepoints: { zh: '码点数', en: 'code points' },
  graphemes: { zh: '字符数', en: 'characters' },
};

const length = defineChecker<{ unit?: LengthUnit }>({
  check: 'length',
  keys: { unit: UNIT },
  required: [],
  bounded: true,
  measure: (text, keys) => counted(lengthOf(text, keys.unit ?? 'han'), keys),
  fault: (keys, measured) => countFault(UNIT_TITLES[keys.unit ?? 'han'], keys, measured),
});

const lineLength = defineChecker<{ unit?: LengthUnit }>({
  check: 'line-length',
  keys: { unit: UNIT },
  required: [],
  bounded: true,
  measure(text, keys) {
    const lengths = nonEmptyLines(text).map((line) => lengthOf(line, keys.unit ?? 'han'));
    const held = lengths.length > 0 && lengths.every((n) => isWithin(n, keys));
    return { held, measured: lengths.slice(0, 40) };
  },
  fault(keys, measured) {
    const unit = UNIT_TITLES[keys.unit ?? 'han'];
    const wanted = boundsText(keys);
    const found = (measured as number[]).join(', ');
    return {
      zh: `各行的${unit.zh}为 ${found}，要求每行${wanted.zh}`,
      en: `${unit.en} per line: ${found}, asked for ${wanted.en} in every line`,
    };
  },
});

const sentences = defineChecker({
  check: 'sentences',
  keys: {},
  required: [],
  bounded: true,
  measure: (text, keys) => counted(sentencesOf(text).length, keys),
  fault: (keys, measured) => countFault({ zh: '句数', en: 'sentences' }, keys, measured),
});

const lines = defineChecker({
  check: 'lines',
  keys: {},
  required: [],
  bounded: true,
  measure: (text, keys) => counted(nonEmptyLines(text).length, keys),
  fault: (keys, measured) => countFault({ zh: '行数', en: 'lines' }, keys, measured),
});

const paragraphs = defineChecker<{
  separator?: 'blank-line' | 'newline' | 'text';
  text?: string;
}>({
  check: 'paragraphs',
  keys: { separator: { enum: ['blank-line', 'newline', 'text'] }, text: TEXT },
  required: [],
  bounded: true,
  measure: (text, keys) => counted(paragraphCount(text, keys.separator, keys.text), keys),
  fault: (keys, measured) => countFault({ zh: '段落数', en: 'paragraphs' }, keys, measured),
});

function paragraphCount(text: string, separator = 'blank-line', by = ''): number {
  switch (separator) {
    case 'newline':
      return nonEmptyLines(text).length;
    case 'text':
      return text.split(by).filter((part) => part.trim() !== '').length;
    default:
      return blankLineParagraphs(text).length;
  }
}

const paragraphStarts = defineChecker<{ text: string; index?: number }>({
  check: 'paragraph-starts',
  keys: { text: TEXT, index: { ...COUNT, minimum: 1 } },
  required: ['text'],
  bounded: false,
  measure(text, keys) {
    const all = paragraphsOf(text);
    const chosen = keys.index === undefined ? all : all.slice(keys.index - 1, keys.index);
    const starts = chosen.map((paragraph) => paragraph.trimStart().startsWith(keys.text));
    const held = starts.length > 0 && starts.every((start) => start);
    return { held, measured: { paragraphs: all.length, held: starts.filter(Boolean).length } };
  },
  fault: ({ text, index }) =>
    index === undefined
      ? {
          zh: `不是每一段都以“${text}”开头`,
          en: `not every paragraph begins with "${text}"`,
        }
      : {
          zh: `第 ${index} 段没有以“${text}”开头`,
          en: `paragraph ${index} does not begin with "${text}"`,
        },
});

/** Parts between blank lines; where there are none, the lines: Chinese indents instead. */
function paragraphsOf(text: string): string[] {
  const parts = blankLineParagraphs(text);
  return parts.length > 1 ? parts : nonEmptyLines(text);
}

const acrostic = defineChecker<{ text: string }>({
  check: 'acrostic',
  keys: { text: TEXT },
  required: ['text'],
  bounded: false,
  measure(text, keys) {
    const firsts = nonEmptyLines(text).map((line) => /[\p{L}\p{N}]/u.exec(line)?.[0] ?? '');
    const found = firsts.join('');
    return { held: found === keys.text.replace(/\s+/g, ''), measured: found.slice(0, 80) };
  },
  fault: ({ text }, measured) => ({
    zh: `各行首字连起来是“${shown(measured)}”，要求“${text}”`,
    en: `the first characters of the lines spell "${shown(measured)}", asked for "${text}"`,
  }),
});

const emoji = defineChecker({
  check: 'emoji',
  keys: {},
  required: [],
  bounded: true,
  measure: (text, keys) => counted(emojiCount(text), keys),
  fault: (keys, measured) => countFault({ zh: '表情符号数', en: 'emoji' }, keys, measured),
});

const placeholders = defineChecker({
  check: 'placeholder-count',
  keys: {},
  required: [],
  bounded: true,
  measure(text, keys) {
    // `[text](address)` is a link, `[ ]` and `[x]` are boxes to tick.
    const found = text.match(/\[(?![ xX]\])[^[\]\n]+\](?!\()|【[^【】\n]+】/g);
    return counted(found?.length ?? 0, keys);
  },
  fault: (keys, measured) => countFault({ zh: '占位符数', en: 'placeholders' }, keys, measured),
});

export const LENGTH_CHECKERS: readonly Checker[] = [
  length,
  lineLength,
  sentences,
  lines,
  paragraphs,
  paragraphStarts,
  acrostic,
  emoji,
  placeholders,
];
