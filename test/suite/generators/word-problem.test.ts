import { describe, expect, it } from 'vitest';
import { MOTION_PROBLEMS } from '../../../src/suite/generators/material/motion-problems.ts';
import { QUANTITY_PROBLEMS } from '../../../src/suite/generators/material/quantity-problems.ts';
import { TRADE_PROBLEMS } from '../../../src/suite/generators/material/trade-problems.ts';
import { wordProblem } from '../../../src/suite/generators/word-problem.ts';
import { randomFrom } from '../../../src/suite/random.ts';

/** Recomputes a problem from the numbers of its text, in their order. */
type Solution = (numbers: readonly number[], text: string) => number;

/** The arguments of a solution are the numbers by place. */
const by =
  (solve: (...n: number[]) => number): Solution =>
  (numbers) =>
    solve(...numbers);

/** Smallest whole number that satisfies `holds`: search instead of algebra. */
function search(holds: (x: number) => boolean): number {
  for (let x = 0; x < 100_000; x++) if (holds(x)) return x;
  return Number.NaN;
}

const SOLUTIONS: Readonly<Record<string, Solution>> = {
  change: by((m, p, n, q, paid) => paid - m * p - n * q),
  'discount-coupon': by((price, tenths, coupon) => (price * tenths) / 10 - coupon),
  profit: by(
    (cost, markup, tenths, count) => (cost * (1 + markup / 100) * (tenths / 10) - cost) * count,
  ),
  'simple-interest': by((sum, rate, years) => sum + (sum * rate * years) / 100),
  'taxi-fare': by((base, within, perKm, distance) => base + (distance - within) * perKm),
  'tiered-tariff': by((limit, low, high, used) => limit * low + (used - limit) * high),
  'two-ticket-kinds': by((adult, child, all, total) =>
    search((x) => x * adult + (all - x) * child === total),
  ),
  'exchange-rate': by((_one, rate, bought, back, _1, low) => rate * bought - low * back),
  'wages-overtime': by((hourly, normal, over, factor) => hourly * normal + hourly * factor * over),
  'group-buying': by((single, _threshold, off, people) => (single - off) * people),
  meeting: by((u, v, hours) => (u + v) * hours),
  chase: by((slow, lead, fast) => search((t) => fast * t === slow * t + lead)),
  'round-trip-average': by((distance, u, v) => (2 * distance) / (distance / u + distance / v)),
  bridge: by((train, speed, seconds) => speed * seconds - train),
  current: by((boat, stream, hours) => (boat + stream) * hours),
  'joint-work': by((x, y, alone) => (1 - alone / x) / (1 / x + 1 / y)),
  tank: by((first, volume, inflow, outflow) => (volume - first) / (inflow - outflow)),
  fuel: (n, text) => {
    const [a, b, c, d] = n as [number, number, number, number];
    return text.includes('百公里油耗') ? (a / 100) * b * c : (c / a) * b * d;
  },
  machines: by((m, h, made, more, longer) => (made / m / h) * more * longer),
  'reading-plan': by((pages, a, b, later) => (pages - a * b) / later),
  stock: by((start, batches, batch, arrived) => start - batches * batch + arrived),
  'heads-and-legs': (n) => {
    const large = n.filter((x) => x > 4);
    const [heads, legs] = large as [number, number];
    return search((x) => 4 * x + 2 * (heads - x) === legs);
  },
  'ratio-share': (_, text) => {
    const [, a, b, c] = (/(\d+):(\d+):(\d+)/u.exec(text) ?? []).map(Number);
    const total = Number(/(\d{2,})(?! *:)/u.exec(text.replace(/\d+:\d+:\d+/u, ''))?.[1]);
    const which = '一二三'.indexOf(/第(.)[组位]/u.exec(text)?.[1] ?? '');
    const shares = [a, b, c] as number[];
    return (total * (shares[which] as number)) / shares.reduce((s, x) => s + x, 0);
  },
  'average-missing': (_, text) => {
    const scores = (/\d+(?:、\d+)+/u.exec(text)?.[0] ?? '').split('、').map(Number);
    const mean = Number(/平均分正好是 (\d+)|平均值是 (\d+)/u.exec(text)?.slice(1).find(Boolean));
    return mean * (scores.length + 1) - scores.reduce((s, x) => s + x, 0);
  },
  'two-clubs': by((all, a, b, none) => a + b - (all - none)),
  'growth-two-years': by((base, p, q) => base * (1 + p / 100) * (1 - q / 100)),
  'percent-back': by((first, second, left) => left / (1 - (first + second) / 100)),
  ages: (n, text) => {
    const [a, b, c] = n as [number, number, number];
    const [child, later, times] = text.includes('年以后') ? [c, a, b] : [a, b, c];
    return search((elder) => elder + later === times * (child + later));
  },
  trees: (n, text) => {
    const [long, gap] = n as [number, number];
    const gaps = long / gap;
    if (text.includes('绕湖')) return gaps;
    return text.includes('两侧') ? 2 * (gaps + 1) : gaps + 1;
  },
  tiles: by((long, wide, side) => (long / side) * (wide / side)),
  'path-around': by((l, w, b) => 2 * b * l + 2 * b * w + 4 * b * b),
  'salt-water': (_, text) => {
    const percents = [...text.matchAll(/(\d+)%/gu)].map((m) => Number(m[1]));
    const mass = Number(/(\d+) 克/u.exec(text)?.[1]);
    return search(
      (water) => mass * (percents[0] as number) === (mass + water) * (percents[1] as number),
    );
  },
  buses: by((people, seats) => search((x) => x * seats >= people)),
  'map-scale': by((one, scale, cm) => (cm * scale) / one / 100_000),
  outfits: by((...n) => n.reduce((product, x) => product * x, 1)),
  'surplus-shortage': (_, text) => {
    const [few, over, more, short] = (text.match(/\d+/gu) ?? []).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const people = search((x) => x > 0 && few * x + over === more * x - short);
    return few * people + over;
  },
};

const FAMILIES = [...TRADE_PROBLEMS, ...MOTION_PROBLEMS, ...QUANTITY_PROBLEMS];

function value(answer: string): number {
  const [n, d = '1'] = answer.split('/');
  return Number(n) / Number(d);
}

describe('word-problem', () => {
  it.each(FAMILIES)('$id: the answer follows from the numbers of the text', (family) => {
    const { id } = family;
    const solve = SOLUTIONS[id];
    expect(solve, `no solution for ${id}`).toBeDefined();
    for (let i = 0; i < 200; i++) {
      const { text, answer } = family.tell(randomFrom('family', id, i));
      const numbers = (text.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number);
      expect(value(answer), text).toBeCloseTo((solve as Solution)(numbers, text), 6);
    }
  });

  it('has answers that a person would expect: finite, short, never a rounding error', () => {
    for (let i = 0; i < 3000; i++) {
      const { target } = wordProblem.generate({}, randomFrom('word-problem-test', i));
      expect(target).toMatch(/^-?\d+(?:\.\d{1,2}|\/\d+)?$/u);
    }
  });

  it('draws only from the topics asked for', () => {
    const trade = new Set(TRADE_PROBLEMS.map((f) => f.difficulty));
    for (let i = 0; i < 300; i++) {
      const made = wordProblem.generate({ topics: ['trade'] }, randomFrom('topics', i));
      expect(made.prompt).toMatch(/元|票|外币/u);
      expect(trade).toContain(made.difficulty);
    }
  });

  it('knows no two families by one name', () => {
    expect(new Set(FAMILIES.map((f) => f.id)).size).toBe(FAMILIES.length);
  });
});
