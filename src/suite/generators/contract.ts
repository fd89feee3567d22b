import type { SchemaObject } from 'ajv';
import type { Choice, Json, LocalText, Message, ToolDefinition } from '../../model/index.ts';
import type { Random } from '../random.ts';

/** A case made by a generator: the fields of a written case, without id and suite defaults. */
export interface GeneratedCase {
  readonly prompt?: string;
  readonly messages?: readonly Message[];
  /** User turns after `prompt`, as in a written case. */
  readonly turns?: readonly {
    readonly content: string;
    readonly target?: Json;
    readonly scorer?: { readonly use: string; readonly [option: string]: Json };
  }[];
  readonly target?: Json;
  readonly choices?: readonly Choice[];
  readonly tools?: readonly ToolDefinition[];
  /** Replaces the suite's default scorer. */
  readonly scorer?: { readonly use: string; readonly [option: string]: Json };
  /** Cases of one cluster are not independent: one scene, one table, one passage. */
  readonly cluster?: string;
  /** An answer that must pass, where the scorer cannot make one up. */
  readonly reference?: string;
  /** Answers that must fail. */
  readonly wrong?: readonly string[];
  /** 1 (easy) to 5 (hard). */
  readonly difficulty?: 1 | 2 | 3 | 4 | 5;
}

/**
 * Makes cases whose answers are computed, not written. Pure: the same options and the same random
 * stream give the same case on every machine. Raise the major version when that changes.
 */
export interface Generator<Options = Record<string, Json>> {
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  /** JSON Schema (2020-12) of the options, closed. */
  readonly options: SchemaObject;
  generate(options: Options, random: Random): GeneratedCase;
}

export function defineGenerator<Options extends object>(generator: Generator<Options>): Generator {
  return generator as unknown as Generator;
}
