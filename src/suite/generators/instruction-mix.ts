import type { Random } from '../random.ts';
import type { GeneratedCase } from './contract.ts';
import { defineGenerator } from './contract.ts';
import { AUDIENCES } from './material/writing-topics.ts';
import type { Draft } from './writing/draft.ts';
import { json, list, notice, table, verse } from './writing/forms.ts';
import { article, dressedProse, english, prose } from './writing/prose.ts';
import type { Requirement } from './writing/requirements.ts';

const SHAPES = {
  prose,
  'dressed-prose': dressedProse,
  list,
  notice,
  verse,
  table,
  json,
  english,
} satisfies Record<string, (random: Random) => Draft>;
type Shape = keyof typeof SHAPES;

const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];
/** How often each is drawn when the suite names no shapes: prose most of all. */
const MIX: readonly Shape[] = [
  ...([
    'prose',
    'prose',
    'prose',
    'prose',
    'dressed-prose',
    'dressed-prose',
    'dressed-prose',
  ] as const),
  ...(['list', 'list', 'list', 'notice', 'notice', 'english', 'english'] as const),
  ...(['verse', 'table', 'json'] as const),
];

interface InstructionMixOptions {
  readonly shapes?: readonly Shape[];
  /** Requirements per case. */
  readonly constraints?: number;
  /** Only a target length, ±10 %: Han characters, drawn in steps of 50. */
  readonly length?: { readonly min: number; readonly max: number };
}

/**
 * Everyday writing tasks with requirements that a program can check. The text is made first and
 * the requirements are read off it, so that they never contradict each other and the text is a
 * reference answer; each wrong answer breaks one of them.
 */
export const instructionMix = defineGenerator<InstructionMixOptions>({
  id: 'instruction-mix',
  version: '1.0.0',
  title: { zh: '可验证约束的写作任务', en: 'Writing tasks with verifiable constraints' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      shapes: { type: 'array', items: { enum: SHAPE_NAMES }, minItems: 1, uniqueItems: true },
      constraints: {
        type: 'integer',
        minimum: 1,
        maximum: 5,
        description: 'requirements per case (2 to 4)',
      },
      length: {
        type: 'object',
        additionalProperties: false,
        required: ['min', 'max'],
        properties: {
          min: { type: 'integer', minimum: 200, maximum: 4000 },
          max: { type: 'integer', minimum: 200, maximum: 4000 },
        },
        description: 'only a target length in Han characters, drawn from this range',
      },
    },
  },
  generate: (options, random) => {
    if (options.length !== undefined) {
      const { min, max } = options.length;
      const target =
        random.int(Math.ceil(min / 50), Math.max(Math.ceil(min / 50), Math.floor(max / 50))) * 50;
      return pose(article(target, random), 1, random);
    }
    const shape = random.pick(options.shapes ?? MIX);
    return pose(SHAPES[shape](random), options.constraints ?? random.int(2, 4), random);
  },
});

function pose(draft: Draft, count: number, random: Random): GeneratedCase {
  const extra = Math.max(0, count - draft.musts.length);
  const mays = random.sample(draft.mays, Math.min(extra, draft.mays.length));
  const chosen = [...draft.musts, ...mays];
  return {
    prompt: ask(draft, chosen, random),
    scorer: { use: 'instruction', constraints: chosen.map((r) => r.constraint) },
    reference: draft.text,
    wrong: random.sample(chosen, Math.min(3, chosen.length)).map((r) => r.broken),
    difficulty: Math.min(5, chosen.length + 1) as 2 | 3 | 4 | 5,
  };
}

function ask(draft: Draft, requirements: readonly Requirement[], random: Random): string {
  const { task } = draft;
  const whom = draft.anyReader && random.chance(0.6) ? `，写给${random.pick(AUDIENCES)}看` : '';
  const says = random.shuffle(requirements).map((r) => r.say);
  const listed = says.map((say, i) => `${i + 1}. ${say}。`).join('\n');
  const close = random.pick([
    '只输出要写的内容，不作说明。',
    '直接给出成品，不要附加解释。',
    '不要写多余的话。',
  ]);
  return random.pick([
    `请${task}${whom}。\n要求：\n${listed}\n${close}`,
    `${task}${whom}。要求：${says.join('；')}。${close}`,
    `写作任务：${task}${whom}。\n必须同时满足：\n${listed}\n${close}`,
    `请${task}${whom}，注意以下几点：${says.join('；')}。${close}`,
  ]);
}
