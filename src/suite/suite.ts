import type { RepeatPlan } from '../evidence/index.ts';
import type { Expectation, Json, LocalText, Message, ModelParams } from '../model/index.ts';
import type { Level, RuleKind } from '../standard/index.ts';
import type { KnownCase } from './known-case.ts';

/** What a suite for `indicator: custom` requires. */
export interface Requirement {
  readonly level: Level;
  /** Share of passing cases, decimal string. */
  readonly threshold: string;
  readonly rule: RuleKind;
  readonly minN: number;
  readonly text?: LocalText;
}

/** A media file that cases of a suite send. */
export interface SuiteMedia {
  readonly sha256: string;
  readonly mediaType: string;
  readonly read: () => Uint8Array;
}

/** A suite as loaded: every case resolved for its first repeat. */
export interface Suite {
  readonly suite: string;
  readonly version: string;
  /** An id of the catalogue, or `custom`. */
  readonly indicator: string;
  readonly title: LocalText;
  readonly licence: string;
  readonly source: string;
  /** Path as the user gave it. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
  /** The cases show how it is tested and never add up to conforming. */
  readonly demonstration: boolean;
  readonly requirement?: Requirement;
  /** How often each case is asked; absent: as the run says. */
  readonly repeat?: RepeatPlan;
  readonly cases: readonly KnownCase[];
  /** By SHA-256. */
  readonly media: ReadonlyMap<string, SuiteMedia>;
}

/** The scorer as it stands in a file: `none`, or an id beside its options. */
export type ScorerSpec = 'none' | { readonly use: string; readonly [option: string]: Json };

/** A message as it stands in a file. */
export interface MessageSpec {
  readonly role: Message['role'];
  readonly content:
    | string
    | readonly { text?: string; image?: string; audio?: string; video?: string }[];
  readonly toolCallId?: string;
  readonly toolCalls?: readonly { id: string; name: string; arguments: string }[];
}

/** The fields that a case and the suite's defaults share. */
export interface CaseDefaults {
  readonly params?: ModelParams;
  readonly scorer?: ScorerSpec;
  readonly frame?: string;
  readonly system?: string;
  readonly expect?: Expectation;
  readonly stream?: boolean;
  readonly pool?: 'public' | 'hidden';
  readonly choices?: Readonly<Record<string, string>> | readonly string[];
  readonly tools?: readonly {
    name: string;
    description?: string;
    parameters: Record<string, Json>;
  }[];
  readonly toolChoice?: 'auto' | 'none' | 'required';
  readonly responseFormat?: 'json' | { name: string; schema: Record<string, Json> };
  /** Other orders in which the options of a `choice` case are shown. Default `none`. */
  readonly permute?: 'none' | 'circular' | 'shuffle';
}

/** A case as it stands in a file, is read from a table, or comes from a generator. */
export interface CaseSpec extends Omit<CaseDefaults, 'frame'> {
  readonly id: string;
  readonly prompt?: string;
  readonly messages?: readonly MessageSpec[];
  readonly turns?: readonly {
    readonly content: string;
    readonly target?: Json;
    readonly scorer?: ScorerSpec;
  }[];
  readonly vars?: Readonly<Record<string, Json>>;
  readonly target?: Json;
  readonly cluster?: string;
  readonly difficulty?: number;
  readonly reference?: string;
  readonly wrong?: readonly string[];
  readonly note?: string;
}
