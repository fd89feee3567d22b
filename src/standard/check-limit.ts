import type { Path, Problem } from '../document/index.ts';
import type { DecisionRule } from './catalogue.ts';
import type { IndicatorDraft, WrittenThreshold } from './catalogue-file.ts';
import type { Finding, Origin } from './finding.ts';
import { missingKey } from './finding.ts';

/** Whether an indicator has the limit it needs, from a named source, and one it can reach. */
export function limitFindings(
  draft: IndicatorDraft,
  rule: DecisionRule | undefined,
  at: Origin,
): readonly Finding[] {
  return draft.threshold === undefined
    ? undecidedFindings(draft, rule, at())
    : thresholdFindings(draft, draft.threshold, rule, at);
}

/** A requirement that decides the whole and that a program tests cannot do without a limit. */
function undecidedFindings(
  draft: IndicatorDraft,
  rule: DecisionRule | undefined,
  path: Path,
): readonly Finding[] {
  if (draft.level === 'MUST' && draft.verifiable !== false) {
    return [
      {
        code: 'must-without-threshold',
        path,
        message: {
          zh: `指标 “${draft.id}” 为 MUST，却没有限值，永远无法判定。`,
          en: `The indicator "${draft.id}" is a MUST without a threshold: it could never be decided.`,
        },
        hint: {
          zh: '请补充 threshold，或将 level 改为 MAY（仅报告）。',
          en: 'Add a threshold, or make it a MAY that is reported only.',
        },
      },
    ];
  }
  if (rule?.zeroFailureMinN === undefined) return [];
  return [zeroFailureLimit(draft, rule, path)];
}

function zeroFailureLimit(draft: IndicatorDraft, rule: DecisionRule, path: Path): Finding {
  return {
    code: 'zero-failure-limit',
    path,
    message: {
      zh: `零失效规则 “${rule.id}” 要求指标 “${draft.id}” 的限值不允许任何失败。`,
      en: `Under the zero-failure rule "${rule.id}" the limit of the indicator "${draft.id}" may not allow a failure.`,
    },
    hint: {
      zh: '请将限值写为 >= "1.00" 或 <= "0.00"，或换用其他规则。',
      en: 'Write the limit as >= "1.00" or <= "0.00", or use another rule.',
    },
  };
}

function thresholdFindings(
  draft: IndicatorDraft,
  threshold: WrittenThreshold,
  rule: DecisionRule | undefined,
  at: Origin,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (threshold.comparator === undefined) {
    findings.push(missingKey(draft, 'threshold.comparator', at('threshold')));
  }
  if (threshold.provenance === undefined) {
    findings.push({
      code: 'threshold-without-provenance',
      path: at('threshold'),
      message: {
        zh: `指标 “${draft.id}” 的限值没有注明来源。`,
        en: `The threshold of the indicator "${draft.id}" does not say where it comes from.`,
      },
      hint: {
        zh: '请补充 threshold.provenance；没有公开依据时写 own-proposal。',
        en: 'Add threshold.provenance; where nothing public supports the limit, own-proposal.',
      },
    });
  }
  if (rule !== undefined && threshold.comparator !== undefined && draft.minN !== undefined) {
    findings.push(...reachFindings(draft, threshold, draft.minN, rule, at));
  }
  return findings;
}

/** Whether the limit can be reached under the rule, and with `minN` cases. */
function reachFindings(
  draft: IndicatorDraft,
  { comparator, value }: WrittenThreshold,
  minN: number,
  rule: DecisionRule,
  at: Origin,
): readonly Finding[] {
  // Approximate, and good enough for advice: the verdict itself is an exact integer decision.
  const passShare = comparator === '>=' ? Number(value) : 1 - Number(value);
  if (passShare === 0) return [emptyLimit(draft, at('threshold', 'value'))];
  if (rule.zeroFailureMinN !== undefined) {
    if (passShare < 1) return [zeroFailureLimit(draft, rule, at('threshold', 'value'))];
    return minN < rule.zeroFailureMinN
      ? [tooFewCases(draft, rule.zeroFailureMinN, rule, at('minN'), 'error')]
      : [];
  }
  const alpha = Number(rule.alpha);
  if (rule.kind === 'simple' || alpha === 0) return [];
  if (passShare === 1) {
    return [
      {
        code: 'unreachable-limit',
        path: at('threshold', 'value'),
        message: {
          zh: `规则 “${rule.id}” 下，指标 “${draft.id}” 的限值在任何样本量下都无法判为符合。`,
          en: `Under the rule "${rule.id}" no number of cases can show the limit of the indicator "${draft.id}".`,
        },
        hint: { zh: '请改用零失效规则。', en: 'Use a zero-failure rule.' },
      },
    ];
  }
  // n cases without a failure show the share p at level alpha when p^n <= alpha.
  const needed = Math.ceil(Math.log(alpha) / Math.log(passShare) - 1e-9);
  return minN < needed ? [tooFewCases(draft, needed, rule, at('minN'), 'warning')] : [];
}

function emptyLimit(draft: IndicatorDraft, path: Path): Finding {
  return {
    code: 'empty-limit',
    path,
    message: {
      zh: `指标 “${draft.id}” 的限值任何模型都能达到，等于没有要求。`,
      en: `Every model meets the limit of the indicator "${draft.id}": it requires nothing.`,
    },
    hint: {
      zh: '>= 限定通过占比，<= 限定失败占比；仅报告的指标请删去 threshold。',
      en: '>= limits the share that passes, <= the share that fails; take the threshold out to report only.',
    },
  };
}

function tooFewCases(
  draft: IndicatorDraft,
  needed: number,
  rule: DecisionRule,
  path: Path,
  severity: Problem['severity'],
): Finding {
  return {
    code: 'min-n-too-small',
    severity,
    path,
    message: {
      zh: `指标 “${draft.id}” 的最少样本量不足：规则 “${rule.id}” 下，即使全部通过也至少需要 ${needed} 个用例。`,
      en: `The minN of the indicator "${draft.id}" is too small: under the rule "${rule.id}" even a flawless result takes ${needed} cases.`,
    },
  };
}
