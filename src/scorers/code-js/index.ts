import type { LocalText } from '../../model/index.ts';
import { defineScorer } from '../contract.ts';
import {
  DEFAULT_TIMEOUT_MS,
  type ProgramOptions,
  programOptions,
  scoreProgram,
} from '../sandbox/program.ts';
import { wrongCode } from './exemplars.ts';
import { extractCode } from './extract.ts';
import { loadSandbox, runInSandbox } from './sandbox.ts';

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

/**
 * Runs the answer's JavaScript against unit tests. The code runs in QuickJS without access to the
 * host and never sees the expected values: results come out as JSON and are compared here.
 * undefined, NaN, a Map and the like are no JSON and equal no expected value.
 */
export const codeJs = defineScorer<ProgramOptions>({
  id: 'code-js',
  version: '1.0.0',
  title: { zh: 'JavaScript 代码测试', en: 'JavaScript unit tests' },
  options: programOptions('^[A-Za-z_$][A-Za-z0-9_$]*$'),
  prepare: () => loadSandbox(),
  check: (_key, { entry }) => (TAKEN_NAMES.has(entry) ? [takenName(entry)] : []),
  score(_key, { text }, options) {
    const { entry, tests, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const code = extractCode(text, entry);
    return scoreProgram('JavaScript', text, code, options, ({ code: source }) => {
      const job = {
        code: source,
        typescript: code?.typescript ?? false,
        entry,
        calls: tests.map(({ args }) => JSON.stringify(args)),
        maxPolls: timeoutMs * POLLS_PER_MS,
      };
      return runInSandbox(job, WATCHDOG_FLOOR_MS + timeoutMs * WATCHDOG_FACTOR);
    });
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
