import type { GradingKey } from '../model/index.ts';
import { sourceRange } from '../text/index.ts';
import { defineScorer, type Exemplar, type Score, targetTexts } from './contract.ts';
import { drawExemplar } from './exemplars.ts';
import { plainReading, plainText } from './plain-reading.ts';
import { shorten } from './shorten.ts';

export interface ExactOptions {
  /** Default true. */
  readonly ignoreCase?: boolean;
  /** Leave outer quotes and end punctuation out of the comparison. Default true. */
  readonly ignorePunctuation?: boolean;
}

/** Passes when the whole answer is one of the accepted texts. */
export const exact = defineScorer<ExactOptions>({
  id: 'exact',
  version: '1.0.0',
  title: { zh: '全文一致', en: 'Exact text' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { ignoreCase: { type: 'boolean' }, ignorePunctuation: { type: 'boolean' } },
  },
  target: {
    anyOf: [
      { type: 'string', pattern: '\\S' },
      { type: 'array', minItems: 1, items: { type: 'string', pattern: '\\S' } },
    ],
  },
  score(key, response, options): Score {
    const reading = plainReading(response.text, options.ignoreCase ?? true);
    const { start, end } = core(reading.text, options);
    const given = reading.text.slice(start, end);
    const accepted = targetTexts(key.target).find((text) => comparable(text, options) === given);
    const pass = given !== '' && accepted !== undefined;
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: shorten(given),
      rule: pass ? 'whole-answer' : null,
      span: sourceRange(reading, start, end),
      reason: pass ? null : differs(given, targetTexts(key.target)),
      detail: {},
    };
  },
  exemplify,
});

function differs(given: string, targets: readonly string[]): Score['reason'] {
  const all = targets.map(shorten);
  return {
    zh: `答案为“${shorten(given)}”，应为${all.map((t) => `“${t}”`).join('或')}。`,
    en: `The answer is "${shorten(given)}"; it should be ${all.map((t) => `"${t}"`).join(' or ')}.`,
  };
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['*', '*'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
]);
const END_PUNCTUATION = ' 。.!?;,、…~';

/** Where the text stands without outer quotes and end punctuation; the whole if nothing is left. */
function core(text: string, { ignorePunctuation = true }: ExactOptions): Core {
  const trimmed = text.trim();
  const whole = { start: text.indexOf(trimmed), end: text.indexOf(trimmed) + trimmed.length };
  if (!ignorePunctuation) return whole;
  let { start, end } = whole;
  for (;;) {
    const [first = '', last = ''] = [text[start], text[end - 1]];
    if (end - start > 1 && QUOTES.get(first) === last) {
      start++;
      end--;
    } else if (end > start && END_PUNCTUATION.includes(last)) {
      end--;
    } else if (end > start && first === ' ') {
      start++;
    } else {
      return end > start ? { start, end } : whole;
    }
  }
}

interface Core {
  readonly start: number;
  readonly end: number;
}

function comparable(text: string, options: ExactOptions): string {
  const plain = plainText(text, options.ignoreCase ?? true);
  const { start, end } = core(plain, options);
  return plain.slice(start, end);
}

function exemplify(
  key: GradingKey,
  options: ExactOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const targets = targetTexts(key.target);
  const accepted = new Set(targets.map((text) => comparable(text, options)));
  const wordings =
    kind === 'right'
      ? targets.flatMap((t) => [t, t, `${t}。`, `${t}.`, `“${t}”`, `**${t}**`, `  ${t}\n`])
      : targets.flatMap((t) => [`不是${t}`, `${t}，但也可能不是`, `我认为是${t}`, `非${t}之外`]);
  const fits = (text: string): boolean => {
    const read = comparable(text, options);
    return read !== '' && accepted.has(read) === (kind === 'right');
  };
  return drawExemplar(kind === 'right' ? wordings : [...wordings, '我不知道'], fits, random);
}
