import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/simulator/answer.ts';
import { complete, pieces } from '../../src/simulator/completion.ts';
import { estimateTokens, firstTokens, graphemes } from '../../src/simulator/tokens.ts';

const FREE = { maxTokens: null, stop: [] };

function answerOf(text: string, toolCalls: Answer['toolCalls'] = []): Answer {
  return { text, toolCalls, filtered: false, origin: 'made' };
}

describe('estimated tokens', () => {
  test.each([
    ['', 0],
    ['一', 1],
    ['一二三', 2],
    ['一二三四五六', 4],
    ['word', 1],
    ['words', 2],
    ['共 84 箱', 3],
    ['😀', 1],
  ])('%s has %d', (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });

  test('a cut keeps to the bound, takes all that fits, and splits no grapheme', () => {
    const text = '家👨‍👩‍👧里e\u0301有 three 口人🇨🇳在青岛';
    for (let tokens = 0; tokens <= estimateTokens(text); tokens++) {
      const cut = firstTokens(text, tokens);
      const kept = graphemes(cut);
      expect(graphemes(text).slice(0, kept.length)).toEqual(kept);
      expect(estimateTokens(cut)).toBeLessThanOrEqual(tokens);
      const next = graphemes(text)[kept.length];
      if (next !== undefined) expect(estimateTokens(cut + next)).toBeGreaterThan(tokens);
    }
  });
});

describe('stop and bound', () => {
  test('the earliest stop string ends the answer and is not part of it', () => {
    const completion = complete(
      answerOf('一，二。三'),
      { maxTokens: null, stop: ['三', '。'] },
      'none',
    );
    expect(completion).toMatchObject({ text: '一，二', finish: 'stop', stopSequence: '。' });
  });

  test('an empty stop string stops nothing', () => {
    const completion = complete(answerOf('一二'), { maxTokens: null, stop: [''] }, 'none');
    expect(completion).toMatchObject({ text: '一二', stopSequence: null });
  });

  test('the bound cuts and says so', () => {
    const completion = complete(answerOf('一二三四五六'), { maxTokens: 2, stop: [] }, 'none');
    expect(completion).toMatchObject({ text: '一二三', finish: 'length', outputTokens: 2 });
  });

  test('a bound that is just enough is not a cut', () => {
    const completion = complete(answerOf('一二三'), { maxTokens: 2, stop: [] }, 'none');
    expect(completion).toMatchObject({ text: '一二三', finish: 'stop' });
  });

  test('a stop string behind the bound does not count', () => {
    const limits = { maxTokens: 2, stop: ['六'] };
    const completion = complete(answerOf('一二三四五六'), limits, 'none');
    expect(completion).toMatchObject({ finish: 'length', stopSequence: null });
  });

  test('tool calls end in the middle of their arguments at the bound', () => {
    const calls = [{ name: 'call', arguments: '{"city":"青岛"}' }];
    const whole = complete(answerOf('', calls), FREE, 'none');
    expect(whole).toMatchObject({ toolCalls: calls, finish: 'tool-calls' });
    const cut = complete(answerOf('', calls), { maxTokens: 3, stop: [] }, 'none');
    expect(cut.finish).toBe('length');
    expect(cut.toolCalls[0]?.arguments).toBe('{"city":');
    expect(cut.outputTokens).toBe(3);
  });
});

describe('flaws', () => {
  test('a filtered answer keeps its beginning', () => {
    const completion = complete(answerOf('一二三四五六'), FREE, 'filtered');
    expect(completion).toMatchObject({ text: '一二', finish: 'filtered' });
  });

  test('an empty answer ends like any other', () => {
    expect(complete(answerOf('一'), FREE, 'empty')).toMatchObject({ text: '', finish: 'stop' });
  });

  test('the break mark survives the tightest bound and any stop', () => {
    const limits = { maxTokens: 1, stop: ['一'] };
    expect(complete(answerOf('一二三'), limits, 'invalid-utf8').text).toBe('\u{e000}');
  });
});

test('pieces are several, whole graphemes, and join to the text', () => {
  const text = '👨‍👩‍👧和e\u0301一起去看🇨🇳的旗，然后回家吃饭，最后睡觉。';
  const parts = pieces(text);
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(graphemes)).toEqual(graphemes(text));
  expect(pieces('')).toEqual([]);
});
