import type { Random } from '../random.ts';
import { defineGenerator } from './contract.ts';
import type { Draft } from './writing/draft.ts';
import { json, list, notice, table, verse } from './writing/forms.ts';
import { poseDraft } from './writing/pose.ts';
import { article, dressedProse, english, prose } from './writing/prose.ts';

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
      return poseDraft(article(target, random), 1, random);
    }
    const shape = random.pick(options.shapes ?? MIX);
    return poseDraft(SHAPES[shape](random), options.constraints ?? random.int(2, 4), random);
  },
});
