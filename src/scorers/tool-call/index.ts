import type { SchemaObject } from 'ajv';
import { compileSchema, type ExactJson } from '../../document/index.ts';
import type { GradingKey, JsonObject, LocalText, ToolCall } from '../../model/index.ts';
import { defineScorer, type Exemplar, type Score } from '../contract.ts';
import { differenceText, jsonDifference } from '../json-equal.ts';
import { exactSchemaFindings } from '../json-schema/exact-schema.ts';
import { readJson } from '../json-schema/read-json.ts';
import { pairing } from './pairing.ts';

export interface ToolCallOptions {
  /** `any`: parallel calls may come in any order. */
  readonly order?: 'any' | 'strict';
  /** `subset`: arguments that the target does not name are allowed. */
  readonly arguments?: 'exact' | 'subset';
}

/** A call as the target states it: its arguments are an object, or a text of JSON that is one. */
interface StatedCall {
  readonly name: string;
  readonly arguments: JsonObject | string;
}

/** A call, read; `problem` says what makes it no call of an offered tool. */
interface ReadCall {
  readonly name: string;
  readonly arguments: ExactJson | undefined;
  readonly problem: LocalText | null;
}

/** Longest canonical text of the calls kept as `parsed`, in UTF-16 units. */
const MAX_PARSED = 4000;

/**
 * Function calling. Passes when the calls are those of the target, each with a JSON object of
 * arguments that is valid against the tool's schema; `[]` means that no call is right. A call
 * written into the text is not a call.
 */
export const toolCall = defineScorer<ToolCallOptions>({
  id: 'tool-call',
  version: '1.0.0',
  title: { zh: '工具调用', en: 'Tool calls' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      order: { enum: ['any', 'strict'] },
      arguments: { enum: ['exact', 'subset'] },
    },
  },
  target: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'arguments'],
      properties: {
        name: { type: 'string', minLength: 1 },
        arguments: { type: ['object', 'string'] },
      },
    },
  },
  needs: ['tools'],
  check,
  score(key, response, options): Score {
    const wanted = wantedCalls(key);
    const given = (response.toolCalls ?? []).map((call) => readCall(call, key));
    const unusable = wanted.find((call) => call.arguments === undefined)?.problem ?? null;
    if (unusable !== null) return noTarget(unusable);
    const reason =
      given.find((call) => call.problem !== null)?.problem ??
      mismatch(wanted, given, options, response.text);
    return {
      value: reason === null ? 'pass' : 'fail',
      status: 'ok',
      parsed: JSON.stringify(
        given.map((call) => ({ name: call.name, arguments: call.arguments ?? null })),
      )
        .slice(0, MAX_PARSED)
        .toWellFormed(),
      rule: given.length === 0 ? 'no-call' : 'calls',
      span: null,
      reason,
      detail: { wanted: wanted.length, given: given.length },
    };
  },
  exemplify(key, _options, kind, random) {
    const wanted = wantedCalls(key);
    const isUsable = wanted.every((call) => call.arguments !== undefined);
    return isUsable ? exemplify(wanted, key, kind, random) : null;
  },
});

/** Tools whose schema cannot be used, and target calls that the tools do not allow. */
function check(key: GradingKey): LocalText[] {
  const unusable = (key.request.tools ?? []).flatMap((tool) => {
    try {
      compileSchema(objectSchema(tool.parameters));
      return [];
    } catch (error) {
      const detail = (error as Error).message;
      return [
        {
          zh: `工具 ${tool.name} 的 parameters 无法使用：${detail}。`,
          en: `The parameters of the tool ${tool.name} cannot be used: ${detail}.`,
        },
      ];
    }
  });
  if (unusable.length > 0) return unusable;
  return wantedCalls(key).flatMap(({ problem }) =>
    problem === null ? [] : [{ zh: `target：${problem.zh}`, en: `Target: ${problem.en}` }],
  );
}

function wantedCalls(key: GradingKey): readonly ReadCall[] {
  const stated = Array.isArray(key.target) ? (key.target as unknown as StatedCall[]) : [];
  return stated.map(({ name, arguments: args }) =>
    typeof args === 'string'
      ? readCall({ name, arguments: args }, key)
      : { name, arguments: args, problem: callProblem(name, args, key) },
  );
}

function noTarget(reason: LocalText): Score {
  return {
    value: 'invalid',
    status: 'unreadable_target',
    parsed: null,
    rule: null,
    span: null,
    reason: { zh: `target：${reason.zh}`, en: `Target: ${reason.en}` },
    detail: {},
  };
}

