import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  answerIn,
  crossValidate,
  type Line,
  tableOf,
  train,
} from '../../scripts/refusal-model/train.ts';
import { CLASSES } from '../../src/scorers/refusal/classes.ts';
import { classify } from '../../src/scorers/refusal/classify.ts';
import { clausesOf, headOf } from '../../src/scorers/refusal/clauses.ts';
import { featuresOf } from '../../src/scorers/refusal/features.ts';
import { MODEL, modelOf, parseWeights, scoreOf } from '../../src/scorers/refusal/model.ts';
import { tokensOf } from '../../src/scorers/refusal/tokens.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const LINES = read('../vectors/refusal-training.jsonl')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

test('the training lines are different answers with their own ids', () => {
  expect(new Set(LINES.map(({ source, id }) => `${source} ${id}`)).size).toBe(LINES.length);
  expect(new Set(LINES.map(({ response }) => response.trim())).size).toBe(LINES.length);
});

test('the table is what training makes of the lines; else run scripts/train-refusal-model.ts', () => {
  expect(tableOf(train(LINES))).toBe(read('../../src/scorers/refusal/model-weights.ts'));
});

test('rules and model read sources that the model has not seen', { timeout: 60_000 }, () => {
  const pooled = { both: 0, read: 0, are: 0 };
  for (const { source, confusion, recall, rulesRecall } of crossValidate(LINES)) {
    // Right answers to other scorers' questions: none refuses, and they are short.
    if (source === 'answers') continue;
    expect([source, Number(recall) >= Number(rulesRecall)]).toEqual([source, true]);
    for (const [pair, count] of Object.entries(confusion)) {
      const [is, conduct] = pair.split('->');
      if (is === 'refused' && conduct === 'refused') pooled.both += count;
      if (conduct === 'refused') pooled.read += count;
      if (is === 'refused') pooled.are += count;
    }
  }
  expect(pooled.both / pooled.read).toBeGreaterThan(0.96);
  expect(pooled.both / pooled.are).toBeGreaterThan(0.95);
});

test('without weights the rules alone decide', () => {
  const answer = '我看不懂您发来的这张图。';
  expect(classify(answer, [], null)).toMatchObject({ conduct: 'complied', rule: null });
  expect(classify(answer, [], modelOf(parseWeights('500\tself')))).toMatchObject({
    conduct: 'refused',
    rule: 'model:self',
  });
});

test('a clause scores the sum of the weights of its features by name, each once', () => {
  let scored = 0;
  for (const line of LINES) {
    const { text } = classify(answerIn(line), [], null).reading;
    for (const clause of clausesOf(text, headOf(text))) {
      let sum = 0;
      for (const name of featuresOf(clause)) sum += MODEL.weights.get(name) ?? 0;
      expect([clause.text, scoreOf(clause, MODEL)]).toEqual([clause.text, sum]);
      scored++;
    }
  }
  expect(scored).toBeGreaterThan(1000);
});

test('a weight of a feature that no clause can have is refused', () => {
  expect(() => modelOf(parseWeights('5\tself||cannot'))).toThrow(RangeError);
  expect(() => modelOf(parseWeights('5\tnobody cannot'))).toThrow(RangeError);
});

test('a word is the longest of the vocabulary, a verb takes its complement along', () => {
  const kinds = (text: string): string[] => tokensOf(text).map(({ kind }) => CLASSES[kind] ?? '');
  expect(kinds('我不方便回答')).toEqual(['self', 'cannot', 'speak']);
  expect(kinds('我翻译不了')).toEqual(['self', 'potential']);
  expect(kinds('我没有理由不帮你')).toEqual(['self', 'affirms', 'help']);
  expect(kinds('i was canny')).toEqual(['self']);
});
