import { schemaFindings, suggestion, UserError } from '../document/index.ts';
import type { Choice, GradingKey, Json, JsonObject, ModelResponse } from '../model/index.ts';
import { RESPONSE_OUTCOMES } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { SCORERS, scoreResponse } from '../scorers/index.ts';
import { choiceLabel } from '../suite/resolve-case.ts';
import { readRows, requireHeld } from '../suite/table.ts';

/** One line of `aigc try`. */
export interface Tried {
  readonly id: string;
  /** Null when the scorer needs a target and the line has none: only reading was asked for. */
  readonly value: 'pass' | 'fail' | 'invalid' | null;
  readonly parsed: string | null;
  readonly status: string;
  readonly rule: string | null;
  readonly span: { start: number; end: number; text: string } | null;
  readonly detail: JsonObject;
  readonly reason: { zh: string; en: string } | null;
}

const KNOWN_KEYS = new Set([
  ...['id', 'response', 'target', 'choices', 'options', 'expect', 'tools', 'prompt', 'messages'],
]);

/**
 * Runs one scorer over the lines of a file `{id?, response, target?, choices?, options?, …}`. A
 * response is a text, or an object with the fields of a model's response.
 *
 * @throws UserError for an unknown scorer, a bad option, a line that cannot be read
 */
export async function* tryScorer(
  use: string,
  file: string,
  options: JsonObject,
): AsyncGenerator<Tried> {
  const scorer = SCORERS.get(use);
  if (scorer === undefined) {
    throw UserError.of(
      'unknown-scorer',
      `没有名为 “${use}” 的评分方法。`,
      `There is no scorer "${use}".`,
      suggestion(use, [...SCORERS.keys()]),
    );
  }
  // What the command line leaves out a line may bring; what it says is checked at once.
  requireOptions(scorer, options, {}, (code) => code !== 'missing-key');
  await scorer.prepare?.();
  for (const [i, row] of (await readRows(file, file)).entries()) {
    const place = { file, line: row.line };
    const unknown = Object.keys(row.values).find((key) => !KNOWN_KEYS.has(key));
    if (unknown !== undefined) {
      throw UserError.of('unknown-key', `未知的键 “${unknown}”。`, `Unknown key "${unknown}".`, {
        ...place,
        ...suggestion(unknown, [...KNOWN_KEYS]),
      });
    }
    requireHeld(row, KNOWN_KEYS, place);
    const merged = { ...options, ...(row.values['options'] as JsonObject | undefined) };
    requireOptions(scorer, merged, place);
    const id = row.values['id'] === undefined ? String(i + 1) : plainText(row.values['id']);
    const key = gradingKey(id, row.values);
    const score = scoreResponse(
      scorer,
      key,
      responseOf(row.values['response'] ?? null, place),
      merged,
    );
    const { parsed, status, rule, span, detail, reason } = score;
    const readOnly = scorer.target !== undefined && key.target === undefined;
    const wantsTarget =
      readOnly && scorer.target !== undefined && schemaFindings(scorer.target, null).length > 0;
    const value = wantsTarget ? null : score.value;
    yield { ...{ id, value, parsed, status, rule, span, detail }, reason };
  }
}

function requireOptions(
  scorer: Scorer,
  options: JsonObject,
  place: object,
  counts: (code: string) => boolean = () => true,
): void {
  const found = schemaFindings(scorer.options, options).filter(({ code }) => counts(code));
  if (found.length === 0) return;
  throw new UserError(
    found.map((finding) => ({
      code: 'scorer-option',
      severity: 'error',
      ...place,
      message: {
        zh: `选项 ${finding.path.join('.')}：${finding.message.zh}`,
        en: `Option ${finding.path.join('.')}: ${finding.message.en}`,
      },
      ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    })),
  );
}

function gradingKey(id: string, values: Readonly<Record<string, Json>>): GradingKey {
  const { target, choices, tools, expect, prompt, messages } = values;
  const isAnswer = (message: Json): boolean => (message as { role?: Json }).role === 'assistant';
  return {
    id,
    // A line has no suite behind it: every answer in its messages is the model's own.
    turn: Array.isArray(messages) ? messages.filter(isAnswer).length : 0,
    expect: (expect ?? 'comply') as GradingKey['expect'],
    request: {
      messages: (messages ?? [{ role: 'user', content: prompt ?? '' }]) as never,
      params: {},
      ...(tools === undefined ? {} : { tools: tools as never }),
    },
    ...(target === undefined ? {} : { target }),
    ...(choices === undefined ? {} : { choices: choiceList(choices) }),
  };
}

/** Choices as a list of texts, a map from label to text, a list of labels and texts, or letters. */
function choiceList(value: Json): readonly Choice[] {
  if (typeof value === 'string') return Array.from(value, (label) => ({ label, text: '' }));
  if (Array.isArray(value)) {
    return value.map((entry, i) =>
      entry !== null && typeof entry === 'object' && !Array.isArray(entry)
        ? { label: plainText(entry['label'] ?? ''), text: plainText(entry['text'] ?? '') }
        : { label: choiceLabel(i), text: plainText(entry) },
    );
  }
  return Object.entries(value ?? {}).map(([label, text]) => ({ label, text: plainText(text) }));
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function responseOf(value: Json, place: object): ModelResponse {
  if (typeof value === 'string') {
    // An empty answer is what the gate calls it, here as in a run.
    return { outcome: value === '' ? 'empty' : 'ok', text: value, timing: { totalMs: 0 } };
  }
  const object = (value ?? {}) as Partial<Record<string, Json>>;
  const outcome = object['outcome'] ?? 'ok';
  if (
    value === null ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    !(RESPONSE_OUTCOMES as readonly Json[]).includes(outcome)
  ) {
    throw UserError.of(
      'bad-response',
      'response 应为文本，或含 text 与 outcome 的对象。',
      '"response" has to be a text, or an object with "text" and "outcome".',
      place,
    );
  }
  const calls = (object['toolCalls'] as { id?: string }[] | undefined)?.map((call, i) => ({
    id: `call-${i}`,
    ...call,
  }));
  return {
    ...object,
    ...(calls === undefined ? {} : { toolCalls: calls }),
    outcome,
    text: object['text'] ?? '',
    timing: object['timing'] ?? { totalMs: 0 },
  } as unknown as ModelResponse;
}
