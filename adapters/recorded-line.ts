import type { Problem } from '../src/document/problem.ts';
import type { Json, ResponseOutcome, ToolCall, Usage } from '../src/model/index.ts';
import { RESPONSE_OUTCOMES } from '../src/model/index.ts';
import { isObject } from './provider-error.ts';

/** What was recorded of one answer. */
export interface RecordedResponse {
  readonly text: string;
  /** Absent: read from the finish reason and from what there is. */
  readonly outcome?: ResponseOutcome;
  readonly reasoning?: string;
  readonly toolCalls?: readonly ToolCall[];
  readonly finishReason?: string;
  readonly model?: string;
  readonly fingerprint?: string;
  readonly usage?: Usage;
  /** Milliseconds, as they were measured when the answer was recorded. */
  readonly timing?: {
    readonly totalMs: number;
    readonly firstTokenMs?: number;
    readonly firstAnswerMs?: number;
  };
  /** Why a failed call failed. */
  readonly error?: { readonly message: string; readonly code?: string; readonly status?: number };
}

/** One line of a file of recorded answers. */
export type RecordedLine =
  | { readonly sample: string; readonly turn?: number; readonly response: RecordedResponse }
  | { readonly prompt: string; readonly response: RecordedResponse };

export type ReadLine =
  /** `line` is undefined for a blank line. */
  | { readonly line: RecordedLine | undefined }
  | { readonly problem: Pick<Problem, 'code' | 'message'> };

type Check = (value: Json) => boolean;
type Fields = Readonly<Record<string, Json>>;

const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Closed shapes: a key that is not listed is an error; `!` marks one that must be there. */
const USAGE = shape({
  'inputTokens!': isCount,
  'outputTokens!': isCount,
  reasoningTokens: isCount,
});
const TIMING = shape({ 'totalMs!': isCount, firstTokenMs: isCount, firstAnswerMs: isCount });
const ERROR = shape({ 'message!': isText, code: isText, status: isCount });
const TOOL_CALL = shape({ 'id!': isText, 'name!': isText, 'arguments!': isText });
const RESPONSE = {
  'text!': isText,
  outcome: (value: Json) => (RESPONSE_OUTCOMES as readonly Json[]).includes(value),
  reasoning: isText,
  toolCalls: (value: Json) => Array.isArray(value) && value.every(TOOL_CALL),
  finishReason: isText,
  model: isText,
  fingerprint: isText,
  usage: USAGE,
  timing: TIMING,
  error: ERROR,
};
const LINE = {
  sample: isName,
  prompt: isText,
  turn: isCount,
  'response!': (value: Json) => typeof value === 'string' || isObject(value),
};

/** Reads and checks one line, the line break left out. */
export function readRecordedLine(bytes: Uint8Array): ReadLine {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('bad-encoding', '这一行不是 UTF-8。', 'This line is not UTF-8.');
  }
  if (text.trim() === '') return { line: undefined };
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return problem('bad-json', `这一行不是 JSON：${why}`, `This line is not JSON: ${why}`);
  }
  return readLineValue(value);
}

function readLineValue(value: Json): ReadLine {
  const wrong = findWrong(value, LINE);
  if (wrong !== undefined) return wrongKey(wrong, LINE);
  const { sample, prompt, turn, response } = value as Fields;
  if (
    (sample === undefined) === (prompt === undefined) ||
    (turn !== undefined && prompt !== undefined)
  ) {
    return problem(
      'bad-key',
      '每行要么有 sample（可以带 turn），要么有 prompt，不能都有，也不能都没有。',
      'A line has either sample (with or without turn) or prompt, not both and not neither.',
    );
  }
  const recorded: Json = typeof response === 'string' ? { text: response } : (response as Json);
  const wrongPart = findWrong(recorded, RESPONSE);
  if (wrongPart !== undefined) return wrongKey(`response.${wrongPart}`, RESPONSE);
  return { line: { ...(value as Fields), response: recorded } as unknown as RecordedLine };
}

function shape(checks: Readonly<Record<string, Check>>): Check {
  return (value) => findWrong(value, checks) === undefined;
}

/** The first key that is missing, unknown or of the wrong kind; `''` when it is no object. */
function findWrong(value: Json, checks: Readonly<Record<string, Check>>): string | undefined {
  if (!isObject(value)) return '';
  const fields = value as Fields;
  for (const key of Object.keys(fields)) {
    const name = [key, `${key}!`].find((candidate) => Object.hasOwn(checks, candidate));
    if (name === undefined || !checks[name]?.(fields[key] as Json)) return key;
  }
  return Object.keys(checks)
    .filter((key) => key.endsWith('!'))
    .map((key) => key.slice(0, -1))
    .find((key) => !(key in fields));
}

function wrongKey(key: string, checks: Readonly<Record<string, Check>>): ReadLine {
  const known = Object.keys(checks).map((name) => name.replace('!', ''));
  const what = key.replace(/\.$/, '');
  return problem(
    'bad-key',
    `${what === '' ? '这一行不是 JSON 对象' : `“${what}”缺失、未知或取值不对`}。可用的键：${known.join('、')}。`,
    `${what === '' ? 'This line is not a JSON object' : `"${what}" is missing, unknown or of the wrong kind`}. Known keys: ${known.join(', ')}.`,
  );
}

function problem(code: string, zh: string, en: string): ReadLine {
  return { problem: { code, message: { zh, en } } };
}
