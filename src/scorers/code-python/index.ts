import type { Json, LocalText } from '../../model/index.ts';
import { defineScorer } from '../contract.ts';
import {
  DEFAULT_TIMEOUT_MS,
  type ProgramOptions,
  programOptions,
  scoreProgram,
} from '../sandbox/program.ts';
import { wrongCode } from './exemplars.ts';
import { extractCode } from './extract.ts';
import { POLLS_PER_MS } from './job.ts';
import { loadSandbox, runInSandbox } from './sandbox.ts';

/** Real time after which a run is given up, for the few built-ins that never poll. */
const WATCHDOG_FLOOR_MS = 20_000;
const WATCHDOG_FACTOR = 10;

/**
 * Runs the answer's Python against unit tests. The code runs in CPython on WebAssembly without
 * access to the host, every answer in the same untouched interpreter, and never sees the expected
 * values: results come out as JSON and are compared here. There are the standard library and no
 * other packages, no threads, no files to write, and no network.
 */
export const codePython = defineScorer<ProgramOptions>({
  id: 'code-python',
  version: '1.0.0',
  title: { zh: 'Python 代码测试', en: 'Python unit tests' },
  options: programOptions('^[A-Za-z_][A-Za-z0-9_]*$'),
  prepare: () => loadSandbox(),
  check: (_key, { entry, tests }) => [
    ...(TAKEN_NAMES.has(entry) ? [takenName(entry)] : []),
    ...tests.flatMap(({ args, returns }, i) =>
      hasUnsafeInteger([...args, returns]) ? [unsafeInteger(i + 1)] : [],
    ),
  ],
  score(_key, { text }, options) {
    const { entry, tests, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    return scoreProgram('Python', text, extractCode(text, entry), options, ({ code }) =>
      runInSandbox(
        { code, entry, calls: tests.map(({ args }) => args), maxPolls: timeoutMs * POLLS_PER_MS },
        WATCHDOG_FLOOR_MS + timeoutMs * WATCHDOG_FACTOR,
      ),
    );
  },
  exemplify: (_key, { entry, tests }, kind, random) =>
    kind === 'right' ? null : wrongCode(entry, tests, random),
});

/** Keywords of Python 3.14, and the names that a module has before its first line. */
const TAKEN_NAMES = new Set(
  `False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with yield
  __builtins__ __debug__ __doc__ __loader__ __name__ __package__ __spec__`.split(/\s+/),
);

function takenName(entry: string): LocalText {
  return {
    zh: `entry“${entry}”是 Python 关键字或已被占用，请换一个函数名。`,
    en: `The entry "${entry}" is a keyword of Python or a taken name; choose another function name.`,
  };
}

/** A whole number of which neighbours are the same double: no test can tell them apart. */
function hasUnsafeInteger(value: Json): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasUnsafeInteger);
}

function unsafeInteger(test: number): LocalText {
  return {
    zh: `第 ${test} 个测试含有绝对值不小于 2^53 的整数，无法精确比较；请让函数接收或返回字符串。`,
    en: `Test ${test} holds a whole number of 2^53 or more, which cannot be compared exactly; let the function take or return it as text.`,
  };
}