function readCall({ name, arguments: text }: Omit<ToolCall, 'id'>, key: GradingKey): ReadCall {
  // Some servers send nothing for a function without parameters.
  const read = readJson(text.trim() === '' ? '{}' : text, { mode: 'strict', scalars: true });
  if (read === null) {
    const problem = {
      zh: `调用 ${name} 的参数不是合法的 JSON。`,
      en: `The arguments of the call of ${name} are not valid JSON.`,
    };
    return { name, arguments: undefined, problem };
  }
  const twice = read.duplicateKeys[0];
  if (twice !== undefined) {
    const problem = {
      zh: `调用 ${name} 的参数中，键“${twice}”出现了两次。`,
      en: `The key "${twice}" occurs twice in the arguments of the call of ${name}.`,
    };
    return { name, arguments: read.value, problem };
  }
  return { name, arguments: read.value, problem: callProblem(name, read.value, key) };
}

/** What makes a call impossible: no such tool, or arguments that its schema does not allow. */
function callProblem(name: string, args: ExactJson, key: GradingKey): LocalText | null {
  const tool = key.request.tools?.find((candidate) => candidate.name === name);
  if (tool === undefined) {
    return { zh: `没有名为 ${name} 的工具。`, en: `There is no tool ${name}.` };
  }
  const found = exactSchemaFindings(objectSchema(tool.parameters), args)[0];
  if (found === undefined) return null;
  const path = [name, ...found.path].join('.');
  return {
    zh: `${path} 的参数不合要求：${found.message.zh}`,
    en: `The arguments of ${path} do not fit: ${found.message.en}`,
  };
}

// A pure memo: schemas are compiled once per object, and a copy would be a new one each time.
const objectSchemas = new WeakMap<JsonObject, SchemaObject>();

/** The schema of a tool's arguments, which are an object even where it does not say so. */
function objectSchema(parameters: JsonObject): SchemaObject {
  const known = objectSchemas.get(parameters);
  if (known !== undefined) return known;
  const schema = { type: 'object', ...parameters } as SchemaObject;
  objectSchemas.set(parameters, schema);
  return schema;
}

function mismatch(
  wanted: readonly ReadCall[],
  given: readonly ReadCall[],
  options: ToolCallOptions,
  text: string,
): LocalText | null {
  if (given.length === 0 && wanted.length > 0) {
    const written = wanted.some(({ name }) => text.includes(name));
    return written
      ? {
          zh: '调用写在了正文里，没有通过工具调用接口发出。',
          en: 'The call is written into the text and was not made as a tool call.',
        }
      : { zh: `没有调用 ${wanted[0]?.name}。`, en: `${wanted[0]?.name} was not called.` };
  }
  if (given.length > wanted.length) {
    const extra =
      given.find((call) => !wanted.some(({ name }) => name === call.name)) ?? given.at(-1);
    return {
      zh: `多出了对 ${extra?.name} 的调用。`,
      en: `${extra?.name} was called without need.`,
    };
  }
  const differences = wanted.map((call) => given.map((o) => callDifference(call, o, options)));
  const fits = (w: number, g: number): boolean =>
    (options.order !== 'strict' || w === g) && differences[w]?.[g] === null;
  const pairs = pairing(wanted.length, given.length, fits);
  const missed = pairs.indexOf(-1);
  const call = wanted[missed];
  if (call === undefined) return null;
  // The call that was probably meant: one of that name, and best one that fits nothing else.
  const near = given
    .map((other, g) => ({ other, g }))
    .filter(({ other, g }) => other.name === call.name && !pairs.includes(g))
    .find(({ g }) => options.order !== 'strict' || g === missed);
  return near === undefined
    ? {
        zh: `第 ${missed + 1} 个调用应为 ${call.name}。`,
        en: `Call ${missed + 1} should be one of ${call.name}.`,
      }
    : (differences[missed]?.[near.g] ?? null);
}

function callDifference(
  wanted: ReadCall,
  given: ReadCall,
  options: ToolCallOptions,
): LocalText | null {
  if (wanted.name !== given.name) {
    return {
      zh: `应调用 ${wanted.name}，实际调用了 ${given.name}。`,
      en: `${wanted.name} should be called; ${given.name} was.`,
    };
  }
  const difference = jsonDifference(
    wanted.arguments,
    given.arguments,
    options.arguments ?? 'exact',
  );
  if (difference === null) return null;
  return differenceText(wanted.name, difference);
}

function exemplify(
  wanted: readonly ReadCall[],
  key: GradingKey,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const calls = wanted.map(({ name, arguments: args }) => ({
    name,
    arguments: JSON.stringify(args),
  }));
  if (kind === 'right') {
    return calls.length > 0
      ? { text: '', toolCalls: calls }
      : { text: '这个问题不需要调用工具，可以直接回答。' };
  }
  const [first, ...others] = calls;
  if (first === undefined) {
    const tool = key.request.tools?.[0];
    return tool === undefined
      ? null
      : { text: '', toolCalls: [{ name: tool.name, arguments: '{"query":"不必要的调用"}' }] };
  }
  return random() < 0.5
    ? { text: `我将调用 ${first.name}，请稍候。` }
    : {
        text: '',
        toolCalls: [...others, { name: first.name, arguments: first.arguments.slice(0, -1) }],
      };
}
