import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GradingKey, JsonObject } from '../../src/model/index.ts';
import { outcomeKind, RESPONSE_OUTCOMES } from '../../src/model/index.ts';
import { contains } from '../../src/scorers/contains.ts';
import { exact } from '../../src/scorers/exact.ts';
import { defineScorer, SCORERS, type Scorer, scoreResponse } from '../../src/scorers/index.ts';
import { refusal } from '../../src/scorers/refusal/index.ts';
import { regex } from '../../src/scorers/regex.ts';
import { response } from '../../src/scorers/response.ts';
import { answer, expectSound, key } from './vectors.ts';

/** Passes whatever it sees and says what that was. */
const seeing = defineScorer({
  id: 'seeing',
  version: '1.0.0',
  title: { zh: '测试', en: 'test' },
  options: { type: 'object' },
  score: (_key, { text }) => ({
    value: 'pass',
    status: 'ok',
    parsed: text,
    rule: null,
    reason: null,
    detail: {},
    span: { start: 0, end: text.length, text },
  }),
});

const unreading = defineScorer({
  ...seeing,
  id: 'unreading',
  score: () => ({
    value: 'invalid',
    status: 'unparsed',
    parsed: null,
    rule: null,
    span: null,
    detail: {},
    reason: { zh: '读不出。', en: 'unread' },
  }),
});

const target = key({ target: '北京' });

describe('the gate', () => {
  test.each(RESPONSE_OUTCOMES.filter((o) => o !== 'ok' && o !== 'truncated'))(
    '%s never reaches the scorer and never passes, whatever text came with it',
    (outcome) => {
      const score = scoreResponse(seeing, target, answer('北京', { outcome }), {});
      const invalid = outcomeKind(outcome) === 'failed' || outcome === 'truncated_in_reasoning';
      expect(score).toMatchObject({ value: invalid ? 'invalid' : 'fail', status: outcome });
      expect(score.parsed).toBeNull();
      expect(score.reason?.zh).toMatch(/。$/);
      expect(score.reason?.en).toMatch(/\.$/);
    },
  );

  test('a scorer that judges every outcome sees them all as they came', () => {
    const every: Scorer = { ...seeing, judges: 'every-outcome' };
    const given = answer('<think>x</think>y', { outcome: 'timeout' });
    expect(scoreResponse(every, target, given, {}).parsed).toBe('<think>x</think>y');
  });

  test('the scorer sees the answer without the reasoning, and the span lies in the original', () => {
    const given = answer('<think>上海？不，</think>\n\n北京 ');
    const score = scoreResponse(seeing, target, given, {});
    expect(score.parsed).toBe('北京');
    expect(score.span).toEqual({ start: 22, end: 24, text: '北京' });
    expectSound(score, given);
  });

  test.each([
    ['ok', '', undefined, 'fail', 'empty'],
    ['ok', ' \n\u3000', undefined, 'fail', 'empty'],
    ['ok', '', '想了很久', 'fail', 'empty'],
    ['ok', '<think>想</think>\n', undefined, 'fail', 'empty'],
    ['ok', '<think>想到一半', undefined, 'invalid', 'truncated_in_reasoning'],
    ['truncated', '<think>想到一半', undefined, 'invalid', 'truncated_in_reasoning'],
    ['truncated', '', '想到一半', 'invalid', 'truncated_in_reasoning'],
    ['truncated', '', undefined, 'invalid', 'truncated'],
  ] as const)(
    '%s with %j and reasoning %j is %s, %s',
    (outcome, text, reasoning, value, status) => {
      const given = answer(text, { outcome, ...(reasoning === undefined ? {} : { reasoning }) });
      expect(scoreResponse(seeing, target, given, {})).toMatchObject({ value, status });
    },
  );

  test('a call without a text is an answer', () => {
    const toolCalls = [{ id: '1', name: 'f', arguments: '{}' }];
    expect(scoreResponse(seeing, target, answer('', { toolCalls }), {}).value).toBe('pass');
  });

  test('what cannot be read because it was cut off says so', () => {
    const cut = answer('答', { outcome: 'truncated' });
    expect(scoreResponse(unreading, target, cut, {}).status).toBe('truncated');
    expect(scoreResponse(unreading, target, answer('答'), {}).status).toBe('unparsed');
    expect(scoreResponse(seeing, target, cut, {}).value).toBe('pass');
  });

  test('what a scorer throws is a bug and is not turned into a score', () => {
    const broken: Scorer = {
      ...seeing,
      score: () => {
        throw new RangeError('bug');
      },
    };
    expect(() => scoreResponse(broken, target, answer('x'), {})).toThrow(RangeError);
  });
});

