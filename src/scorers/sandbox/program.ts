import type { SchemaObject } from 'ajv';
import type { Score } from '../contract.ts';
import type { Run } from './run.ts';
import { type CodeTest, judge } from './verdict.ts';

/** The options of every scorer that runs an answer's program against unit tests. */
export interface ProgramOptions {
  /** The function that the answer has to define. */
  readonly entry: string;
  readonly tests: readonly CodeTest[];
  /** For loading the code and all tests together, in milliseconds as the scorer counts them. */
  readonly timeoutMs?: number;
}

export const DEFAULT_TIMEOUT_MS = 2000;

/** Longest code kept as `parsed`, in UTF-16 units. */
const MAX_PARSED = 4000;

/** The schema of those options; `entryPattern` says what a function can be called. */
export function programOptions(entryPattern: string): SchemaObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['entry', 'tests'],
    properties: {
      entry: { type: 'string', pattern: entryPattern },
      tests: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['args', 'returns'],
          properties: { args: { type: 'array' }, returns: {} },
        },
      },
      timeoutMs: { type: 'integer', minimum: 1, maximum: 60_000 },
    },
  };
}

/** The code of an answer, and where it stands. */
export interface ExtractedCode {
  readonly code: string;
  /** Half-open range in the text. */
  readonly start: number;
  readonly end: number;
  /** `fence`, `fence-open` (not terminated) or `whole-text`. */
  readonly rule: 'fence' | 'fence-open' | 'whole-text';
}

/**
 * The score of an answer whose code was run. An answer without code is `unparsed`; code that does
 * not do its work is a `fail`, and `detail.verdict` says how.
 */
export function scoreProgram(
  language: string,
  text: string,
  code: ExtractedCode | null,
  options: ProgramOptions,
  run: (code: ExtractedCode) => Run,
): Score {
  if (code === null) return noCode(language);
  const ran = run(code);
  // Text without any fence that is no program was no code to begin with.
  const isProse = ran.kind === 'compile-error' || ran.kind === 'no-entry';
  if (code.rule === 'whole-text' && isProse) return noCode(language);
  const { verdict, passed, reason } = judge(ran, options.entry, options.tests);
  return {
    value: verdict === 'accepted' ? 'pass' : 'fail',
    status: 'ok',
    parsed: code.code.trim().slice(0, MAX_PARSED).toWellFormed(),
    rule: 'tests',
    span: { start: code.start, end: code.end, text: text.slice(code.start, code.end) },
    reason,
    detail: { verdict, passed, total: options.tests.length, form: code.rule },
  };
}

function noCode(language: string): Score {
  return {
    value: 'invalid',
    status: 'unparsed',
    parsed: null,
    rule: null,
    span: null,
    reason: {
      zh: `回答中没有可运行的 ${language} 代码，需人工复核。`,
      en: `The answer holds no ${language} code that could be run; it needs a look by a person.`,
    },
    detail: { verdict: 'no_code' },
  };
}
