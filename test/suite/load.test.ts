import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Scorer } from '../../src/scorers/contract.ts';
import { defineScorer } from '../../src/scorers/contract.ts';
import type { SuiteContext } from '../../src/suite/entries.ts';
import type { Generator } from '../../src/suite/generators/contract.ts';
import { loadSuite } from '../../src/suite/load.ts';
import { loadSuites } from '../../src/suite/load-all.ts';

/** A scorer with a target, an option and choices it can be asked for. */
const stub = (id: string, change: Partial<Scorer> = {}): Scorer =>
  defineScorer({
    ...{ id, version: '1.0.0', title: { zh: id, en: id } },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { strict: { type: 'boolean' } },
    },
    target: { type: 'string' },
    score: () => ({
      ...{ value: 'pass', status: 'ok', parsed: null, rule: null, span: null, reason: null },
      detail: {},
    }),
    ...change,
  });

const counting: Generator = {
  ...{ id: 'counting', version: '1.0.0', title: { zh: '数', en: 'Counting' } },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { upTo: { type: 'integer' } },
  },
  generate: (options, random) => {
    const n = random.int(1, Number(options['upTo'] ?? 1000));
    return { prompt: `数到 ${n}`, target: String(n), cluster: 'x' };
  },
};

const context: SuiteContext = {
  scorers: new Map(
    [
      stub('exact'),
      stub('choice', { needs: ['choices'] }),
      stub('refusal', { target: undefined } as never),
    ].map((scorer) => [scorer.id, scorer]),
  ),
  generators: new Map([['counting', counting]]),
  indicators: new Set(['C1.1.1', 'C3.1.1']),
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aigc-suite-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const HEAD = `suite: a.b
version: 1.0.0
indicator: C1.1.1
title: {zh: 甲, en: A}
licence: CC-BY-4.0
source: own
`;

async function load(body: string, head = HEAD) {
  const file = join(folder, 'suite.yaml');
  writeFileSync(file, head + body);
  return loadSuite(file, context);
}

/** `code line:column` of every problem. */
async function found(body: string, head = HEAD): Promise<string[]> {
  const { problems } = await load(body, head);
  return problems.map((p) => `${p.code} ${p.line}:${p.column}`);
}

const CASE = `cases:
  - id: x-1
    prompt: 问
    target: 答
    scorer: {use: exact}
`;

const RIVERS = `defaults:
  scorer: {use: choice}
  permute: circular
  frame: |
    {{prompt}}
    {{choices}}
cases:
  - id: x-1
    prompt: 流经兰州的是哪条河？
    choices: [长江, 黄河, 珠江]
    target: B
    reference: 答案：B
`;

describe('a scorer of the defaults', () => {
  const cases = `cases:
  - {id: x-1, prompt: 问一, target: 答}
  - {id: x-2, prompt: 问二, target: 答}
  - {id: x-3, prompt: 问三, target: 答, scorer: {use: exakt}}
`;

  test('that is not there is reported once, where it stands', async () => {
    const { problems } = await load(`defaults:\n  scorer: {use: exct}\n${cases}`);
    expect(problems.map((p) => `${p.code} ${p.line}:${p.column}`)).toEqual([
      'unknown-scorer 8:17',
      'unknown-scorer 12:46',
    ]);
    expect(problems[0]?.message.en).toBe('There is no scorer "exct". Did you mean "exact"?');
  });

  test('that does not take its options is reported once, at the option', async () => {
    expect(await found(`defaults:\n  scorer: {use: exact, strikt: true}\n${cases}`)).toEqual([
      'scorer-option 8:24',
      'unknown-scorer 12:46',
    ]);
    expect(await found(`defaults:\n  scorer:\n    use: exact\n    strict: 1\n${cases}`)).toEqual([
      'scorer-option 10:13',
      'unknown-scorer 14:46',
    ]);
  });
});

describe('permuted options', () => {
  test('a choice case is asked once per option, each variant at the place of the case', async () => {
    const { suite, problems } = await load(RIVERS);
    expect(problems).toEqual([]);
    expect(
      suite?.cases.map(({ sample, place }) => [
        ...[sample.id, sample.cluster, sample.permutation?.of, sample.permutation?.order.join('')],
        ...[sample.target, place?.line],
      ]),
    ).toEqual([
      ['x-1~1', 'x-1', 'x-1', 'ABC', 'B', 14],
      ['x-1~2', 'x-1', 'x-1', 'BCA', 'A', 14],
      ['x-1~3', 'x-1', 'x-1', 'CAB', 'C', 14],
    ]);
    expect(suite?.cases[1]?.sample.request.messages[0]?.content).toBe(
      '流经兰州的是哪条河？\nA. 黄河\nB. 珠江\nC. 长江',
    );
  });

  test('a shuffled case has one order, the same each time, in the cluster it names', async () => {
    const body = RIVERS.replace('circular', 'shuffle').replace(
      '    target',
      '    cluster: c\n    target',
    );
    const { suite } = await load(body);
    expect(suite?.cases.map(({ sample }) => [sample.id, sample.cluster])).toEqual([['x-1~1', 'c']]);
    expect((await load(body)).suite?.cases).toEqual(suite?.cases);
  });

  test('a case says otherwise than the default, which passes over other scorers', async () => {
    const own = await load(RIVERS.replace('    target', '    permute: none\n    target'));
    expect(own.suite?.cases.map(({ sample }) => sample.id)).toEqual(['x-1']);
    expect(own.suite?.cases[0]?.sample.permutation).toBeUndefined();
    const other = await load(
      `${RIVERS}  - {id: x-2, prompt: 问, target: 答, scorer: {use: exact}}\n`,
    );
    expect(other.problems).toEqual([]);
    expect(other.suite?.cases.map(({ sample }) => sample.id)).toEqual([
      ...['x-1~1', 'x-1~2', 'x-1~3', 'x-2'],
    ]);
  });

  test('what cannot be permuted is a finding at its key', async () => {
    expect(await found(RIVERS.replace('珠江]', '以上都对]'))).toEqual(['permute-reference 16:14']);
    expect(await found(RIVERS.replace('    {{choices}}\n', ''))).toEqual(['permute-frame 14:13']);
    const exact = `${CASE}    permute: shuffle\n    choices: [甲, 乙]\n`;
    expect(await found(exact)).toContain('permute 11:13');
    expect(await found(RIVERS.replace('circular', 'random'))).toHaveLength(1);
  });

  test('are one case to the other suites of a run', async () => {
    const [one, two] = ['one.yaml', 'two.yaml'].map((name) => join(folder, name));
    writeFileSync(one ?? '', HEAD + RIVERS);
    writeFileSync(two ?? '', HEAD.replace('a.b', 'a.c') + RIVERS.replace('circular', 'none'));
    const { problems } = await loadSuites([one ?? '', two ?? ''], context);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['duplicate-id', two]]);
  });
});

