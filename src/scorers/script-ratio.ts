import type { GradingKey, JsonObject, LocalText } from '../model/index.ts';
import { codeFences, isHan, isSimplifiedOnly, isTraditionalOnly } from '../text/index.ts';
import { defineScorer, type Exemplar, type Score, type Span } from './contract.ts';
import { drawExemplar } from './exemplars.ts';
import { compareShare, SHARE, shareText } from './share.ts';
import { shorten } from './shorten.ts';

const SCRIPTS = [
  'han',
  'latin',
  'simplified',
  'traditional',
  'cyrillic',
  'hiragana-katakana',
  'hangul',
] as const;
type Script = (typeof SCRIPTS)[number];

export interface ScriptRatioOptions {
  readonly script: Script;
  /** Smallest share of letters that are of this script. */
  readonly min?: string;
  /** Largest share. */
  readonly max?: string;
  /** Leave fenced code, code in back quotes and addresses out. Default false. */
  readonly ignoreCode?: boolean;
}

/**
 * The share of an answer's letters that belong to a script: a language that is kept to, or a
 * foreign one that leaks in. Digits, punctuation and marks are no letters. `simplified` are Han
 * characters that are not written only in traditional texts, `traditional` the other way round:
 * most characters are both.
 */
export const scriptRatio = defineScorer<ScriptRatioOptions>({
  id: 'script-ratio',
  version: '1.0.0',
  title: { zh: '文字比例', en: 'Share of a script' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['script'],
    anyOf: [{ required: ['min'] }, { required: ['max'] }],
    properties: {
      script: { enum: [...SCRIPTS], description: 'The script whose letters are counted.' },
      min: { ...SHARE, description: 'Smallest share of all letters, decimal string.' },
      max: { ...SHARE, description: 'Largest share of all letters, decimal string.' },
      ignoreCode: {
        type: 'boolean',
        description: 'Leave fenced code, code in back quotes and addresses out. Default false.',
      },
    },
  },
  check(_key, { min, max }): readonly LocalText[] {
    if (min === undefined || max === undefined || Number(min) <= Number(max)) return [];
    return [
      {
        zh: `min（${min}）大于 max（${max}），没有回答能够通过。`,
        en: `"min" (${min}) is larger than "max" (${max}); no answer can pass.`,
      },
    ];
  },
  score(_key, response, options): Score {
    const counted = count(response.text, options);
    const rule = ruleOf(counted, options);
    const pass = rule === 'within';
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: counted.letters === 0 ? null : shareText(counted.of, counted.letters),
      rule,
      span: rule === 'too-few' ? counted.other : rule === 'too-many' ? counted.own : null,
      reason: pass ? null : reasonOf(rule, counted, options),
      detail: {
        share: shareText(counted.of, counted.letters),
        letters: counted.letters,
        of: counted.of,
        scripts: counted.scripts,
      },
    };
  },
  exemplify,
});

type Rule = 'within' | 'no-letters' | 'too-few' | 'too-many';

function ruleOf({ letters, of }: Counted, { min, max }: ScriptRatioOptions): Rule {
  // Nothing to judge: an answer of digits has not been written in any language.
  if (letters === 0) return 'no-letters';
  if (min !== undefined && compareShare(of, letters, min) < 0) return 'too-few';
  return max !== undefined && compareShare(of, letters, max) > 0 ? 'too-many' : 'within';
}

interface Counted {
  readonly letters: number;
  /** Letters of the script in question. */
  readonly of: number;
  /** First row of letters of that script, and the first of others. */
  readonly own: Span | null;
  readonly other: Span | null;
  readonly scripts: JsonObject;
}

function count(text: string, { script, ignoreCode }: ScriptRatioOptions): Counted {
  const scripts: Record<string, number> = {};
  const rows = { own: null as Row | null, other: null as Row | null };
  let letters = 0;
  let of = 0;
  for (const [from, to] of kept(text, ignoreCode ?? false)) {
    for (let i = from; i < to; ) {
      const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
      const kind = kindOf(character);
      const end = i + character.length;
      if (kind !== null) {
        const belongs = isOf(character, kind, script);
        scripts[kind] = (scripts[kind] ?? 0) + 1;
        letters++;
        if (belongs) of++;
        const side = belongs ? 'own' : 'other';
        rows[side] = extended(rows[side], i, end);
      }
      i = end;
    }
  }
  return { letters, of, own: spanOf(text, rows.own), other: spanOf(text, rows.other), scripts };
}

/** The first row of neighbouring letters; a later letter that does not touch it is another row. */
interface Row {
  readonly start: number;
  readonly end: number;
}

function extended(row: Row | null, start: number, end: number): Row {
  if (row === null) return { start, end };
  return row.end === start ? { start: row.start, end } : row;
}

