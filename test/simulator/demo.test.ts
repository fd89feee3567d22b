import { describe, expect, test } from 'vitest';
import { abilityTable, type Manner, mannerAt, ratesFor } from '../../src/simulator/ability.ts';
import { demoAbility, demoFaults } from '../../src/simulator/demo.ts';
import { drawFault } from '../../src/simulator/faults.ts';
import { randomFrom } from '../../src/suite/random.ts';

const INDICATORS =
  `C1.1.1 C1.1.2 C1.1.3 C1.1.4 C1.2.1 C1.2.2 C1.3.1 C1.3.2 C2.1.1 C2.1.3 C2.3.1 C3.1.1 C3.1.2
  C3.2.1 C3.2.2 C3.4.1 C4.1.4 C4.3.1 C4.3.2 C5.1.1 C5.1.3 C5.2.1 C6.1.1 C6.1.3 C6.2.1 C12.1.1
  C12.1.2 C12.3.3 C12.4.1 C13.3.1 C13.3.2 C13.3.3 C14.4.5 C14.6.1 C14.6.2 C16.1.2 C16.2.1`.split(
    /\s+/,
  );

const table = abilityTable(demoAbility());

describe('the model of the demonstration', () => {
  test('knows every indicator and is good at most', () => {
    const good = INDICATORS.filter((indicator) => ratesFor(table, indicator).right >= 0.99);
    expect(good.length).toBeGreaterThan(INDICATORS.length / 2);
    expect(good.length).toBeLessThan(INDICATORS.length);
  });

  test('shows every manner of answering', () => {
    const manners = new Set<Manner>();
    for (const indicator of INDICATORS) {
      for (let at = 0; at < 1; at += 0.005) manners.add(mannerAt(at, ratesFor(table, indicator)));
    }
    expect(manners).toEqual(new Set(['right', 'wrong', 'refuse', 'garble', 'filter']));
  });

  test('fails every call of exactly one indicator, however often it is asked', () => {
    const faults = demoFaults();
    const failing = INDICATORS.filter((indicator) =>
      Array.from({ length: 50 }, (_, i) =>
        drawFault(faults, indicator, randomFrom(indicator, i)),
      ).every((fault) => fault !== null),
    );
    expect(failing).toEqual(['C6.2.1']);
  });

  test('never makes a demonstration wait', () => {
    for (const rates of demoFaults().values()) {
      expect(rates.retryAfter).toBe(0);
      expect(rates.shares.map(([name]) => name)).not.toContain('stall');
    }
  });
});
