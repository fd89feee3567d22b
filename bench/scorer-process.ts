// Measures one scorer: `node bench/scorer-process.ts <scorer>`; prints ScorerFigures as JSON.
import { SCORERS, scoreResponse } from '../src/scorers/index.ts';
import { type Scoring, scoringsOf } from './answers.ts';
import { median, rounded } from './median.ts';

/** A type, not an interface, so that it is JSON to the compiler. */
export type ScorerFigures = {
  /** Scorings per second of wall time; median of the windows. */
  readonly perSecond: number;
  /** Scorings per second of processor time: what the machine's other work does not slow down. */
  readonly perCpuSecond: number;
  /** Different answers in the set. */
  readonly answers: number;
  /** What the scorer says of the set: that it has something to do. */
  readonly values: { readonly pass: number; readonly fail: number; readonly invalid: number };
  /** Milliseconds for one answer of 1 MB (1,000,000 bytes of UTF-8); median. */
  readonly megabyteMs: number;
  /** How often that was done. */
  readonly megabyteRuns: number;
};

const ANSWERS = 240;
const LENGTH = 300;
const WINDOWS = 5;
const WINDOW_MS = 500;

/** A Han character takes three bytes of UTF-8. */
const MEGABYTE_LENGTH = Math.floor(1_000_000 / 3);

/** No further run of the 1 MB answer begins after so many milliseconds. */
const MEGABYTE_BUDGET_MS = 5000;

const id = process.argv[2] ?? '';
const scorer = SCORERS.get(id);
if (scorer === undefined) throw new Error(`There is no scorer "${id}".`);
await scorer.prepare?.();

const score = ({ key, response, options }: Scoring): 'pass' | 'fail' | 'invalid' =>
  scoreResponse(scorer, key, response, options).value;

interface Window {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

/** Scores round and round until the time is up. */
function scoreFor(milliseconds: number, scorings: readonly Scoring[]): Window {
  const cpu = process.cpuUsage();
  const began = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    // The clock is read after every few scorings, so that reading it is not what is measured.
    for (let i = 0; i < 8; i++, done++) score(scorings[done % scorings.length] as Scoring);
    elapsed = performance.now() - began;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (done * 1e3) / elapsed, perCpuSecond: (done * 1e6) / (user + system) };
}

function timesOfMegabyte(): readonly number[] {
  const [long] = scoringsOf(id, 1, MEGABYTE_LENGTH);
  if (long === undefined) throw new Error(`${id} has no answer to lengthen.`);
  const times: number[] = [];
  const began = performance.now();
  while (times.length < WINDOWS && performance.now() - began < MEGABYTE_BUDGET_MS) {
    const start = performance.now();
    score(long);
    times.push(performance.now() - start);
  }
  return times;
}

const scorings = scoringsOf(id, ANSWERS, LENGTH);
const values = { pass: 0, fail: 0, invalid: 0 };
for (const scoring of scorings) values[score(scoring)] += 1;
scoreFor(WINDOW_MS, scorings);
const windows = Array.from({ length: WINDOWS }, () => scoreFor(WINDOW_MS, scorings));
const megabyte = timesOfMegabyte();
const figures: ScorerFigures = {
  perSecond: rounded(median(windows.map((window) => window.perSecond)), 0),
  perCpuSecond: rounded(median(windows.map((window) => window.perCpuSecond)), 0),
  answers: new Set(scorings.map(({ response }) => response.text)).size,
  values,
  megabyteMs: rounded(median(megabyte), 3),
  megabyteRuns: megabyte.length,
};
console.log(JSON.stringify(figures));
