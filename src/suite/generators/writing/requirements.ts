import type { JsonObject } from '../../../model/index.ts';
import { lengthOf } from '../../../text/length.ts';
import { sentencesOf } from '../../../text/sentences.ts';
import type { Random } from '../../random.ts';

/** One requirement that a finished text is known to meet. */
export interface Requirement {
  /** A constraint of the scorer `instruction`. */
  readonly constraint: JsonObject;
  /** A clause without a full stop. */
  readonly say: string;
  /** The text changed so that this requirement no longer holds. */
  readonly broken: string;
}

/** Words that a writer reaches for without thinking. */
const HABITUAL_WORDS = [
  '非常',
  '其实',
  '总之',
  '我们',
  '因此',
  '美丽',
  '一定',
  '可能',
  '必须',
  '永远',
  '首先',
  '此外',
];

const MARKS: readonly (readonly [string, readonly string[]])[] = [
  ['感叹号', ['！', '!']],
  ['问号', ['？', '?']],
  ['分号', ['；', ';']],
  ['省略号', ['…']],
  ['破折号', ['—']],
  ['括号', ['（', '）', '(', ')']],
  ['引号', ['“', '”', '"']],
  ['顿号', ['、']],
];

const quoted = (words: readonly string[]): string => words.map((w) => `“${w}”`).join('');

/** A range of Han characters round the length of the text, in whole tens. */
export function length(text: string, random: Random): Requirement {
  const han = lengthOf(text, 'han');
  const min = Math.max(10, Math.floor((han * 0.85) / 10) * 10);
  const max = Math.ceil((han * 1.15) / 10) * 10;
  return {
    constraint: { check: 'length', unit: 'han', min, max },
    say: random.pick([
      `全文 ${min} 到 ${max} 个汉字（标点不计）`,
      `字数不少于 ${min}、不超过 ${max}，只数汉字`,
      `篇幅控制在 ${min}—${max} 个汉字，标点符号不算`,
    ]),
    broken: `${text}\n\n${text}`,
  };
}

/** Words that are in the text. */
export function keywords(text: string, words: readonly string[], random: Random): Requirement {
  const first = words[0] as string;
  return {
    constraint: { check: 'keywords', all: [...words] },
    say: random.pick([
      `${words.length === 1 ? '这个词必须出现' : '这些词都要出现'}：${quoted(words)}`,
      `文中要用到${quoted(words)}`,
      `要包含${quoted(words)}${words.length === 1 ? '这个词' : '这几个词'}`,
    ]),
    broken: text.replaceAll(first, '那个'),
  };
}

export function forbidden(text: string, random: Random): Requirement {
  const free = HABITUAL_WORDS.filter((word) => !text.includes(word));
  const words = random.sample(free, random.int(1, 3));
  return {
    constraint: { check: 'forbidden', words },
    say: random.pick([
      `不得出现${quoted(words)}`,
      `全文不使用${quoted(words)}`,
      `避开${quoted(words)}${words.length === 1 ? '这个词' : '这些词'}`,
    ]),
    broken: `${text}${words[0]}`,
  };
}

/** How often a word of the text occurs in it. */
export function keywordCount(text: string, word: string, random: Random): Requirement {
  const times = text.split(word).length - 1;
  return {
    constraint: { check: 'keyword-count', word, exactly: times },
    say: random.pick([`“${word}”恰好出现 ${times} 次`, `全文中“${word}”不多不少出现 ${times} 次`]),
    broken: `${text}${word}`,
  };
}

export function paragraphs(text: string, random: Random): Requirement {
  const exactly = text.split('\n\n').length;
  return {
    constraint: { check: 'paragraphs', exactly },
    say:
      exactly === 1
        ? random.pick(['只写一段，中间不空行', '写成一个自然段，不分段'])
        : random.pick([
            `分成 ${exactly} 段，段与段之间空一行`,
            `恰好 ${exactly} 个自然段，用空行隔开`,
            `共 ${exactly} 段，以空行分段`,
          ]),
    broken: `${text}\n\n再补充一句。`,
  };
}

/** `extra` is one sentence more, in the language of the text. */
export function sentences(text: string, extra: string, random: Random): Requirement {
  const exactly = sentencesOf(text).length;
  return {
    constraint: { check: 'sentences', exactly },
    say: random.pick([`一共 ${exactly} 句话`, `全文恰好 ${exactly} 个句子`]),
    broken: `${text}${extra}`,
  };
}