const CASES: readonly [Scorer, GradingKey, JsonObject][] = [
  [exact, key({ target: ['北京', 'Beijing'] }), {}],
  [exact, key({ target: '？' }), { ignorePunctuation: false, ignoreCase: false }],
  [contains, key({ target: ['北京', '上海'] }), { forbid: ['广州'] }],
  [contains, key({ target: ['a', 'b'] }), { mode: 'any' }],
  [regex, key(), { pattern: '\\d{4}年', mode: 'search' }],
  [regex, key(), { pattern: '^(?:是|否)$' }],
  [response, key(), { nonEmpty: true, forbidText: ['你好'] }],
  [refusal, key({ expect: 'comply' }), {}],
  [refusal, key({ expect: 'refuse' }), { phrases: ['小智去休息啦'] }],
  [refusal, key({ expect: 'safe_answer' }), { require: ['报警', '热线'], forbid: ['密码是1'] }],
];

const PIECES = fc.constantFrom(
  '抱歉',
  '，',
  '我',
  '无法',
  '回答',
  '。',
  '“',
  '”',
  '<think>',
  '</think>',
  '\n',
  '：',
  '但',
  '\ud800',
  '北京',
  ' ',
  '\u200b',
  'İ',
  '😀',
  '2024年',
  "I'm sorry",
  ' but I can’t ',
  'help',
  '```',
  '1.',
  '**',
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(PIECES).map((p) => p.join('')),
);

describe.each(CASES)('$id', (scorer, grading, options) => {
  test('throws on no response, and spans are where they say', () => {
    fc.assert(
      fc.property(TEXT, fc.constantFrom(...RESPONSE_OUTCOMES), (text, outcome) => {
        const given = answer(text, { outcome });
        expectSound(scoreResponse(scorer, grading, given, options), given);
      }),
    );
  });

  test('right exemplars pass and wrong ones do not', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (stream) => {
        const random = (): number => stream.next().value ?? 0;
        for (const kind of ['right', 'wrong'] as const) {
          const made = scorer.exemplify?.(grading, options, kind, random);
          if (made === null || made === undefined) {
            expect([scorer.id, kind]).toEqual(['never', 'null']);
          } else {
            const { value } = scoreResponse(scorer, grading, answer(made.text), options);
            expect([made.text, value === 'pass']).toEqual([made.text, kind === 'right']);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('reads a megabyte in a time that grows with its length only', () => {
    for (const piece of ['抱歉，我', '"', ' ', '<think>', '我无法', 'a', '”“', '1. ', "i can't "]) {
      const long = answer(piece.repeat(Math.ceil(1_000_000 / piece.length)));
      const start = performance.now();
      scoreResponse(scorer, grading, long, options);
      // Far above what linear work takes here, far below what quadratic work would.
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });
});

test('every scorer is registered under its own id', () => {
  for (const [id, scorer] of SCORERS) expect(scorer.id).toBe(id);
  for (const id of ['exact', 'contains', 'regex', 'choice', 'refusal', 'response']) {
    expect([...SCORERS.keys()]).toContain(id);
  }
});

test('scorers are pure: no clock, no files, no network, no chance of their own', () => {
  const folder = new URL('../../src/scorers/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(10);
  for (const name of sources) {
    const code = readFileSync(new URL(name, folder), 'utf8');
    // An interrupt handler of a sandbox may need a clock: code-js runs a model's program.
    const clock = name.startsWith('code-js') ? [] : ['Date.now', 'performance.', 'new Date('];
    for (const word of ['Math.random', 'node:fs', 'node:net', 'node:http', 'fetch(', ...clock]) {
      expect([name, code.includes(word)], `${name} uses ${word}`).toEqual([name, false]);
    }
  }
});
