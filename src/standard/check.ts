import type { Path, Problem } from '../document/index.ts';
import { suggestion } from '../document/index.ts';
import type { DecisionRule } from './catalogue.ts';
import type { CatalogueFile, IndicatorDraft } from './catalogue-file.ts';
import { limitFindings } from './check-limit.ts';
import { originOf, withDefaults } from './defaults.ts';
import type { Finding, Origin } from './finding.ts';
import { clauseFindings, missingKey } from './finding.ts';

/** The part of a document that says where things stand. */
type Places = (path: Path) => Partial<Problem>;

/**
 * What a schema cannot say of a catalogue: ids that are used twice or not defined, statements
 * without provenance, and limits that their rule can never decide. A finding about a value that
 * came from defaults stands where the value was written, once.
 */
export function checkCatalogue(file: CatalogueFile, place: Places): readonly Problem[] {
  const findings = [
    ...duplicateIds('rules', file.rules),
    ...duplicateIds('categories', file.categories),
    ...duplicateIds('indicators', file.indicators),
    ...file.rules.flatMap((rule, i) => ruleFindings(rule, ['rules', i])),
    ...file.categories.flatMap((c, i) =>
      clauseFindings(c.provenance, ['categories', i, 'provenance']),
    ),
    ...file.indicators.flatMap((_, i) => indicatorFindings(file, i)),
  ];
  const problems = new Map<string, Problem>();
  for (const { path, severity = 'error', ...finding } of findings) {
    const problem = { severity, ...finding, ...place(path) };
    problems.set(JSON.stringify(problem), problem);
  }
  return [...problems.values()];
}

function duplicateIds(
  list: 'rules' | 'categories' | 'indicators',
  items: readonly { readonly id: string }[],
): readonly Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const [i, { id }] of items.entries()) {
    if (seen.has(id)) {
      findings.push({
        code: 'duplicate-id',
        path: [list, i, 'id'],
        message: { zh: `编号 “${id}” 重复。`, en: `The id "${id}" is used twice.` },
        hint: {
          zh: '编号一经使用即固定，请为新条目另取编号。',
          en: 'Ids are frozen: give the new entry one of its own.',
        },
      });
    }
    seen.add(id);
  }
  return findings;
}

function ruleFindings(rule: DecisionRule, path: Path): readonly Finding[] {
  const findings = [...clauseFindings(rule.provenance, [...path, 'provenance'])];
  if (rule.zeroFailureMinN !== undefined && rule.kind !== 'simple') {
    findings.push({
      code: 'zero-failure-kind',
      path: [...path, 'kind'],
      message: {
        zh: `零失效规则 “${rule.id}” 的 kind 须为 simple：其余类型永远无法判定 100%。`,
        en: `The zero-failure rule "${rule.id}" has to be of kind simple: the others can never decide 100 %.`,
      },
    });
  }
  // A one-sided bound at error level 1 shows anything, at 0 nothing.
  const alpha = Number(rule.alpha);
  if (rule.kind !== 'simple' && (alpha === 0 || alpha > 0.5)) {
    findings.push({
      code: 'alpha-out-of-range',
      path: [...path, 'alpha'],
      message: {
        zh: `规则 “${rule.id}” 的单侧风险 alpha 应大于 0 且不超过 0.5。`,
        en: `The alpha of the rule "${rule.id}" has to be above 0 and at most 0.5.`,
      },
      hint: { zh: '通常取 "0.05"。', en: 'The usual value is "0.05".' },
    });
  }
  return findings;
}

/** Keys that every indicator must end up with, from wherever. */
const REQUIRED = [
  'level',
  'methods',
  'rule',
  'minN',
  'appliesWhen',
  'verifiable',
  'weight',
  'provenance',
] as const satisfies readonly (keyof IndicatorDraft)[];

function indicatorFindings(file: CatalogueFile, index: number): readonly Finding[] {
  const draft = withDefaults(file, index);
  const at: Origin = (...path) => originOf(file, index, path);
  const categories = file.categories.map(({ id }) => id);
  if (!categories.includes(draft.category)) {
    return [unknown('category', draft.category, categories, at('category'))];
  }
  const findings: Finding[] = REQUIRED.filter((key) => draft[key] === undefined).map((key) =>
    missingKey(draft, key, at()),
  );
  const rule = file.rules.find(({ id }) => id === draft.rule);
  if (draft.rule !== undefined && rule === undefined) {
    const known = file.rules.map(({ id }) => id);
    findings.push(unknown('rule', draft.rule, known, at('rule')));
  }
  findings.push(
    ...clauseFindings(draft.provenance, at('provenance')),
    ...clauseFindings(draft.minNProvenance, at('minNProvenance')),
    ...clauseFindings(draft.threshold?.provenance, at('threshold', 'provenance')),
    ...reasonFindings(draft, at),
    ...limitFindings(draft, rule, at),
  );
  return findings;
}

function unknown(
  what: 'category' | 'rule',
  id: string,
  known: readonly string[],
  path: Path,
): Finding {
  const zh = what === 'category' ? '大类' : '判定规则';
  return {
    code: `unknown-${what}`,
    path,
    message: {
      zh: `${zh} “${id}” 未定义。`,
      en: `The ${what === 'rule' ? 'decision rule' : what} "${id}" is not defined.`,
    },
    ...suggestion(id, known),
  };
}

function reasonFindings(draft: IndicatorDraft, at: Origin): readonly Finding[] {
  const { id, verifiable, notTestedReason } = draft;
  if (verifiable === false && notTestedReason === undefined) {
    return [
      {
        code: 'reason-missing',
        path: at('verifiable'),
        message: {
          zh: `指标 “${id}” 不能由程序验证，却没有写明原因。`,
          en: `The indicator "${id}" is not verifiable and does not say why.`,
        },
        hint: {
          zh: '请补充 notTestedReason（中英文）。',
          en: 'Add a notTestedReason in both languages.',
        },
      },
    ];
  }
  if (verifiable === true && notTestedReason !== undefined) {
    return [
      {
        code: 'reason-without-cause',
        path: at('notTestedReason'),
        message: {
          zh: `指标 “${id}” 可由程序验证，却写有未测原因。`,
          en: `The indicator "${id}" is verifiable and yet has a reason why it is not tested.`,
        },
        hint: {
          zh: '请写明 verifiable: false，或删去 notTestedReason。',
          en: 'Say "verifiable: false", or take notTestedReason out.',
        },
      },
    ];
  }
  return [];
}
