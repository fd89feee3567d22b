import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GradingKey, JsonObject, ModelResponse } from '../../../src/model/index.ts';
import type { Exemplar } from '../../../src/scorers/index.ts';
import { SCORERS, scoreResponse } from '../../../src/scorers/index.ts';
import type { GeneratedCase, Generator } from '../../../src/suite/generators/index.ts';
import { GENERATORS } from '../../../src/suite/generators/index.ts';
import { randomFrom } from '../../../src/suite/random.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

function make(generator: Generator, index: number, options: JsonObject = {}): GeneratedCase {
  return generator.generate(options, randomFrom(generator.id, 'contract', index));
}

const identity = (made: GeneratedCase): string =>
  JSON.stringify([made.prompt ?? made.messages, made.turns]);

function gradingKey(made: GeneratedCase, over: Partial<GradingKey> = {}): GradingKey {
  return {
    id: 'x',
    expect: 'comply',
    request: {
      messages: made.messages ?? [{ role: 'user', content: made.prompt ?? '' }],
      params: {},
      ...(made.tools === undefined ? {} : { tools: made.tools }),
    },
    ...(made.target === undefined ? {} : { target: made.target }),
    ...(made.choices === undefined ? {} : { choices: made.choices }),
    ...over,
  };
}

function answer({ text, toolCalls }: Exemplar): ModelResponse {
  const calls = toolCalls?.map((call, i) => ({ id: `call-${i}`, ...call }));
  return {
    outcome: 'ok',
    text,
    timing: { totalMs: 1 },
    ...(calls === undefined ? {} : { toolCalls: calls }),
  };
}

/** What is wrong with the way a case is graded, in words; empty when all is well. */
function gradingFaults(made: GeneratedCase, index: number): string[] {
  const faults: string[] = [];
  const gradings = [
    ...(made.scorer === undefined ? [] : [{ ...made, scorer: made.scorer }]),
    ...(made.turns ?? []).flatMap((t) =>
      t.scorer === undefined ? [] : [{ ...t, scorer: t.scorer }],
    ),
  ];
  if (gradings.length === 0) faults.push('nothing is scored');
  for (const [i, { scorer: used, target }] of gradings.entries()) {
    const { use, ...options } = used;
    const scorer = SCORERS.get(use);
    if (scorer === undefined) return [`unknown scorer ${use}`];
    if (!ajv.validate(scorer.options, options)) faults.push(`options: ${ajv.errorsText()}`);
    const key = gradingKey(made, target === undefined ? {} : { target });
    faults.push(...(scorer.check?.(key, options) ?? []).map((found) => found.en));
    const passes = (given: Exemplar): boolean =>
      scoreResponse(scorer, key, answer(given), options).value === 'pass';
    const own = i === 0 && made.scorer !== undefined;
    if (own && made.reference !== undefined && !passes({ text: made.reference })) {
      faults.push('the reference does not pass');
    }
    for (const text of own ? (made.wrong ?? []) : []) {
      if (passes({ text })) faults.push(`a wrong answer passes: ${text}`);
    }
    if (own && made.reference !== undefined) continue;
    for (const kind of ['right', 'wrong'] as const) {
      const random = randomFrom('exemplar', kind, index, i);
      const given = scorer.exemplify?.(key, options, kind, () => random.real()) ?? null;
      if (given === null) faults.push(`no ${kind} answer can be made up`);
      else if (passes(given) !== (kind === 'right')) faults.push(`${kind} answer: ${given.text}`);
    }
  }
  return faults;
}

describe.each([...GENERATORS.values()])('generator $id', (generator) => {
  beforeAll(async () => {
    for (const scorer of SCORERS.values()) await scorer.prepare?.();
  });

  it('has a closed options schema that admits no options at all', () => {
    const validate = ajv.compile(generator.options);
    expect(validate({})).toBe(true);
    expect(validate({ 'no-such-option': 1 })).toBe(false);
    expect(generator.version).toMatch(/^\d+\.\d+\.\d+$/u);
  });

  it('makes 5,000 different cases, nearly one with every draw', () => {
    const seen = new Set<string>();
    let draws = 0;
    for (; seen.size < 5000 && draws < 5100; draws++) seen.add(identity(make(generator, draws)));
    expect(seen.size).toBe(5000);
  });

  it('makes the same bytes from the same stream, in whatever order cases are made', () => {
    const forward = Array.from({ length: 60 }, (_, i) => JSON.stringify(make(generator, i)));
    const backward = Array.from({ length: 60 }, (_, i) => JSON.stringify(make(generator, 59 - i)));
    expect(backward.toReversed()).toEqual(forward);
  });

  it('holds nothing that the template engine would read', () => {
    for (let i = 0; i < 1000; i++) expect(make(generator, i).prompt ?? '').not.toMatch(/\{\{|\{%/u);
  });

  it('states a difficulty and well-formed choices', () => {
    for (let i = 0; i < 1000; i++) {
      const { choices, difficulty, target } = make(generator, i);
      expect([1, 2, 3, 4, 5]).toContain(difficulty);
      if (choices === undefined) continue;
      expect(choices.map((c) => c.label).join('')).toBe('ABCDEFGH'.slice(0, choices.length));
      expect(new Set(choices.map((c) => c.text)).size).toBe(choices.length);
      expect(choices.map((c) => c.label)).toContain(target);
    }
  });

  it('makes right answers that pass their scorer and wrong ones that do not', () => {
    for (let i = 0; i < 2000; i++) {
      const made = make(generator, i);
      const faults = gradingFaults(made, i);
      expect(faults, `${made.prompt}\n${faults.join('\n')}`).toEqual([]);
    }
  });

  it('puts the right answer at every position about equally often', () => {
    const counts = new Map<string, number>();
    let cases = 0;
    let widest = 0;
    for (let i = 0; i < 3000; i++) {
      const { choices, target } = make(generator, i);
      if (choices?.length !== 4 || typeof target !== 'string') continue;
      cases += 1;
      counts.set(target, (counts.get(target) ?? 0) + 1);
    }
    for (const count of counts.values()) widest = Math.max(widest, count);
    // Five standard deviations above a quarter.
    if (cases > 100) expect(widest).toBeLessThan(cases / 4 + 5 * Math.sqrt(cases * (3 / 16)));
  });
});
