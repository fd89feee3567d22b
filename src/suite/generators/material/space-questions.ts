import type { Random } from '../../random.ts';
import { PEOPLE } from './names.ts';

interface Common {
  readonly text: string;
  readonly difficulty: 1 | 2 | 3 | 4 | 5;
}

/** A question about time or space: either a number, or one right text among wrong ones. */
export type SpaceTimeQuestion = Common &
  ({ readonly number: string } | { readonly right: string; readonly wrong: readonly string[] });

/** Clockwise from north. */
const HEADINGS = ['北', '东', '南', '西'] as const;

/** Right-angled triangles with whole sides. */
const TRIPLES = [
  [3, 4, 5],
  [5, 12, 13],
  [8, 15, 17],
  [7, 24, 25],
  [20, 21, 29],
  [9, 40, 41],
] as const;

const SPOTS = ['气象站', '水塔', '车站', '邮局', '码头', '学校', '粮仓', '茶园', '灯塔', '货场'];

export const SPACE_QUESTIONS = {
  heading,
  displacement,
  'straight-distance': straightDistance,
  'relative-place': relativePlace,
} satisfies Record<string, (random: Random) => SpaceTimeQuestion>;

interface Leg {
  /** Index into HEADINGS after the turn. */
  readonly heading: number;
  readonly metres: number;
  readonly turn: '左转' | '右转' | '掉头' | null;
}

function walk(random: Random): readonly Leg[] {
  const count = random.int(4, 6);
  const legs: Leg[] = [];
  let heading = random.int(0, 3);
  for (let i = 0; i < count; i++) {
    const turn = i === 0 ? null : random.pick(['左转', '右转', '左转', '右转', '掉头'] as const);
    const steps = { 左转: 3, 右转: 1, 掉头: 2 };
    heading = (heading + (turn === null ? 0 : steps[turn])) % 4;
    legs.push({ heading, metres: random.int(2, 60) * 10, turn });
  }
  return legs;
}

function tellWalk(legs: readonly Leg[], random: Random): string {
  const who = random.pick(PEOPLE);
  const [first, ...rest] = legs as [Leg, ...Leg[]];
  const told = rest.map(({ turn, metres }) => `${turn}走 ${metres} 米`).join('，再');
  return random.pick([
    `${who}从大门口出发，先向${HEADINGS[first.heading]}走 ${first.metres} 米，再${told}。`,
    `一台巡检机器人由${who}操控，从充电桩开始向${HEADINGS[first.heading]}直行 ${first.metres} 米，然后${told}。`,
    `${who}按下面的指示走：面朝${HEADINGS[first.heading]}走 ${first.metres} 米，随后${told}。`,
  ]);
}

function heading(random: Random): SpaceTimeQuestion {
  const legs = walk(random);
  const last = legs.at(-1) as Leg;
  const right = `正${HEADINGS[last.heading]}`;
  return {
    text: `${tellWalk(legs, random)}走完最后一段时，面朝哪个方向？`,
    right,
    wrong: HEADINGS.map((h) => `正${h}`).filter((h) => h !== right),
    difficulty: 2,
  };
}

/** East and north of the start, metres. */
function endOf(legs: readonly Leg[]): readonly [number, number] {
  let [east, north] = [0, 0];
  for (const { heading: h, metres } of legs) {
    east += h === 1 ? metres : h === 3 ? -metres : 0;
    north += h === 0 ? metres : h === 2 ? -metres : 0;
  }
  return [east, north];
}

function displacement(random: Random): SpaceTimeQuestion {
  const legs = walk(random);
  const [east, north] = endOf(legs);
  const text = `${tellWalk(legs, random)}终点在起点的哪个方向？（只看大方向，例如既偏东又偏北就是“东北”。）`;
  if (east === 0 && north === 0) return displacement(random);
  const right = bearing(east, north);
  const wrong = random.sample(
    BEARINGS.filter((b) => b !== right),
    5,
  );
  return { text, right, wrong, difficulty: 4 };
}

const BEARINGS = ['正北', '东北', '正东', '东南', '正南', '西南', '正西', '西北'] as const;

function bearing(east: number, north: number): (typeof BEARINGS)[number] {
  if (east === 0) return north > 0 ? '正北' : '正南';
  if (north === 0) return east > 0 ? '正东' : '正西';
  if (east > 0) return north > 0 ? '东北' : '东南';
  return north > 0 ? '西北' : '西南';
}

function straightDistance(random: Random): SpaceTimeQuestion {
  const [a, b, c] = random.pick(TRIPLES);
  const unit = random.int(1, 18) * 5;
  const [along, across] = random.chance(0.5) ? [a * unit, b * unit] : [b * unit, a * unit];
  const [h, side] = [random.int(0, 3), random.pick([1, 3])];
  // An extra stretch there and back: it must cancel out.
  const extra = random.int(2, 40) * 5;
  const turnTo = HEADINGS[(h + side) % 4];
  const who = random.pick(PEOPLE);
  const text = random.pick([
    `${who}向正${HEADINGS[h]}走 ${along + extra} 米，再向正${turnTo}走 ${across} 米，最后向正${HEADINGS[(h + 2) % 4]}走 ${extra} 米。此时离出发点的直线距离是多少米？`,
    `无人机（操控者${who}）从地面标志点上方起步，朝正${HEADINGS[h]}飞 ${along + extra} 米，朝正${HEADINGS[(h + 2) % 4]}退回 ${extra} 米，又朝正${turnTo}飞 ${across} 米，高度不变。它与起步位置相距多少米？`,
  ]);
  return { text, number: String(c * unit), difficulty: 3 };
}

function relativePlace(random: Random): SpaceTimeQuestion {
  const spots = random.sample(SPOTS, 4) as [string, string, string, string];
  const steps = spots.slice(1).map((to, i) => ({
    from: spots[i] as string,
    to,
    heading: random.int(0, 3),
    metres: random.int(2, 45) * 20,
  }));
  const [east, north] = endOf(steps.map((s) => ({ ...s, turn: null })));
  if (east === 0 && north === 0) return relativePlace(random);
  const right = bearing(east, north);
  const said = random.shuffle(steps).map((s) => {
    const flip = random.chance(0.4);
    const [x, y, h] = flip ? [s.from, s.to, (s.heading + 2) % 4] : [s.to, s.from, s.heading];
    return `${x}在${y}的正${HEADINGS[h]}方 ${s.metres} 米处`;
  });
  const text = `${said.join('；')}。${spots[3]}在${spots[0]}的哪个方向？（只看大方向，例如既偏东又偏北就是“东北”。）`;
  const wrong = random.sample(
    BEARINGS.filter((b) => b !== right),
    5,
  );
  return { text, right, wrong, difficulty: 4 };
}
