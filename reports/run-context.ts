import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AttemptRecord, Item, JournalRecord, ScoreRecord } from '../src/evidence/index.ts';
import {
  digestsOf,
  ITEM_FILES,
  planDigest,
  RUN_FILES,
  readBundle,
  readItems,
  readPlan,
  readRecords,
  sha256,
} from '../src/evidence/index.ts';
import type { Language } from '../src/model/index.ts';
import type { CaseView, Manifest, ReportContext, RunInfo } from './contract.ts';

/** What reports may ask of a run folder; the folder is read when they ask, not before. */
export function reportContext(folder: string, language: Language): ReportContext {
  const views = new Map<number, Map<string, CaseView[]>>();
  return {
    language,
    run: runInfo(folder),
    async *cases(indicator, limit) {
      let ofLimit = views.get(limit);
      if (ofLimit === undefined) {
        ofLimit = collectCases(folder, limit);
        views.set(limit, ofLimit);
      }
      yield* ofLimit.get(indicator) ?? [];
    },
  };
}

function runInfo(folder: string): RunInfo {
  const plan = readPlan(folder);
  const events = [...readRecords<JournalRecord>(folder, RUN_FILES.journal)];
  let attempts = 0;
  let input = 0;
  let output = 0;
  let measured = false;
  const hidden = hiddenSamples(folder);
  for (const { sample, response } of readRecords<AttemptRecord>(folder, RUN_FILES.attempts)) {
    attempts++;
    if (hidden.has(sample)) continue;
    measured ||= response.usage !== undefined;
    input += response.usage?.inputTokens ?? 0;
    output += response.usage?.outputTokens ?? 0;
  }
  const startedAt = events.find((e) => e.event === 'started')?.at ?? '';
  const finishedAt = events.findLast((e) => e.event === 'finished')?.at ?? null;
  return {
    id: runId(planDigest(plan), startedAt),
    startedAt,
    finishedAt,
    harness: plan.harness,
    seed: plan.seed,
    sampling: plan.sampling,
    repeats: plan.repeats,
    attempts,
    durationMs: finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt),
    tokens: measured ? { input, output } : null,
    hiddenSamples: hidden.size,
    suites: plan.suites.map(({ suite, file, sha256: digest }) => ({ suite, file, sha256: digest })),
    manifest: readManifest(folder),
  };
}

function hiddenSamples(folder: string): ReadonlySet<string> {
  const ids = new Set<string>();
  if (!existsSync(join(folder, ITEM_FILES.hidden))) return ids;
  for (const { id, pool } of readItems(folder)) if (pool === 'hidden') ids.add(id);
  return ids;
}

function readManifest(folder: string): Manifest | null {
  if (!existsSync(join(folder, RUN_FILES.bundle))) return null;
  const { text, bundle } = readBundle(folder);
  return {
    digest: digestsOf(text),
    files: new Map(bundle.files.map(({ path, digest }) => [path, digest.sha256])),
  };
}

/**
 * A name for a run that is the same wherever its folder lies: when it began, and a digest of that
 * and of its plan.
 */
function runId(plan: string, startedAt: string): string {
  const stamp = startedAt.replaceAll(/[-:]|\.\d+/g, '');
  return `${stamp}-${sha256(`${plan} ${startedAt}`).slice(0, 8)}`;
}

/** Order in which cases are shown: what failed, what could not be judged, what passed. */
const SHOWN = { fail: 0, invalid: 1, pass: 2 } as const;

/**
 * The first `limit` cases of every indicator in the order of showing. Three passes over the
 * folder; at no time are more records held than will be shown.
 */
function collectCases(folder: string, limit: number): Map<string, CaseView[]> {
  const worst = new Map<string, keyof typeof SHOWN>();
  for (const { sample, value } of readRecords<ScoreRecord>(folder, RUN_FILES.scores)) {
    const known = worst.get(sample);
    if (known === undefined || SHOWN[value] < SHOWN[known]) worst.set(sample, value);
  }
  const chosen = new Map<string, Record<keyof typeof SHOWN, Item[]>>();
  for (const item of readItems(folder)) {
    const value = worst.get(item.id) ?? 'invalid';
    const lists = chosen.get(item.indicator) ?? { fail: [], invalid: [], pass: [] };
    chosen.set(item.indicator, lists);
    if (lists[value].length < limit) lists[value].push(item);
  }
  const views = new Map<
    string,
    { sample: Item; attempts: AttemptRecord[]; scores: ScoreRecord[] }
  >();
  const shown = new Map<string, CaseView[]>();
  for (const [indicator, { fail, invalid, pass }] of chosen) {
    const own = [...fail, ...invalid, ...pass].slice(0, limit).map((sample) => {
      const view = { sample, attempts: [], scores: [] };
      views.set(sample.id, view);
      return view;
    });
    shown.set(indicator, own);
  }
  for (const record of readRecords<AttemptRecord>(folder, RUN_FILES.attempts)) {
    views.get(record.sample)?.attempts.push(record);
  }
  for (const record of readRecords<ScoreRecord>(folder, RUN_FILES.scores)) {
    views.get(record.sample)?.scores.push(record);
  }
  return shown;
}
