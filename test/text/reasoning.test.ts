import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitReasoning } from '../../src/text/index.ts';

/** Text, the state, the answer, the reasoning. */
const CASES: readonly [
  why: string,
  text: string,
  state: string,
  answer: string,
  reasoning: string | null,
][] = [
  ['no mark', '答案：B', 'none', '答案：B', null],
  ['a pair', '<think>先想</think>答案：B', 'split', '答案：B', '先想'],
  ['attributes', '<think type="deep">想</think>B', 'split', 'B', '想'],
  [
    'the template opened it',
    '推理：答案：A 不对。</think>答案：B',
    'split',
    '答案：B',
    '推理：答案：A 不对。',
  ],
  ['never closed', '<think>先排除A，应该选C……', 'unclosed', '', '先排除A，应该选C……'],
  ['empty reasoning', '<think>\n\n</think>\n\n答案', 'split', '\n\n答案', '\n\n'],
  [
    'nested: the last close wins',
    '<think>a<think>b</think>c</think>d',
    'split',
    'd',
    'a<think>b</think>c',
  ],
  ['two blocks', '<think>a</think>b<think>c</think>d', 'split', 'd', 'a</think>b<think>c'],
  [
    'quoted in the answer',
    '<think>a</think>用 `</think>` 收尾',
    'split',
    '用 `</think>` 收尾',
    'a',
  ],
  ['quoted in the reasoning', '<think>他问“</think>”</think>B', 'split', 'B', '他问“</think>”'],
  [
    'only spoken of',
    '模板里的 </think> 标签要成对。',
    'none',
    '模板里的 </think> 标签要成对。',
    null,
  ],
  ['only quoted', '`<think>` 与 `</think>`', 'none', '`<think>` 与 `</think>`', null],
  ['reasoning and nothing else', '<think>想</think>', 'split', '', '想'],
  ['reasoning after the answer', '答案：B\n<think>核对</think>', 'split', '答案：B\n', '核对'],
  ['reopened and cut off', '<think>a</think>答案：B\n<think>再想', 'split', '答案：B\n', 'a'],
  ['cut off after a preamble', '解析如下：\n<think>应该选C', 'unclosed', '解析如下：\n', '应该选C'],
  ['upper case', '<THINK>a</THINK>b', 'split', 'b', 'a'],
  ['thinking', '<thinking>a</thinking>b', 'split', 'b', 'a'],
  ['reasoning', '<reasoning>a</reasoning>b', 'split', 'b', 'a'],
  ['Seed-OSS', '<seed:think>a</seed:think>b', 'split', 'b', 'a'],
  ['Kimi-VL', '◁think▷a◁/think▷b', 'split', 'b', 'a'],
  ['Magistral', '[THINK]a[/THINK]b', 'split', 'b', 'a'],
  [
    'harmony',
    '<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b',
    'split',
    'b',
    'a<|end|><|start|>assistant',
  ],
];

test.each(CASES)('%s', (_why, text, state, answer, reasoning) => {
  const split = splitReasoning(text);
  expect(split.state).toBe(state);
  expect(text.slice(split.answer.start, split.answer.end)).toBe(answer);
  expect(split.reasoning).toBe(reasoning);
});

test('the answer is always a range of the text', () => {
  const unit = fc.constantFrom(
    '<think>',
    '</think>',
    'a',
    '\n',
    '`',
    '“',
    '”',
    '[THINK]',
    '[/THINK]',
    '标签',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const { answer, state } = splitReasoning(text);
      expect(answer.start).toBeGreaterThanOrEqual(0);
      expect(answer.end).toBeGreaterThanOrEqual(answer.start);
      expect(answer.end).toBeLessThanOrEqual(text.length);
      if (state === 'none') expect(answer).toEqual({ start: 0, end: text.length });
    }),
  );
});

test('fences around the mark are no quotation marks: code in the reasoning, code in the answer', () => {
  const text = '先试一下：\n```python\nx = 1\n```\n</think>\n```python\ny = 2\n```';
  const { state, answer } = splitReasoning(text);
  expect(state).toBe('split');
  expect(text.slice(answer.start, answer.end).trim()).toBe('```python\ny = 2\n```');
});

test('a mark in quotation marks on one line is spoken of', () => {
  expect(splitReasoning('模型会输出 `</think>` 作为结束标记。').state).toBe('none');
  expect(splitReasoning('结束符是“ </think> ”。').state).toBe('none');
});
