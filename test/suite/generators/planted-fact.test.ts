import { describe, expect, it } from 'vitest';
import type { FactKind } from '../../../src/suite/generators/material/facts.ts';
import { FACT_KINDS } from '../../../src/suite/generators/material/facts.ts';
import { plantedFact } from '../../../src/suite/generators/planted-fact.ts';
import { randomFrom } from '../../../src/suite/random.ts';

const draw = (options: object, i: number) => {
  const made = plantedFact.generate(options as never, randomFrom('planted-fact-test', i));
  const turns = made.turns ?? [];
  const probes = turns.filter((turn) => turn.scorer !== undefined);
  const told = [
    made.prompt ?? '',
    ...turns.filter((t) => t.scorer === undefined).map((t) => t.content),
  ];
  return { made, turns, probes, told };
};

/** What the dialogue says of a kind of fact, in order: the last one holds. */
function mentions(kind: FactKind, told: readonly string[]): string[] {
  const patterns = [...kind.says, kind.change].map((says) => {
    const escaped = says.replaceAll(/[.*+?^$()|[\]\\]/gu, '\\$&');
    return new RegExp(`^${escaped.replace('{}', '([^，。”]+?)')}$`, 'u');
  });
  return told.flatMap((text) =>
    text.split(/\n|(?<=。)/u).flatMap((line) =>
      patterns.flatMap((pattern) => {
        const found = pattern.exec(line)?.[1];
        return found === undefined ? [] : [found];
      }),
    ),
  );
}

const kindOf = (ask: string): FactKind => {
  const found = FACT_KINDS.find((kind) => kind.ask === ask);
  if (found === undefined) throw new Error(ask);
  return found;
};

describe('planted-fact', () => {
  it('asks for the value that was said last', () => {
    let corrected = 0;
    for (let i = 0; i < 2000; i++) {
      const { probes, told } = draw({}, i);
      for (const { content, target } of probes) {
        const said = mentions(kindOf(content), told);
        expect(said.at(-1), `${content}\n${told.join('\n')}`).toBe(target);
        if (said.length > 1) corrected += 1;
        expect(new Set(said).size).toBe(said.length);
      }
    }
    expect(corrected).toBeGreaterThan(500);
  });

  it('is long: ten user messages or more, two of small talk before the questions', () => {
    for (let i = 0; i < 1000; i++) {
      const { turns, probes } = draw({}, i);
      expect(1 + turns.length).toBeGreaterThanOrEqual(10);
      expect(1 + turns.length).toBeLessThanOrEqual(14);
      const last = turns.length - probes.length;
      expect(turns.slice(last)).toEqual(probes);
      for (const turn of turns.slice(last - 2, last)) {
        expect(FACT_KINDS.flatMap((kind) => mentions(kind, [turn.content]))).toEqual([]);
      }
    }
  });

  it('does as the options say', () => {
    for (let i = 0; i < 200; i++) {
      const options = { facts: 5, turns: 18, probes: 3, updates: 2 };
      const { turns, probes, told } = draw(options, i);
      expect(1 + turns.length).toBe(18);
      expect(probes).toHaveLength(3);
      const said = FACT_KINDS.map((kind) => mentions(kind, told).length).filter((n) => n > 0);
      expect(said.toSorted((a, b) => a - b)).toEqual([1, 1, 1, 2, 2]);
    }
  });

  it('scores nothing but the questions at the end', () => {
    for (let i = 0; i < 300; i++) {
      const { made, probes } = draw({}, i);
      expect(made.scorer).toBeUndefined();
      expect(made.target).toBeUndefined();
      expect(probes.length).toBeGreaterThanOrEqual(2);
      for (const { target } of probes) expect(typeof target).toBe('string');
    }
  });
});
