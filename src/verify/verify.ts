import type { Trust } from '../attest/index.ts';
import type { EvidenceFinding, JournalRecord } from '../evidence/index.ts';
import type { Scorer } from '../scorers/index.ts';
import type { IndicatorStatus, StepId, Verification } from './contract.ts';
import { STEPS } from './contract.ts';
import { checkDigests } from './digests.ts';
import type { EvidencePass } from './evidence-pass.ts';
import { evidencePass } from './evidence-pass.ts';
import type { Findings } from './findings.ts';
import { collectFindings } from './findings.ts';
import { readJournal } from './journal.ts';
import type { OpenedBundle } from './layout.ts';
import { openBundle } from './layout.ts';
import { checkPlan } from './plan.ts';
import { checkProjections } from './projections.ts';
import { checkDerived } from './rederive.ts';
import { checkScorerVersions } from './rescore.ts';
import type { Statements } from './signatures.ts';
import { assuranceLevel, checkSignatures } from './signatures.ts';
import { checkStanding } from './stands.ts';
import { checkSubmission } from './submission.ts';
import { reportUnexpected } from './unexpected.ts';

export interface VerifyOptions {
  /** Whom the verifier believes; null: signatures are not checked. */
  readonly trust: Trust | null;
  /** `submission`: what the association asks for besides. */
  readonly profile: 'submission' | null;
  /** When it is verified; RFC 3339 in UTC. */
  readonly at: string;
  readonly scorers: ReadonlyMap<string, Scorer>;
}

/**
 * Verifies a run folder from itself alone: no network, no model. Every check that can be made is
 * made, so that one report names everything that is wrong. What goes wrong in the checking itself
 * is a finding too: an error of the verifier is never a pass.
 *
 * @throws UserError (exit code 3) when the disk does not give the folder's files
 */
export async function verifyRun(folder: string, options: VerifyOptions): Promise<Verification> {
  const findings = newFindings(options.profile);
  const carryOut = stepsOf(folder, findings);
  const opened = await carryOut(['V0'], () => openBundle(folder, findings));
  const checked =
    opened === null ? NOTHING : await checkOpened(opened, options, findings, carryOut);
  return verification(opened, checked, findings);
}

/** A bundle of which no more is known than why it could not be opened. */
export function unopened(
  profile: VerifyOptions['profile'],
  faults: readonly EvidenceFinding[],
): Verification {
  const findings = newFindings(profile);
  for (const { code, message, place: file } of faults) {
    const place = file === undefined ? {} : { file };
    findings.error(`${STEPS.V0.code}_${code}`, message.zh, message.en, place);
  }
  return verification(null, NOTHING, findings);
}

function newFindings(profile: VerifyOptions['profile']): Findings {
  const steps = Object.keys(STEPS) as StepId[];
  return collectFindings(steps.filter((id) => id !== 'SUB' || profile === 'submission'));
}

/** Carries out some steps; null when they could not be, which is then a finding of the first. */
type CarryOut = <T>(
  steps: readonly [StepId, ...StepId[]],
  action: () => T | Promise<T>,
) => Promise<T | null>;

function stepsOf(folder: string, findings: Findings): CarryOut {
  return async (steps, action) => {
    try {
      const result = await action();
      findings.carriedOut(...steps);
      return result;
    } catch (error) {
      reportUnexpected(error, steps[0], folder, findings);
      return null;
    }
  };
}

type Checked = Pick<Verification, 'assuranceLevel' | 'indicators' | 'standing'>;

const NOTHING: Checked = { assuranceLevel: null, indicators: [], standing: null };

async function checkOpened(
  opened: OpenedBundle,
  options: VerifyOptions,
  findings: Findings,
  carryOut: CarryOut,
): Promise<Checked> {
  const { trust } = options;
  const signed = await carryOut(['V1'], () => {
    const statements = checkSignatures(opened, trust, findings);
    return { statements, level: assuranceLevel(statements, opened, trust, findings) };
  });
  if (signed === null) return NOTHING;
  const { statements, level } = signed;
  await carryOut(['V2'], () => checkDigests(opened, statements, findings));
  const journal = (await carryOut(['V4'], () => readJournal(opened, findings))) ?? [];
  await carryOut(['V3'], () => checkPlan(opened, statements, journal, trust, findings));
  const derived = await deriveAgain(opened, statements, journal, options, findings, carryOut);
  // Reports show evidence: of what is damaged nothing can be said. By now what was held of the
  // evidence is given free, since reports read it once more.
  if (derived.standing !== null) await carryOut(['V9'], () => checkProjections(opened, findings));
  if (options.profile === 'submission') {
    await carryOut(['SUB'], () =>
      checkSubmission({ opened, statements, journal, assuranceLevel: level }, findings),
    );
  }
  return { assuranceLevel: level, ...derived };
}

/**
 * V4 to V8 and V10. From damaged evidence other verdicts follow of necessity: then nothing is said
 * of them.
 */
async function deriveAgain(
  opened: OpenedBundle,
  statements: Statements,
  journal: readonly JournalRecord[],
  options: VerifyOptions,
  findings: Findings,
  carryOut: CarryOut,
): Promise<Pick<Checked, 'indicators' | 'standing'>> {
  const { plan } = opened;
  const { scorers } = options;
  const pass = await carryOut(['V5', 'V6', 'V7', 'V10'], async () => {
    for (const { id } of plan.scorers) await scorers.get(id)?.prepare?.();
    checkScorerVersions(plan, scorers, findings);
    return evidencePass(opened, statements, journal, options, findings);
  });
  // Of these, the one reading of the evidence is a part.
  if (pass === null) for (const id of ['V3', 'V4'] as const) findings.notChecked(id);
  const standing =
    pass === null || pass.damaged
      ? null
      : await carryOut(['V8'], () => {
          checkDerived(pass.results, opened, pass.redacted, findings);
          const stands = checkStanding(pass.results, statements, options, findings);
          const { findings: _found, ...standing } = stands;
          return standing;
        });
  return { indicators: statuses(opened, pass, findings), standing };
}

/** An error about one sample or indicator takes nothing from the others. */
function statuses(
  { plan }: OpenedBundle,
  pass: EvidencePass | null,
  findings: Findings,
): Verification['indicators'] {
  const { all, indicators, samples } = findings.touched();
  // A sample that is not planned, or is of no indicator, may bear on any of them.
  const touched = new Set(indicators);
  for (const sample of samples) touched.add(pass?.indicatorOf(sample) || ANY);
  const none = all || touched.has(ANY) || pass === null || pass.damaged;
  const statusOf = (id: string): IndicatorStatus => {
    if (none || touched.has(id)) return 'not-verifiable';
    return pass.trusted.has(id) ? 'trusted' : 're-derived';
  };
  return plan.indicators
    .filter(({ cases }) => cases > 0)
    .map(({ indicator }) => ({ id: indicator, status: statusOf(indicator) }));
}

const ANY = '';

function verification(
  opened: OpenedBundle | null,
  checked: Checked,
  findings: Findings,
): Verification {
  const steps = findings.results();
  const warned = steps.some(({ count, outcome }) => count > 0 || outcome === 'not-checked');
  return {
    format: 'aigc-verification/1',
    outcome: findings.failed() ? 'failed' : warned ? 'verified-with-warnings' : 'verified',
    edition: opened?.edition ?? 'auditor',
    bundle: opened?.bundleDigest ?? null,
    plan: opened?.planDigest ?? null,
    concluded: opened?.results.outcome ?? null,
    assuranceLevel: checked.assuranceLevel,
    steps,
    indicators: checked.indicators,
    standing: checked.standing,
  };
}
