import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/document/index.ts';
import { CAPABILITIES } from '../../src/model/index.ts';
import type { Catalogue, Indicator } from '../../src/standard/index.ts';
import {
  CATALOGUE_SCHEMA,
  catalogueTree,
  findRule,
  loadCatalogue,
} from '../../src/standard/index.ts';

const FILE = join(packageRoot(), 'suites', 'standard.yaml');

let catalogue: Catalogue;

beforeAll(async () => {
  const loaded = await loadCatalogue(FILE);
  expect(loaded.problems).toEqual([]);
  catalogue = loaded.catalogue;
});

function below(prefix: string): readonly Indicator[] {
  return catalogue.indicators.filter(({ id }) => id.startsWith(prefix));
}

/** All texts of an indicator in one language. */
function texts(indicator: Indicator, language: 'zh' | 'en'): readonly string[] {
  const { group, title, requirement, notTestedReason } = indicator;
  return [group, title, requirement, ...(notTestedReason ? [notTestedReason] : [])].map(
    (text) => text[language],
  );
}

describe('the tree', () => {
  test('has 16 categories and 173 leaves', () => {
    const leaves = catalogue.categories.map(({ id }) => [id, below(`${id}.`).length]);
    expect(leaves).toEqual(
      [10, 5, 7, 10, 7, 8, 11, 10, 11, 8, 10, 8, 9, 39, 12, 8].map((n, i) => [`C${i + 1}`, n]),
    );
    expect(catalogue.indicators).toHaveLength(173);
  });

  test('has the 31 risks of GB/T 45654-2025 Annex A, 8 + 9 + 5 + 7 + 2', () => {
    const risks = [1, 2, 3, 4, 5].map((n) => below(`C14.${n}.`));
    expect(risks.map((r) => r.length)).toEqual([8, 9, 5, 7, 2]);
    const titles = new Set(risks.flat().map(({ title }) => title.zh));
    expect(titles.size).toBe(31);
    for (const [n, group] of risks.entries()) {
      for (const [i, { provenance }] of group.entries()) {
        expect(provenance.ref).toContain(`Annex A, A.${n + 1} ${'abcdefghi'[i]})`);
      }
    }
  });

  test('meeting the minimum of every risk draws the 1,000 questions of GB/T 45654-2025', () => {
    const drawn = [1, 2, 3, 4, 5].flatMap((n) => below(`C14.${n}.`));
    expect(drawn.reduce((sum, { minN }) => sum + minN, 0)).toBeGreaterThanOrEqual(1000);
  });

  test('ids say where a leaf stands: category, group, place, counted without a gap', () => {
    for (const { category, groups } of catalogueTree(catalogue)) {
      for (const [g, { indicators }] of groups.entries()) {
        // The bank comes before the five classes of risks: C14.0.
        const number = category.id === 'C14' ? g : g + 1;
        const ids = indicators.map(({ id }) => id);
        expect(ids).toEqual(ids.map((_, i) => `${category.id}.${number}.${i + 1}`));
      }
    }
  });

  test('no two leaves of a category share a title', () => {
    for (const { groups } of catalogueTree(catalogue)) {
      for (const language of ['zh', 'en'] as const) {
        const titles = groups.flatMap((g) => g.indicators.map((i) => i.title[language]));
        expect(new Set(titles).size).toBe(titles.length);
      }
    }
  });
});

describe('honesty', () => {
  test('nothing claims the text of the standard', () => {
    const text = readFileSync(FILE, 'utf8');
    expect(text).not.toMatch(/kind: standard-clause/);
    expect(text).not.toMatch(/textDigest/);
    expect(text).not.toMatch(/条款/);
    // A group standard's number, `T/XYZ 123`; `GB/T 45654` and `TTFT/TPOT` are none.
    expect(text).not.toMatch(/(?<![A-Z])T\/\s?[A-Z]{2,}/);
    expect(JSON.stringify(catalogue)).not.toMatch(/国内首个|全国首个|first in China/);
  });

  test('the notice says that it is a reconstruction not checked against the text', () => {
    expect(catalogue.notice.zh).toContain('重建版，未经标准原文核对');
    expect(catalogue.notice.en).toContain('not checked against the text of the standard');
    expect(catalogue.edition).toContain('重建版');
  });

  test('an own proposal is never decided by the observed share alone', () => {
    for (const indicator of catalogue.indicators) {
      const { threshold, rule, id, metric } = indicator;
      const { kind, zeroFailureMinN } = findRule(catalogue, rule) ?? expect.fail(`${id}: ${rule}`);
      if (threshold === undefined) continue;
      if (threshold.provenance.kind === 'other-public-standard') {
        expect([id, kind]).toEqual([id, 'simple']);
      } else if (kind === 'simple') {
        // A checklist is no sample: every item of it is looked at.
        expect([id, zeroFailureMinN ?? metric]).toEqual([
          id,
          zeroFailureMinN === undefined ? 'checklist' : 59,
        ]);
      }
    }
  });

  test('what is reported only is a MAY, and everything else has a limit', () => {
    for (const { id, level, threshold } of catalogue.indicators) {
      expect([id, level === 'MAY']).toEqual([id, threshold === undefined]);
    }
  });

  test('what only people can decide is not called verifiable', () => {
    for (const { id, methods, verifiable } of catalogue.indicators) {
      if (methods.every((method) => method === 'human'))
        expect([id, verifiable]).toEqual([id, false]);
    }
    for (const { id, verifiable } of below('C14.1.')) expect([id, verifiable]).toEqual([id, false]);
  });
});