describe('a well-formed suite', () => {
  test('becomes samples with defaults, templates and frames resolved', async () => {
    const { suite, problems } = await load(`defaults:
  params: {maxTokens: 64, temperature: 0}
  scorer: {use: choice, strict: true}
  system: 你是助手
  frame: |
    {{prompt}}
    {{choices}}
    只写字母。
cases:
  - id: x-1
    prompt: '{{ n }} 加 1 等于？'
    vars: {n: 2}
    choices: [三, 四]
    target: A
    params: {maxTokens: 8}
`);
    expect(problems).toEqual([]);
    expect(suite?.cases[0]?.sample).toEqual({
      ...{ id: 'x-1', case: 'x-1', repeat: 1, suite: 'a.b', indicator: 'C1.1.1', pool: 'public' },
      ...{ expect: 'comply', target: 'A', scorer: { use: 'choice', options: { strict: true } } },
      choices: [
        { label: 'A', text: '三' },
        { label: 'B', text: '四' },
      ],
      request: {
        messages: [
          { role: 'system', content: '你是助手' },
          { role: 'user', content: '2 加 1 等于？\nA. 三\nB. 四\n只写字母。' },
        ],
        params: { maxTokens: 8, temperature: 0 },
      },
    });
  });

  test('takes a prompt without template marks literally', async () => {
    const { suite } = await load(CASE.replace('问', "'写 {a: 1} 与 } 与 %'"));
    expect(suite?.cases[0]?.sample.request.messages[0]?.content).toBe('写 {a: 1} 与 } 与 %');
  });

  test('generates the number of different cases asked for, the same ones each time', async () => {
    const body =
      'defaults: {scorer: {use: exact}}\ncases:\n  - generate: {use: counting, count: 50, seed: 7, options: {upTo: 60}}\n';
    const first = await load(body);
    const prompts = first.suite?.cases.map(({ sample }) => sample.request.messages[0]?.content);
    expect(new Set(prompts).size).toBe(50);
    expect(first.suite?.cases[0]?.sample).toMatchObject({
      id: 'a.b-counting-7-01',
      cluster: 'a.b-x',
    });
    expect((await load(body)).suite?.cases).toEqual(first.suite?.cases);
  });

  test('reads the cases of a data file through its map, GB 18030 included', async () => {
    writeFileSync(
      join(folder, 'x.csv'),
      Buffer.concat([
        Buffer.from('id,'),
        Buffer.from([0xce, 0xca, 0xcc, 0xe2]),
        Buffer.from(',key\n1,'),
        Buffer.from([0xcb, 0xc4]),
        Buffer.from(',"a, b"\n'),
      ]),
    );
    const { suite, problems } = await load(
      'defaults: {scorer: {use: exact}}\ncases:\n  - from: x.csv\n    map: {id: id, prompt: 问题, target: key}\n',
    );
    expect(problems).toEqual([]);
    expect(suite?.cases[0]?.sample).toMatchObject({
      ...{ id: '1', target: 'a, b' },
      request: { messages: [{ role: 'user', content: '四' }] },
    });
  });

  test('sends media by digest, and reads them only inside its folder', async () => {
    writeFileSync(join(folder, 'dot.png'), 'not really an image');
    const { suite, problems } = await load(`cases:
  - id: x-1
    messages: [{role: user, content: [{text: 看}, {image: dot.png}]}]
    target: 答
    scorer: {use: exact}
`);
    expect(problems).toEqual([]);
    expect(suite?.media.size).toBe(1);
    const part = {
      type: 'image',
      mediaType: 'image/png',
      sha256: [...(suite?.media.keys() ?? [])][0],
    };
    expect(suite?.cases[0]?.sample.request.messages[0]?.content).toEqual([
      { type: 'text', text: '看' },
      part,
    ]);
  });
});

