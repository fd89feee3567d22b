import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import {
  bleuStatistics,
  chrf,
  corpusBleu,
  editCounts,
  lcsLength,
  rougeL,
  sentenceBleu,
  type Tokeniser,
  tokensOf,
} from '../../src/text/metrics/index.ts';

type Rates = [
  hits: number,
  substitutions: number,
  deletions: number,
  insertions: number,
  rate: number | null,
];
type PrecisionRecallF = [number, number, number];

/** One pair of `make-metrics-reference.py`, which says what each figure is. */
interface Pair {
  readonly answer: string;
  readonly references: readonly [string, ...string[]];
  readonly bleu: {
    readonly score: number;
    readonly counts: number[];
    readonly totals: number[];
    readonly lengths: [number, number];
    readonly brevityPenalty: number;
  };
  readonly bleuTokens: string[];
  readonly chrf: number;
  readonly rougeL: PrecisionRecallF | null;
  readonly rougeSingle: PrecisionRecallF | null;
  readonly cer: Rates;
  readonly wer: Rates;
  readonly mixed: Rates;
  readonly mixedTokens: string[];
}

const lines = readFileSync(new URL('../vectors/metrics-reference.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const head = JSON.parse(lines[0] ?? '') as { corpusBleu: number };
const pairs = lines.slice(1).map((line) => JSON.parse(line) as Pair);
const named = pairs.map((pair, i) => [i + 1, pair.answer.slice(0, 20), pair] as const);

/** Figures in [0, 1] against the references' percentages. */
const PLACES = 6;

describe.each(named)('reference pair %i %j', (_number, _start, pair) => {
  const { answer, references } = pair;
  const [reference] = references;

  test('BLEU is that of sacreBLEU', () => {
    expect(tokensOf(answer, 'sacrebleu-zh')).toEqual(pair.bleuTokens);
    const statistics = bleuStatistics(answer, references);
    expect(statistics).toEqual({
      answerTokens: pair.bleu.lengths[0],
      referenceTokens: pair.bleu.lengths[1],
      matched: pair.bleu.counts,
      total: pair.bleu.totals,
    });
    const { figure, brevityPenalty } = sentenceBleu(statistics);
    expect(figure * 100).toBeCloseTo(pair.bleu.score, PLACES);
    expect(brevityPenalty).toBeCloseTo(pair.bleu.brevityPenalty, PLACES);
  });

  test('chrF is that of sacreBLEU', () => {
    const best = Math.max(...references.map((text) => chrf(answer, text).figure));
    expect(best * 100).toBeCloseTo(pair.chrf, PLACES);
  });

  test('ROUGE-L is that of rouge-chinese and of rouge', () => {
    const { precision, recall, figure } = rougeL(
      tokensOf(answer, 'char'),
      tokensOf(reference, 'char'),
    );
    for (const theirs of [pair.rougeL, pair.rougeSingle]) {
      if (theirs === null) continue;
      expect(precision).toBeCloseTo(theirs[0], 12);
      expect(recall).toBeCloseTo(theirs[1], 12);
      // They add 1e-8 to the denominator.
      expect(Math.abs(figure - theirs[2])).toBeLessThan(2e-8);
    }
    if (pair.rougeL === null) expect(figure).toBe(0);
  });

  test.each([
    ['cer', 'char'],
    ['wer', 'words'],
    ['mixed', 'mixed'],
  ] as const)('%s is that of jiwer, edits by kind', (metric, tokeniser: Tokeniser) => {
    if (tokeniser === 'mixed') expect(tokensOf(answer, 'mixed')).toEqual(pair.mixedTokens);
    const tokens = tokensOf(reference, tokeniser);
    const counts = editCounts(tokens, tokensOf(answer, tokeniser));
    const [hits, substitutions, deletions, insertions, rate] = pair[metric];
    const edits = substitutions + deletions + insertions;
    expect(counts).toEqual({ hits, substitutions, deletions, insertions, edits });
    if (rate === null) expect(tokens).toEqual([]);
    else expect(counts.edits / tokens.length).toBeCloseTo(rate, 12);
  });
});

test('the reference covers what the metrics meet', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(100);
  expect(pairs.filter(({ rougeSingle }) => rougeSingle !== null).length).toBeGreaterThan(80);
  expect(pairs.filter(({ references }) => references.length > 1).length).toBeGreaterThanOrEqual(8);
  expect(pairs.filter(({ answer }) => Array.from(answer).length > 200).length).toBeGreaterThan(4);
});

test('corpus BLEU is that of sacreBLEU, and not the mean of the sentences', () => {
  const statistics = pairs.map(({ answer, references: [first] }) =>
    bleuStatistics(answer, [first]),
  );
  expect(corpusBleu(statistics).figure * 100).toBeCloseTo(head.corpusBleu, PLACES);
  const mean = statistics.reduce((s, one) => s + sentenceBleu(one).figure, 0) / statistics.length;
  expect(Math.abs(mean * 100 - head.corpusBleu)).toBeGreaterThan(1);
});

describe('worked numbers', () => {
  test('Lin 2004, section 3.1: police kill the gunman, F = 3/4; the gunman kill police, F = 1/2', () => {
    const reference = 'police killed the gunman'.split(' ');
    expect(rougeL('police kill the gunman'.split(' '), reference).figure).toBe(0.75);
    expect(rougeL('the gunman kill police'.split(' '), reference).figure).toBe(0.5);
  });

  test('β weighs recall: P = 1, R = 1/2, β = 2 gives 5·(1/2) / (1/2 + 4)', () => {
    expect(rougeL(['a'], ['a', 'b'], 2).figure).toBeCloseTo(2.5 / 4.5, 15);
    expect(rougeL(['a', 'b'], ['a'], 2).figure).toBeCloseTo(2.5 / 3, 15);
  });

  test('kitten to sitting: two substitutions and an insertion', () => {
    expect(editCounts(Array.from('kitten'), Array.from('sitting'))).toEqual({
      hits: 4,
      substitutions: 2,
      deletions: 0,
      insertions: 1,
      edits: 3,
    });
  });
});

/** The textbook table. */
function lcsByTable(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) => {
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}

const letters = fc.array(fc.constantFrom('a', 'b', '中', '😀'), { maxLength: 150 });
const someText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('properties', () => {
  test('the bit-parallel algorithms agree with the plain ones across words of 32 bits', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const plain = (tokens: string[]): string => tokens.join('').replaceAll('😀', 'x');
        expect(lcsLength(a, b)).toBe(lcsByTable(a, b));
        const counts = editCounts(a, b);
        expect(counts.edits).toBe(distance(plain(a), plain(b)));
        expect(counts.hits + counts.substitutions + counts.deletions).toBe(a.length);
        expect(counts.hits + counts.substitutions + counts.insertions).toBe(b.length);
      }),
      { numRuns: 300 },
    );
  });

  test('figures lie in [0, 1], and identical texts have 1 and no edits', () => {
    fc.assert(
      fc.property(someText, someText, (a, b) => {
        const [x, y] = [tokensOf(a, 'char'), tokensOf(b, 'char')];
        const figures = [
          sentenceBleu(bleuStatistics(a, [b])).figure,
          chrf(a, b).figure,
          rougeL(x, y).figure,
        ];
        for (const figure of figures) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
        expect(rougeL(y, x).figure).toBe(rougeL(x, y).figure);
        expect(editCounts(y, x).edits).toBe(editCounts(x, y).edits);
        const same = x.length === 0 ? 0 : 1;
        expect(sentenceBleu(bleuStatistics(a, [a])).figure).toBeCloseTo(same, 12);
        expect(chrf(a, a).figure).toBeCloseTo(same, 12);
        expect(rougeL(x, x).figure).toBe(same);
        expect(editCounts(x, x)).toMatchObject({ hits: x.length, edits: 0 });
      }),
    );
  });

  test('no tokeniser loses or invents a visible character', () => {
    const visible = (text: string): string => tokensOf(text, 'char').join('');
    fc.assert(
      fc.property(someText, (text) => {
        for (const tokeniser of ['mixed', 'words', 'sacrebleu-zh'] as const) {
          const tokens = tokensOf(text, tokeniser);
          expect(tokens.join('')).toBe(visible(text));
          expect(tokens).not.toContain('');
        }
      }),
    );
  });
});

