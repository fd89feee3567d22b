import type { Results } from '../src/derive/index.ts';
import type { DigestSet, ScoreRecord } from '../src/evidence/index.ts';
import type { Language, LocalText, ModelResponse, Sample } from '../src/model/index.ts';

/** When and where a run happened: what the results leave out so that they stay reproducible. */
export interface RunInfo {
  /** The same wherever the run folder lies. */
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  /** Null while the run is not finished. */
  readonly finishedAt: string | null;
  readonly harness: { readonly name: string; readonly version: string };
  readonly seed: string;
  readonly sampling: string;
  readonly repeats: number;
  readonly attempts: number;
  readonly durationMs: number | null;
  /**
   * Of the calls for public items, as far as they were counted: those for hidden ones are told to
   * nobody, and the public edition of a run has the same report.
   */
  readonly tokens: { readonly input: number; readonly output: number } | null;
  /** Samples of the hidden pool. */
  readonly hiddenSamples: number;
  /** The suites of the plan. */
  readonly suites: readonly SuiteFile[];
  /** Null while the run has come to no conclusion. */
  readonly manifest: Manifest | null;
}

/** A suite as the plan names it. */
export interface SuiteFile {
  readonly suite: string;
  /** Name of the file, without a folder. */
  readonly file: string;
  readonly sha256: string;
}

/** What the manifest `bundle.json` says of the run folder, as far as reports refer to it. */
export interface Manifest {
  /** Of the manifest itself. */
  readonly digest: DigestSet;
  /** SHA-256 of each file by its path, relative to the run folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** One case as a reader sees it: what was asked, what came back, what was said of it. */
export interface CaseView {
  readonly sample: Sample;
  /** Every attempt in the order it was made. */
  readonly attempts: readonly {
    readonly turn: number;
    readonly attempt: number;
    readonly startedAt: string;
    readonly response: ModelResponse;
  }[];
  readonly scores: readonly ScoreRecord[];
}

export interface ReportContext {
  readonly run: RunInfo;
  readonly language: Language;
  /**
   * Cases of an indicator, failing and invalid ones first, at most `limit`. Streams from the run
   * folder: nothing is held for a report that does not ask.
   */
  cases(indicator: string, limit: number): AsyncIterable<CaseView>;
}

/** A file a report consists of; `path` is relative to the report folder, `/`-separated. */
export interface OutputFile {
  readonly path: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

export interface Report {
  readonly id: string;
  readonly title: LocalText;
  /** Matches the paths of the files it consists of, in every language, and no others. */
  readonly produces: RegExp;
  render(results: Results, context: ReportContext): AsyncIterable<OutputFile>;
}
