import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/index.ts';
import { codePython } from '../../src/scorers/code-python/index.ts';
import {
  type Interpreter,
  newInterpreter,
  runJob,
} from '../../src/scorers/code-python/interpreter.ts';
import { runInSandbox } from '../../src/scorers/code-python/sandbox.ts';
import type { Score } from '../../src/scorers/index.ts';
import { answer, expectSound, key, testVectors } from './vectors.ts';

const OPTIONS = { entry: 'f', tests: [{ args: [1, 2], returns: 3 }], timeoutMs: 400 };
const RIGHT = 'def f(a, b): return a + b';

function scoreOf(code: string, options: object = OPTIONS): Score {
  const given = answer(`\`\`\`python\n${code}\n\`\`\``);
  const score = codePython.score(key(), given, { ...OPTIONS, ...options });
  expectSound(score, given);
  return score;
}

function lines(...code: readonly string[]): string {
  return code.join('\n');
}

beforeAll(() => codePython.prepare?.());

testVectors(codePython, 40);

/** Code of `f` by which a program reaches for the host, and the verdict on it. */
const REACHING: readonly (readonly [string, string])[] = [
  ['the module of JavaScript', 'import js\n    return js.process.pid'],
  ['run_js', 'from pyodide.code import run_js\n    return run_js("1 + 2")'],
  ['fetch', 'from pyodide.http import pyfetch\n    return pyfetch("http://127.0.0.1/")'],
  ['micropip', 'import micropip\n    return 3'],
  ['the core of Pyodide', 'import _pyodide_core\n    return _pyodide_core.to_js([1]).length + 2'],
  [
    'the constructor of a constructor in JavaScript',
    'from pyodide.ffi import to_js\n    return to_js([1]).constructor.constructor("return 3")()',
  ],
  [
    'a proxy found by the garbage collector',
    'import gc\n    return [o.x for o in gc.get_objects() if type(o).__name__ == "JsProxy"][0] and 3',
  ],
  ['a shell', 'import os\n    return os.system("exit 3") // 256'],
  ['a process', 'import subprocess\n    return subprocess.run(["true"]).returncode + 3'],
  ['a fork', 'import os\n    return os.fork() and 3'],
  ['a socket', 'import socket\n    return socket.create_connection(("127.0.0.1", 80)) and 3'],
  ['a name server', 'import socket\n    return socket.getaddrinfo("localhost", 80) and 3'],
  [
    'a download',
    'import urllib.request\n    return urllib.request.urlopen("http://127.0.0.1/") and 3',
  ],
  ['a file of the host', 'return len(open("/etc/passwd").read()) and 3'],
  ['a file outside of the library', 'return len(open("/lib/../etc/passwd").read()) and 3'],
  ['the standard input', 'return len(open("/dev/stdin").read()) + 3'],
  ['a file to write', 'return open("/tmp/x", "w").write("abc")'],
  ['a folder to make', 'import os\n    return os.mkdir("/tmp/y") or 3'],
  ['another folder to stand in', 'import os\n    return os.chdir("/lib") or 3'],
  ['a pipe', 'import os\n    return os.pipe() and 3'],
  ['a thread', 'import threading\n    return threading.Thread(target=print).start() or 3'],
  ['C functions', 'import ctypes\n    return ctypes.CDLL(None).abs(-3)'],
  ['an extension', 'import _imp\n    return _imp.create_dynamic(None) and 3'],
  ['the end of the process', 'import os\n    os.abort()'],
  ['a signal', 'import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)\n    return 3'],
];