describe('a problem is shown where it stands', () => {
  test.each([
    ['an unknown key', CASE.replace('target', 'tarqet'), ['unknown-key 10:5']],
    ['a wrong type', CASE.replace('prompt: 问', 'prompt: [问]'), ['wrong-type 9:13']],
    [
      'a duplicate id',
      `${CASE}  - id: x-1\n    prompt: 又\n    target: 答\n    scorer: {use: exact}\n`,
      ['duplicate-id 12:9'],
    ],
    ['an unknown scorer', CASE.replace('use: exact', 'use: exakt'), ['unknown-scorer 11:13']],
    [
      'a bad scorer option',
      CASE.replace('use: exact', 'use: exact, strict: 1'),
      ['scorer-option 11:13'],
    ],
    [
      'an unknown scorer option',
      CASE.replace('use: exact', 'use: exact, strikt: true'),
      ['scorer-option 11:13'],
    ],
    ['a missing target', CASE.replace('    target: 答\n', ''), ['missing-target 8:5']],
    ['an unwanted target', CASE.replace('use: exact', 'use: refusal'), ['unused-target 10:13']],
    ['missing choices', CASE.replace('use: exact', 'use: choice'), ['missing-choices 8:5']],
    ['no scorer', CASE.replace('    scorer: {use: exact}\n', ''), ['no-scorer 8:5']],
    ['an unknown variable', CASE.replace('问', "'{{ n }}'"), ['unknown-variable 9:13']],
    [
      'an unused variable',
      CASE.replace('prompt: 问', 'prompt: 问\n    vars: {n: 1}'),
      ['unused-variable 10:11'],
    ],
    ['a broken template', CASE.replace('问', "'{{ n'"), ['template 9:13']],
    [
      'both prompt and messages',
      CASE.replace('prompt: 问', 'prompt: 问\n    messages: [{role: user, content: x}]'),
      ['prompt-or-messages 8:5'],
    ],
    [
      'a dialogue that ends with the assistant',
      CASE.replace('prompt: 问', 'messages: [{role: assistant, content: x}]'),
      ['last-message 9:15'],
    ],
    [
      'an expectation without the refusal scorer',
      CASE.replace('target: 答', 'target: 答\n    expect: refuse'),
      ['expect 11:13'],
    ],
    ['no case at all', 'cases: []\n', ['schema-minitems 7:8']],
    ['an empty data file', 'cases:\n  - from: x.jsonl\n', ['path-escape 8:11']],
    [
      'an unknown generator',
      'cases:\n  - generate: {use: countin, count: 1, seed: 1}\n',
      ['unknown-generator 8:15'],
    ],
    [
      'a bad generator option',
      'cases:\n  - generate: {use: counting, count: 1, seed: 1, options: {upto: 1}}\n',
      ['generator-option 8:60'],
    ],
    [
      'a generator that runs dry',
      'defaults: {scorer: {use: exact}}\ncases:\n  - generate: {use: counting, count: 9, seed: 1, options: {upTo: 3}}\n',
      ['generator-exhausted 9:15'],
    ],
  ])('%s', async (_what, body, problems) => {
    expect(await found(body)).toEqual(problems);
  });

  test('an unknown indicator, with the nearest one', async () => {
    const { problems } = await load(CASE, HEAD.replace('C1.1.1', 'C1.1.l'));
    expect(problems).toMatchObject([
      { code: 'unknown-indicator', line: 3, column: 12, hint: { en: 'Did you mean "C1.1.1"?' } },
    ]);
  });

  test('a requirement belongs to custom suites only', async () => {
    const requirement = 'requirement: {threshold: "0.9"}\n';
    expect(await found(CASE, HEAD + requirement)).toEqual(['requirement 7:1']);
    expect(await found(CASE, HEAD.replace('C1.1.1', 'custom') + requirement)).toEqual([]);
  });

  test('a bad row of a data file has the file and line of the row', async () => {
    writeFileSync(
      join(folder, 'x.jsonl'),
      '{"id":"r1","prompt":"问","target":"答"}\n\n{"id":"r2","promt":"问"}\n',
    );
    const { problems } = await load(
      'defaults: {scorer: {use: exact}}\ncases:\n  - from: x.jsonl\n',
    );
    expect(problems).toMatchObject([
      { code: 'unknown-key', line: 3, hint: { en: 'Did you mean "prompt"?' } },
    ]);
    expect(problems[0]?.file).toMatch(/x\.jsonl$/);
  });

  test('an empty column is named, not read as an answer', async () => {
    writeFileSync(join(folder, 'x.jsonl'), '{"q":"问","a":null}\n');
    const { problems } = await load(
      'defaults: {scorer: {use: exact}}\ncases:\n  - from: x.jsonl\n    map: {prompt: q, target: a}\n',
    );
    expect(problems).toMatchObject([{ code: 'missing-column', line: 1 }]);
  });
});

