import { describe, expect, it } from 'vitest';
import { dateSpan } from '../../../src/suite/generators/date-span.ts';
import { SPACE_QUESTIONS } from '../../../src/suite/generators/material/space-questions.ts';
import { TIME_QUESTIONS } from '../../../src/suite/generators/material/time-questions.ts';
import { randomFrom } from '../../../src/suite/random.ts';

/** A calendar that counts day by day, so that the product's day numbers check nothing themselves. */
class Day {
  year: number;
  month: number;
  day: number;

  constructor(text: string) {
    const [year, month, day] = (text.match(/\d+/gu) ?? []).map(Number);
    [this.year, this.month, this.day] = [year ?? 0, month ?? 0, day ?? 0];
  }

  static monthLength(year: number, month: number): number {
    if (month === 2) return Day.leap(year) ? 29 : 28;
    return [4, 6, 9, 11].includes(month) ? 30 : 31;
  }

  static leap(year: number): boolean {
    if (year % 400 === 0) return true;
    return year % 100 !== 0 && year % 4 === 0;
  }

  step(direction: 1 | -1): void {
    this.day += direction;
    if (this.day === 0) {
      this.month -= 1;
      if (this.month === 0) [this.year, this.month] = [this.year - 1, 12];
      this.day = Day.monthLength(this.year, this.month);
    } else if (this.day > Day.monthLength(this.year, this.month)) {
      [this.day, this.month] = [1, this.month + 1];
      if (this.month === 13) [this.year, this.month] = [this.year + 1, 1];
    }
  }

  move(days: number): this {
    for (let i = 0; i < Math.abs(days); i++) this.step(days < 0 ? -1 : 1);
    return this;
  }

  toString(): string {
    return `${this.year}年${this.month}月${this.day}日`;
  }
}

/** Days from the first date to the second, negative when it lies before. */
function span(from: string, to: string): number {
  for (let days = 0; days < 1500; days++) {
    if (new Day(from).move(days).toString() === to) return days;
    if (new Day(from).move(-days).toString() === to) return -days;
  }
  return Number.NaN;
}

const WEEK = '日一二三四五六';
const DATE = /\d+年\d+月\d+日/gu;
const minutes = (clock: string): number => {
  const [h, m] = clock.split(':').map(Number);
  return (h ?? 0) * 60 + (m ?? 0);
};
const clock = (total: number): string => {
  const t = ((total % 1440) + 1440) % 1440;
  return `${String(Math.floor(t / 60)).padStart(2, '0')}:${String(t % 60).padStart(2, '0')}`;
};
const dates = (text: string): string[] => text.match(DATE) ?? [];
const times = (text: string): string[] => text.match(/\d\d:\d\d/gu) ?? [];
const numbers = (text: string): number[] => (text.match(/\d+/gu) ?? []).map(Number);
const without = (text: string, ...parts: RegExp[]): string =>
  parts.reduce((rest, part) => rest.replace(part, ''), text);

const elapsed = (text: string): number => {
  const [a = '', b = ''] = times(text);
  return minutes(b) - minutes(a) + (text.includes('次日') ? 1440 : 0);
};

const BEARINGS = [
  ['西北', '正北', '东北'],
  ['正西', '', '正东'],
  ['西南', '正南', '东南'],
] as const;
const bearing = (east: number, north: number): string =>
  BEARINGS[1 - Math.sign(north)]?.[1 + Math.sign(east)] ?? '';

/** Walks on a grid with a heading as a vector: [east, north]. */
function walk(text: string): { heading: string; east: number; north: number } {
  const NAMES: Readonly<Record<string, readonly [number, number]>> = {
    北: [0, 1],
    南: [0, -1],
    东: [1, 0],
    西: [-1, 0],
  };
  let [x, y] = NAMES[/[向朝]([东南西北])/u.exec(text)?.[1] ?? ''] ?? [0, 0];
  let [east, north] = [0, 0];
  for (const [, turn, , metres] of text.matchAll(/(左转|右转|掉头)?(走|直行) (\d+) 米/gu)) {
    if (turn === '左转') [x, y] = [-y, x];
    if (turn === '右转') [x, y] = [y, -x];
    if (turn === '掉头') [x, y] = [-x, -y];
    east += x * Number(metres);
    north += y * Number(metres);
  }
  const heading = Object.keys(NAMES).find((n) => NAMES[n]?.[0] === x && NAMES[n]?.[1] === y);
  return { heading: `正${heading}`, east, north };
}

const ZONES = '零,一,二,三,四,五,六,七,八,九,十,十一,十二'.split(',');

