import { setImmediate } from 'node:timers/promises';
import type { Json, Message, Sample } from '../../src/model/index.ts';
import { defineScorer, type Scorer } from '../../src/scorers/contract.ts';
import type { KnownCase } from '../../src/suite/known-case.ts';

/** Says the target when right and the target with a cross behind when wrong. */
const plainScorer = defineScorer({
  id: 'plain',
  version: '1.0.0',
  title: { zh: '测试', en: 'test' },
  options: { type: 'object' },
  score: () => {
    throw new Error('the simulator scores nothing');
  },
  exemplify: (key, _options, kind) => ({
    text: `答案：${key.target as string}${kind === 'right' ? '' : '×'}`,
  }),
});

/** Calls the first tool offered, with a right or a wrong argument. */
const callScorer = defineScorer({
  ...plainScorer,
  id: 'call',
  exemplify: (key, _options, kind) => ({
    text: '',
    toolCalls: [
      {
        name: key.request.tools?.[0]?.name ?? 'none',
        arguments: JSON.stringify({ city: kind === 'right' ? '青岛' : '上海' }),
      },
    ],
  }),
});

/** Cannot make up anything, as a program checker cannot. */
const muteScorer = defineScorer({ ...plainScorer, id: 'mute', exemplify: () => null });

export const STUB_SCORERS: ReadonlyMap<string, Scorer> = new Map(
  [plainScorer, callScorer, muteScorer].map((scorer) => [scorer.id, scorer]),
);

export interface CaseSketch extends Partial<Omit<Sample, 'scorer'>> {
  readonly id: string;
  readonly prompt?: string;
  readonly messages?: readonly Message[];
  readonly target?: Json;
  /** Scorer id; null for none. */
  readonly scorer?: string | null;
  readonly reference?: string;
  readonly wrong?: readonly string[];
}

export function knownCase({
  prompt,
  messages,
  scorer = 'plain',
  reference,
  wrong,
  ...fields
}: CaseSketch): KnownCase {
  return {
    sample: {
      case: fields.id,
      repeat: 1,
      suite: 'test.suite',
      indicator: 'C3.1.1',
      pool: 'public',
      expect: 'comply',
      request: {
        messages: messages ?? [{ role: 'user', content: prompt ?? `题目 ${fields.id}` }],
        params: {},
      },
      ...(scorer === null ? {} : { scorer: { use: scorer, options: {} } }),
      ...fields,
    },
    ...(reference === undefined ? {} : { reference }),
    ...(wrong === undefined ? {} : { wrong }),
  };
}

/** `count` cases with ids, prompts and targets of their own. */
export function numberedCases(count: number, indicator = 'C3.1.1'): KnownCase[] {
  return Array.from({ length: count }, (_, i) =>
    knownCase({ id: `${indicator}-${i}`, prompt: `第 ${i} 题`, target: String(i), indicator }),
  );
}

/** Lets the event loop turn until the condition holds; the test's own time limit ends it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}

/** Posts a chat call; the prompt, or the whole list of messages. */
export function ask(
  url: string,
  content: string | readonly object[],
  fields: object = {},
): Promise<Response> {
  const messages = typeof content === 'string' ? [{ role: 'user', content }] : content;
  return fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'any', messages, ...fields }),
  });
}

/** The text of a whole chat answer. */
export async function textOf(response: Promise<Response>): Promise<string> {
  const body = (await (await response).json()) as { choices: { message: { content: string } }[] };
  return body.choices[0]?.message.content ?? '';
}
