import type { SigningKey, SpotCheckPredicate } from '../attest/index.ts';
import {
  ATTEST_FILES,
  attestFile,
  attestFiles,
  envelopeText,
  readFinishedRun,
  requireReadable,
  signEnvelope,
  statement,
  statementBytes,
} from '../attest/index.ts';
import type { Claim } from '../derive/index.ts';
import { sampleVerdicts, spotCheckLimit, spotCheckP } from '../derive/index.ts';
import { UserError } from '../document/index.ts';
import type { Item, PlannedIndicator, Salts } from '../evidence/index.ts';
import {
  itemsRoot,
  readEvidence,
  readItems,
  readPlan,
  readSalts,
  writeDerived,
} from '../evidence/index.ts';
import type { ModelConfig } from '../model/index.ts';
import { outcomeKind, questionOf } from '../model/index.ts';
import type { Catalogue } from '../standard/index.ts';
import { randomFrom } from '../suite/index.ts';
import { runFolderMedia } from './media.ts';
import type { PreparedPlan } from './plan.ts';
import { decidingCounts, plannedClusters, systemUnderTest } from './plan.ts';

/** Level at which so few passes refute what a run claims. */
const ALPHA = { num: 1n, den: 100n };

/** Items of a run that are asked again, and what the run says of them. */
export interface SpotCheck {
  readonly prepared: PreparedPlan;
  /** Digests of the manifest that the choice was made from. */
  readonly bundle: { readonly sha256: string; readonly sm3: string };
  readonly seed: string;
  /** Scored samples of the run, and how many of them passed. */
  readonly claim: { readonly n: number; readonly k: number };
  /** What the run says of each chosen sample. */
  readonly recorded: ReadonlyMap<string, 'pass' | 'fail' | 'invalid'>;
}

/**
 * Chooses items of a finished run to be asked again. The choice follows from the seed and from the
 * manifest's digest, which has to be signed: whoever made the run could not foresee it.
 *
 * @param n items at most; a run of fewer is asked again whole
 * @throws UserError when the run is not signed, is damaged, or has nothing to ask again
 */
export function prepareSpotCheck(
  folder: string,
  { n, seed, model }: { n: number; seed: string; model: ModelConfig },
): SpotCheck {
  const { bundle } = readFinishedRun(folder);
  if (requireReadable(folder, ATTEST_FILES.run, 'run') === null) {
    throw UserError.of(
      'run-not-signed',
      `${folder} 尚未签名：必须先固定结果，再抽取复测的题目。`,
      `${folder} is not signed: the results have to be fixed before items are drawn.`,
      {
        hint: {
          zh: '请先执行 aigc sign --role runner。',
          en: 'Run aigc sign --role runner first.',
        },
      },
    );
  }
  const plan = readPlan(folder);
  const verdicts = sampleVerdicts(readItems(folder), readEvidence(folder));
  const eligible = [...readItems(folder)].filter(
    ({ id, repeat }) => repeat === 1 && verdicts.has(id),
  );
  if (eligible.length === 0) {
    throw UserError.of(
      'nothing-scored',
      `${folder} 中没有评过分的样本。`,
      `${folder} has no scored sample.`,
    );
  }
  const random = randomFrom('spot-check', bundle.sha256, seed);
  const items = random
    .shuffle(eligible)
    .slice(0, n)
    .map(({ look: _look, ...item }) => item);
  const kept = new Set(items.map(({ id }) => id));
  const salts: Salts = new Map([...readSalts(folder)].filter(([id]) => kept.has(id)));
  const { root, count } = itemsRoot(items, salts);
  const { canary: _canary, extendTo: _extendTo, ...rest } = plan;
  return {
    bundle,
    seed,
    claim: {
      n: eligible.length,
      k: eligible.filter(({ id }) => verdicts.get(id) === 'pass').length,
    },
    recorded: new Map(items.map(({ id }) => [id, verdicts.get(id) ?? 'invalid'] as const)),
    prepared: {
      plan: {
        ...rest,
        ...{ sut: systemUnderTest(model), seed, sampling: `spot-check:${bundle.sha256}` },
        ...{ repeats: 1, samples: count, itemsRoot: root },
        suites: plan.suites.map(({ repeat: _repeat, ...suite }) => suite),
        indicators: plan.indicators.map(({ first: _first, clusters: _clusters, ...planned }) => ({
          ...planned,
          ...recounted(planned.indicator, plan.catalogue, items),
        })),
      },
      ...{ items, salts, media: runFolderMedia(folder) },
    },
  };
}

