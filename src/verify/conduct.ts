import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimedTime, timeOf, within } from '../attest/index.ts';
import type { AttemptRecord, JournalRecord } from '../evidence/index.ts';
import { RUN_FILES } from '../evidence/index.ts';
import type { Json } from '../model/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import type { Statements } from './signatures.ts';

/** What attempts say of how a run was conducted; filled as they are read. */
export interface ConductCheck {
  attempt(record: AttemptRecord): void;
  end(): void;
}

/** Clocks of two machines, or of one before and after it was set, may differ by so much. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/**
 * V10: one model answered from beginning to end, at the address of the plan, times go forward,
 * nothing came from a cache, and what was signed is still valid.
 *
 * @param at when it is verified; RFC 3339 in UTC
 */
export function conductCheck(
  opened: OpenedBundle,
  statements: Statements,
  journal: readonly JournalRecord[],
  at: string,
  findings: Findings,
): ConductCheck {
  const answering = firstSeen();
  const requested = firstSeen();
  const endpoints = firstSeen();
  const times = timesOfRun(journal, findings);
  checkJournal(journal, findings);
  checkEnvironment(opened, findings);
  checkValidity(statements, journal, at, findings);
  return {
    attempt({ response: { model, wire }, startedAt, sample }) {
      // A redacted attempt says who answered, and neither when nor what was asked.
      if (startedAt !== '') times.attempt(startedAt, sample);
      if (model !== undefined) answering.note(model, sample);
      if (wire === undefined) return;
      endpoints.note(wire.url, sample);
      const asked = requestedModel(wire.body);
      if (asked !== null) requested.note(asked, sample);
    },
    end() {
      times.end();
      const names = answering.all();
      if (names.length > 1) {
        const listed = names.map(({ value }) => value).toSorted();
        findings.error(
          'CONDUCT_MODEL',
          `运行期间有不同的模型作答：${listed.join('、')}。`,
          `Different models answered during the run: ${listed.join(', ')}.`,
          { file: RUN_FILES.attempts },
        );
      }
      checkRequested(requested.all(), opened, findings);
      checkEndpoints(endpoints.all(), opened, findings);
      if (!opened.results.simulated) return;
      findings.warning(
        'CONDUCT_SIMULATED',
        '作答的是模拟器，不是模型。',
        'The simulator answered, not a model.',
      );
    },
  };
}

interface Seen {
  readonly value: string;
  /** The sample that it was first seen of. */
  readonly sample: string;
}

/** Different values with the sample that each was first seen of. */
function firstSeen(): { note(value: string, sample: string): void; all(): readonly Seen[] } {
  const samples = new Map<string, string>();
  let last: string | undefined;
  return {
    note(value, sample) {
      if (value === last) return;
      last = value;
      if (!samples.has(value)) samples.set(value, sample);
    },
    all: () => [...samples].map(([value, sample]) => ({ value, sample })),
  };
}

/** The model that a request names, in the protocols that name it so. */
function requestedModel(body: Json): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  return typeof body['model'] === 'string' ? body['model'] : null;
}

/** Another name than the plan's may be an adapter's alias of it; two names are two models. */
function checkRequested(seen: readonly Seen[], { plan }: OpenedBundle, findings: Findings): void {
  const others = seen.filter(({ value }) => value !== plan.sut.model);
  const [first] = others;
  if (first === undefined) return;
  const listed = others.map(({ value }) => value).toSorted();
  findings[seen.length > 1 ? 'error' : 'warning'](
    'CONDUCT_REQUESTED',
    `计划的模型是 ${plan.sut.model}，请求中却是 ${listed.join('、')}。`,
    `The model of the plan is ${plan.sut.model}; requests name ${listed.join(', ')}.`,
    { file: RUN_FILES.attempts, sample: first.sample },
  );
}

