import { RE2JS } from 're2js';
import type { GradingKey, LocalText } from '../model/index.ts';
import { defineScorer, type Exemplar, type Score } from './contract.ts';
import { drawExemplar } from './exemplars.ts';
import { shorten } from './shorten.ts';

export interface RegexOptions {
  /** RE2 syntax: no look-around and no back-references, and never more than linear time. */
  readonly pattern: string;
  /** Any of `i` (ignore case), `m` (^ and $ at line breaks), `s` (. matches a line break). */
  readonly flags?: string;
  /** Whether the pattern has to match somewhere or the whole answer. Default `search`. */
  readonly mode?: 'search' | 'full';
}

/** Most instructions of a compiled pattern; matching takes this times the length of the answer. */
const LARGEST_PROGRAM = 2000;

/** Passes when the pattern matches. `full` leaves blanks around the answer out of account. */
export const regex = defineScorer<RegexOptions>({
  id: 'regex',
  version: '1.0.0',
  title: { zh: '正则表达式', en: 'Regular expression' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['pattern'],
    properties: {
      pattern: { type: 'string', minLength: 1, maxLength: 2000 },
      flags: { type: 'string', pattern: '^(?!.*(.).*\\1)[ims]*$' },
      mode: { enum: ['search', 'full'] },
    },
  },
  check(_key, options): readonly LocalText[] {
    const compiled = compile(options);
    return 'wrong' in compiled ? [compiled.wrong] : [];
  },
  score(_key, response, options): Score {
    const compiled = compile(options);
    if ('wrong' in compiled) {
      return { ...NOT_FOUND, value: 'invalid', status: 'invalid_pattern', reason: compiled.wrong };
    }
    const match = firstMatch(compiled.pattern, response.text, options);
    if (match === null) return { ...NOT_FOUND, reason: notMatched(options) };
    const text = response.text.slice(match.start, match.end);
    return {
      value: 'pass',
      status: 'ok',
      parsed: shorten(text),
      rule: options.mode ?? 'search',
      span: { ...match, text },
      reason: null,
      detail: {},
    };
  },
  exemplify,
});

const NOT_FOUND = {
  value: 'fail',
  status: 'ok',
  parsed: null,
  rule: null,
  span: null,
  detail: {},
} as const;

function notMatched({ pattern, mode }: RegexOptions): LocalText {
  const shown = shorten(pattern);
  return mode === 'full'
    ? { zh: `回答整体不符合 /${shown}/。`, en: `The answer as a whole does not match /${shown}/.` }
    : { zh: `回答中没有符合 /${shown}/ 的文本。`, en: `Nothing in the answer matches /${shown}/.` };
}

type Compiled = { readonly pattern: RE2JS } | { readonly wrong: LocalText };

function compile({ pattern, flags = '' }: RegexOptions): Compiled {
  const bits =
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0);
  try {
    const compiled = RE2JS.compile(pattern, bits);
    if (compiled.programSize() <= LARGEST_PROGRAM) return { pattern: compiled };
    return {
      wrong: {
        zh: `正则表达式 /${shorten(pattern)}/ 过大，请减小重复次数。`,
        en: `The pattern /${shorten(pattern)}/ is too large; lower its repeat counts.`,
      },
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      wrong: {
        zh: `正则表达式 /${shorten(pattern)}/ 不符合 RE2 语法（${why}）；RE2 不支持环视和反向引用。`,
        en: `The pattern /${shorten(pattern)}/ is not RE2 syntax (${why}); RE2 has no look-around and no back-references.`,
      },
    };
  }
}

function firstMatch(
  pattern: RE2JS,
  text: string,
  { mode = 'search' }: RegexOptions,
): { readonly start: number; readonly end: number } | null {
  if (mode === 'full') {
    const whole = text.trim();
    const start = text.indexOf(whole);
    return pattern.matches(whole) ? { start, end: start + whole.length } : null;
  }
  const matcher = pattern.matcher(text);
  return matcher.find() ? { start: matcher.start(), end: matcher.end() } : null;
}

/**
 * A right answer is guessed from the pattern by putting plain text in the place of the commonest
 * constructs, and held against the pattern before it is used; most longer patterns yield none.
 */
function exemplify(
  _key: GradingKey,
  options: RegexOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const compiled = compile(options);
  if ('wrong' in compiled) return null;
  const fits = (text: string): boolean =>
    text.trim() !== '' &&
    (firstMatch(compiled.pattern, text, options) !== null) === (kind === 'right');
  const guesses = guessesOf(options.pattern);
  const right = [...guesses, ...guesses.map((text) => `答案：${text}。`)];
  const wrong = ['我不清楚。', '这个问题没有明确的答案。', '—', 'I am not sure.', '0', '好的'];
  return drawExemplar(kind === 'right' ? right : wrong, fits, random);
}

function guessesOf(pattern: string): string[] {
  const branches = /^[^()[\]|]+(?:\|[^()[\]|]+)+$/.test(pattern) ? pattern.split('|') : [pattern];
  return branches.map((branch) =>
    branch
      .replace(/^\(\?[ims]+\)/, '')
      .replace(/\(\?:([^()|]*)(?:\|[^()]*)?\)|\(([^()|?]*)(?:\|[^()]*)?\)/g, '$1$2')
      .replace(/\\d(?:\{(\d)[^}]*\})?/g, (_, times: string | undefined) =>
        '7'.repeat(Number(times ?? 1)),
      )
      .replace(/\\[bAz]|\\s[*+?]?/g, '')
      .replace(/\[(?:\\?([^\]^\\]))[^\]]*\]/g, '$1')
      .replace(/^\^|\$$/g, '')
      .replace(/\\(.)/g, '$1')
      .replace(/\.[*+]\??|(?<=\S)[*+?]/g, ''),
  );
}