describe('hostile programs', () => {
  test.each(REACHING)('%s is out of reach', (_name, body) => {
    expect(scoreOf(`def f(a, b):\n    ${body}`)).toMatchObject({
      value: 'fail',
      detail: { verdict: 'runtime_error' },
    });
    expect(scoreOf(RIGHT).value).toBe('pass');
  });

  test.each([
    ['growing memory', 'x = []\n    while True: x.append(bytearray(10**6))', 'runtime_error'],
    ['a large list', 'return [0] * 10**9', 'runtime_error'],
    ['a large result', 'return "x" * 10**7', 'wrong_answer'],
    ['a cycle', 'x = []\n    x.append(x)\n    return x', 'wrong_answer'],
    ['a deep list', 'x = []\n    for _ in range(10**4): x = [x]\n    return x', 'wrong_answer'],
    [
      'shared parts that unfold without end',
      'x = [1]\n    for _ in range(40): x = [x, x]\n    return x',
      'wrong_answer',
    ],
    ['a power without end', 'return 10 ** 10 ** 8', 'timeout'],
    ['printing without end', 'while True: print("甲" * 1000, end="")', 'timeout'],
    [
      'waiting for nothing',
      'import asyncio\n    return asyncio.run(asyncio.Event().wait())',
      'runtime_error',
    ],
    [
      'broken byte code',
      'pass\nf.__code__ = f.__code__.replace(co_code=b"\\xff" * 40)',
      'runtime_error',
    ],
    [
      'an object that says it is 3',
      'class X(float):\n        def __eq__(self, o): return True\n    return X(4)',
      'wrong_answer',
    ],
  ])('%s', (_name, body, verdict) => {
    const score = scoreOf(`def f(a, b):\n    ${body}`, { timeoutMs: 100 });
    expect(score).toMatchObject({ value: 'fail', detail: { verdict } });
    expect(scoreOf(RIGHT).value).toBe('pass');
  });

  test('a message that loops does not hold the run', () => {
    const code = lines(
      'class E(Exception):',
      '    def __str__(self):',
      '        while True: pass',
      'def f(a, b): raise E()',
    );
    expect(scoreOf(code, { timeoutMs: 50 }).detail).toMatchObject({ verdict: 'timeout' });
  });

  test('built-ins that are overwritten change nothing: neither for itself …', () => {
    expect(scoreOf(`${POISON}\ndef f(a, b): return 3`).value).toBe('pass');
    expect(scoreOf(`${POISON}\ndef f(a, b): return '3'`).value).toBe('fail');
  });

  test('… nor for the next answer', () => {
    scoreOf(`${POISON}\ndef f(a, b): return 3`);
    const probe = lines(
      'import builtins, sys, json, os, random, asyncio',
      'def f(a, b):',
      '    return [len([1]), sorted([2, 1]), json.dumps([1]), hasattr(builtins, "planted"),',
      '            "planted" in sys.modules, os.environ.get("planted"), sys.getrecursionlimit()]',
    );
    const returns = [1, [1, 2], '[1]', false, false, null, 1000];
    expect(scoreOf(probe, { tests: [{ args: [1, 2], returns }] })).toMatchObject({ value: 'pass' });
  });

  test('neither the expected values nor the later arguments can be found', () => {
    const spy = lines(
      'import gc, sys',
      'def f(x):',
      '    wanted = "".join(["47", "11"])',
      '    held = (o.values() if type(o) is dict else o for o in gc.get_objects()',
      '            if type(o) in (list, tuple, dict))',
      '    return any(type(e) is str and e == wanted for o in held for e in list(o))',
    );
    const tests = [
      { args: [1], returns: false },
      // What is there is found.
      { args: [['4711']], returns: true },
    ];
    expect(scoreOf(spy, { tests, timeoutMs: 20_000 }).detail).toMatchObject({ passed: 2 });
  });

  test('time, chance and hashes are the same in every run', () => {
    const code = lines(
      'import random, time, os, datetime, uuid, secrets',
      'def f(a, b): return [random.random(), time.time(), time.tzname, os.urandom(8).hex(), hash("甲"),',
      '    str(datetime.datetime.now()), str(uuid.uuid4()), secrets.token_hex(4), list({"a", "b", "c"})]',
    );
    expect(scoreOf(code)).toEqual(scoreOf(code));
    expect(scoreOf(code).reason?.en).toContain('2025-01-01');
  });

  test('a built-in that never polls is given up by the watchdog, and the next run works', () => {
    const job = { entry: 'f', calls: [[]], maxPolls: 1e9 };
    const stuck = 'def f(): return sum(range(10 ** 15))';
    expect(runInSandbox({ ...job, code: stuck }, 500)).toEqual({ kind: 'timeout', results: [] });
    expect(runInSandbox({ ...job, code: 'def f(): return 1' }, 20_000)).toEqual({
      kind: 'done',
      results: [{ kind: 'value', json: '1' }],
    });
  });
});

const POISON = lines(
  'import builtins, json, sys, os, random, asyncio',
  'builtins.planted = 1',
  'sys.modules["planted"] = sys',
  'os.environ["planted"] = "1"',
  'sys.setrecursionlimit(5000)',
  'json.dumps = json.loads = lambda *a, **k: "3"',
  'asyncio.run = lambda *a: 3',
  'for name in dir(builtins):',
  '    if name not in ("setattr", "builtins", "dir"):',
  '        try: builtins.__dict__[name] = lambda *a, **k: 3',
  '        except BaseException: pass',
);