function checkEndpoints(seen: readonly Seen[], { plan }: OpenedBundle, findings: Findings): void {
  const planned = originOf(plan.sut.baseUrl ?? '');
  if (planned === null) return;
  for (const { value, sample } of seen) {
    const origin = originOf(value);
    if (origin === planned) continue;
    findings.error(
      'CONDUCT_ENDPOINT',
      `请求发往 ${origin ?? value}，计划的接口是 ${planned}。`,
      `A request went to ${origin ?? value}; the endpoint of the plan is ${planned}.`,
      { file: RUN_FILES.attempts, sample },
    );
  }
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

/** Calls lie within the time of the run. */
function timesOfRun(
  journal: readonly JournalRecord[],
  findings: Findings,
): { attempt(startedAt: string, sample: string): void; end(): void } {
  const first = journal[0]?.at;
  const last = journal.at(-1)?.at;
  const earliest = first === undefined ? -Infinity : timeOf(first) - CLOCK_TOLERANCE_MS;
  const latest = last === undefined ? Infinity : timeOf(last) + CLOCK_TOLERANCE_MS;
  let outside = 0;
  let place = { startedAt: '', sample: '' };
  return {
    attempt(startedAt, sample) {
      const started = Date.parse(startedAt);
      if (started >= earliest && started <= latest) return;
      if (outside === 0) place = { startedAt, sample };
      outside++;
    },
    end() {
      if (outside === 0) return;
      findings.error(
        'CONDUCT_TIME',
        `有 ${outside} 次调用不在运行的起止时间之内，例如 ${place.startedAt}。`,
        `${outside} calls were made outside of the time of the run, e.g. at ${place.startedAt}.`,
        { file: RUN_FILES.attempts, sample: place.sample },
      );
    },
  };
}

function checkJournal(journal: readonly JournalRecord[], findings: Findings): void {
  const file = RUN_FILES.journal;
  for (const [i, { at }] of journal.entries()) {
    const before = journal[i - 1]?.at;
    if (before === undefined || timeOf(before) <= timeOf(at) + CLOCK_TOLERANCE_MS) continue;
    findings.error(
      'CONDUCT_CLOCK',
      `时间倒退：${before} 之后是 ${at}。`,
      `Time runs backwards: ${at} after ${before}.`,
      { file, line: i + 1 },
    );
  }
  if (!journal.some(({ event }) => event === 'finished')) {
    findings.warning(
      'CONDUCT_UNFINISHED',
      '运行没有执行到底。',
      'The run was not carried out to its end.',
      { file },
    );
  }
}

function checkEnvironment({ folder, plan }: OpenedBundle, findings: Findings): void {
  const file = RUN_FILES.environment;
  const { cache, harness } = (JSON.parse(readFileSync(join(folder, file), 'utf8')) ?? {}) as {
    readonly cache?: unknown;
    readonly harness?: { readonly name?: unknown; readonly version?: unknown };
  };
  if (cache !== 'off') {
    findings.error(
      'CONDUCT_CACHE',
      '运行使用了回答缓存，其回答不作认证依据。',
      'The run used a cache of answers, which certify nothing.',
      { file },
    );
  }
  if (harness?.name === plan.harness.name && harness.version === plan.harness.version) return;
  findings.error(
    'CONDUCT_HARNESS',
    '执行所用的程序或版本与计划不同。',
    'The run was not made by the program and version of the plan.',
    { file },
  );
}

function checkValidity(
  { plan, verdict, records, run, reviews, spotChecks }: Statements,
  journal: readonly JournalRecord[],
  at: string,
  findings: Findings,
): void {
  const finished = journal.at(-1)?.at;
  const signedAt = run?.statement.predicate.signedAt;
  if (finished !== undefined && signedAt !== undefined) {
    if (timeOf(signedAt) + CLOCK_TOLERANCE_MS < timeOf(finished)) {
      findings.error(
        'CONDUCT_SIGNED_EARLY',
        `运行签署于 ${signedAt}，早于其结束的 ${finished}。`,
        `The run was signed at ${signedAt}, before it ended at ${finished}.`,
        { file: run?.file ?? '' },
      );
    }
  }
  const signed = [plan, run, verdict, ...records, ...reviews, ...spotChecks];
  for (const { file, statement } of signed.filter((s) => s !== null)) {
    const claimed = claimedTime(statement);
    if (timeOf(claimed) <= timeOf(at) + CLOCK_TOLERANCE_MS) continue;
    findings.error(
      'CONDUCT_FUTURE',
      `自称签署于 ${claimed}，晚于核验时间 ${at}。`,
      `It claims to be signed at ${claimed}, later than it is verified (${at}).`,
      { file },
    );
  }
  if (verdict === null) return;
  const { notBefore, notAfter } = verdict.statement.predicate;
  if (within(at, { notBefore, notAfter }) === 'in') return;
  findings.error(
    'CONDUCT_EXPIRED',
    `证书有效期为 ${notBefore} 至 ${notAfter}，核验时间为 ${at}。`,
    `The certificate is valid from ${notBefore} to ${notAfter}; it is verified at ${at}.`,
    { file: verdict.file },
  );
}
