import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/standard/index.ts';
import {
  catalogueTree,
  findIndicator,
  findRule,
  unmetCapabilities,
} from '../../src/standard/index.ts';
import { readText, SMALL_CATALOGUE } from './small-catalogue.ts';

const catalogue = readText(SMALL_CATALOGUE).catalogue as Catalogue;

test('the tree has category, group and indicator in catalogue order', () => {
  const tree = catalogueTree(catalogue).map(({ category, groups }) => [
    category.id,
    groups.map((g) => [g.title.en, g.indicators.map((i) => i.id)]),
  ]);
  expect(tree).toEqual([
    ['K1', [['Group', ['K1.1', 'K1.2']]]],
    ['K2', [['Other group', ['K2.1']]]],
  ]);
});

test('indicators and rules are found by id, and unknown ids are not', () => {
  expect(findIndicator(catalogue, 'K1.2')?.title.en).toBe('Two');
  expect(findIndicator(catalogue, 'K1')).toBeUndefined();
  expect(findRule(catalogue, 'R-ZERO')?.zeroFailureMinN).toBe(59);
  expect(findRule(catalogue, 'r-zero')).toBeUndefined();
});

test('an indicator applies when all of one list and one of the other are declared', () => {
  const indicator = {
    appliesWhen: ['text', 'tools'],
    appliesWhenAny: ['image-output', 'video-output'],
  } as const;
  expect(unmetCapabilities(indicator, ['text', 'tools', 'video-output'])).toEqual({
    all: [],
    any: [],
  });
  expect(unmetCapabilities(indicator, ['text', 'video-output'])).toEqual({
    all: ['tools'],
    any: [],
  });
  expect(unmetCapabilities(indicator, ['text', 'tools'])).toEqual({
    all: [],
    any: ['image-output', 'video-output'],
  });
  expect(unmetCapabilities({ appliesWhen: [] }, [])).toEqual({ all: [], any: [] });
});
