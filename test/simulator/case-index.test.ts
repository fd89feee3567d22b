import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { indexCases } from '../../src/simulator/case-index.ts';
import type { Media, Utterance } from '../../src/simulator/conversation.ts';
import { knownCase } from './known-cases.ts';

const NO_SETTING = { tools: [], maxTokens: null, stop: [] };

function said(role: Utterance['role'], text: string, media: readonly Media[] = []): Utterance {
  return { role, text, media };
}

describe('dialogues', () => {
  const index = indexCases([
    knownCase({
      id: 'dialogue',
      messages: [
        { role: 'system', content: '你是助手。' },
        { role: 'user', content: '我叫小明。' },
      ],
      turns: [{ content: '今天下雨。' }, { content: '我叫什么？', target: '小明' }],
    }),
    knownCase({ id: 'single', prompt: '我叫小明。' }),
  ]);

  test('turn k is found whatever was answered before', () => {
    for (const reply of ['你好', '', '我叫什么？']) {
      const place = index.find(
        [
          said('system', '你是助手。'),
          said('user', '我叫小明。'),
          said('assistant', reply),
          said('user', '今天下雨。'),
          said('assistant', reply),
          said('user', '我叫什么？'),
        ],
        NO_SETTING,
      );
      expect(place).toMatchObject({ turn: 2, known: { sample: { id: 'dialogue' } } });
    }
  });

  test('the system text belongs to the question', () => {
    expect(index.find([said('user', '我叫小明。')], NO_SETTING)?.known.sample.id).toBe('single');
    const other = [said('system', '你是猫。'), said('user', '我叫小明。')];
    expect(index.find(other, NO_SETTING)).toBeUndefined();
  });

  test('a turn left out or in another order is another question', () => {
    const skipped = ['我叫小明。', '我叫什么？'].map((text) => said('user', text));
    expect(index.find([said('system', '你是助手。'), ...skipped], NO_SETTING)).toBeUndefined();
  });
});

test('what a tool brought back belongs to the question', () => {
  const user = { role: 'user', content: '青岛天气？' } as const;
  const call = { id: 'c1', name: 'weather', arguments: '{}' };
  const index = indexCases(
    ['晴', '雨'].map((weather) =>
      knownCase({
        id: weather,
        messages: [
          user,
          { role: 'assistant', content: '', toolCalls: [call] },
          { role: 'tool', toolCallId: 'c1', content: weather },
        ],
      }),
    ),
  );
  const place = index.find([said('user', '青岛天气？'), said('tool', '雨')], NO_SETTING);
  expect(place?.known.sample.id).toBe('雨');
  expect(index.find([said('user', '青岛天气？')], NO_SETTING)).toBeUndefined();
});

describe('cases with the same words', () => {
  const pictures = ['red', 'blue'].map((name) => Buffer.from(`picture ${name}`));
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const index = indexCases(
    pictures.map((bytes, i) =>
      knownCase({
        id: `picture-${i}`,
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: '图中是什么颜色？' },
              { type: 'image', mediaType: 'image/png', sha256: sha256(bytes) },
            ],
          },
        ],
      }),
    ),
  );
  const found = (base64: string): string | undefined =>
    index.find([said('user', '图中是什么颜色？', [{ base64 }])], NO_SETTING)?.known.sample.id;

  test('are told apart by their pictures', () => {
    expect(pictures.map((bytes) => found(bytes.toString('base64')))).toEqual([
      'picture-0',
      'picture-1',
    ]);
  });

  test('fall back to the first id when the picture is not the known one', () => {
    expect(found(Buffer.from('re-encoded').toString('base64'))).toBe('picture-0');
  });

  test('are told apart by the tools on offer', () => {
    const tools = (name: string) => [{ name, parameters: {} }];
    const cases = ['weather', 'train'].map((name) => {
      const known = knownCase({ id: `with-${name}`, prompt: '明天去青岛。' });
      const request = { ...known.sample.request, tools: tools(name) };
      return { ...known, sample: { ...known.sample, request } };
    });
    for (const order of [cases, cases.toReversed()]) {
      const find = indexCases(order).find;
      const asked = [said('user', '明天去青岛。')];
      expect(find(asked, { ...NO_SETTING, tools: ['train'] })?.known.sample.id).toBe('with-train');
      expect(find(asked, { ...NO_SETTING, tools: ['other'] })?.known.sample.id).toBe('with-train');
    }
  });

  test('the smallest id answers for repeats, in whatever order they come', () => {
    const repeats = ['case#2', 'case', 'case#3'].map((id) => knownCase({ id, prompt: '同一题' }));
    for (const order of [repeats, repeats.toReversed()]) {
      const place = indexCases(order).find([said('user', '同一题')], NO_SETTING);
      expect(place?.known.sample.id).toBe('case');
    }
  });
});

test('knows the indicators of its cases', () => {
  const cases = ['C1.1.1', 'C2.1.1', 'C1.1.1'].map((indicator, i) =>
    knownCase({ id: `case-${i}`, indicator }),
  );
  expect(indexCases(cases).indicators).toEqual(new Set(['C1.1.1', 'C2.1.1']));
});
