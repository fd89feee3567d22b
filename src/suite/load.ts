import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { SchemaObject } from 'ajv';
import schema from '../../schemas/suite.schema.json' with { type: 'json' };
import type { Problem, YamlDocument } from '../document/index.ts';
import { checkSchema, readYaml, suggestion } from '../document/index.ts';
import { gradingFindings, scorerFindings } from './check-case.ts';
import type { SuiteContext, SuiteFile } from './entries.ts';
import { placedCases } from './entries.ts';
import type { KnownCase } from './known-case.ts';
import { permuteChoices } from './permute-choices.ts';
import type { CaseFinding, SuiteSetting } from './resolve-case.ts';
import { resolveCase, scorerUse } from './resolve-case.ts';
import type { CaseSpec, Requirement, Suite, SuiteMedia } from './suite.ts';
import { templateCompiler } from './template.ts';

export const SUITE_SCHEMA = schema as SchemaObject;

/**
 * Loads one suite file and everything it refers to. Never throws for what stands in the files: a
 * suite with problems comes back as `null`, and every problem has its place.
 */
export async function loadSuite(
  file: string,
  context: SuiteContext,
): Promise<{ suite: Suite | null; problems: readonly Problem[] }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'error';
    return {
      suite: null,
      problems: [
        {
          code: 'file-unreadable',
          severity: 'error',
          file,
          message: {
            zh: `无法读取文件（${detail}）。`,
            en: `The file cannot be read (${detail}).`,
          },
        },
      ],
    };
  }
  const document = readYaml(bytes.toString('utf8'), file);
  const problems: Problem[] = [...document.problems];
  if (problems.length === 0) problems.push(...checkSchema(document, SUITE_SCHEMA));
  if (problems.length > 0) return { suite: null, problems };

  const raw = document.value as SuiteFile;
  problems.push(...headProblems(raw, document, context));
  const media = new Map<string, SuiteMedia>();
  const setting: SuiteSetting = {
    suite: raw.suite,
    indicator: raw.indicator,
    defaults: raw.defaults ?? {},
    folder: dirname(resolve(file)),
    compile: templateCompiler(),
    media,
  };
  const cases: KnownCase[] = [];
  for await (const placed of placedCases(raw, document, setting, context, problems)) {
    const loaded = await loadCase(placed.spec, setting, context);
    for (const { code, key, text } of loaded.findings) {
      problems.push({ code, severity: 'error', ...placed.place(key), message: text });
    }
    for (const known of loaded.cases) cases.push({ ...known, place: placed.place(null) });
  }
  if (problems.some((p) => p.severity === 'error')) return { suite: null, problems };
  const { suite, version, indicator, title, licence, source } = raw;
  return {
    problems,
    suite: {
      ...{ suite, version, indicator, title, licence, source, file, cases, media },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      demonstration: raw.demonstration ?? false,
      ...(raw.requirement === undefined ? {} : { requirement: requirementOf(raw.requirement) }),
      ...(raw.repeat === undefined ? {} : { repeat: raw.repeat }),
    },
  };
}

/** A case as it is asked: itself, or the variants that take its place. */
async function loadCase(
  spec: CaseSpec,
  setting: SuiteSetting,
  context: SuiteContext,
): Promise<{ cases: readonly KnownCase[]; findings: readonly CaseFinding[] }> {
  const resolved = await resolveCase(spec, setting);
  if ('findings' in resolved) return { cases: [], findings: resolved.findings };
  const known = resolved.case;
  const scorerFrom = spec.scorer === undefined ? 'defaults' : 'case';
  const findings = gradingFindings(known.sample, context.scorers, scorerFrom);
  const permute = permutationOf(spec, setting, known);
  if (findings.length > 0 || permute === 'none') return { cases: [known], findings };
  const permuted = permuteChoices(known, { kind: permute, seed: 0 });
  if ('findings' in permuted) return { cases: [], findings: permuted.findings };
  const variants = permuted.variants.map(({ case: variant, order }) => ({
    ...variant,
    sample: { ...variant.sample, permutation: { of: known.sample.case, order } },
  }));
  return { cases: variants, findings };
}

/**
 * A default is for the choice cases of a suite and passes over the others; a case that asks for it
 * itself and cannot have it is a finding.
 */
function permutationOf(
  spec: CaseSpec,
  { defaults }: SuiteSetting,
  { sample }: KnownCase,
): NonNullable<CaseSpec['permute']> {
  if (spec.permute !== undefined) return spec.permute;
  return sample.scorer?.use === 'choice' ? (defaults.permute ?? 'none') : 'none';
}

function requirementOf(raw: NonNullable<SuiteFile['requirement']>): Requirement {
  return { level: 'MUST', rule: 'three-way', minN: 1, ...raw };
}

function headProblems(
  raw: SuiteFile,
  document: YamlDocument,
  context: SuiteContext,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (raw.indicator !== 'custom' && !context.indicators.has(raw.indicator)) {
    problems.push({
      code: 'unknown-indicator',
      severity: 'error',
      ...document.place(['indicator']),
      message: {
        zh: `指标 “${raw.indicator}” 不在目录中。`,
        en: `The indicator "${raw.indicator}" is not in the catalogue.`,
      },
      hint: {
        zh: '用 aigc list standard 查看目录；自有套件可写 indicator: custom。',
        en: 'See `aigc list standard`; a suite of your own may say "indicator: custom".',
      },
      ...suggestion(raw.indicator, [...context.indicators]),
    });
  }
  if (raw.requirement !== undefined && raw.indicator !== 'custom') {
    problems.push({
      code: 'requirement',
      severity: 'error',
      ...document.placeOfKey(['requirement']),
      message: {
        zh: 'requirement 只用于 indicator: custom；目录中的指标由目录规定限值。',
        en: '"requirement" goes with "indicator: custom" only; the catalogue states the limits of its own indicators.',
      },
    });
  }
  const scorer = scorerUse(raw.defaults?.scorer);
  for (const found of scorer === undefined ? [] : scorerFindings(scorer, context.scorers)) {
    const path = ['defaults', 'scorer', ...found.path];
    const place = found.aboutKey ? document.placeOfKey(path) : document.place(path);
    problems.push({ code: found.code, severity: 'error', ...place, message: found.text });
  }
  return problems;
}
