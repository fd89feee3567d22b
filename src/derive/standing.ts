import { timeOf } from '../attest/instant.ts';
import type { SignedRecord } from '../attest/record.ts';
import type { RecordKind } from '../attest/vocabulary.ts';
import type { LocalText } from '../model/index.ts';
import type { IndicatorResult, Outcome, Results } from './results.ts';
import { rollUp } from './roll-up.ts';

/** A record as far as it matters here; whether it is approved is for signatures to say. */
export type StandingRecord = Pick<SignedRecord, 'record' | 'plan' | 'approved'>;

/** An indicator on which records bear: what was concluded stays visible beside what stands. */
export interface StandingIndicator {
  readonly indicator: string;
  /** As derived. */
  readonly outcome: Outcome;
  readonly stands: Outcome | 'waived';
  /** Ids of the records that make the difference. */
  readonly records: readonly string[];
}

/** A record, or a part of one, that does not count, and why. */
export interface StandingFinding {
  readonly code:
    | 'record-unsigned'
    | 'record-other-plan'
    | 'record-not-yet-valid'
    | 'record-expired'
    | 'record-unknown-indicator'
    | 'record-without-effect';
  readonly record: string;
  readonly indicator?: string;
  readonly message: LocalText;
}

/** What stands for a certificate at a time. */
export interface Standing {
  /** Roll-up of the MUST indicators in scope; what is waived leaves the set. */
  readonly outcome: Outcome;
  /** The indicators for which something else stands than was concluded. */
  readonly indicators: readonly StandingIndicator[];
  /** Texts of the deviations that count. */
  readonly deviations: readonly string[];
  /** Ids of all records that count, sorted. */
  readonly records: readonly string[];
  readonly findings: readonly StandingFinding[];
}

/**
 * What stands for a certificate when waivers, deviations and reasons for not applying are counted.
 * Pure; the results are never changed.
 *
 * A waiver sets aside what was found or could not be found out, but not an error: nobody knows what
 * it hides. That an indicator does not apply can be said only while nothing was tested. A deviation
 * is noted and moves no outcome. Records that are not approved, not in force at `at`, or about
 * another plan are ignored, each with a finding.
 *
 * @param at RFC 3339 in UTC
 */
export function standingOf(
  results: Results,
  records: readonly StandingRecord[],
  at: string,
): Standing {
  const findings: StandingFinding[] = [];
  const inForce = records.filter((record) => {
    const finding = whyIgnored(record, results.planDigest, at);
    if (finding !== null) findings.push({ ...finding, record: record.record.id });
    return finding === null;
  });
  const changed = new Map<string, StandingIndicator>();
  const counted = new Set<string>();
  const deviations: string[] = [];
  for (const { record } of inForce) {
    if (record.kind === 'deviation') {
      deviations.push(record.justification);
      counted.add(record.id);
    }
    for (const id of record.indicators) {
      const result = results.indicators.find(({ indicator }) => indicator === id);
      const finding = effectFinding(result, id, record.kind);
      if (finding !== null) findings.push({ ...finding, record: record.id, indicator: id });
      if (finding !== null || result === undefined || record.kind === 'deviation') continue;
      counted.add(record.id);
      changed.set(id, {
        indicator: id,
        outcome: result.outcome,
        // A reason for not applying says more than a waiver of the same indicator.
        stands:
          record.kind === 'not-applicable' || changed.get(id)?.stands === 'not-applicable'
            ? 'not-applicable'
            : 'waived',
        records: [...(changed.get(id)?.records ?? []), record.id].toSorted(),
      });
    }
  }
  const standing = results.indicators
    .filter(({ inScope, level }) => inScope && level === 'MUST')
    .map(({ indicator, outcome }) => changed.get(indicator)?.stands ?? outcome)
    .filter((stands) => stands !== 'waived');
  return {
    outcome: rollUp(standing),
    indicators: results.indicators.flatMap(({ indicator }) => changed.get(indicator) ?? []),
    deviations,
    records: [...counted].toSorted(),
    findings,
  };
}

type Why = Pick<StandingFinding, 'code' | 'message'>;

function whyIgnored(
  { record, plan, approved }: StandingRecord,
  digest: string,
  at: string,
): Why | null {
  if (!approved) {
    return {
      code: 'record-unsigned',
      message: {
        zh: `记录 ${record.id} 没有足够的受信任签名，不计入。`,
        en: `The record ${record.id} lacks trusted signatures and does not count.`,
      },
    };
  }
  if (plan !== digest) {
    return {
      code: 'record-other-plan',
      message: {
        zh: `记录 ${record.id} 针对的是另一份计划，不计入。`,
        en: `The record ${record.id} is about another plan and does not count.`,
      },
    };
  }
  if (timeOf(at) < timeOf(record.approvedAt)) {
    return {
      code: 'record-not-yet-valid',
      message: {
        zh: `记录 ${record.id} 到 ${record.approvedAt} 才获批准，不计入。`,
        en: `The record ${record.id} was approved only at ${record.approvedAt} and does not count.`,
      },
    };
  }
  if (timeOf(at) >= timeOf(record.expires)) {
    return {
      code: 'record-expired',
      message: {
        zh: `记录 ${record.id} 已于 ${record.expires} 到期，不计入。`,
        en: `The record ${record.id} expired at ${record.expires} and does not count.`,
      },
    };
  }
  return null;
}

/** Outcomes that a record can set aside. */
const SET_ASIDE: Readonly<Record<Exclude<RecordKind, 'deviation'>, readonly Outcome[]>> = {
  waiver: ['nonconforming', 'inconclusive', 'not-tested'],
  'not-applicable': ['not-tested'],
};

function effectFinding(
  result: IndicatorResult | undefined,
  id: string,
  kind: RecordKind,
): Why | null {
  if (result === undefined) {
    return {
      code: 'record-unknown-indicator',
      message: {
        zh: `结论中没有指标 ${id}。`,
        en: `The results have no indicator ${id}.`,
      },
    };
  }
  if (kind === 'deviation' || (result.inScope && SET_ASIDE[kind].includes(result.outcome))) {
    return null;
  }
  return {
    code: 'record-without-effect',
    message: result.inScope
      ? {
          zh: `${id} 的结论是 ${result.outcome}，${kind} 记录对它不起作用。`,
          en: `${id} is ${result.outcome}, on which a record of the kind ${kind} has no effect.`,
        }
      : {
          zh: `${id} 不在本次运行的范围内，记录对它不起作用。`,
          en: `${id} is out of the scope of this run, so the record has no effect on it.`,
        },
  };
}