/** The answer to a question, from its text alone. */
const SOLUTIONS: Readonly<Record<string, (text: string) => string>> = {
  weekday: (text) => {
    const [a = '', b = ''] = dates(text);
    const known = WEEK.indexOf(/是星期(.)|标着星期(.)/u.exec(text)?.slice(1).find(Boolean) ?? '');
    return `星期${WEEK[(((known + span(a, b)) % 7) + 7) % 7]}`;
  },
  'date-after': (text) => {
    const [start = ''] = dates(text);
    const [days = 0] = numbers(without(text, DATE, /算第 1 天/u));
    return new Day(start).move(/前 \d|往前/u.test(text) ? -days : days).toString();
  },
  'days-between': (text) => {
    const [a = '', b = ''] = dates(text);
    return String(span(a, b) + (/首尾两天/u.test(text) ? 1 : 0));
  },
  'working-day': (text) => {
    const [start = ''] = dates(text);
    const day = new Day(start);
    let week = WEEK.indexOf(/（星期(.)）/u.exec(text)?.[1] ?? '');
    let left = Number(/第 (\d+) 个工作日是/u.exec(text)?.[1]) - 1;
    while (left > 0) {
      day.step(1);
      week = (week + 1) % 7;
      if (week !== 0 && week !== 6) left -= 1;
    }
    return day.toString();
  },
  duration: (text) => String(elapsed(text)),
  'end-time': (text) => {
    const [start = ''] = times(text);
    const [count = 0, each = 0, pause = 0] = numbers(without(text, /\d\d:\d\d/u));
    let now = minutes(start);
    for (let i = 1; i <= count; i++) now += each + (i < count ? pause : 0);
    return clock(now);
  },
  'time-zone': (text) => {
    const [start = ''] = dates(text);
    const [time = ''] = times(text);
    const [, h = '0'] = /(\d+) 小时/u.exec(text) ?? [];
    const [, m = '0'] = /(\d+) 分钟/u.exec(text) ?? [];
    const zone = /(东|西|零)(?:([一二三四五六七八九十]+)区|时区)/u.exec(text.replace('东八区', ''));
    const offset = ZONES.indexOf(zone?.[2] ?? '零') * (zone?.[1] === '西' ? -1 : 1);
    const total = minutes(time) + Number(h) * 60 + Number(m) - (8 - offset) * 60;
    return `${new Day(start).move(Math.floor(total / 1440)).toString()} ${clock(total)}`;
  },
  'leap-years': (text) => {
    const [from = 0, to = 0] = numbers(text);
    return String(
      Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((year) => Day.leap(year))
        .length,
    );
  },
  'common-cycle': (text) => {
    const [a = 0, b = 0] = numbers(text);
    let days = 1;
    while (days % a !== 0 || days % b !== 0) days += 1;
    return new Day(dates(text)[0] ?? '').move(days).toString();
  },
  'clock-hand': (text) => String(elapsed(text) * (text.includes('分针') ? 6 : 0.5)),
  heading: (text) => walk(text).heading,
  displacement: (text) => {
    const { east, north } = walk(text);
    return bearing(east, north);
  },
  'straight-distance': (text) => {
    let [east, north] = [0, 0];
    for (const [, way, metres] of text.matchAll(/正([东南西北])(?:走|飞|退回) (\d+) 米/gu)) {
      if (way === '东' || way === '西') east += Number(metres) * (way === '东' ? 1 : -1);
      else north += Number(metres) * (way === '北' ? 1 : -1);
    }
    return String(Math.sqrt(east ** 2 + north ** 2));
  },
  'relative-place': (text) => {
    const places = new Map<string, readonly [number, number]>();
    const [, asked = '', origin = ''] = /。(\S+?)在(\S+?)的哪个方向/u.exec(text) ?? [];
    const said = [...text.matchAll(/([^；。]+?)在([^；。]+?)的正([东南西北])方 (\d+) 米处/gu)];
    places.set(origin, [0, 0]);
    // Sentences come in any order: go on until all places are known.
    for (let round = 0; round < 4; round++) {
      for (const [, a = '', b = '', way = '', metres = ''] of said) {
        const [dx, dy] = { 东: [1, 0], 西: [-1, 0], 北: [0, 1], 南: [0, -1] }[way] as [
          number,
          number,
        ];
        const [m, from, back] = [Number(metres), places.get(b), places.get(a)];
        if (from !== undefined) places.set(a, [from[0] + dx * m, from[1] + dy * m]);
        else if (back !== undefined) places.set(b, [back[0] - dx * m, back[1] - dy * m]);
      }
    }
    const [east, north] = places.get(asked) ?? [0, 0];
    return bearing(east, north);
  },
};

describe('date-span', () => {
  it.each(Object.entries({ ...TIME_QUESTIONS, ...SPACE_QUESTIONS }))(
    '%s: the answer follows from the text',
    (kind, question) => {
      const solve = SOLUTIONS[kind];
      expect(solve, `no solution for ${kind}`).toBeDefined();
      for (let i = 0; i < 150; i++) {
        const made = question(randomFrom('date-span-test', kind, i));
        const right = 'number' in made ? made.number : made.right;
        expect(right, made.text).toBe(solve?.(made.text));
        if ('wrong' in made) expect(made.wrong).not.toContain(right);
      }
    },
  );

  it('shows its own options when it is multiple choice', () => {
    for (let i = 0; i < 500; i++) {
      const { prompt, choices } = dateSpan.generate({}, randomFrom('shown', i));
      for (const { label, text } of choices ?? []) expect(prompt).toContain(`\n${label}. ${text}`);
    }
  });

  it('draws only from the kinds asked for', () => {
    for (let i = 0; i < 100; i++) {
      expect(dateSpan.generate({ kinds: ['leap-years'] }, randomFrom('k', i)).prompt).toMatch(
        /闰年|29 天/u,
      );
    }
  });
});