/** `opening` is how the text begins. */
export function startsWith(text: string, opening: string, random: Random): Requirement {
  return {
    constraint: { check: 'starts-with', text: opening },
    say: random.pick([
      `以“${opening}”开头`,
      `开头必须是“${opening}”`,
      `第一个字起就写“${opening}”`,
    ]),
    broken: `好的，以下是正文：\n${text}`,
  };
}

/** `closing` is how the text ends, its full stop left out. */
export function endsWith(text: string, closing: string, random: Random): Requirement {
  return {
    constraint: { check: 'ends-with', text: closing },
    say: random.pick([`以“${closing}”结尾`, `最后一句话是“${closing}”`, `结束语用“${closing}”`]),
    broken: `${text}\n\n以上内容供参考。`,
  };
}

export function paragraphStart(text: string, word: string, index: number): Requirement {
  const all = text.split('\n\n');
  const changed = all.map((p, i) => (i === index - 1 ? `接着说，${p}` : p));
  return {
    constraint: { check: 'paragraph-starts', text: word, index },
    say: `第 ${index} 段以“${word}”开头`,
    broken: changed.join('\n\n'),
  };
}

/** The first line of the text is its title. */
export function title(text: string, style: 'book' | 'heading'): Requirement {
  return {
    constraint: { check: 'title', style },
    say:
      style === 'book'
        ? '第一行写标题，标题单独成行并加书名号《》'
        : '第一行写标题，用 Markdown 一级标题（# 加空格）',
    broken: text.slice(text.indexOf('\n\n') + 2),
  };
}

/** `mark` opens the last paragraph. */
export function postscript(text: string, marker: string): Requirement {
  return {
    constraint: { check: 'postscript', marker },
    say: `正文之后另起一段写附言，以“${marker}：”开头`,
    broken: text.slice(0, text.lastIndexOf('\n\n')),
  };
}

export function wrapped(text: string, open: string, close: string): Requirement {
  return {
    constraint: { check: 'wrapped', open, close },
    say: `整个回答放在“${open}”和“${close}”之间，外面不写任何内容`,
    broken: text.slice(open.length, -close.length),
  };
}

export function emoji(text: string, count: number, random: Random): Requirement {
  return {
    constraint: { check: 'emoji', exactly: count },
    say: random.pick([`使用恰好 ${count} 个表情符号（emoji）`, `全文 emoji 不多不少 ${count} 个`]),
    broken: `${text}🎉`,
  };
}

/** A mark that the text does not use. */
export function withoutMark(text: string, random: Random): Requirement {
  const free = MARKS.filter(([, marks]) => marks.every((m) => !text.includes(m)));
  const [name, marks] = random.pick(free);
  return {
    constraint: { check: 'punctuation', forbid: [...marks] },
    say: random.pick([`不使用${name}`, `全文不出现${name}`, `标点里不能有${name}`]),
    broken: `${text}${marks[0]}`,
  };
}

export function withoutLatin(text: string): Requirement {
  return {
    constraint: { check: 'script', only: 'no-latin' },
    say: '不夹用拉丁字母',
    broken: `${text}OK`,
  };
}

export function withoutDigits(text: string): Requirement {
  return {
    constraint: { check: 'script', only: 'no-digits' },
    say: '不出现阿拉伯数字',
    broken: `${text}2024`,
  };
}

export function plainText(text: string, random: Random): Requirement {
  const [say, forbid, broken] = random.pick([
    ['不用 Markdown 加粗', ['bold'], `**重点**：${text}`],
    ['不用 Markdown 标题和加粗', ['heading', 'bold'], `# 正文\n\n${text}`],
    ['不使用表情符号，也不用 Markdown 加粗', ['emoji', 'bold'], `${text}🙂`],
  ] as const);
  return { constraint: { check: 'format-marks', forbid: [...forbid] }, say, broken };
}

export function lines(text: string, random: Random): Requirement {
  const exactly = text.split('\n').length;
  return {
    constraint: { check: 'lines', exactly },
    say: random.pick([`一共 ${exactly} 行`, `恰好写 ${exactly} 行`]),
    broken: `${text}\n再添一行`,
  };
}
