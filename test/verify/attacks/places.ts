import { ITEM_FILES, RUN_FILES } from '../../../src/evidence/index.ts';
import type { Anything, Forgery } from '../forgery.ts';

export const ATTEMPTS = RUN_FILES.attempts;
export const SCORES = RUN_FILES.scores;
export const JOURNAL = RUN_FILES.journal;
export const RESULTS = RUN_FILES.results;
export const ENVIRONMENT = RUN_FILES.environment;
export const PUBLIC_ITEMS = ITEM_FILES.public;
export const HIDDEN_ITEMS = ITEM_FILES.hidden;
export const REVEAL = ITEM_FILES.reveal;

/** A sample that was answered wrong at the first attempt: 68 instead of 70. */
export const FAILING = 's-4';

/** A sample whose first call failed, and whose second was answered right. */
export const RETRIED = 'm-2';

/** A dialogue of three turns, the last two of which are scored. */
export const DIALOGUE = 'm-talk';

/** A sample of the hidden pool that was answered wrong. */
export const HIDDEN = 'h-2';

export const of =
  (sample: string) =>
  (line: Anything): boolean =>
    line.sample === sample;

/** Lets a wrong answer be a right one, in the answer itself and in its score. */
export function passed(score: Anything): void {
  Object.assign(score, { value: 'pass', status: 'ok', reason: null });
}

/** Inserts lines behind the last one that a test picks out. */
export function insertAfter(
  forgery: Forgery,
  file: string,
  which: (line: Anything) => boolean,
  added: (line: Anything) => readonly Anything[],
): void {
  const lines = forgery.lines(file);
  const at = lines.findLastIndex(which);
  lines.splice(at + 1, 0, ...added(structuredClone(lines[at])));
  forgery.setLines(file, lines);
}

/** Takes lines away; returns how many. */
export function drop(forgery: Forgery, file: string, which: (line: Anything) => boolean): number {
  const lines = forgery.lines(file);
  const kept = lines.filter((line) => !which(line));
  forgery.setLines(file, kept);
  return lines.length - kept.length;
}

/** The first `count` samples with a score that is not a pass, in the order of asking. */
export function failingSamples(forgery: Forgery, count: number): ReadonlySet<string> {
  const failing = forgery.lines(SCORES).filter(({ value }) => value === 'fail');
  const samples = new Set(failing.map(({ sample }) => sample as string).slice(0, count));
  if (samples.size < count) throw new Error(`Only ${samples.size} samples fail.`);
  return samples;
}
