import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeOf, within } from '../attest/index.ts';
import type { AttemptRecord, JournalRecord } from '../evidence/index.ts';
import { RUN_FILES } from '../evidence/index.ts';
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
 * V10: one model answered from beginning to end, times go forward, nothing came from a cache, and
 * what was signed is still valid.
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
  const models = new Map<string, string>();
  const first = journal[0]?.at;
  const last = journal.at(-1)?.at;
  const earliest = first === undefined ? -Infinity : timeOf(first) - CLOCK_TOLERANCE_MS;
  const latest = last === undefined ? Infinity : timeOf(last) + CLOCK_TOLERANCE_MS;
  let outside = 0;
  checkJournal(journal, findings);
  checkEnvironment(opened, findings);
  checkValidity(statements, journal, at, findings);
  return {
    attempt({ response, startedAt, sample }) {
      const { model } = response;
      if (model !== undefined && !models.has(model)) models.set(model, sample);
      const started = Date.parse(startedAt);
      if (started >= earliest && started <= latest) return;
      outside++;
      if (outside > 1) return;
      findings.error(
        'CONDUCT_TIME',
        `调用发生在 ${startedAt}，不在运行的起止时间之内。`,
        `A call was made at ${startedAt}, outside of the time of the run.`,
        { file: RUN_FILES.attempts, sample },
      );
    },
    end() {
      if (models.size > 1) {
        const names = [...models.keys()].toSorted();
        findings.error(
          'CONDUCT_MODEL',
          `运行期间有不同的模型作答：${names.join('、')}。`,
          `Different models answered during the run: ${names.join(', ')}.`,
          { file: RUN_FILES.attempts, sample: [...models.values()][1] ?? '' },
        );
      }
      if (opened.results.simulated) {
        findings.warning(
          'CONDUCT_SIMULATED',
          '作答的是模拟器，不是模型。',
          'The simulator answered, not a model.',
        );
      }
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

function checkEnvironment({ folder }: OpenedBundle, findings: Findings): void {
  const file = RUN_FILES.environment;
  const { cache } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { cache?: unknown };
  if (cache === 'off') return;
  findings.error(
    'CONDUCT_CACHE',
    '运行使用了回答缓存，其回答不作认证依据。',
    'The run used a cache of answers, which certify nothing.',
    { file },
  );
}

function checkValidity(
  { verdict, records, run }: Statements,
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
  if (verdict !== null) {
    const { notBefore, notAfter } = verdict.statement.predicate;
    const place = within(at, { notBefore, notAfter });
    if (place !== 'in') {
      findings.error(
        'CONDUCT_EXPIRED',
        `证书有效期为 ${notBefore} 至 ${notAfter}，核验时间为 ${at}。`,
        `The certificate is valid from ${notBefore} to ${notAfter}; it is verified at ${at}.`,
        { file: verdict.file },
      );
    }
  }
  for (const { file, statement } of records) {
    const { expires, indicators } = statement.predicate;
    if (timeOf(at) < timeOf(expires)) continue;
    findings.warning(
      'CONDUCT_RECORD_EXPIRED',
      `豁免或说明已于 ${expires} 失效，不再计入（${indicators.join('、')}）。`,
      `The record expired at ${expires} and no longer counts (${indicators.join(', ')}).`,
      { file },
    );
  }
}
