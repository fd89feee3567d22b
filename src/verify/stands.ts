import type { Trust } from '../attest/index.ts';
import type { Results, Standing } from '../derive/index.ts';
import { standingOf } from '../derive/index.ts';
import type { Findings } from './findings.ts';
import type { SignedStatement, Statements } from './signatures.ts';

/**
 * What stands for a certificate at a time, when the approved records are counted; and whether the
 * verdict that was signed says so.
 *
 * @param results as the evidence gives them
 */
export function checkStanding(
  results: Results,
  statements: Statements,
  { trust, at }: { readonly trust: Trust | null; readonly at: string },
  findings: Findings,
): Standing {
  const records = statements.records.map(({ file, statement, established }) => ({
    ...{ file, record: statement.predicate, approved: established },
    plan: statement.subject[0]?.digest.sha256 ?? '',
  }));
  const standing = standingOf(results, records, at);
  const files = new Map(records.map(({ record, file }) => [record.id, file]));
  for (const { code, record, message } of standing.findings) {
    // That a record lacks signatures or is about another plan, other steps say already.
    if (code === 'record-unsigned' || code === 'record-other-plan') continue;
    const file = files.get(record);
    const name = code.toUpperCase().replaceAll('-', '_');
    findings.warning(`CONDUCT_${name}`, message.zh, message.en, file === undefined ? {} : { file });
  }
  const { verdict } = statements;
  if (verdict !== null && trust !== null) {
    const then = standingOf(results, records, verdict.statement.predicate.signedAt);
    checkVerdict(verdict, results, then, standing, findings);
  }
  return standing;
}

function checkVerdict(
  { file, statement }: SignedStatement<'verdict'>,
  { scope }: Results,
  then: Standing,
  now: Standing,
  findings: Findings,
): void {
  const { outcome, deviations, records, scope: said } = statement.predicate;
  const list = (texts: readonly string[]): string => JSON.stringify(texts.toSorted());
  const fits =
    outcome === then.outcome &&
    said === scope &&
    list(deviations) === list(then.deviations) &&
    list(records) === list(then.records);
  if (!fits) {
    findings.error(
      'DERIVE_VERDICT',
      `证书所述（${outcome}）不是由结论与记录得出的（${then.outcome}）。`,
      `The verdict says ${outcome}, which does not follow from results and records (${then.outcome}).`,
      { file },
    );
  } else if (outcome !== now.outcome) {
    findings.error(
      'CONDUCT_STANDING',
      `证书称 ${outcome}，但其所依据的记录已失效，现应为 ${now.outcome}。`,
      `The verdict says ${outcome}; records that it rests on are no longer in force, and ${now.outcome} stands.`,
      { file },
    );
  }
}
