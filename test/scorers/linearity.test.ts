import { test } from 'vitest';
import type { GradingKey, JsonObject } from '../../src/model/index.ts';
import { SCORERS, scoreResponse } from '../../src/scorers/index.ts';
import { type Random, randomFrom } from '../../src/suite/random.ts';
import { expectLinear } from './growth.ts';
import { answer, key } from './vectors.ts';

/** A case for every scorer; one that is not listed here fails the test. */
const CASES: Readonly<Record<string, readonly (readonly [Partial<GradingKey>, JsonObject])[]>> = {
  exact: [[{ target: '好' }, {}]],
  contains: [[{ target: ['甲乙', '丙'] }, { forbid: ['丁戊'] }]],
  regex: [
    [{}, { pattern: '答案[是为:：]\\s*(\\d+)' }],
    [{}, { pattern: '(a|b)*c$', mode: 'full' }],
  ],
  choice: [
    [{ target: 'B', choices: [...'ABCD'].map((label) => ({ label, text: `选项${label}` })) }, {}],
  ],
  number: [[{ target: '84 箱' }, {}]],
  math: [[{ target: 'x=1或x=2' }, {}]],
  instruction: [
    [
      {},
      {
        constraints: [
          { check: 'length', max: 100 },
          { check: 'sentences', max: 3 },
          { check: 'list-items', max: 3 },
          { check: 'format-marks', forbid: ['bold', 'heading', 'list', 'code', 'link', 'table'] },
        ],
      },
    ],
  ],
  'json-schema': [
    [{}, { schema: { type: 'object' } }],
    [{ target: [1] }, {}],
  ],
  refusal: [[{}, {}]],
  'tool-call': [[{ target: [], request: { messages: [], params: {}, tools: [] } }, {}]],
  'code-js': [[{}, { entry: 'f', tests: [{ args: [], returns: 1 }] }]],
  'code-python': [[{}, { entry: 'f', tests: [{ args: [], returns: 1 }] }]],
  sql: [[{ target: 'select 1' }, { setup: 'create table t(a);' }]],
  'text-overlap': [[{ target: '好' }, { metric: 'rouge-l', threshold: '0.3' }]],
  'error-rate': [[{ target: '好' }, { metric: 'cer', max: '0.1' }]],
  response: [[{}, { nonEmpty: true, forbidText: ['甲乙'] }]],
  format: ['markdown-table', 'csv', 'xml', 'yaml', 'ordered-list', 'headings'].map((as) => [
    {},
    { as },
  ]),
  repetition: [[{}, {}]],
  'script-ratio': [[{}, { script: 'han', min: '0.9' }]],
  citation: [[{ target: { sources: ['甲', '乙'] } }, { quoteMinOverlap: '0.8' }]],
  needle: [[{ target: ['四千二百', '丙'] }, { forbid: ['99'] }]],
  dialogue: [
    [
      {
        turn: 1,
        request: {
          params: {},
          messages: [
            { role: 'user', content: '想一个数。' },
            { role: 'assistant', content: '42' },
            { role: 'user', content: '是多少？' },
          ],
        },
      },
      {
        every: [{ constraints: [{ check: 'length', max: 5 }] }],
        same: [
          { as: 'number', answers: [1, 2] },
          { as: 'text', answers: [1, 2] },
        ],
      },
    ],
  ],
};

type TextOf = (length: number) => string;

const repeated =
  (unit: string, head = '', tail = ''): TextOf =>
  (length) =>
    head + unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + tail;

/** The end of a text often decides, so every length of a drawn text has the same. */
const TAIL = 2000;

/** A text of random pieces. */
const drawn =
  (name: string, draw: (random: Random) => string): TextOf =>
  (length) =>
    joined(randomFrom('linearity', name), draw, length - TAIL) +
    joined(randomFrom('linearity', name, 'tail'), draw, TAIL);

function joined(random: Random, draw: (random: Random) => string, length: number): string {
  const pieces: string[] = [];
  for (let at = 0; at < length; ) {
    const piece = draw(random);
    pieces.push(piece);
    at += piece.length;
  }
  return pieces.join('').slice(0, Math.max(0, length));
}

