import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/index.ts';
import { codeJs } from '../../src/scorers/code-js/index.ts';
import { newInterpreter, runJob } from '../../src/scorers/code-js/interpreter.ts';
import { runInSandbox } from '../../src/scorers/code-js/sandbox.ts';
import type { Score } from '../../src/scorers/index.ts';
import { answer, expectSound, key, testVectors } from './vectors.ts';

const OPTIONS = { entry: 'f', tests: [{ args: [1, 2], returns: 3 }], timeoutMs: 400 };

function scoreOf(code: string): Score {
  const given = answer(`\`\`\`js\n${code}\n\`\`\``);
  const score = codeJs.score(key(), given, OPTIONS);
  expectSound(score, given);
  return score;
}

beforeAll(() => codeJs.prepare?.());

testVectors(codeJs, 50);

describe('hostile code', () => {
  const RIGHT = 'function f(a, b) { return a + b; }';
  test.each([
    ['an endless loop at the top', 'while (true) {}', 'timeout'],
    [
      'an endless loop that catches',
      'function f() { try { for (;;); } catch { return 3; } }',
      'timeout',
    ],
    [
      'an endless loop with finally',
      'function f() { for (;;) { try { for (;;); } finally { continue; } } }',
      'timeout',
    ],
    ['an endless chain of promises', 'async function f() { while (true) await 0; }', 'timeout'],
    ['a loop in a getter of the result', 'const f = () => ({ get a() { for (;;); } });', 'timeout'],
    ['a loop in a proxy', 'const f = () => new Proxy({}, { ownKeys() { for (;;); } });', 'timeout'],
    [
      'a loop in a thrown message',
      'const f = () => { throw { get message() { for (;;); } }; };',
      'timeout',
    ],
    [
      'a catastrophic regular expression',
      'const f = () => /(a+)+$/.test("a".repeat(40) + "b");',
      'timeout',
    ],
    ['deep recursion', 'function f() { return f(); }', 'runtime_error'],
    [
      'deep recursion that catches',
      'function f() { try { return f(); } catch { return null; } }',
      'wrong_answer',
    ],
    ['deep recursion in C', 'const f = () => JSON.parse("[".repeat(1e6));', 'runtime_error'],
    ['deep recursion in the compiler', 'const f = () => eval("(".repeat(1e6));', 'runtime_error'],
    ['a large list', 'const f = () => new Array(1e9).fill(0);', 'runtime_error'],
    ['a long text', 'const f = () => "x".repeat(1e9);', 'runtime_error'],
    [
      'growing memory',
      'const f = () => { const a = []; for (;;) a.push(new ArrayBuffer(1e6)); };',
      'runtime_error',
    ],
    ['a long list of nothing', 'const f = () => new Array(4e9);', 'wrong_answer'],
    ['a large result', 'const f = () => "x".repeat(1e7);', 'wrong_answer'],
    ['a cycle', 'const f = () => { const a = {}; a.a = a; return a; };', 'wrong_answer'],
    [
      'shared parts that unfold without end',
      'const f = () => { let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a; };',
      'wrong_answer',
    ],
    ['a symbol', 'const f = () => Symbol("3");', 'wrong_answer'],
    ['a BigInt', 'const f = () => 3n;', 'wrong_answer'],
    ['a function', 'const f = () => f;', 'wrong_answer'],
    [
      'an object that says it is 3',
      'const f = () => ({ valueOf: () => 3, toString: () => "3", toJSON: () => 3 });',
      'wrong_answer',
    ],
    ['a boxed number', 'const f = () => new Number(3);', 'wrong_answer'],
    [
      'a revoked proxy',
      'const f = () => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; };',
      'runtime_error',
    ],
    ['a throwing getter', 'const f = () => ({ get a() { throw 1; } });', 'runtime_error'],
    [
      'a thrown revoked proxy',
      'const f = () => { const r = Proxy.revocable({}, {}); r.revoke(); throw r.proxy; };',
      'runtime_error',
    ],
    ['thrown undefined', 'const f = () => { throw undefined; };', 'runtime_error'],
    [
      'the constructor of a constructor',
      'const f = () => f.constructor("return process")().pid;',
      'runtime_error',
    ],
    [
      'the constructor of an argument',
      'const f = (a) => a.constructor.constructor("return require(\'fs\')")();',
      'runtime_error',
    ],
    [
      'a dynamic import',
      'const f = async () => (await import("node:fs")).readFileSync("/etc/passwd", "utf8");',
      'runtime_error',
    ],
    ['fetch', 'const f = async () => (await fetch("http://127.0.0.1/")).status;', 'runtime_error'],
  ])('%s', (_name, code, verdict) => {
    expect(scoreOf(code)).toMatchObject({ value: 'fail', status: 'ok', detail: { verdict } });
    // And the next answer is not touched by it.
    expect(scoreOf(RIGHT).value).toBe('pass');
  });

  test('globals that are overwritten change nothing: neither for the worse …', () => {
    const poison = `
      const { ownKeys } = Reflect;
      const poisoned = [Object, Array, String, Number, Function, Promise, JSON, Object.prototype,
        Array.prototype, String.prototype, Number.prototype, Function.prototype];
      for (let i = 0; i < 12; i++) {
        const names = ownKeys(poisoned[i]);
        for (let k = 0; k < names.length; k++)
          try { poisoned[i][names[k]] = () => { throw 1; }; } catch {}
      }
      Object.prototype.toJSON = () => 9;`;
    expect(scoreOf(`${poison}\n${RIGHT}`).value).toBe('pass');
  });

  test('… nor for the better', () => {
    const poison = `
      Object.prototype.toJSON = Array.prototype.toJSON = () => 3;
      for (const name of ['parse', 'stringify']) JSON[name] = () => '3';
      Object.is = () => true; Object.prototype.valueOf = () => 3; Array.isArray = () => true;
      const f = () => ({});`;
    expect(scoreOf(poison).detail).toMatchObject({ verdict: 'wrong_answer' });
  });

  test('neither the expected values nor the later arguments can be found', () => {
    const spy = `function f() {
      const seen = [];
      for (let o = globalThis; o; o = Object.getPrototypeOf(o))
        for (const k of Reflect.ownKeys(o)) {
          let v; try { v = o[k]; } catch {}
          seen.push(String(k), typeof v === 'string' || typeof v === 'number' ? String(v) : typeof v === 'function' ? v.toString() : (() => { try { return JSON.stringify(v); } catch { return ''; } })());
        }
      seen.push(new Error().stack, f.caller);
      return seen.join('\\n').includes('47' + '11');
    }`;
    const options = {
      entry: 'f',
      tests: [
        { args: [1], returns: false },
        { args: ['4711'], returns: '4711' },
      ],
    };
    const score = codeJs.score(key(), answer(`\`\`\`js\n${spy}\n\`\`\``), options);
    expect(score.detail).toMatchObject({ passed: 1, total: 2 });
  });

  test('a built-in that never polls is given up by the watchdog, and the next run works', () => {
    const job = { typescript: false, entry: 'f', calls: ['[]'], maxPolls: 1e9 };
    const stuck =
      'function f() { return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1); }';
    expect(runInSandbox({ ...job, code: stuck }, 500)).toEqual({ kind: 'timeout', results: [] });
    expect(runInSandbox({ ...job, code: 'const f = () => 1;' }, 20_000)).toEqual({
      kind: 'done',
      results: [{ kind: 'value', json: '1' }],
    });
  });
});

