import { type Path, schemaFindings, suggestion } from '../document/index.ts';
import type { GradingKey, Json, LocalText, Sample, ScorerUse } from '../model/index.ts';
import type { Scorer } from '../scorers/contract.ts';
import type { CaseFinding } from './resolve-case.ts';

/** A finding about a scorer as it is written; `path` leads from there to what is wrong. */
export interface ScorerFinding {
  readonly code: 'unknown-scorer' | 'scorer-option';
  readonly path: Path;
  /** True when it is about the key at `path`, not about its value. */
  readonly aboutKey: boolean;
  readonly text: LocalText;
}

/** An unknown scorer, or options that it does not take. */
export function scorerFindings(
  { use, options }: ScorerUse,
  scorers: ReadonlyMap<string, Scorer>,
): readonly ScorerFinding[] {
  const scorer = scorers.get(use);
  if (scorer === undefined) {
    const hint = suggestion(use, [...scorers.keys()]).hint;
    const text = {
      zh: `没有名为 “${use}” 的评分方法。${hint?.zh ?? ''}`,
      en: `There is no scorer "${use}". ${hint?.en ?? ''}`.trim(),
    };
    return [{ code: 'unknown-scorer', path: ['use'], aboutKey: false, text }];
  }
  return schemaFindings(scorer.options, options).map(({ path, aboutKey, message, hint }) => {
    const where = path.length === 0 ? '' : ` ${path.join('.')}`;
    const text = {
      zh: `评分方法 ${use} 的选项${where}：${message.zh}${hint?.zh ?? ''}`,
      en: `Option${where === '' ? 's' : where} of scorer ${use}: ${message.en}${hint === undefined ? '' : ` ${hint.en}`}`,
    };
    return { code: 'scorer-option', path, aboutKey, text };
  });
}

/**
 * What is wrong with the way a sample is graded: unknown scorer, bad options, a target that is
 * missing, unwanted or of the wrong shape, missing choices or tools, and the scorer's own checks.
 * What is wrong with a scorer of the suite's defaults is said once and not here.
 */
export function gradingFindings(
  sample: Sample,
  scorers: ReadonlyMap<string, Scorer>,
  scorerFrom: 'case' | 'defaults',
): readonly CaseFinding[] {
  const findings: CaseFinding[] = [];
  if (sample.scorer !== undefined) {
    const wrong = scorerFindings(sample.scorer, scorers);
    if (wrong.length === 0) {
      findings.push(...useFindings(sample, sample.scorer, sample.target, scorers, 0));
    } else if (scorerFrom === 'case') {
      findings.push(...wrong.map(({ code, text }) => ({ code, key: 'scorer', text })));
    }
  } else if (sample.target !== undefined) {
    findings.push({
      code: 'unused-target',
      key: 'target',
      text: { zh: '有 target 却没有 scorer。', en: 'There is a target and no scorer.' },
    });
  }
  for (const [i, { scorer, target }] of (sample.turns ?? []).entries()) {
    if (scorer === undefined) continue;
    const wrong = scorerFindings(scorer, scorers);
    findings.push(...wrong.map(({ code, text }) => ({ code, key: 'turns', text })));
    if (wrong.length > 0) continue;
    findings.push(...useFindings(sample, scorer, target, scorers, i + 1));
  }
  return findings;
}

/** What is wrong with the use of a scorer that is there and takes its options. */
function useFindings(
  sample: Sample,
  use: ScorerUse,
  target: Json | undefined,
  scorers: ReadonlyMap<string, Scorer>,
  turn: number,
): readonly CaseFinding[] {
  const scorer = scorers.get(use.use);
  if (scorer === undefined) return [];
  const findings: CaseFinding[] = [];
  const add = (code: string, key: string, zh: string, en: string): void => {
    findings.push({ code, key: turn > 0 ? 'turns' : key, text: { zh, en } });
  };
  addTargetFindings(scorer, target, add);
  addNeedFindings(scorer, sample, add);
  if (sample.expect !== 'comply' && turn === 0 && use.use !== 'refusal') {
    add(
      'expect',
      'expect',
      `expect: ${sample.expect} 要与评分方法 refusal 一起使用。`,
      `"expect: ${sample.expect}" goes with the scorer "refusal".`,
    );
  }
  if (findings.length > 0) return findings;
  const { target: _own, ...rest } = sample;
  const key: GradingKey = { ...rest, turn, ...(target === undefined ? {} : { target }) };
  for (const { zh, en } of scorer.check?.(key, use.options) ?? []) {
    add('case-check', 'target', zh, en);
  }
  return findings;
}

type Add = (code: string, key: string, zh: string, en: string) => void;

function addTargetFindings(scorer: Scorer, target: Json | undefined, add: Add): void {
  if (scorer.target === undefined) {
    if (target !== undefined) {
      add(
        'unused-target',
        'target',
        `评分方法 ${scorer.id} 不使用 target。`,
        `The scorer ${scorer.id} takes no target.`,
      );
    }
    return;
  }
  if (target === undefined) {
    // A schema that also admits null says that the target may be left out.
    if (schemaFindings(scorer.target, null).length === 0) return;
    add('missing-target', 'target', '缺少 target。', 'The target is missing.');
    return;
  }
  for (const found of schemaFindings(scorer.target, target)) {
    add(
      'target',
      'target',
      `target 不合要求：${found.message.zh}${found.hint?.zh ?? ''}`,
      `The target is not usable: ${found.message.en}`,
    );
  }
}

function addNeedFindings(scorer: Scorer, sample: Sample, add: Add): void {
  const texts: Readonly<Record<'choices' | 'tools', LocalText>> = {
    choices: { zh: '选项（choices）', en: '"choices"' },
    tools: { zh: '工具（tools）', en: '"tools"' },
  };
  const has = {
    choices: (sample.choices?.length ?? 0) > 0,
    tools: (sample.request.tools?.length ?? 0) > 0,
  };
  for (const need of scorer.needs ?? []) {
    if (has[need]) continue;
    add(
      `missing-${need}`,
      need,
      `评分方法 ${scorer.id} 需要${texts[need].zh}。`,
      `The scorer ${scorer.id} needs ${texts[need].en}.`,
    );
  }
}
