import { describe, expect, test } from 'vitest';
import { type Ability, abilityTable } from '../../src/simulator/ability.ts';
import { answer, type Mind, mannerOf } from '../../src/simulator/answer.ts';
import type { KnownCase } from '../../src/suite/known-case.ts';
import { knownCase, numberedCases, STUB_SCORERS } from './known-cases.ts';

function mindOf(ability: Ability, seed = '1'): Mind {
  return { seed, ability: abilityTable(ability), scorers: STUB_SCORERS };
}

function textOf(mind: Mind, known: KnownCase, turn = 0): string {
  return answer(mind, { known, turn }).text;
}

describe('single cases', () => {
  const known = knownCase({ id: 'a', target: '84' });

  test('a right and a wrong answer are the scorer’s', () => {
    expect(textOf(mindOf(1), known)).toBe('答案：84');
    expect(textOf(mindOf(0), known)).toBe('答案：84×');
  });

  test('the author’s own answers come first', () => {
    const written = knownCase({ id: 'a', reference: '参考答案', wrong: ['错一', '错二'] });
    expect(textOf(mindOf(1), written)).toBe('参考答案');
    const seen = new Set(
      ['1', '2', '3', '4', '5', '6'].map((seed) => textOf(mindOf(0, seed), written)),
    );
    expect(seen).toEqual(new Set(['错一', '错二']));
  });

  test('an empty reference is an answer too', () => {
    expect(textOf(mindOf(1), knownCase({ id: 'a', target: '84', reference: '' }))).toBe('');
  });

  test('tool calls are the scorer’s', () => {
    const tools = [{ name: 'weather', parameters: {} }];
    const request = { messages: [{ role: 'user', content: '天气' }], params: {}, tools } as const;
    const calling = knownCase({ id: 'a', scorer: 'call', request });
    expect(answer(mindOf(1), { known: calling, turn: 0 }).toolCalls).toEqual([
      { name: 'weather', arguments: '{"city":"青岛"}' },
    ]);
  });

  test('where nothing can be made up, the answer claims nothing and is counted as such', () => {
    const mute = knownCase({ id: 'a', scorer: 'mute', target: '84' });
    for (const ability of [0, 1]) {
      const said = answer(mindOf(ability), { known: mute, turn: 0 });
      expect(said.origin).toBe('generic');
      expect(said.text).not.toMatch(/84|[0-9A-Za-z]/);
      expect(said.text).not.toBe('');
    }
  });

  test('a prompt of no case gets a polite answer', () => {
    const said = answer(mindOf(1), undefined);
    expect(said).toMatchObject({ origin: 'unknown', filtered: false });
    expect(said.text).toMatch(/^您好/);
  });

  test('a case that expects the filter is filtered when right, and answered when wrong', () => {
    const filtered = knownCase({ id: 'a', target: 'x', expect: 'filtered' });
    expect(answer(mindOf(1), { known: filtered, turn: 0 })).toMatchObject({
      filtered: true,
      text: '',
    });
    expect(answer(mindOf(0), { known: filtered, turn: 0 })).toMatchObject({
      filtered: false,
      text: '答案：x×',
    });
  });

  test('refusals, garble and the filter', () => {
    const rates = (name: string) => ({ '*': { right: 0, [name]: 1 } });
    expect(textOf(mindOf(rates('refuse')), known)).toMatch(/无法|不能/);
    expect(textOf(mindOf(rates('garble')), known)).toMatch(/^[锟斤拷烫屯锘]{12,}$/);
    expect(answer(mindOf(rates('filter')), { known, turn: 0 }).filtered).toBe(true);
  });
});

describe('the share of each manner', () => {
  const cases = numberedCases(1000);
  const mind = mindOf({ '*': { right: 0.7, refuse: 0.1, garble: 0.1, filter: 0.05 } });
  const shareOf = (manner: string): number =>
    cases.filter((known) => mannerOf(mind, { known, turn: 0 }) === manner).length / cases.length;

  // Four standard errors of a share of 1,000.
  test.each([
    ['right', 0.7],
    ['refuse', 0.1],
    ['garble', 0.1],
    ['filter', 0.05],
    ['wrong', 0.05],
  ])('%s is about %d', (manner, share) => {
    const error = Math.sqrt((share * (1 - share)) / cases.length);
    expect(Math.abs(shareOf(manner) - share)).toBeLessThan(4 * error);
  });

  test('a more able model keeps every answer that a less able one got right', () => {
    for (const known of cases.slice(0, 200)) {
      if (mannerOf(mindOf(0.5), { known, turn: 0 }) === 'right') {
        expect(mannerOf(mindOf(0.6), { known, turn: 0 })).toBe('right');
      }
    }
  });

  test('another seed is another model', () => {
    const right = (seed: string): string[] =>
      cases
        .filter((known) => mannerOf(mindOf(0.5, seed), { known, turn: 0 }) === 'right')
        .map((known) => known.sample.id);
    expect(right('1')).not.toEqual(right('2'));
  });
});

test('repeats of a case are answered alike', () => {
  for (const known of numberedCases(50)) {
    const again = { ...known, sample: { ...known.sample, id: `${known.sample.id}#2`, repeat: 2 } };
    expect(textOf(mindOf(0.5), again)).toBe(textOf(mindOf(0.5), known));
  }
});

describe('dialogues', () => {
  const scorer = { use: 'plain', options: {} };
  const dialogue = (id: string): KnownCase =>
    knownCase({
      id,
      scorer: null,
      turns: [
        { content: '记住：7。' },
        { content: '数字是？', target: '7', scorer },
        { content: '再说一遍？', target: '七', scorer },
      ],
    });

  test('each turn has its own scorer and target; a turn without scorer is acknowledged', () => {
    const known = dialogue('a');
    const said = [0, 1, 2, 3].map((turn) => answer(mindOf(1), { known, turn }));
    expect(said.map((turn) => turn.origin)).toEqual([
      'acknowledged',
      'acknowledged',
      'made',
      'made',
    ]);
    expect(said.slice(2).map((turn) => turn.text)).toEqual(['答案：7', '答案：七']);
  });

  test('a dialogue fails at one of its scored turns, now here, now there', () => {
    const slips = Array.from({ length: 40 }, (_, i) => {
      const known = dialogue(`dialogue-${i}`);
      return [2, 3].filter((turn) => textOf(mindOf(0), known, turn).endsWith('×'));
    });
    expect(new Set(slips.map(String))).toEqual(new Set(['2', '3']));
  });

  test('a right dialogue is right at every turn', () => {
    const known = dialogue('a');
    expect([1, 2, 3].map((turn) => mannerOf(mindOf(1), { known, turn }))).toEqual([
      'right',
      'right',
      'right',
    ]);
  });
});
