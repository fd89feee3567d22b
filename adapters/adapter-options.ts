import { UserError } from '../src/document/problem.ts';
import type { Json, ModelConfig, ResponseOutcome } from '../src/model/index.ts';
import { RESPONSE_OUTCOMES } from '../src/model/index.ts';
import type { FinishReasons } from './answer.ts';
import { MAX_RESPONSE_BYTES } from './transport.ts';

/** Reads one option; returns undefined when the value does not fit. */
type Reader<T> = (value: Json) => T | undefined;

interface Option<T> {
  readonly read: Reader<T>;
  /** What fits, for the message. */
  readonly expected: string;
  readonly fallback: T;
}

/**
 * The `options` of a model, checked: an unknown key or a value that does not fit is an error, so
 * that a typing mistake cannot silently leave a default in force.
 */
export function readOptions<T extends Record<string, unknown>>(
  model: ModelConfig,
  options: { readonly [K in keyof T]: Option<T[K]> },
): T {
  const known = Object.keys(options);
  for (const key of Object.keys(model.options)) {
    if (!known.includes(key)) {
      throw UserError.of(
        'unknown-option',
        `模型“${model.name}”的 options 中有未知的键“${key}”。适配器 ${model.adapter} 可用的键：${known.join('、')}。`,
        `Unknown key "${key}" in the options of model "${model.name}". Adapter ${model.adapter} knows: ${known.join(', ')}.`,
      );
    }
  }
  const entries = known.map((key) => {
    const option = options[key] as Option<unknown>;
    const given = model.options[key];
    if (given === undefined) return [key, option.fallback];
    const value = option.read(given);
    if (value === undefined) {
      throw UserError.of(
        'bad-option',
        `模型“${model.name}”的 options.${key} 取值不对，应为：${option.expected}。`,
        `options.${key} of model "${model.name}" does not fit; expected: ${option.expected}.`,
      );
    }
    return [key, value];
  });
  return Object.fromEntries(entries) as T;
}

/** Options that every adapter over HTTP takes. */
export const HTTP_OPTIONS = {
  /** Largest response body, bytes. */
  maxResponseBytes: {
    fallback: MAX_RESPONSE_BYTES,
    expected: '1, 2, 3, …',
    read: (value: Json) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined,
  },
  /** Finish reasons that only this endpoint uses, with the outcome each stands for. */
  finishReasons: {
    fallback: {} as FinishReasons,
    expected: `{…: ${RESPONSE_OUTCOMES.join(' | ')}}`,
    read: (value: Json) => (isOutcomeTable(value) ? value : undefined),
  },
};

/** One of a few texts. */
export function oneOf<const T extends string>(values: readonly [T, ...T[]]): Option<T> {
  return {
    fallback: values[0],
    expected: values.join(' | '),
    read: (value) => values.find((candidate) => candidate === value),
  };
}

function isOutcomeTable(value: Json): value is Record<string, ResponseOutcome> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((entry) => (RESPONSE_OUTCOMES as readonly Json[]).includes(entry))
  );
}
