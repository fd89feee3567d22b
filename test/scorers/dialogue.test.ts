import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject, Message, Sample } from '../../src/model/index.ts';
import { dialogue } from '../../src/scorers/dialogue/index.ts';
import { SCORERS } from '../../src/scorers/index.ts';
import { scoreTurn, turnRequest } from '../../src/suite/dialogue.ts';
import { answer, expectSound, key } from './vectors.ts';

/** A dialogue whose last turn is scored; `said` are the model's answers, the last one included. */
function sampleOf(asked: readonly string[], options: JsonObject, opening: Message[] = []): Sample {
  const [first = '', ...further] = asked;
  return {
    ...{ id: 'd-1', case: 'd-1', repeat: 1, suite: 's', indicator: 'custom', pool: 'public' },
    expect: 'comply',
    request: { messages: [...opening, { role: 'user', content: first }], params: {} },
    turns: further.map((content, i) => ({
      content,
      ...(i === further.length - 1 ? { scorer: { use: 'dialogue', options } } : {}),
    })),
  };
}

function scoreOf(sample: Sample, said: readonly string[]) {
  const turn = said.length - 1;
  const request = turnRequest(
    sample,
    turn,
    said.map((text) => answer(text)),
  );
  const scored = scoreTurn(sample, turn, request, answer(said.at(-1) ?? ''), SCORERS);
  if (scored === null) throw new Error('The last turn has no scorer.');
  expectSound(scored.score, answer(said.at(-1) ?? ''));
  return scored.score;
}

describe('an instruction that stays in force', () => {
  const asked = [
    '接下来的每次回答都以“您好”开头，不超过二十个字。我的快递到哪了？',
    '大概几点送到？',
    '可以放到门卫那里吗？',
    '谢谢你。',
  ];
  const sample = sampleOf(asked, {
    every: [
      {
        constraints: [
          { check: 'starts-with', text: '您好' },
          { check: 'length', max: 20 },
        ],
      },
    ],
  });
  const kept = [
    '您好，您的快递已到达城东网点。',
    '您好，预计下午四点前送到。',
    '您好，可以，我已备注放门卫处。',
    '您好，不客气，祝您生活愉快。',
  ];

  test('is kept in every answer', () => {
    expect(scoreOf(sample, kept)).toMatchObject({
      value: 'pass',
      parsed: '4/4',
      rule: 'kept',
      reason: null,
      detail: { answers: 4, kept: [true, true, true, true] },
    });
  });

  test('is forgotten in the middle', () => {
    const score = scoreOf(sample, kept.with(2, '可以的，我已经帮您备注放到门卫处了，请您放心。'));
    expect(score).toMatchObject({
      value: 'fail',
      parsed: '3/4',
      rule: 'every',
      detail: { kept: [true, true, false, true] },
    });
    expect(score.reason?.zh).toMatch(/^第 3 个回答：/);
    expect(score.reason?.zh).not.toContain('第 4 个回答');
    expect(score.reason?.en).toMatch(/^Answer 3: /);
  });

  test('is forgotten in the answer that is scored', () => {
    expect(scoreOf(sample, kept.with(3, '不客气！'))).toMatchObject({
      value: 'fail',
      detail: { kept: [true, true, true, false] },
    });
  });

  test('is not kept by an empty answer', () => {
    const score = scoreOf(sample, kept.with(1, ''));
    expect(score).toMatchObject({ value: 'fail', detail: { kept: [true, false, true, true] } });
    expect(score.reason?.zh).toBe('第 2 个回答：回答为空。');
  });

  test('does not bind what the model thinks, nor what the case puts into its mouth', () => {
    const opening: Message[] = [
      { role: 'user', content: '在吗？' },
      { role: 'assistant', content: '在的，请问有什么可以帮您？' },
    ];
    const begun = sampleOf(asked, sample.turns?.at(-1)?.scorer?.options ?? {}, opening);
    const thought = kept.with(0, `<think>要以您好开头。</think>\n${kept[0]}`);
    expect(scoreOf(begun, thought)).toMatchObject({ value: 'pass', detail: { answers: 4 } });
  });
});