describe('code-python on any answer', () => {
  test('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          '```python\n',
          '```\n',
          '\n```\n',
          '~~~',
          'def f(',
          '):',
          '\n    ',
          'return ',
          'class ',
        ],
        ...['"""', "f'{", 'lambda', 'import ', '\0', '#', '\\\n', 'async ', '：', '@', ':='],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const given = answer(pieces.join(''));
        const score = codePython.score(key(), given, OPTIONS);
        expectSound(score, given);
        expect(score.value).not.toBe('pass');
      }),
      { numRuns: 300 },
    );
  });

  test('what goes in as JSON comes out the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const tests = [{ args: [value as Json], returns: value as Json }];
        const score = scoreOf('def f(x): return x', { tests });
        // Whole numbers that a double cannot hold are refused, not compared.
        const isUnsafe = codePython.check?.(key(), { entry: 'f', tests }).length !== 0;
        expect(score.value === 'pass' || isUnsafe).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a comment', `\`\`\`python\n#${'x'.repeat(1e6)}\ndef f(a): pass\n\`\`\``],
    ['brackets', `\`\`\`python\n${'('.repeat(1e6)}`],
    ['signs', `\`\`\`python\n${'-'.repeat(1e6)}1`],
    ['words', 'f '.repeat(5e5)],
    ['blanks', `def${' '.repeat(1e6)}f`],
    ['lines', '\n'.repeat(1e6)],
    ['blank lines in a block', `\`\`\`python\n${'\n'.repeat(1e6)}x\n\`\`\``],
    ['definitions', 'def f = '.repeat(1e5)],
    ['fences', '```python\nf\n```\n'.repeat(6e4)],
  ])('a million characters of %s', (_name, text) => {
    expect(codePython.score(key(), answer(text), OPTIONS).value).not.toBe('pass');
  });
});

describe('an interpreter', () => {
  let interpreter: Interpreter;
  beforeAll(async () => {
    interpreter = await newInterpreter();
  });

  test('is byte for byte the same after each of 200 programs, whatever they did', () => {
    const { python, image } = interpreter;
    const untouched = Buffer.from(image.slice());
    const programs = [
      RIGHT,
      'keep = []\ndef f(a, b): keep.append(bytearray(10**6)); return len(keep)',
      'def f(a, b): return f(a, b)',
      'while True: pass',
      `${POISON}\ndef f(a, b): return 3`,
      'import os\nos._exit(1)',
      'h = open("/lib/python314.zip", "rb")\ndef f(a, b): return len(h.read(10))',
      'def f(a, b): return bytearray(10**8) and 1',
    ];
    const sizes = new Set<number>();
    for (let i = 0; i < 200; i++) {
      const code = programs[i % programs.length] ?? '';
      const calls = [
        [1, 2],
        [3, 4],
      ];
      expect(runJob(interpreter, { code, entry: 'f', calls, maxPolls: 20_000 }).spent).toBe(false);
      if (i >= programs.length) sizes.add(python.HEAPU8.length);
      const now = Buffer.from(python.HEAPU8.buffer, 0, image.length);
      expect(now.equals(untouched)).toBe(true);
      expect(interpreter.wall.openFiles.size).toBe(0);
    }
    // What the first round has not needed, no later one does.
    expect(sizes.size).toBe(1);
  });
});

describe('the cases of code-python', () => {
  test('no right answer is made up, and the wrong ones fail', () => {
    for (const returns of [3, null, '']) {
      const options = { entry: 'f', tests: [{ args: [], returns }] };
      expect(codePython.exemplify?.(key(), options, 'right', () => 0)).toBeNull();
      for (const draw of [0, 0.4, 0.9]) {
        const wrong = codePython.exemplify?.(key(), options, 'wrong', () => draw);
        expect(codePython.score(key(), answer(wrong?.text ?? ''), options).value).toBe('fail');
      }
    }
  });

  test('check finds a name that no function can have, and numbers that cannot be compared', () => {
    expect(codePython.check?.(key(), { ...OPTIONS, entry: 'lambda' })).toHaveLength(1);
    const tests = [{ args: [1], returns: [2 ** 53] }];
    expect(codePython.check?.(key(), { ...OPTIONS, tests })).toHaveLength(1);
    expect(codePython.check?.(key(), OPTIONS)).toEqual([]);
  });

  test('the reason names the first failing test', () => {
    expect(scoreOf('def f(a, b): return a - b').reason).toEqual({
      zh: '第 1 个测试未通过：f(1,2) 应返回 3，实际返回 -1。',
      en: 'Test 1 failed: f(1,2) should return 3; it returned -1.',
    });
  });

  test('a process that has scored ends by itself', () => {
    const script = `
      const { codePython } = await import('./src/scorers/code-python/index.ts');
      await codePython.prepare();
      const response = { outcome: 'ok', text: '\`\`\`python\\n${RIGHT}\\n\`\`\`', timing: {} };
      console.log(codePython.score({}, response, ${JSON.stringify(OPTIONS)}).value);`;
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', script],
      { encoding: 'utf8', timeout: 60_000 },
    );
    expect([status, stdout.trim()]).toEqual([0, 'pass']);
  }, 60_000);
});
