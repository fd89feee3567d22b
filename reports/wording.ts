import {
  type ClusterResult,
  type IndicatorResult,
  OUTCOME_TITLES,
  type Outcome,
  type Results,
} from '../src/derive/index.ts';
import { type Language, type LocalText, localize } from '../src/model/index.ts';
import { exactPercent, grouped, percent } from './decimal.ts';
import { hasFigures } from './leaves.ts';
import { type Messages, messagesFor } from './messages.ts';
import { splitDuration } from './time.ts';

/** The sentences that all formats share, in one language. */
export interface Wording {
  readonly language: Language;
  readonly messages: Messages;
  local(text: LocalText): string;
  outcome(outcome: Outcome): string;
  /** The limit in words, e.g. `failure rate ≤ 5.0%`. */
  limit(leaf: IndicatorResult): string;
  /** k/n as a percentage, or a dash. */
  rate(leaf: IndicatorResult): string;
  interval(leaf: IndicatorResult): string;
  /** One sentence each: how many passing cases decide, and what else bears on it. */
  decision(leaf: IndicatorResult): readonly string[];
  /** Kind of the decision rule and its id. */
  rule(leaf: IndicatorResult): string;
  /** A status in words, its code kept; the code alone when the word is not known. */
  status(code: string): string;
  /** What a leaf's figures do not say by themselves; empty when nothing. */
  reason(leaf: IndicatorResult): string;
  /** Outcome, level, reason and figures in one line. */
  verdict(leaf: IndicatorResult): string;
  conclusion(results: Results): string;
  duration(milliseconds: number): string;
  sampling(sampling: string): string;
}

export function wordingFor(language: Language): Wording {
  const messages = messagesFor(language);
  const local = (text: LocalText): string => localize(text, language);
  const reason = (leaf: IndicatorResult): string =>
    leaf.reason === null ? '' : local(leaf.reason.text);
  return {
    language,
    messages,
    local,
    outcome: (outcome) => local(OUTCOME_TITLES[outcome]),
    limit: (leaf) => limitWords(leaf, messages),
    rate: (leaf) => (leaf.rate === null ? messages.none : percent(leaf.rate)),
    interval: ({ lower, upper }) =>
      lower === null || upper === null
        ? messages.none
        : messages.interval(percent(lower, 'down'), percent(upper, 'up')),
    decision: (leaf) => decisionWords(leaf, messages),
    rule: (leaf) => `${messages.ruleKinds[leaf.ruleKind]} · ${leaf.rule} · α = ${leaf.alpha}`,
    status: (code) => statusWords(code, messages),
    reason,
    verdict: (leaf) => {
      const outcome = `${local(OUTCOME_TITLES[leaf.outcome])} [${messages.levels[leaf.level]}]`;
      const shares = hasFigures(leaf) ? `${leaf.k}/${leaf.n}, ${limitWords(leaf, messages)}` : '';
      const about = [reason(leaf), shares].filter((part) => part !== '').join(' · ');
      return about === '' ? outcome : `${outcome}${messages.colon}${about}`;
    },
    conclusion: ({ catalogue, model }) =>
      messages.conclusion({
        catalogue: local(catalogue.title),
        edition: catalogue.edition,
        model: model.name,
        indicators: grouped(catalogue.indicators),
      }),
    duration: (milliseconds) => messages.duration(splitDuration(milliseconds)),
    sampling: (sampling) => {
      if (sampling === 'all') return messages.samplingAll;
      if (sampling === 'min') return messages.samplingMin;
      return /^\d+$/.test(sampling) ? messages.samplingCount(sampling) : sampling;
    },
  };
}

function limitWords(leaf: IndicatorResult, messages: Messages): string {
  if (leaf.limit === null) return messages.reportedOnly;
  const match = /^(>=|<=)\s*(\d+(?:\.\d+)?)$/.exec(leaf.limit);
  const [, comparator, value = ''] = match ?? [];
  if (comparator === undefined) return leaf.limit;
  const share = exactPercent(value);
  return comparator === '>=' ? messages.limitPassing(share) : messages.limitFailing(share);
}

function decisionWords(leaf: IndicatorResult, messages: Messages): readonly string[] {
  const { decision } = messages;
  if (leaf.threshold === null) return [decision.reportedOnly];
  if (leaf.n === 0) return [decision.noCases];
  const { n, k, invalid, minN } = leaf;
  const sentences = [...countWords(leaf, messages)];
  if (n - invalid < minN) {
    sentences.push(decision.tooFewCases({ valid: grouped(n - invalid), minN: grouped(minN) }));
  }
  return [...sentences, decision.observed({ k: grouped(k), invalid: grouped(invalid) })];
}

/** From how many passing cases on, and up to how many, the leaf is decided. */
function countWords(leaf: IndicatorResult, messages: Messages): readonly string[] {
  const { decision } = messages;
  const { clusters, criticalFailK } = leaf;
  if (clusters !== undefined && leaf.ruleKind !== 'simple') {
    return clusteredWords(leaf, clusters, messages);
  }
  const words = [
    conformingWords(leaf, messages),
    criticalFailK === null
      ? decision.neverNonconforming
      : decision.nonconforming(grouped(criticalFailK)),
  ];
  if (clusters === undefined) return words;
  return [
    ...words,
    decision.clusteredSimple({ n: grouped(leaf.n), count: grouped(clusters.count) }),
  ];
}

function clusteredWords(
  leaf: IndicatorResult,
  clusters: ClusterResult,
  { decision }: Messages,
): readonly string[] {
  const { criticalK, criticalFailK } = clusters;
  const effectiveN = grouped(clusters.effectiveN);
  const size = { n: grouped(leaf.n), count: grouped(clusters.count), effectiveN };
  return [
    decision.clustered({ ...size, effectiveK: grouped(clusters.effectiveK) }),
    criticalK === null
      ? decision.neverConforming(effectiveN)
      : decision.clusteredBounded({
          ...{ effectiveN, criticalK: grouped(criticalK), alpha: leaf.alpha },
        }),
    criticalFailK === null
      ? decision.neverNonconforming
      : decision.clusteredNonconforming({
          effectiveFailN: grouped(clusters.effectiveFailN),
          criticalFailK: grouped(criticalFailK),
        }),
  ];
}

function conformingWords(leaf: IndicatorResult, { decision }: Messages): string {
  const n = grouped(leaf.n);
  if (leaf.criticalK === null) return decision.neverConforming(n);
  const counts = { n, criticalK: grouped(leaf.criticalK), alpha: leaf.alpha };
  return leaf.ruleKind === 'simple' ? decision.simple(counts) : decision.bounded(counts);
}

function statusWords(code: string, messages: Messages): string {
  const titles: Readonly<Record<string, string>> = messages.statuses;
  const title = Object.hasOwn(titles, code) ? titles[code] : undefined;
  return title === undefined ? code : messages.coded(title, code);
}