test.each<[string, string[]]>([
  ["他说don't用GPT4", ['他', '说', "don't", '用', 'GPT4']],
  ['增长3.14%，共1,200元', ['增', '长', '3.14', '%', '，', '共', '1,200', '元']],
  ['hello,world', ['hello', ',', 'world']],
  ['end.Next', ['end', '.', 'Next']],
  ["他's 它’好", ['他', "'", 's', '它', '’', '好']],
  ['ひらがなA', ['ひ', 'ら', 'が', 'な', 'A']],
  ['𠮷😀 é', ['𠮷', '😀', 'é']],
])('mixed tokens of %j', (text, tokens) => {
  expect(tokensOf(text, 'mixed')).toEqual(tokens);
});

/** Text of a fixed linear congruential generator over an alphabet of 500 characters. */
function noise(length: number, seed: number): string[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 16) % 500));
  });
}

describe('long texts', () => {
  const [a, b] = [noise(20_000, 1), noise(20_000, 2)];

  test('cutting the table in two keeps the distance', () => {
    const counts = editCounts(a.slice(0, 6000), b.slice(0, 5000));
    expect(counts.edits).toBe(distance(a.slice(0, 6000).join(''), b.slice(0, 5000).join('')));
    expect(counts.hits + counts.substitutions + counts.deletions).toBe(6000);
    expect(counts.hits + counts.substitutions + counts.insertions).toBe(5000);
  });

  // Measured at a quarter of these bounds or less on one core.
  test.each([
    ['ROUGE-L', () => rougeL(a, b)],
    ['edits', () => editCounts(a, b)],
    ['chrF', () => chrf(a.join(''), b.join(''))],
    ['BLEU', () => sentenceBleu(bleuStatistics(a.join(''), [b.join('')]))],
  ])('%s of two texts of 20,000 characters is no matter of seconds', (_name, measure) => {
    const start = performance.now();
    measure();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