describe('limits', () => {
  test('conforming can be reached with the minimum of cases', () => {
    for (const { id, threshold, rule, minN } of catalogue.indicators) {
      const { kind, alpha } = findRule(catalogue, rule) ?? expect.fail(`${id}: ${rule}`);
      if (threshold === undefined || kind === 'simple') continue;
      const [num, den] = fraction(threshold.value);
      const share: readonly [bigint, bigint] =
        threshold.comparator === '>=' ? [num, den] : [den - num, den];
      const [a, b] = fraction(alpha);
      // p^n <= alpha: n of n passes show the share p at level alpha.
      const reached = share[0] ** BigInt(minN) * b <= a * share[1] ** BigInt(minN);
      expect([id, reached]).toEqual([id, true]);
    }
  });

  test('the requirement states the limit in both languages', () => {
    for (const { id, threshold, requirement } of catalogue.indicators) {
      if (threshold === undefined) {
        expect([id, requirement.zh]).toEqual([id, expect.stringContaining('仅报告')]);
        expect([id, requirement.en]).toEqual([id, expect.stringMatching(/reported, not decided/)]);
      } else if (Number(threshold.value) === 1) {
        expect([id, requirement.zh]).toEqual([id, expect.stringMatching(/均应/)]);
        expect([id, requirement.en]).toEqual([id, expect.stringMatching(/every|all /i)]);
      } else {
        const percent = Number((Number(threshold.value) * 100).toFixed(4));
        const [zh, en] =
          threshold.comparator === '>='
            ? [`占比不低于 ${percent}%`, 'at least']
            : [`占比不高于 ${percent}%`, 'at most'];
        expect([id, requirement.zh]).toEqual([id, expect.stringContaining(zh)]);
        expect([id, requirement.en]).toEqual([
          id,
          expect.stringMatching(new RegExp(`${en} ${percent} %`, 'i')),
        ]);
      }
    }
  });

  test('no limit of a public standard is given without saying how sure the reading is', () => {
    const sure = /secondary source|general knowledge|public source|read/;
    for (const { id, threshold, provenance } of catalogue.indicators) {
      for (const source of [threshold?.provenance, provenance]) {
        if (source?.kind !== 'other-public-standard') continue;
        expect([id, source.ref]).toEqual([id, expect.stringMatching(sure)]);
      }
    }
  });
});

function fraction(decimal: string): readonly [bigint, bigint] {
  const [whole = '0', places = ''] = decimal.split('.');
  return [BigInt(whole + places), 10n ** BigInt(places.length)];
}

describe('language', () => {
  test('Chinese texts have full-width punctuation and end as sentences', () => {
    for (const indicator of catalogue.indicators) {
      for (const text of texts(indicator, 'zh')) {
        expect([indicator.id, text]).toEqual([
          indicator.id,
          expect.not.stringMatching(/[\u4e00-\u9fff]\s?[,;:!?()]|[,;:!?()]\s?[\u4e00-\u9fff]/u),
        ]);
      }
      expect(indicator.requirement.zh).toMatch(/。$/);
      expect(indicator.requirement.zh.slice(0, -1)).not.toMatch(/。.*。/);
    }
  });

  test('English texts are plain ASCII punctuation and end as sentences', () => {
    for (const indicator of catalogue.indicators) {
      for (const text of texts(indicator, 'en')) expect(text).not.toMatch(/[，。；：（）、]/);
      expect(indicator.requirement.en).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('the schema', () => {
  test('knows exactly the capabilities of the model contract', () => {
    const defs = CATALOGUE_SCHEMA['$defs'] as Record<string, { items: { enum: string[] } }>;
    expect(defs['capabilities']?.items.enum).toEqual([...CAPABILITIES]);
  });

  test('is closed everywhere', () => {
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const schema = node as Record<string, unknown>;
      if (schema['type'] === 'object' && schema['additionalProperties'] !== false) open.push(path);
      for (const [key, value] of Object.entries(schema)) walk(value, `${path}/${key}`);
    };
    walk(CATALOGUE_SCHEMA, '#');
    expect(open).toEqual([]);
  });
});
