import { schemaFindings, suggestion } from '../document/index.ts';
import type { GradingKey, Json, LocalText, Sample, ScorerUse } from '../model/index.ts';
import type { Scorer } from '../scorers/contract.ts';
import type { CaseFinding } from './resolve-case.ts';

/**
 * What is wrong with the way a sample is graded: unknown scorer, bad options, a target that is
 * missing, unwanted or of the wrong shape, missing choices or tools, and the scorer's own checks.
 */
export function gradingFindings(
  sample: Sample,
  scorers: ReadonlyMap<string, Scorer>,
): readonly CaseFinding[] {
  const findings: CaseFinding[] = [];
  if (sample.scorer !== undefined) {
    findings.push(...useFindings(sample, sample.scorer, sample.target, scorers, null));
  } else if (sample.target !== undefined) {
    findings.push({
      code: 'unused-target',
      key: 'target',
      text: { zh: '有 target 却没有 scorer。', en: 'There is a target and no scorer.' },
    });
  }
  for (const turn of sample.turns ?? []) {
    if (turn.scorer === undefined) continue;
    findings.push(...useFindings(sample, turn.scorer, turn.target, scorers, 'turns'));
  }
  return findings;
}

function useFindings(
  sample: Sample,
  use: ScorerUse,
  target: Json | undefined,
  scorers: ReadonlyMap<string, Scorer>,
  turnKey: 'turns' | null,
): readonly CaseFinding[] {
  const scorer = scorers.get(use.use);
  if (scorer === undefined) {
    const hint = suggestion(use.use, [...scorers.keys()]).hint;
    return [
      {
        code: 'unknown-scorer',
        key: turnKey ?? 'scorer',
        text: {
          zh: `没有名为 “${use.use}” 的评分方法。${hint?.zh ?? ''}`,
          en: `There is no scorer "${use.use}". ${hint?.en ?? ''}`.trim(),
        },
      },
    ];
  }
  const findings: CaseFinding[] = [];
  const add = (code: string, key: string, zh: string, en: string): void => {
    findings.push({ code, key: turnKey ?? key, text: { zh, en } });
  };
  for (const found of schemaFindings(scorer.options, use.options)) {
    const where = found.path.join('.');
    add(
      'scorer-option',
      'scorer',
      `评分方法 ${use.use} 的选项${where === '' ? '' : ` ${where}`}：${found.message.zh}${found.hint?.zh ?? ''}`,
      `Option${where === '' ? 's' : ` ${where}`} of scorer ${use.use}: ${found.message.en}${found.hint === undefined ? '' : ` ${found.hint.en}`}`,
    );
  }
  addTargetFindings(scorer, target, add);
  addNeedFindings(scorer, sample, add);
  if (sample.expect !== 'comply' && turnKey === null && use.use !== 'refusal') {
    add(
      'expect',
      'expect',
      `expect: ${sample.expect} 要与评分方法 refusal 一起使用。`,
      `"expect: ${sample.expect}" goes with the scorer "refusal".`,
    );
  }
  if (findings.length > 0) return findings;
  const key: GradingKey = target === undefined ? withoutTarget(sample) : { ...sample, target };
  for (const text of scorer.check?.(key, use.options) ?? []) {
    findings.push({ code: 'case-check', key: turnKey ?? 'target', text });
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

function withoutTarget(sample: Sample): GradingKey {
  const { target: _target, ...rest } = sample;
  return rest;
}
