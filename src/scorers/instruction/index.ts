import type { SchemaObject } from 'ajv';
import type { JsonObject, LocalText, ModelRequest } from '../../model/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { CHARACTER_CHECKERS } from './characters.ts';
import { type Checker, COUNT, type Constraint, type Measurement } from './checker.ts';
import { exemplifyInstruction } from './exemplars.ts';
import { constraintFindings } from './findings.ts';
import { LENGTH_CHECKERS } from './lengths.ts';
import { MARKDOWN_CHECKERS } from './markdown.ts';
import { WORD_CHECKERS } from './words.ts';

export interface InstructionOptions {
  readonly constraints: readonly Constraint[];
  /** `loose` forgives a polite first or last line and emphasis. Default `strict`. */
  readonly mode?: 'strict' | 'loose';
}

/** All kinds of constraints by name. A new one is an entry in its family. */
export const CHECKERS: ReadonlyMap<string, Checker> = new Map(
  [...LENGTH_CHECKERS, ...WORD_CHECKERS, ...CHARACTER_CHECKERS, ...MARKDOWN_CHECKERS].map(
    (checker) => [checker.check, checker],
  ),
);

/**
 * Instructions that a program can check (after IFEval, Zhou et al. 2023, arXiv:2311.07911, with
 * rules for Chinese). Passes when every constraint holds. The detail holds every constraint with
 * its measured value, and both the strict and the loose result.
 */
export const instruction = defineScorer<InstructionOptions>({
  id: 'instruction',
  version: '1.0.0',
  title: { zh: '指令遵循', en: 'Instruction following' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['constraints'],
    properties: {
      constraints: { type: 'array', minItems: 1, items: constraintSchema() },
      mode: { enum: ['strict', 'loose'] },
    },
  },
  check: (_key, { constraints }) => constraintFindings(constraints, CHECKERS),
  score: (key, response, options) => scoreText(response.text, options, key.request),
  exemplify: (key, options, kind, random) =>
    exemplifyInstruction(
      options.constraints,
      kind,
      (text) => scoreText(text, options, key.request).value === 'pass',
      random,
    ),
});

function constraintSchema(): SchemaObject {
  const bounds = { min: COUNT, max: COUNT, exactly: COUNT };
  return {
    type: 'object',
    required: ['check'],
    properties: { check: { enum: [...CHECKERS.keys()] } },
    allOf: [...CHECKERS.values()].map(({ check, keys, required, bounded }) => ({
      if: { type: 'object', properties: { check: { const: check } }, required: ['check'] },
      // oxlint-disable-next-line unicorn/no-thenable
      /* biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema */ then: {
        type: 'object',
        additionalProperties: false,
        required: [...required],
        properties: { check: {}, ...keys, ...(bounded ? bounds : {}) },
      },
    })),
  };
}

interface Held extends Measurement {
  readonly constraint: Constraint;
  readonly checker: Checker;
  readonly loose: boolean;
}

/** Invisible characters, which neither hide nor part a word. Emoji keep what joins them. */
const INVISIBLE =
  /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

function scoreText(written: string, options: InstructionOptions, request: ModelRequest): Score {
  const { mode = 'strict' } = options;
  const text = written.replace(INVISIBLE, '');
  const variants = looseVariants(text);
  const results = options.constraints.flatMap((constraint): Held[] => {
    const checker = CHECKERS.get(constraint.check);
    if (checker === undefined) return [];
    const holds = (t: string): Measurement => checker.measure(t, constraint, request);
    const strict = holds(text);
    const loose = strict.held || variants.some((variant) => holds(variant).held);
    return [{ ...strict, constraint, checker, loose }];
  });
  const broken = results.filter(({ held, loose }) => !(mode === 'loose' ? loose : held));
  const complete = results.length === options.constraints.length;
  const pass = complete && broken.length === 0;
  return {
    value: pass ? 'pass' : 'fail',
    status: 'ok',
    parsed: `${results.length - broken.length}/${options.constraints.length}`,
    rule: mode,
    span: null,
    reason: pass ? null : reasonOf(broken),
    detail: detailOf(results),
  };
}

function reasonOf(broken: readonly Held[]): LocalText {
  const faults = broken.map(({ checker, constraint, measured }) =>
    checker.fault(constraint, measured),
  );
  return {
    zh: `${faults.map(({ zh }) => zh).join('；')}。`,
    en: `${faults.map(({ en }) => en).join('; ')}.`,
  };
}

function detailOf(results: readonly Held[]): JsonObject {
  return {
    strict: results.every(({ held }) => held),
    loose: results.every(({ loose }) => loose),
    constraints: results.map(({ constraint, held, loose, measured }) => ({
      check: constraint.check,
      held,
      loose,
      measured,
    })),
  };
}

/** The text without its first line, last line or both, each also without asterisks. */
function looseVariants(text: string): string[] {
  const lines = text.trim().split(/\r?\n/);
  const cuts = [lines, lines.slice(1), lines.slice(0, -1), lines.slice(1, -1)];
  const texts = cuts.map((cut) => cut.join('\n').trim()).filter((cut) => cut !== '');
  return [...new Set([...texts, ...texts.map((cut) => cut.replaceAll('*', ''))])].filter(
    (variant) => variant !== text && variant.trim() !== '',
  );
}