const han = (random: Random, count: number): string =>
  String.fromCharCode(0x4e00 + random.int(0, count - 1));

const unitOf = (period: number): string =>
  joined(randomFrom('linearity', 'unit', period), (random) => han(random, 3000), period);

/** A long text and its copies, with one character changed in each. */
const nearRepeats = (period: number): TextOf => {
  const unit = unitOf(period);
  let copy = 0;
  return drawn(`near ${period}`, () => {
    const at = (copy++ * 7) % period;
    return `${unit.slice(0, at)}异${unit.slice(at + 1)}`;
  });
};

const SENTENCES = [
  ...['今天天气很好，我们去公园散步。', '答案是 42。', '因此选B。', '抱歉，我无法回答。'],
  ...['“你好！”他说[1]。', '（注：见附录）', '1. 第一点\n', '- 列表项\n', '**重点**：如下。\n\n'],
  ...[
    '| a | b |\n',
    '共有一百二十三人，占百分之五。',
    '\\frac{1}{2}',
    'x^2+1=0',
    '{"a": [1, 2]}\n',
  ],
];

const KINDS: Readonly<Record<string, TextOf>> = {
  ...Object.fromEntries(
    ['好', 'a', '0', '一', ' ', '\n', '。', '-', '`', '"', '[', '{', '<', '|', '**'].map(
      (character) => [`only ${JSON.stringify(character)}`, repeated(character)],
    ),
  ),
  ...Object.fromEntries(
    [2, 7, 100, 513, 1000, 4000, 5000].map((period) => [
      `period ${period}`,
      repeated(unitOf(period)),
    ]),
  ),
  ...Object.fromEntries(
    [2, 30, 3000].map((count) => [
      `any of ${count} characters`,
      drawn(`han ${count}`, (random) => han(random, count)),
    ]),
  ),
  'near repeats of 50': nearRepeats(50),
  'near repeats of 3000': nearRepeats(3000),
  'a text and its copy': (length) => drawn('half', (r) => han(r, 3000))(length / 2).repeat(2),
  words: drawn('words', (random) => `w${random.int(0, 4000).toString(36)} `),
  'numbers in Chinese': drawn('numerals', (r) => r.pick([...'一二三四五六七八九十百千万亿零点，'])),
  'sentences of all kinds': drawn('sentences', (random) => random.pick(SENTENCES)),
  'short lines': drawn('lines', (random) => `${han(random, 3000)}${random.pick(['\n', '\n\n'])}`),
  'blanks between letters': drawn('blanks', (random) => random.pick(['好', 'a', ' ', '  ', '\t'])),
  'full stops and a letter': repeated('。', '', '尾'),
  'a quotation that is not closed': repeated('好', '“'),
  reasoning: repeated('<think>'),
  marks: repeated('[1]'),
  list: repeated('1. 甲\n'),
  table: repeated('| 1 | 2 |\n', '| a | b |\n|---|---|\n'),
  rows: repeated('1,2\n', 'a,b\n'),
  elements: repeated('<a>1</a>', '<r>', '</r>'),
  'a list of JSON': repeated('[1],', '[', '1]'),
  'a JSON number': repeated('9', '[0.', ']'),
};

test.each([...SCORERS.values()].map((scorer) => [scorer.id, scorer] as const))(
  '%s takes four times as long for four times as much',
  async (id, scorer) => {
    await scorer.prepare?.();
    const cases = CASES[id] ?? [];
    if (cases.length === 0) throw new Error(`There is no case of ${id} to measure.`);
    for (const [kind, textOf] of Object.entries(KINDS)) {
      for (const [fields, options] of cases) {
        const graded = key(fields);
        expectLinear([kind, options], textOf, (text) => {
          const call = { id: 'call', name: 'f', arguments: text };
          const given = answer(text, id === 'tool-call' ? { toolCalls: [call] } : {});
          scoreResponse(scorer, graded, given, options);
        });
      }
    }
  },
  120_000,
);
