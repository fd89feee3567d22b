import { describe, expect, it } from 'vitest';
import type { Clue } from '../../../src/suite/generators/material/ordering-scenes.ts';
import { ORDERING_SCENES } from '../../../src/suite/generators/material/ordering-scenes.ts';
import { makePuzzle, ordering } from '../../../src/suite/generators/ordering.ts';
import { randomFrom } from '../../../src/suite/random.ts';

/** Every order of the things, by another way than the generator's. */
function* orders(things: readonly string[]): Generator<readonly string[]> {
  if (things.length === 0) yield [];
  for (const first of things) {
    for (const rest of orders(things.filter((t) => t !== first))) yield [first, ...rest];
  }
}

function allows(order: readonly string[], clue: Clue): boolean {
  const a = order.indexOf(clue.a);
  if ('position' in clue) return (a === clue.position) === (clue.kind === 'at');
  const b = order.indexOf(clue.b);
  switch (clue.kind) {
    case 'before':
      return a < b;
    case 'directly-before':
      return order[a + 1] === clue.b;
    case 'beside':
      return order[a + 1] === clue.b || order[b + 1] === clue.a;
    case 'not-beside':
      return order[a + 1] !== clue.b && order[b + 1] !== clue.a;
    case 'apart':
      return order.slice(Math.min(a, b) + 1, Math.max(a, b)).length === clue.between;
  }
}

const solutions = (things: readonly string[], clues: readonly Clue[]): (readonly string[])[] =>
  [...orders(things)].filter((order) => clues.every((clue) => allows(order, clue)));

describe('ordering', () => {
  it('has exactly one solution, and none once any clue is left out', () => {
    for (let i = 0; i < 250; i++) {
      const { order, clues } = makePuzzle({}, randomFrom('ordering-test', i));
      const shuffled = order.toSorted();
      expect(solutions(shuffled, clues)).toEqual([order]);
      for (const left of clues) {
        const rest = clues.filter((clue) => clue !== left);
        expect(solutions(shuffled, rest).length, `superfluous: ${left.kind}`).toBeGreaterThan(1);
      }
    }
  });

  it('says every clue, and marks the option that the solution gives', () => {
    for (let i = 0; i < 2000; i++) {
      const stream = ['ordering-whole', i] as const;
      // The generator draws its puzzle first, so that the same stream gives the same puzzle.
      const { scene, order, clues } = makePuzzle({}, randomFrom(...stream));
      const { prompt, choices, target } = ordering.generate({}, randomFrom(...stream));
      for (const clue of clues) expect(prompt).toContain(scene.say(clue, order.length));
      const chosen = choices?.find((c) => c.label === target)?.text ?? '';
      const places = order.map((_, at) => scene.place(at, order.length));
      if (chosen.includes('、')) expect(chosen).toBe(order.join('、'));
      else if (order.includes(chosen)) {
        expect(prompt).toContain(scene.askThing(places[order.indexOf(chosen)] as string));
      } else {
        expect(prompt).toContain(scene.askPlace(order[places.indexOf(chosen)] as string));
      }
    }
  });

  it('can be solved from the words of the prompt alone (berths)', () => {
    const kinds: readonly (readonly [RegExp, (a: number, b: number, k: number) => boolean])[] = [
      [/(\S+?)停在 (\d) 号泊位/u, (a, b) => a === b],
      [/(\S+?)不在 (\d) 号泊位/u, (a, b) => a !== b],
      [/(\S+?)停在(\S+?)以西/u, (a, b) => a < b],
      [/(\S+?)东侧的相邻泊位停着(\S+)/u, (a, b) => b === a + 1],
      [/(\S+?)与(\S+?)停在相邻泊位/u, (a, b) => Math.abs(a - b) === 1],
      [/(\S+?)与(\S+?)的泊位不相邻/u, (a, b) => Math.abs(a - b) !== 1],
      [/(\S+?)与(\S+?)之间隔着(.)艘船/u, (a, b, k) => Math.abs(a - b) === k + 1],
    ];
    for (let i = 0; i < 200; i++) {
      const {
        prompt = '',
        choices,
        target,
      } = ordering.generate({ scenes: ['berths'], size: 5 }, randomFrom('berths', i));
      const [, ships = ''] = /停着(.+?)，每个泊位一艘。/u.exec(prompt) ?? [];
      const said = prompt
        .slice(prompt.indexOf('一艘。') + 3, prompt.lastIndexOf('。'))
        .split(/[；：\n。]/u)
        .map((s) => s.replace(/^\d\. /u, ''));
      const tests = said.flatMap((s) => {
        const found = kinds.find(([pattern]) => pattern.test(s));
        const match = found?.[0].exec(s);
        return found === undefined || match == null ? [] : [{ holds: found[1], match }];
      });
      const left = [...orders(ships.split('、'))].filter((order) =>
        tests.every(({ holds, match }) => {
          const [, a = '', b = '', k = ''] = match;
          const at = (name: string): number =>
            /^\d$/u.test(name) ? Number(name) : order.indexOf(name) + 1;
          return holds(at(a), at(b), ' 一两三四'.indexOf(k));
        }),
      );
      expect(left.length, prompt).toBe(1);
      const order = left[0] as readonly string[];
      const right = choices?.find((c) => c.label === target)?.text ?? '';
      const asked = /停在 (\d) 号泊位的是哪艘船/u.exec(prompt)?.[1];
      const ship = /。?(\S+?)停在哪个泊位/u.exec(prompt.slice(prompt.lastIndexOf('。')))?.[1];
      if (asked !== undefined) expect(right).toBe(order[Number(asked) - 1]);
      else if (right.includes('、')) expect(right).toBe(order.join('、'));
      else
        expect(right).toBe(`${order.indexOf((ship ?? '').replace(/^据此推断，/u, '')) + 1} 号泊位`);
    }
  });

  it('draws from every setting', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 400; i++) seen.add(makePuzzle({}, randomFrom('scenes', i)).scene.id);
    expect([...seen].toSorted()).toEqual(ORDERING_SCENES.map((s) => s.id).toSorted());
  });

  it.each([4, 5, 6])('puts %i things in order when told so', (size) => {
    expect(makePuzzle({ size }, randomFrom('size', size)).order).toHaveLength(size);
  });
});
