import type { LocalText } from '../../model/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { wrongCode } from './exemplars.ts';
import { type ExtractedCode, extractCode } from './extract.ts';
import type { Run } from './job.ts';
import { runInSandbox } from './sandbox.ts';
import { type CodeTest, judge } from './verdict.ts';

export interface CodeJsOptions {
  /** The function that the answer has to define. */
  readonly entry: string;
  readonly tests: readonly CodeTest[];
  /** For loading the code and all tests together, in milliseconds as counted below. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 2000;

/**
 * Time is counted in polls of the interpreter, one every 10,000 loop iterations and calls, so that
 * a verdict does not hang on the speed or the load of a machine. On a server core of 2025 one
 * millisecond holds 12 polls of an empty loop, 2.5 of backtracking in a regular expression, and
 * 0.5 of a loop around `map` with a closure.
 */
const POLLS_PER_MS = 2;

/** Real time after which a run is given up, for the few built-ins that never poll. */
const WATCHDOG_FLOOR_MS = 20_000;
const WATCHDOG_FACTOR = 10;

/** Longest code kept as `parsed`, in UTF-16 units. */
const MAX_PARSED = 4000;

/**
 * Runs the answer's JavaScript against unit tests. The code runs in QuickJS without access to the
 * host and never sees the expected values: results come out as JSON and are compared here. An
 * answer without code is `unparsed`; code that does not do its work is a `fail`, and
 * `detail.verdict` says how. undefined, NaN, a Map and the like are no JSON and equal no expected
 * value.
 */
export const codeJs = defineScorer<CodeJsOptions>({
  id: 'code-js',
  version: '1.0.0',
  title: { zh: 'JavaScript 代码测试', en: 'JavaScript unit tests' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['entry', 'tests'],
    properties: {
      entry: { type: 'string', pattern: '^[A-Za-z_$][A-Za-z0-9_$]*$' },
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
  },
  async prepare() {
    const job = { code: 'function f() {}', typescript: false, entry: 'f', calls: [], maxPolls: 99 };
    const run = runInSandbox(job, WATCHDOG_FLOOR_MS);
    if (run.kind !== 'done') throw new Error(`The JavaScript sandbox does not work: ${run.kind}`);
  },
  check: (_key, { entry }) => (TAKEN_NAMES.has(entry) ? [takenName(entry)] : []),
  score(_key, response, options): Score {
    const code = extractCode(response.text, options.entry);
    if (code === null) return noCode();
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const job = {
      code: code.code,
      typescript: code.typescript,
      entry: options.entry,
      calls: options.tests.map(({ args }) => JSON.stringify(args)),
      maxPolls: timeoutMs * POLLS_PER_MS,
    };
    const run = runInSandbox(job, WATCHDOG_FLOOR_MS + timeoutMs * WATCHDOG_FACTOR);
    // Text without any fence that is no program was no code to begin with.
    const isProse = run.kind === 'compile-error' || run.kind === 'no-entry';
    if (code.rule === 'whole-text' && isProse) return noCode();
    return judged(code, response.text, options, run);
  },
  exemplify: (_key, { entry, tests }, kind, random) =>
    kind === 'right' ? null : wrongCode(entry, tests, random),
});

/** Names that a function cannot have, and those that the sandbox has given away. */
const TAKEN_NAMES = new Set(
  `arguments await break case catch class console const continue debugger default delete do else
  enum eval export exports extends false finally for function globalThis if implements import in
  instanceof interface let module new null package private protected public return static super
  switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
);

function takenName(entry: string): LocalText {
  return {
    zh: `entry“${entry}”是保留字或已被占用，请换一个函数名。`,
    en: `The entry "${entry}" is a reserved word or a taken name; choose another function name.`,
  };
}

function noCode(): Score {
  return {
    value: 'invalid',
    status: 'unparsed',
    parsed: null,
    rule: null,
    span: null,
    reason: {
      zh: '回答中没有可运行的 JavaScript 代码，需人工复核。',
      en: 'The answer holds no JavaScript code that could be run; it needs a look by a person.',
    },
    detail: { verdict: 'no_code' },
  };
}

function judged(code: ExtractedCode, text: string, options: CodeJsOptions, run: Run): Score {
  const { verdict, passed, reason } = judge(run, options.entry, options.tests);
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
