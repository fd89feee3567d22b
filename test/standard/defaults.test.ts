import { expect, test } from 'vitest';
import { readText, SMALL_CATALOGUE, smallCatalogueWith } from './small-catalogue.ts';

test('an indicator comes out complete: own values, then the category, then the file', () => {
  const [first, second, third] = readText(SMALL_CATALOGUE).catalogue?.indicators ?? [];
  expect(first).toEqual({
    id: 'K1.1',
    category: 'K1',
    group: { zh: '组', en: 'Group' },
    title: { zh: '第一项', en: 'One' },
    requirement: { zh: '要求一。', en: 'Requirement one.' },
    level: 'MUST',
    methods: ['exact-match'],
    metric: 'ACC',
    rule: 'R-THREE',
    threshold: {
      comparator: '>=',
      value: '0.80',
      provenance: { kind: 'own-proposal', ref: 'defaults of the file' },
    },
    minN: 100,
    appliesWhen: ['text'],
    verifiable: true,
    weight: '1',
    provenance: { kind: 'own-proposal', ref: 'category one' },
  });
  expect(second?.verifiable).toBe(false);
  expect(third?.rule).toBe('R-ZERO');
  expect(third?.appliesWhenAny).toEqual(['image-output', 'video-output']);
  expect(third?.provenance.ref).toBe('category two');
});

test('defaults complete a threshold and never give one', () => {
  const second = readText(SMALL_CATALOGUE).catalogue?.indicators[1];
  expect(second).toBeDefined();
  expect(second).not.toHaveProperty('threshold');
});

test('a part of a threshold that the indicator states wins over the defaults', () => {
  const { catalogue } = readText(
    smallCatalogueWith('{value: "0.80"}', '{comparator: "<=", value: "0.20"}'),
  );
  expect(catalogue?.indicators[0]?.threshold).toEqual({
    comparator: '<=',
    value: '0.20',
    provenance: { kind: 'own-proposal', ref: 'defaults of the file' },
  });
});

test('an empty list lifts the condition that the category would set', () => {
  const { catalogue } = readText(
    smallCatalogueWith('minN: 60', 'minN: 60\n    appliesWhenAny: []'),
  );
  expect(catalogue?.indicators[2]).not.toHaveProperty('appliesWhenAny');
});

test('defaults themselves do not come out', () => {
  const catalogue = readText(SMALL_CATALOGUE).catalogue;
  expect(catalogue).not.toHaveProperty('defaults');
  expect(catalogue?.categories[1]).toEqual({
    id: 'K2',
    title: { zh: '乙类', en: 'Second' },
    weight: '0.5',
    provenance: { kind: 'other-public-standard', ref: 'category two' },
  });
});
