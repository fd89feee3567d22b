import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFindings } from '../../src/document/index.ts';
import type {
  Expectation,
  GradingKey,
  Json,
  JsonObject,
  ModelResponse,
} from '../../src/model/index.ts';
import { type Score, type Scorer, scoreResponse } from '../../src/scorers/index.ts';

/** One line of `test/vectors/<scorer>.jsonl`. */
export interface Vector {
  readonly id: string;
  readonly why: string;
  readonly response: string | ModelResponse;
  readonly target?: Json;
  /** Option texts by label. */
  readonly choices?: Readonly<Record<string, string>>;
  /** What the user asked, where that matters. */
  readonly prompt?: string;
  readonly options?: JsonObject;
  readonly expectation?: Expectation;
  readonly expect: Partial<Pick<Score, 'value' | 'parsed' | 'status'>>;
}

export function answer(text: string, fields: Partial<ModelResponse> = {}): ModelResponse {
  return { outcome: 'ok', text, timing: { totalMs: 1 }, ...fields };
}

export function key(fields: Partial<GradingKey> = {}): GradingKey {
  return {
    id: 'case',
    expect: 'comply',
    request: { messages: [{ role: 'user', content: '问' }], params: {} },
    ...fields,
  };
}

export function vectorsOf(scorer: string): readonly Vector[] {
  const url = new URL(`../vectors/${scorer}.jsonl`, import.meta.url);
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Vector);
}

/** The grading side of a vector. */
export function keyOf({ target, choices, prompt, expectation = 'comply' }: Vector): GradingKey {
  return key({
    expect: expectation,
    ...(target === undefined ? {} : { target }),
    ...(choices === undefined
      ? {}
      : { choices: Object.entries(choices).map(([label, text]) => ({ label, text })) }),
    ...(prompt === undefined
      ? {}
      : { request: { messages: [{ role: 'user', content: prompt }], params: {} } }),
  });
}

/** Every vector through the gate, with what must hold of any score. */
export function testVectors(scorer: Scorer, atLeast: number): void {
  const vectors = vectorsOf(scorer.id);
  test(`${scorer.id} has enough vectors, each with its own id`, () => {
    expect(vectors.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  });
  test.each(vectors.map((v) => [v.id, v.why, v] as const))('%s: %s', (_id, _why, vector) => {
    const { options = {} } = vector;
    expect(schemaFindings(scorer.options, options)).toEqual([]);
    const given =
      typeof vector.response === 'string'
        ? answer(vector.response)
        : answer(vector.response.text, vector.response);
    const score = scoreResponse(scorer, keyOf(vector), given, options);
    expect(score).toMatchObject(vector.expect);
    expectSound(score, given);
  });
}

/** A span that is where it says, and a reason exactly where the value is not `pass`. */
export function expectSound(score: Score, given: ModelResponse): void {
  if (score.span !== null) {
    const { start, end, text } = score.span;
    expect(given.text.slice(start, end)).toBe(text);
  }
  expect(score.reason === null).toBe(score.value === 'pass');
}