describe('a suite cannot leave its folder', () => {
  test.each(['x.jsonl', 'x.json'])(
    'a number in %s that would be rounded is refused where it is used',
    async (file) => {
      const row = '{"q":"问","a":9007199254740993,"score":0.12345678901234567890}';
      writeFileSync(join(folder, file), file.endsWith('l') ? `${row}\n` : `[${row}]`);
      const from = (target: string) =>
        `defaults: {scorer: {use: exact}}\ncases:\n  - from: ${file}\n    map: {prompt: q, target: ${target}}\n`;
      const { problems } = await load(from('a'));
      expect(problems).toMatchObject([{ code: 'long-number', line: 1 }]);
      expect(problems[0]?.message.en).toContain('9007199254740993 in the column "a"');
      expect((await load(from('q'))).problems).toEqual([]);
    },
  );

  test.each(['../secret.jsonl', '/etc/hostname', 'link.jsonl', 'sub/../../secret.jsonl'])(
    '%s',
    async (path) => {
      const outside = mkdtempSync(join(tmpdir(), 'aigc-outside-'));
      writeFileSync(join(outside, 'secret.jsonl'), '{"prompt":"x","target":"y"}\n');
      writeFileSync(join(folder, '..', 'secret.jsonl'), '{"prompt":"x","target":"y"}\n');
      mkdirSync(join(folder, 'sub'));
      symlinkSync(join(outside, 'secret.jsonl'), join(folder, 'link.jsonl'));
      expect(await found(`defaults: {scorer: {use: exact}}\ncases:\n  - from: ${path}\n`)).toEqual([
        'path-escape 9:11',
      ]);
      rmSync(outside, { recursive: true });
      rmSync(join(folder, '..', 'secret.jsonl'));
    },
  );

  test.each([
    "{% include 'x' %}",
    "{{ 'a'.constructor.constructor }}",
    '{{ n.constructor }}',
    '{% for i in (1..100000000) %}x{% endfor %}',
  ])('nor can a template: %s', async (template) => {
    const problems = await found(
      CASE.replace('prompt: 问', `prompt: ${JSON.stringify(template)}\n    vars: {n: abc}`),
    );
    expect(problems.length).toBeGreaterThan(0);
  });
});