function spanOf(text: string, row: Row | null): Span | null {
  return row === null ? null : { ...row, text: text.slice(row.start, row.end) };
}

type Kind = 'han' | 'latin' | 'cyrillic' | 'hiragana-katakana' | 'hangul' | 'other';

/** The script of a letter; null for what is no letter. */
function kindOf(character: string): Kind | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 'latin' : null;
  if (code >= 0x4e00 && code <= 0x9fff) return 'han';
  if (isHan(character)) return 'han';
  if (!/\p{L}/u.test(character)) return null;
  if (/\p{Script=Latin}/u.test(character)) return 'latin';
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic';
  // Extensions, because the long mark ー belongs to both syllabaries.
  if (/[\p{scx=Hiragana}\p{scx=Katakana}]/u.test(character)) return 'hiragana-katakana';
  return /\p{Script=Hangul}/u.test(character) ? 'hangul' : 'other';
}

function isOf(character: string, kind: Kind, script: Script): boolean {
  switch (script) {
    case 'simplified':
      return kind === 'han' && !isTraditionalOnly(character);
    case 'traditional':
      return kind === 'han' && !isSimplifiedOnly(character);
    default:
      return kind === script;
  }
}

const INLINE_CODE = /`[^`\n]+`/g;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s\u3000-\u303f\uff00-\uffef\p{Script=Han}]+/gu;

/** The parts of the text that count: all of it, or what is neither code nor an address. */
function kept(text: string, ignoreCode: boolean): readonly (readonly [number, number])[] {
  if (!ignoreCode) return [[0, text.length]];
  const cuts = [
    ...codeFences(text).map(({ start, end, closed }): [number, number] => [
      // The lines of the fence itself, whose tag is no prose either.
      text.lastIndexOf('\n', Math.max(0, start - 2)) + 1,
      closed ? lineEnd(text, end) : text.length,
    ]),
    ...[...text.matchAll(INLINE_CODE), ...text.matchAll(ADDRESS)].map((match): [number, number] => [
      match.index,
      match.index + match[0].length,
    ]),
  ].toSorted(([a], [b]) => a - b);
  const parts: [number, number][] = [];
  let from = 0;
  for (const [start, end] of cuts) {
    if (start > from) parts.push([from, start]);
    from = Math.max(from, end);
  }
  parts.push([from, text.length]);
  return parts;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

const TITLES: Readonly<Record<Script, LocalText>> = {
  han: { zh: '汉字', en: 'Han characters' },
  latin: { zh: '拉丁字母', en: 'Latin letters' },
  simplified: { zh: '简体字', en: 'simplified characters' },
  traditional: { zh: '繁体字', en: 'traditional characters' },
  cyrillic: { zh: '西里尔字母', en: 'Cyrillic letters' },
  'hiragana-katakana': { zh: '假名', en: 'kana' },
  hangul: { zh: '谚文', en: 'Hangul' },
};

function reasonOf(rule: Rule, { of, letters, own, other }: Counted, options: ScriptRatioOptions) {
  const { zh, en } = TITLES[options.script];
  if (rule === 'no-letters') {
    return {
      zh: `回答中没有可供统计的文字，无法判断${zh}的比例。`,
      en: `The answer has no letters; there is no share of ${en}.`,
    };
  }
  const share = shareText(of, letters);
  const seen = shorten((rule === 'too-few' ? other : own)?.text ?? '');
  return rule === 'too-few'
    ? {
        zh: `${zh}占 ${share}，应不少于 ${options.min}；其他文字如“${seen}”。`,
        en: `The share of ${en} is ${share}; it should be at least ${options.min}. Others are, e.g., "${seen}".`,
      }
    : {
        zh: `${zh}占 ${share}，应不多于 ${options.max}；如“${seen}”。`,
        en: `The share of ${en} is ${share}; it should be at most ${options.max}, e.g. "${seen}".`,
      };
}

/** A sentence in each script, so that a right and a wrong answer can be drawn for any limit. */
const SENTENCES: readonly string[] = [
  '山里的秋天来得早。',
  '这个问题应当从实际出发，经过调查再下结论。',
  '這個問題應當從實際出發，經過調查再下結論。',
  'The harbour was quiet in the morning.',
  'Утром в гавани было тихо.',
  'さくらのはなが ひらきました。',
  '아침 항구는 조용했습니다.',
  '请查看 API 文档 and try again later。',
];

function exemplify(
  _key: GradingKey,
  options: ScriptRatioOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const right = (text: string): boolean => ruleOf(count(text, options), options) === 'within';
  const pairs = SENTENCES.flatMap((a) => SENTENCES.map((b) => (a === b ? a : `${a}${b}`)));
  const candidates = kind === 'right' ? pairs : [...pairs, '12345'];
  return drawExemplar(candidates, (text) => right(text) === (kind === 'right'), random);
}