function recounted(
  id: string,
  catalogue: Catalogue,
  items: readonly Item[],
): Pick<PlannedIndicator, 'cases' | 'criticalK' | 'criticalFailK' | 'clusters'> {
  const own = items.filter(({ indicator }) => indicator === id);
  const indicator = catalogue.indicators.find((leaf) => leaf.id === id);
  if (indicator === undefined) throw new Error(`The plan has no indicator ${id}.`);
  const questions = [...Map.groupBy(own, questionOf).values()];
  return {
    ...decidingCounts(indicator, catalogue, questions.length),
    ...plannedClusters(questions),
  };
}

/** What asking again brought. */
export interface SpotCheckResult {
  readonly outcome: SpotCheckPredicate['outcome'];
  /** Samples that were answered again. */
  readonly asked: number;
  readonly passed: number;
  /** Samples whose calls failed: they say nothing of the claim, and are not counted. */
  readonly failedCalls: number;
  /** Passed in the run and not now; and the other way round. */
  readonly lost: number;
  readonly won: number;
  readonly claim: { readonly n: number; readonly k: number };
  /** At most so many passes refute the claim; null when so few samples cannot. */
  readonly limit: number | null;
  /** Probability of so few passes or fewer if the claim holds; decimal string of six places. */
  readonly p: string;
}

/**
 * Holds what was answered again against what the run claims: Fisher's exact test, one-sided at
 * 1 %, which counts the chance in both. An unread answer is no pass, as in the run itself.
 *
 * @param folder of the run in which the items were asked again
 */
export function concludeSpotCheck({ claim, recorded }: SpotCheck, folder: string): SpotCheckResult {
  const failed = new Set<string>();
  const answered = new Set<string>();
  for (const record of readEvidence(folder)) {
    if (record.kind !== 'attempt' || !record.final) continue;
    const into = outcomeKind(record.response.outcome) === 'failed' ? failed : answered;
    into.add(record.sample);
  }
  const again = sampleVerdicts(readItems(folder), readEvidence(folder));
  const asked = [...recorded.keys()].filter((id) => again.has(id) && answered.has(id));
  const passes = (id: string): boolean => again.get(id) === 'pass';
  const passed = asked.filter(passes).length;
  if (asked.length === 0) {
    throw new UserError(
      [
        {
          code: 'nothing-answered',
          severity: 'error',
          message: {
            zh: '复测没有得到任何回答，无法判断。',
            en: 'Nothing was answered again, so nothing can be said.',
          },
        },
      ],
      3,
    );
  }
  const what: Claim = { kind: 'sample', ...claim };
  const p = spotCheckP(what, asked.length, passed);
  return {
    outcome: p.num * ALPHA.den <= ALPHA.num * p.den ? 'rejected' : 'accepted',
    ...{ asked: asked.length, passed, claim },
    failedCalls: [...failed].filter((id) => !answered.has(id)).length,
    lost: asked.filter((id) => recorded.get(id) === 'pass' && !passes(id)).length,
    won: asked.filter((id) => recorded.get(id) !== 'pass' && passes(id)).length,
    limit: spotCheckLimit(what, asked.length, ALPHA),
    p: (Number(p.num) / Number(p.den)).toFixed(6),
  };
}

/** Signs a spot check into `attest/spot-check-<n>.dsse.json` of the run; returns that path. */
export function signSpotCheck(
  folder: string,
  { bundle, seed }: SpotCheck,
  { outcome, claim, ...result }: SpotCheckResult,
  { key, at }: { key: SigningKey; at: string },
): string {
  const file = attestFile('spot-check', attestFiles(folder, 'spot-check').length + 1);
  const { asked, passed, failedCalls, lost, won, p } = result;
  const figures = { asked, passed, failedCalls, lost, won, p, claimN: claim.n, claimK: claim.k };
  const made = statement(
    'spot-check',
    { 'bundle.json': bundle },
    { performedAt: at, outcome, figures: { ...figures, seed } },
  );
  writeDerived(folder, file, envelopeText(signEnvelope(statementBytes(made), key)));
  return file;
}
