import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../document/index.ts';
import { canonicalJson, digestOf } from './canonical.ts';
import type { ChainWriter } from './chain.ts';
import { openChain } from './chain.ts';
import type { Salts } from './hidden.ts';
import { blinded } from './hidden.ts';
import { ITEM_FILES, readSalts, writeItems } from './items.ts';
import { readJsonLines } from './json-lines.ts';
import { folderProblem, isVacant, makeFolder } from './new-folder.ts';
import { joinPlan, splitPlan } from './plan-files.ts';
import type {
  AttemptRecord,
  EvidenceRecord,
  Item,
  JournalRecord,
  Plan,
  RedactedRecord,
  ScoreRecord,
} from './records.ts';
import { asEvidence } from './redact.ts';

/** Files of a run folder, relative, `/`-separated. */
export const RUN_FILES = {
  attempts: 'evidence/samples.000.jsonl',
  scores: 'evidence/scores.000.jsonl',
  journal: 'evidence/journal.000.jsonl',
  environment: 'evidence/env.json',
  reviews: 'evidence/reviews.jsonl',
  results: 'results/results.json',
  bundle: 'bundle.json',
  planSignature: 'attest/plan.dsse.json',
  edition: 'edition.json',
  lock: '.lock',
} as const;

/** A run folder opened for writing: the one writer of its evidence. */
export interface RunWriter {
  readonly folder: string;
  readonly plan: Plan;
  attempt(record: AttemptRecord): void;
  score(record: ScoreRecord): void;
  event(record: JournalRecord): void;
  /** Hands everything to the operating system. */
  flush(): void;
  /** Waits until the disk has everything, and gives the folder free. */
  close(): void;
  /** Bytes of torn lines that were cut off when the folder was opened. */
  readonly healedBytes: number;
}

/** What a run folder is made from. */
export interface NewRun {
  readonly plan: Plan;
  /** In the order of asking. */
  readonly items: Iterable<Item>;
  /** Of the hidden items. */
  readonly salts: Salts;
  /** By SHA-256. */
  readonly media: ReadonlyMap<string, { read(): Uint8Array }>;
  /** The envelope in which the plan was signed, as text. */
  readonly planSignature?: string;
}

/**
 * Makes a run folder: the plan, its items and the media they refer to, and empty evidence.
 *
 * @throws UserError when the folder holds something already, or cannot be written.
 */
export function createRun(
  folder: string,
  { plan, items, salts, media, planSignature }: NewRun,
  environment: object,
): RunWriter {
  if (!isVacant(folder)) throw notEmpty(folder);
  makeFolder(folder, 'plan', (making) => {
    for (const part of ['plan', 'evidence', 'results', 'report', 'attest']) {
      mkdirSync(join(making, part));
    }
    if (salts.size > 0) mkdirSync(join(making, 'private'), { mode: 0o700 });
    writeItems(making, items, salts);
    for (const [sha256, file] of media) writeNew(making, `plan/media/${sha256}`, file.read());
    for (const [path, value] of splitPlan(plan)) writeNew(making, path, canonicalJson(value));
    writeNew(making, RUN_FILES.environment, canonicalJson(environment));
    if (planSignature !== undefined) writeNew(making, RUN_FILES.planSignature, planSignature);
  });
  return openRun(folder);
}

/**
 * Opens a run folder to go on writing. Torn last lines are cut off; a broken chain is refused.
 *
 * @throws UserError when it is no run folder, is being written by another process, or is damaged.
 */
export function openRun(folder: string): RunWriter {
  const plan = readPlan(folder);
  requireWhole(folder);
  const salts = readSalts(folder);
  const unlock = lockRun(folder);
  const chains: ChainWriter[] = [];
  try {
    const open = (path: string): ChainWriter => {
      const chain = openChain(join(folder, path));
      chains.push(chain);
      return chain;
    };
    const attempts = open(RUN_FILES.attempts);
    const scores = open(RUN_FILES.scores);
    const journal = open(RUN_FILES.journal);
    return {
      folder,
      plan,
      attempt: (record) => attempts.append(blinded(record, salts)),
      score: (record) => scores.append(blinded(record, salts)),
      event: (record) => journal.append(record),
      // Attempts first: a score on disk never speaks of an answer that is not.
      flush: () => {
        for (const chain of chains) chain.flush();
      },
      close: () => {
        try {
          chains.forEach((chain) => void chain.close());
        } finally {
          unlock();
        }
      },
      healedBytes: chains.reduce((sum, chain) => sum + chain.healedBytes, 0),
    };
  } catch (error) {
    unlock();
    throw folderProblem(folder, error);
  }
}

