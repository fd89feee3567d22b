import type { Random } from '../random.ts';
import type { GeneratedCase } from './contract.ts';
import { defineGenerator } from './contract.ts';
import type { FactKind } from './material/facts.ts';
import { DISTRACTORS, FACT_KINDS, SPEAKERS } from './material/facts.ts';

interface PlantedFactOptions {
  readonly facts?: number;
  /** User messages in all, the first one included. */
  readonly turns?: number;
  readonly probes?: number;
  readonly updates?: number;
}

interface Fact {
  readonly kind: FactKind;
  readonly value: string;
  readonly say: string;
}

type Turn = NonNullable<GeneratedCase['turns']>[number];

const OPENINGS = [
  '你好，我是{}。接下来我会陆续告诉你一些情况，请记住，后面要用。听明白了就简单答一声。',
  '我叫{}，想请你当我的助理。聊天中提到的信息请留意，之后我会问起。每次简短回复即可。',
  '您好，这里是{}。今天的事情比较杂，有几条信息请帮我记着，稍后我会核对。回复尽量简短。',
];

/**
 * A long dialogue: facts are mentioned early and sometimes corrected, small talk follows, and the
 * last turns ask for the facts as they stand. Only these last turns are scored.
 */
export const plantedFact = defineGenerator<PlantedFactOptions>({
  id: 'planted-fact',
  version: '1.0.0',
  title: { zh: '多轮对话中的事实保持', en: 'Facts kept over a long dialogue' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      facts: { type: 'integer', minimum: 1, maximum: 8, description: 'facts mentioned (3 to 5)' },
      turns: {
        type: 'integer',
        minimum: 4,
        maximum: 40,
        description: 'user messages in all (10 to 14); more when the facts need more',
      },
      probes: { type: 'integer', minimum: 1, maximum: 8, description: 'facts asked for (2 to 3)' },
      updates: { type: 'integer', minimum: 0, maximum: 4, description: 'facts corrected (0 to 2)' },
    },
  },
  generate: (options, random) => {
    const kinds = random.sample(FACT_KINDS, options.facts ?? random.int(3, 5));
    const told = kinds.map((kind) => tell(kind, null, random));
    const changed = random
      .sample(kinds, Math.min(kinds.length, options.updates ?? random.int(0, 2)))
      .map((kind) => tell(kind, told.find((f) => f.kind === kind)?.value ?? null, random));
    const now = told.map((fact) => changed.find((c) => c.kind === fact.kind) ?? fact);
    const asked = probed(now, changed, options.probes ?? random.int(2, 3), random);
    const length = options.turns ?? random.int(10, 14);
    const fillers = length - 1 - Math.max(0, told.length - 2) - changed.length - asked.length;
    // Two facts at once to begin with, so that the first message differs from case to case.
    const opening = told.slice(0, 2).map((fact) => fact.say);
    const rest = told.slice(2);
    const middle = weave([...rest, ...changed], Math.max(2, fillers), random);
    return {
      prompt: `${random.pick(OPENINGS).replace('{}', random.pick(SPEAKERS))}\n${opening.join('')}`,
      turns: [...middle, ...asked.map(probe)],
      difficulty: changed.length > 0 ? 4 : 3,
    };
  },
});

/** A fact; `old` is the value that it corrects. */
function tell(kind: FactKind, old: string | null, random: Random): Fact {
  let value = kind.draw(random);
  while (value === old) value = kind.draw(random);
  const pattern = old === null ? random.pick(kind.says) : kind.change;
  return { kind, value, say: pattern.replace('{}', value) };
}

/** Corrected facts are asked for first of all: they tell memory from the first mention. */
function probed(
  now: readonly Fact[],
  changed: readonly Fact[],
  count: number,
  random: Random,
): Fact[] {
  const others = random.shuffle(now.filter((fact) => !changed.includes(fact)));
  return random.shuffle([...changed, ...others].slice(0, count));
}

/**
 * Facts in their order among small talk; at least two messages of small talk stand between the last
 * fact and the questions.
 */
function weave(facts: readonly Fact[], fillers: number, random: Random): Turn[] {
  const talk = small(fillers, random);
  const tail = talk.slice(0, 2);
  const between = talk.slice(2);
  const slots = random.shuffle<'fact' | 'talk'>([
    ...facts.map(() => 'fact' as const),
    ...between.map(() => 'talk' as const),
  ]);
  const [nextFact, nextTalk] = [facts.values(), between.values()];
  const woven = slots.map((slot) =>
    slot === 'fact' ? (nextFact.next().value as Fact).say : (nextTalk.next().value as string),
  );
  return [...woven, ...tail].map((content) => ({ content }));
}

function small(count: number, random: Random): string[] {
  const talk = new Set<string>();
  while (talk.size < count) talk.add(random.pick(DISTRACTORS)(random));
  return [...talk];
}

function probe({ kind, value }: Fact): Turn {
  return kind.answer === 'number'
    ? { content: kind.ask, target: value, scorer: { use: 'number' } }
    : { content: kind.ask, target: value, scorer: { use: 'exact' } };
}
