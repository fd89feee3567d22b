import { readFileSync } from 'node:fs';
import type {
  Choice,
  GradingKey,
  Json,
  JsonObject,
  ModelResponse,
  ToolDefinition,
} from '../src/model/index.ts';
import { prose } from './prose.ts';

/** One thing to score. */
export interface Scoring {
  readonly key: GradingKey;
  readonly response: ModelResponse;
  readonly options: JsonObject;
}

/** A line of `test/vectors/<scorer>.jsonl`, as far as it matters here. */
interface Vector {
  readonly response: string | ModelResponse;
  readonly target?: Json;
  readonly choices?: Readonly<Record<string, string>>;
  readonly prompt?: string;
  readonly options?: JsonObject;
  readonly expectation?: GradingKey['expect'];
  readonly expect: { readonly value?: string };
}

/** Scorers that run what the model wrote: an answer that is meant to hang would measure a timeout. */
const SANDBOXED: ReadonlySet<string> = new Set(['code-js', 'code-python', 'sql']);

/** Scorers that hold the answer against a text of about its own length. */
const COMPARING: ReadonlySet<string> = new Set(['text-overlap', 'error-rate']);

/**
 * `count` different scorings of one scorer: the answers of its test vectors, each behind prose that
 * fills it up to `length` characters. The same call gives the same answers.
 */
export function scoringsOf(scorer: string, count: number, length: number): readonly Scoring[] {
  const vectors = vectorsOf(scorer).filter((vector) => {
    if (SANDBOXED.has(scorer) && vector.expect.value !== 'pass') return false;
    const { response } = vector;
    const outcome = typeof response === 'string' ? 'ok' : response.outcome;
    return outcome === 'ok' && textOf(vector).length < length;
  });
  return Array.from({ length: count }, (_, n) => {
    const vector = vectors[n % vectors.length];
    if (vector === undefined) throw new Error(`${scorer} has no vectors to build answers from.`);
    return scoringOf(scorer, vector, length, n);
  });
}

function scoringOf(scorer: string, vector: Vector, length: number, n: number): Scoring {
  const { target, choices, prompt = '请回答下面的问题。', options = {} } = vector;
  const last = textOf(vector);
  // An answer of one's own lines, as a fence or an answer marker wants it.
  const text = `${prose(length - last.length - 1, n)}\n${last}`;
  const given = typeof vector.response === 'string' ? {} : vector.response;
  return {
    key: {
      id: `bench-${n}`,
      expect: vector.expectation ?? 'comply',
      request: { messages: [{ role: 'user', content: prompt }], params: {}, tools: TOOLS },
      ...(target === undefined ? {} : { target: reference(scorer, target, n) }),
      ...(choices === undefined ? {} : { choices: choicesOf(choices) }),
    },
    response: { outcome: 'ok', timing: { totalMs: 1 }, ...given, text },
    options,
  };
}

/** The tools that the vectors of `tool-call` speak of. */
const TOOLS: readonly ToolDefinition[] = [
  {
    name: 'weather',
    parameters: {
      type: 'object',
      additionalProperties: false,
      required: ['city'],
      properties: { city: { type: 'string' }, unit: { enum: ['c', 'f'] } },
    },
  },
  { name: 'time', parameters: {} },
  {
    name: 'add',
    parameters: {
      required: ['a', 'b'],
      properties: { a: { type: 'integer' }, b: { type: 'integer' } },
    },
  },
];

/** The reference of a comparing scorer: prose in front of it as in front of the answer. */
function reference(scorer: string, target: Json, n: number): Json {
  if (!COMPARING.has(scorer)) return target;
  const behindProse = (text: Json): Json =>
    typeof text === 'string' ? `${prose(REFERENCE_LENGTH - text.length - 1, n)}\n${text}` : text;
  return Array.isArray(target) ? target.map(behindProse) : behindProse(target);
}

/** Characters; a reference does not grow with an answer that runs away. */
const REFERENCE_LENGTH = 300;

function choicesOf(choices: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(choices).map(([label, text]) => ({ label, text }));
}

function textOf({ response }: Vector): string {
  return typeof response === 'string' ? response : response.text;
}

function vectorsOf(scorer: string): readonly Vector[] {
  const url = new URL(`../test/vectors/${scorer}.jsonl`, import.meta.url);
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Vector);
}