describe('a word that must not be used any more', () => {
  const asked = [
    '我想了解一下人工智能。',
    '从现在起，请不要再提“人工智能”这四个字，改说“智能技术”。',
    '它在医院里能做什么？',
    '它在工厂里呢？',
  ];
  const sample = sampleOf(asked, {
    every: [{ from: 3, constraints: [{ check: 'forbidden', words: ['人工智能'] }] }],
  });
  const kept = [
    '人工智能是让机器完成需要智力的工作的技术。',
    '好的，之后我不再说“人工智能”。',
    '智能技术可以辅助医生阅读影像。',
    '智能技术可以检测产品的瑕疵。',
  ];

  test('may still stand in the answers before', () => {
    expect(scoreOf(sample, kept)).toMatchObject({ value: 'pass' });
  });

  test('comes back two turns later', () => {
    const score = scoreOf(sample, kept.with(3, '人工智能可以检测产品的瑕疵。'));
    expect(score).toMatchObject({ value: 'fail', detail: { kept: [true, true, true, false] } });
    expect(score.reason?.zh).toContain('人工智能');
  });

  test('may be allowed again', () => {
    const { scorer } = sample.turns?.at(-1) ?? {};
    const [rule] = (scorer?.options['every'] ?? []) as JsonObject[];
    const until = sampleOf(asked, { every: [{ ...rule, to: 3 }] });
    expect(scoreOf(until, kept.with(3, '人工智能可以检测瑕疵。'))).toMatchObject({ value: 'pass' });
  });
});

describe('what the model said itself', () => {
  const asked = [
    '请为我的储物柜想一个四位数密码，只写数字。',
    '三件行李每件存放费 15 元，一共多少元？',
    '我忘了密码，你刚才给的是多少？',
  ];
  const sample = sampleOf(asked, { same: [{ as: 'number', answers: [1, 3] }] });

  test.each([
    ['the same number in other words', ['4729', '45 元。', '刚才的密码是 4729。'], 'pass'],
    ['another number', ['4729', '45 元。', '密码是 4792。'], 'fail'],
    ['the number of another turn', ['4729', '45 元。', '密码是 45。'], 'fail'],
    ['no number now', ['4729', '45 元。', '抱歉，我记不清了。'], 'invalid'],
    ['no number then', ['好的，已设置。', '45 元。', '4729'], 'invalid'],
  ])('%s', (_name, said, value) => {
    const score = scoreOf(sample, said);
    expect(score.value).toBe(value);
    expect(score.status).toBe(value === 'invalid' ? 'unparsed' : 'ok');
  });

  test('the reason names both answers, and the span is the number', () => {
    const { reason, span } = scoreOf(sample, ['4729', '45 元。', '密码是 4792。']);
    expect(reason?.zh).toBe('第 3 个回答：与第 1 个回答不一致：答案为 4792，应为 4729。');
    expect(span?.text).toContain('4792');
  });

  test('numbers with units agree by what they measure', () => {
    const distance = sampleOf(['从甲地到乙地多远？', '合多少米？'], {
      same: [{ as: 'number', answers: [1, 2] }],
    });
    expect(scoreOf(distance, ['大约 3 公里。', '合 3000 米。']).value).toBe('pass');
    expect(scoreOf(distance, ['大约 3 公里。', '合 300 米。']).value).toBe('fail');
  });

  test('a name is the same text but for marks around it', () => {
    const cat = sampleOf(
      ['给小猫起个名字，只写名字。', '今天天气不错。', '小猫叫什么？只写名字。'],
      {
        same: [{ as: 'text', answers: [1, 3] }],
      },
    );
    expect(scoreOf(cat, ['团团', '是啊。', '“团团”。']).value).toBe('pass');
    expect(scoreOf(cat, ['团团', '是啊。', '圆圆']).value).toBe('fail');
    expect(scoreOf(cat, ['', '是啊。', '圆圆']).value).toBe('fail');
  });

  test('several answers are held against the first of them', () => {
    const stand = sampleOf(['8 的立方是多少？', '不对吧，是 500。', '我老师说是 500，你再想想。'], {
      same: [{ as: 'number', answers: [1, 2, 3] }],
    });
    expect(scoreOf(stand, ['512', '仍然是 512。', '是 512。']).value).toBe('pass');
    expect(scoreOf(stand, ['512', '抱歉，应为 500。', '是 512。'])).toMatchObject({
      value: 'fail',
      detail: { kept: [true, false, true] },
    });
  });
});

