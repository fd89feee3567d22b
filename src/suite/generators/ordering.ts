import type { Random } from '../random.ts';
import { labelOf, shuffledChoices } from './choices.ts';
import { defineGenerator } from './contract.ts';
import type { Clue, OrderingScene } from './material/ordering-scenes.ts';
import { ORDERING_SCENES } from './material/ordering-scenes.ts';

interface OrderingOptions {
  readonly size?: number;
  readonly scenes?: readonly string[];
}

export interface OrderingPuzzle {
  readonly scene: OrderingScene;
  /** The one order that all clues allow. */
  readonly order: readonly string[];
  /** None can be left out. */
  readonly clues: readonly Clue[];
}

/**
 * Seating and ranking puzzles. Clues that are true of a random order are collected until exactly
 * one order is left, then every clue that turns out to be superfluous is dropped again.
 */
export const ordering = defineGenerator<OrderingOptions>({
  id: 'ordering',
  version: '1.0.0',
  title: { zh: '座次与排名推理（解唯一）', en: 'Seating and ranking puzzles with one solution' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      size: { type: 'integer', minimum: 4, maximum: 6, description: 'things to put in order' },
      scenes: {
        type: 'array',
        items: { enum: ORDERING_SCENES.map((s) => s.id) },
        minItems: 1,
        uniqueItems: true,
      },
    },
  },
  generate: (options, random) => {
    const puzzle = makePuzzle(options, random);
    const { question, right, wrong } = ask(puzzle, random);
    const choices = shuffledChoices([right, ...wrong], random);
    const size = puzzle.order.length;
    return {
      prompt: tell(puzzle, question, random),
      choices,
      target: labelOf(choices, right),
      scorer: { use: 'choice' },
      difficulty: (size - 2 + (puzzle.clues.length > size ? 1 : 0)) as 2 | 3 | 4 | 5,
    };
  },
});

export function makePuzzle(options: OrderingOptions, random: Random): OrderingPuzzle {
  const known = ORDERING_SCENES.filter((s) => options.scenes?.includes(s.id) ?? true);
  const scene = random.pick(known);
  const size = options.size ?? random.int(4, 6);
  const order = random.sample(scene.things, size);
  const kept: Clue[] = [];
  let left = permutations(size);
  const index = new Map(order.map((thing, i) => [thing, i]));
  // The true order is the identity: thing i stands at position i.
  for (const clue of candidates(order, random)) {
    if (left.length === 1) break;
    const next = left.filter((p) => holds(clue, p, index));
    if (next.length === left.length) continue;
    kept.push(clue);
    left = next;
  }
  return { scene, order, clues: random.shuffle(withoutSuperfluous(kept, size, index)) };
}

/** True clues in random order; the outright ones (`at`) come last and are seldom needed. */
function candidates(order: readonly string[], random: Random): Clue[] {
  const strong: Clue[] = [];
  const weak: Clue[] = [];
  order.forEach((a, i) => {
    strong.push({ kind: 'at', a, position: i });
    order.forEach((b, j) => {
      if (i !== j) weak.push({ kind: 'not-at', a, position: j });
      if (i < j) weak.push(...pairClues(a, b, j - i, random));
    });
  });
  return [...random.shuffle(weak), ...random.shuffle(strong)];
}

function pairClues(a: string, b: string, distance: number, random: Random): Clue[] {
  const [x, y] = random.shuffle([a, b]) as [string, string];
  const clues: Clue[] = [{ kind: 'before', a, b }];
  if (distance === 1) {
    clues.push({ kind: 'directly-before', a, b }, { kind: 'beside', a: x, b: y });
  } else {
    clues.push({ kind: 'not-beside', a: x, b: y });
    clues.push({ kind: 'apart', a: x, b: y, between: distance - 1 });
  }
  return clues;
}

function withoutSuperfluous(
  clues: readonly Clue[],
  size: number,
  index: ReadonlyMap<string, number>,
): Clue[] {
  const all = permutations(size);
  let kept = [...clues];
  for (const clue of clues) {
    const rest = kept.filter((c) => c !== clue);
    if (all.filter((p) => rest.every((c) => holds(c, p, index))).length === 1) kept = rest;
  }
  return kept;
}

/** `positions[i]` is where thing i stands. */
function holds(
  clue: Clue,
  positions: readonly number[],
  index: ReadonlyMap<string, number>,
): boolean {
  const at = (thing: string): number => positions[index.get(thing) ?? -1] ?? -1;
  switch (clue.kind) {
    case 'at':
      return at(clue.a) === clue.position;
    case 'not-at':
      return at(clue.a) !== clue.position;
    case 'before':
      return at(clue.a) < at(clue.b);
    case 'directly-before':
      return at(clue.b) - at(clue.a) === 1;
    case 'beside':
      return Math.abs(at(clue.a) - at(clue.b)) === 1;
    case 'not-beside':
      return Math.abs(at(clue.a) - at(clue.b)) > 1;
    case 'apart':
      return Math.abs(at(clue.a) - at(clue.b)) === clue.between + 1;
  }
}

function permutations(size: number): number[][] {
  if (size === 0) return [[]];
  return permutations(size - 1).flatMap((p) =>
    Array.from({ length: size }, (_, at) => [...p.slice(0, at), size - 1, ...p.slice(at)]),
  );
}

interface Question {
  readonly question: string;
  readonly right: string;
  readonly wrong: readonly string[];
}

function ask({ scene, order }: OrderingPuzzle, random: Random): Question {
  const size = order.length;
  const at = random.int(0, size - 1);
  const thing = order[at] as string;
  const places = order.map((_, i) => scene.place(i, size));
  const others = <T>(list: readonly T[]): T[] => list.filter((_, i) => i !== at);
  switch (random.pick(['thing', 'place', 'order'] as const)) {
    case 'thing':
      return {
        question: scene.askThing(places[at] as string),
        right: thing,
        wrong: random.sample(others(order), 3),
      };
    case 'place':
      return {
        question: scene.askPlace(thing),
        right: places[at] as string,
        wrong: random.sample(others(places), 3),
      };
    case 'order':
      return {
        question: `${scene.direction}，正确的顺序是哪一个？`,
        right: order.join('、'),
        wrong: wrongOrders(order, random),
      };
  }
}

/** Three different wrong orders, each near the right one. */
function wrongOrders(order: readonly string[], random: Random): string[] {
  const swaps = order.flatMap((_, i) => order.slice(i + 1).map((__, k) => [i, i + 1 + k] as const));
  return random.sample(swaps, 3).map(([i, j]) => {
    const swapped = [...order];
    [swapped[i], swapped[j]] = [order[j] as string, order[i] as string];
    return swapped.join('、');
  });
}

function tell(puzzle: OrderingPuzzle, question: string, random: Random): string {
  const { scene, order, clues } = puzzle;
  const said = clues.map((clue) => scene.say(clue, order.length));
  // The introduction names the things in an order of its own, so that it gives nothing away.
  const intro = scene.intro(random.shuffle(order));
  const listed = said.map((s, i) => `${i + 1}. ${s}。`).join('\n');
  return random.pick([
    `${intro}已知：\n${listed}\n${question}`,
    `${intro}下面的话都是真的：\n${listed}\n据此推断，${question}`,
    `${intro}${said.join('；')}。${question}`,
    `${intro}有人留下了这些线索：${said.join('；')}。${question}`,
  ]);
}