describe('code-js on any answer', () => {
  test('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '```js\n',
        '```ts\n',
        '\n```\n',
        '~~~',
        'function f(',
        '){',
        '}',
        'return ',
        'export default ',
        '`',
        '${',
        '\0',
        '/*',
        '//',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const given = answer(pieces.join(''));
        const score = codeJs.score(key(), given, OPTIONS);
        expectSound(score, given);
        expect(score.value).not.toBe('pass');
      }),
      { numRuns: 300 },
    );
  });

  test('what goes in as JSON comes out the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const options = { entry: 'f', tests: [{ args: [value as Json], returns: value as Json }] };
        const given = answer('```js\nconst f = (x) => x;\n```');
        expect(codeJs.score(key(), given, options).value).toBe('pass');
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a comment', `/*${'x'.repeat(1e6)}*/ function f() {}`],
    ['brackets', '('.repeat(1e6)],
    ['words', 'f '.repeat(5e5)],
    ['blanks', `function ${' '.repeat(1e6)}`],
    ['definitions', 'const f = '.repeat(1e5)],
    ['fences', '```js\nf\n```\n'.repeat(8e4)],
    ['TypeScript', `\`\`\`ts\n${'let a: number = 1;\n'.repeat(5e4)}\n\`\`\``],
    ['nested TypeScript', `\`\`\`ts\n${'('.repeat(1e6)}\n\`\`\``],
  ])('a million characters of %s', (_name, text) => {
    expect(codeJs.score(key(), answer(text), OPTIONS).value).not.toBe('pass');
  });

  test('the score of an answer is always the same', () => {
    const code = 'const f = () => [Math.random(), Date.now(), new Date().toString()];';
    expect(scoreOf(code)).toEqual(scoreOf(code));
  });
});

test('a thousand runs leave nothing behind', async () => {
  const interpreter = await newInterpreter();
  const job = {
    code: 'const keep = []; async function f(x) { keep.push(x); if (x > 2) throw keep; return { x, keep }; }',
    typescript: false,
    entry: 'f',
    calls: ['[1]', '[2]', '[3]'],
    maxPolls: 100,
  };
  const size = (): number => interpreter.getWasmMemory().buffer.byteLength;
  runJob(interpreter, job);
  const before = size();
  for (let i = 0; i < 1000; i++) {
    // A handle that is not freed makes the interpreter abort when it is disposed of: `spent`.
    expect(runJob(interpreter, job)).toMatchObject({ spent: false, result: { kind: 'done' } });
  }
  expect(size()).toBe(before);
});

describe('the cases of code-js', () => {
  test('no right answer is made up, and the wrong ones fail', () => {
    for (const returns of [3, null, '']) {
      const options = { entry: 'f', tests: [{ args: [], returns }] };
      expect(codeJs.exemplify?.(key(), options, 'right', () => 0)).toBeNull();
      for (const draw of [0, 0.4, 0.9]) {
        const wrong = codeJs.exemplify?.(key(), options, 'wrong', () => draw);
        expect(codeJs.score(key(), answer(wrong?.text ?? ''), options).value).toBe('fail');
      }
    }
  });

  test('check finds a name that no function can have', () => {
    expect(codeJs.check?.(key(), { ...OPTIONS, entry: 'delete' })).toHaveLength(1);
    expect(codeJs.check?.(key(), OPTIONS)).toEqual([]);
  });

  test('the reason names the first failing test', () => {
    expect(scoreOf('const f = (a, b) => a - b;').reason).toEqual({
      zh: '第 1 个测试未通过：f(1,2) 应返回 3，实际返回 -1。',
      en: 'Test 1 failed: f(1,2) should return 3; it returned -1.',
    });
  });
});