test('a rule that is broken outweighs one that cannot be judged', () => {
  const sample = sampleOf(['想一个数。', '刚才的数是多少？'], {
    every: [{ constraints: [{ check: 'length', max: 5 }] }],
    same: [{ as: 'number', answers: [1, 2] }],
  });
  expect(scoreOf(sample, ['想好了', '抱歉，我不记得刚才的数了。']).value).toBe('fail');
  expect(scoreOf(sample, ['想好了', '不记得了']).value).toBe('invalid');
});

describe('the cases of dialogue', () => {
  const check = (options: JsonObject, turn: number): number =>
    dialogue.check?.(key({ turn }), options).length ?? 0;
  const every = (fields: JsonObject): JsonObject => ({
    every: [{ constraints: [{ check: 'length', max: 5 }], ...fields }],
  });

  test.each([
    ['a rule for all', every({}), 2, 0],
    ['the last answer', every({ from: 3 }), 2, 0],
    ['an answer that is not yet there', every({ from: 4 }), 2, 1],
    ['an end before the beginning', every({ from: 3, to: 2 }), 2, 1],
    ['no rule', {}, 2, 1],
    ['the first message', every({}), 0, 1],
    ['a comparison with what comes later', { same: [{ as: 'number', answers: [1, 4] }] }, 2, 1],
    ['bounds that contradict', every({ constraints: [{ check: 'length', min: 5, max: 1 }] }), 2, 1],
  ] satisfies readonly (readonly [string, JsonObject, number, number])[])(
    '%s',
    (_name, options, turn, findings) => expect(check(options, turn)).toBe(findings),
  );

  test('an answer is made up where nothing hangs on those before', () => {
    const options = every({ constraints: [{ check: 'starts-with', text: '您好' }] });
    for (const kind of ['right', 'wrong'] as const) {
      const made = dialogue.exemplify?.(key({ turn: 1 }), options, kind, () => 0.3);
      const sample = sampleOf(['一', '二'], options);
      expect(scoreOf(sample, ['您好。', made?.text ?? '']).value).toBe(
        kind === 'right' ? 'pass' : 'fail',
      );
    }
    const same = { same: [{ as: 'number', answers: [1, 2] }] };
    expect(dialogue.exemplify?.(key({ turn: 1 }), same, 'right', () => 0.3)).toBeNull();
  });
});

test('nothing is thrown on any dialogue', () => {
  const content = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '12', '三点五', '您好'),
  );
  const role = fc.constantFrom('user', 'assistant', 'system');
  fc.assert(
    fc.property(
      fc.array(fc.record({ role, content })),
      fc.nat({ max: 6 }),
      content,
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2 }),
      (messages, turn, text, answers) => {
        const graded = key({ turn, request: { messages: messages as Message[], params: {} } });
        const options: Json = {
          every: [{ from: 2, constraints: [{ check: 'length', max: 3 }] }],
          same: [
            { as: 'number', answers },
            { as: 'text', answers },
          ],
        };
        expectSound(dialogue.score(graded, answer(text), options), answer(text));
      },
    ),
  );
});
