import { arithmetic } from './arithmetic.ts';
import type { Generator } from './contract.ts';
import { dateSpan } from './date-span.ts';
import { genreFormat } from './genre-format.ts';
import { instructionMix } from './instruction-mix.ts';
import { ordering } from './ordering.ts';
import { perturbedArithmetic } from './perturbed-arithmetic.ts';
import { plantedFact } from './planted-fact.ts';
import { pressedArithmetic } from './pressed-arithmetic.ts';
import { structuredOutput } from './structured-output.ts';
import { systemRule } from './system-rule.ts';
import { tableLookup } from './table-lookup.ts';
import { toolScene } from './tool-scene.ts';
import { unanswerable } from './unanswerable.ts';
import { wordProblem } from './word-problem.ts';

export type { GeneratedCase, Generator } from './contract.ts';

/** Every generator that a suite can name in `generate: {use: …}`. */
export const GENERATORS: ReadonlyMap<string, Generator> = new Map(
  [
    arithmetic,
    wordProblem,
    ordering,
    dateSpan,
    unanswerable,
    structuredOutput,
    instructionMix,
    genreFormat,
    plantedFact,
    toolScene,
    systemRule,
    tableLookup,
    perturbedArithmetic,
    pressedArithmetic,
  ].map((generator) => [generator.id, generator]),
);
