import type { Json, LocalText } from '../../model/index.ts';
import { jsonDifference, shownJson } from '../json-equal.ts';
import type { CallResult, Run } from './run.ts';

export interface CodeTest {
  readonly args: readonly Json[];
  readonly returns: Json;
}

type CodeVerdict =
  | 'accepted'
  | 'no_code'
  | 'compile_error'
  | 'runtime_error'
  | 'timeout'
  | 'wrong_answer';

export interface Judgement {
  readonly verdict: CodeVerdict;
  /** Number of tests that returned the expected value. */
  readonly passed: number;
  /** About the first test that failed; null when none did. */
  readonly reason: LocalText | null;
}

interface Failure {
  readonly verdict: CodeVerdict;
  readonly text: LocalText;
}

/** What a run says about the code, test by test. */
export function judge(run: Run, entry: string, tests: readonly CodeTest[]): Judgement {
  if (run.kind !== 'done' && run.kind !== 'timeout')
    return { passed: 0, ...notStarted(run, entry) };
  // The results of a run that timed out end with the last test before that.
  const failures = tests.map((test, i) => failureOf(test, run.results[i]));
  const passed = failures.filter((failure) => failure === null).length;
  for (const [i, failure] of failures.entries()) {
    const test = tests[i];
    if (failure === null || test === undefined) continue;
    const call = `${entry}(${shownArguments(test.args)})`;
    const reason = {
      zh: `第 ${i + 1} 个测试未通过：${call} ${failure.text.zh}`,
      en: `Test ${i + 1} failed: ${call} ${failure.text.en}`,
    };
    return { verdict: failure.verdict, passed, reason };
  }
  return { verdict: 'accepted', passed, reason: null };
}

type NotStarted = Exclude<Run, { readonly kind: 'done' | 'timeout' }>;

function notStarted(run: NotStarted, entry: string): Omit<Judgement, 'passed'> {
  switch (run.kind) {
    case 'compile-error':
      return {
        verdict: 'compile_error',
        reason: {
          zh: `代码无法编译：${run.message}。`,
          en: `The code does not compile: ${run.message}.`,
        },
      };
    case 'load-error':
      return {
        verdict: 'runtime_error',
        reason: {
          zh: `代码在调用 ${entry} 之前就已出错：${run.message}。`,
          en: `The code fails before ${entry} is called: ${run.message}.`,
        },
      };
    case 'load-unsettled':
      return {
        verdict: 'runtime_error',
        reason: {
          zh: '代码最外层的 await 永远等不到结果。',
          en: 'A top-level await of the code waits for ever.',
        },
      };
    case 'no-entry':
      return {
        verdict: 'runtime_error',
        reason: {
          zh: `代码没有定义函数 ${entry}。`,
          en: `The code does not define the function ${entry}.`,
        },
      };
  }
}

function failureOf(test: CodeTest, result: CallResult | undefined): Failure | null {
  if (result === undefined) {
    const text = { zh: '没有在限定的步数内结束。', en: 'did not end within the limit of steps.' };
    return { verdict: 'timeout', text };
  }
  const expected = shownJson(test.returns);
  switch (result.kind) {
    case 'error':
      return {
        verdict: 'runtime_error',
        text: {
          zh: `应返回 ${expected}，实际抛出错误：${result.message}。`,
          en: `should return ${expected}; it threw ${result.message}.`,
        },
      };
    case 'unsettled':
      return {
        verdict: 'runtime_error',
        text: {
          zh: `应返回 ${expected}，实际返回的 Promise 永远没有结果。`,
          en: `should return ${expected}; it returned a promise that is never settled.`,
        },
      };
    case 'endless':
      return {
        verdict: 'wrong_answer',
        text: {
          zh: `应返回 ${expected}，实际返回的数据循环引用或过大。`,
          en: `should return ${expected}; it returned data that is cyclic or too large.`,
        },
      };
    case 'not-json':
      return wrong(expected, result.shown);
    case 'value': {
      const got = JSON.parse(result.json) as Json;
      return jsonDifference(test.returns, got) === null ? null : wrong(expected, shownJson(got));
    }
  }
}

function wrong(expected: string, got: string): Failure {
  return {
    verdict: 'wrong_answer',
    text: {
      zh: `应返回 ${expected}，实际返回 ${got}。`,
      en: `should return ${expected}; it returned ${got}.`,
    },
  };
}

function shownArguments(args: readonly Json[]): string {
  const list = shownJson([...args]);
  return list.endsWith(']') ? list.slice(1, -1) : list.slice(1);
}