/** The plan of a run folder. Throws UserError when the folder is none or the plan is damaged. */
export function readPlan(folder: string): Plan {
  try {
    return joinPlan((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')));
  } catch (error) {
    throw UserError.of(
      'not-a-run',
      `${folder} 不是运行文件夹，或其计划已损坏（${(error as Error).message}）。`,
      `${folder} is not a run folder, or its plan is damaged (${(error as Error).message}).`,
    );
  }
}

export function planDigest(plan: Plan): string {
  return digestOf(plan);
}

/**
 * The records of one evidence file in their order; a torn last line is left out. A line of a public
 * edition that stands in for another comes as a record that counts as that one did.
 */
export function* readRecords<R extends EvidenceRecord>(folder: string, path: string): Generator<R> {
  const file = join(folder, path);
  if (!existsSync(file)) return;
  for (const { value } of readJsonLines<R | RedactedRecord>(file)) {
    yield asEvidence(value) as R;
  }
}

/** All evidence of a run folder: attempts, then scores. */
export function* readEvidence(folder: string): Generator<EvidenceRecord> {
  yield* readRecords(folder, RUN_FILES.attempts);
  yield* readRecords(folder, RUN_FILES.scores);
}

/** Puts new scores in the place of the old ones: they are derived, the answers are not touched. */
export function replaceScores(folder: string, records: Iterable<ScoreRecord>): void {
  requireWhole(folder);
  const salts = readSalts(folder);
  const unlock = lockRun(folder);
  try {
    const path = join(folder, RUN_FILES.scores);
    const next = `${path}.next`;
    rmSync(next, { force: true });
    const chain = openChain(next);
    for (const record of records) {
      chain.append(blinded(record, salts));
      chain.flush();
    }
    chain.close();
    renameSync(next, path);
  } finally {
    unlock();
  }
}

/** Writes a derived file (results, report) whole; readers see the old one or the new one. */
export function writeDerived(folder: string, path: string, content: string | Uint8Array): void {
  const target = join(folder, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const next = `${target}.next`;
    writeFileSync(next, content);
    renameSync(next, target);
  } catch (error) {
    throw folderProblem(target, error);
  }
}

/**
 * Refuses to write to a run whose hidden items are not there: it could neither ask nor score them.
 *
 * @throws UserError for a public edition
 */
export function requireWhole(folder: string): void {
  const has = (path: string): boolean => existsSync(join(folder, path));
  if (!has(RUN_FILES.edition) && (!has(ITEM_FILES.hidden) || has(ITEM_FILES.reveal))) return;
  throw UserError.of(
    'public-edition',
    `${folder} 是公开版：其中没有保密题，只能阅读和复核，不能继续运行或重新评分。`,
    `${folder} is a public edition: without its hidden items it can be read and verified, but not gone on with or scored again.`,
    {
      hint: {
        zh: '请使用审核方保存的完整运行文件夹。',
        en: 'Use the complete run folder, which the auditor has.',
      },
    },
  );
}

function writeNew(folder: string, path: string, content: string | Uint8Array): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content, { flag: 'wx' });
}

function notEmpty(folder: string): UserError {
  return UserError.of(
    'folder-not-empty',
    `文件夹 ${folder} 不是空的。`,
    `The folder ${folder} is not empty.`,
    {
      hint: {
        zh: '换一个 --out；若要继续这次运行，加 --resume。',
        en: 'Choose another --out, or add --resume to go on with the run in it.',
      },
    },
  );
}

/**
 * Takes the folder for this process. A lock whose process is gone was left by a crash and is taken
 * over; the process id is all that is compared, so a lock must not be shared between machines.
 *
 * @returns gives the folder free
 * @throws UserError when another process writes to it
 */
export function lockRun(folder: string): () => void {
  const path = join(folder, RUN_FILES.lock);
  const take = (): boolean => {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw folderProblem(folder, error);
    }
  };
  if (!take()) {
    const holder = Number(readFileSync(path, 'utf8'));
    if (isAlive(holder)) {
      throw UserError.of(
        'folder-locked',
        `进程 ${holder} 正在写入 ${folder}。`,
        `The process ${holder} is writing to ${folder}.`,
        {
          hint: {
            zh: `请等它结束，或换一个 --out。若确定没有运行在进行，删除 ${path}。`,
            en: `Wait until it ends, or choose another --out. When no run is going on, remove ${path}.`,
          },
        },
      );
    }
    rmSync(path, { force: true });
    if (!take()) throw notEmpty(folder);
  }
  return () => rmSync(path, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Size of a file in bytes; 0 when there is none. */
export function sizeOf(folder: string, path: string): number {
  const file = join(folder, path);
  return existsSync(file) ? statSync(file).size : 0;
}
