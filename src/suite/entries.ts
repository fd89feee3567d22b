import { basename, dirname, extname } from 'node:path';
import type { SchemaObject } from 'ajv';
import schema from '../../schemas/suite.schema.json' with { type: 'json' };
import type { Problem, YamlDocument } from '../document/index.ts';
import { schemaFindings, suggestion, UserError } from '../document/index.ts';
import type { RepeatPlan } from '../evidence/index.ts';
import type { Json, LocalText } from '../model/index.ts';
import type { Scorer } from '../scorers/contract.ts';
import type { RuleKind } from '../standard/index.ts';
import type { Generator as CaseGenerator } from './generators/contract.ts';
import { randomFrom } from './random.ts';
import type { SuiteSetting } from './resolve-case.ts';
import { insideFolder } from './resolve-case.ts';
import type { CaseDefaults, CaseSpec, Requirement } from './suite.ts';
import { readRows, requireHeld } from './table.ts';

/** What a suite is checked against. */
export interface SuiteContext {
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly generators: ReadonlyMap<string, CaseGenerator>;
  /** Ids of the catalogue's indicators. */
  readonly indicators: ReadonlySet<string>;
}

/** A case in bulk that comes from a generator or a data file. */
export interface Placed {
  readonly spec: CaseSpec;
  /** Where a finding about `key` of this case stands. */
  place(key: string | null): Partial<Problem>;
}

interface GenerateEntry {
  readonly generate: { use: string; count: number; seed: number | string; options?: object };
}

interface FromEntry {
  readonly from: string;
  readonly sheet?: string;
  readonly prompt?: string;
  readonly map?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

export interface SuiteFile {
  readonly suite: string;
  readonly version: string;
  readonly indicator: string;
  readonly title: LocalText;
  readonly licence: string;
  readonly source: string;
  readonly demonstration?: boolean;
  readonly repeat?: RepeatPlan;
  readonly requirement?: Partial<Requirement> & { threshold: string; rule?: RuleKind };
  readonly defaults?: CaseDefaults;
  readonly cases: readonly (CaseSpec | GenerateEntry | FromEntry)[];
}

/**
 * The cases of a suite file one by one, each with the place its findings are shown at. Problems of
 * whole entries (unknown generator, missing data file) are added to `problems`.
 */
export async function* placedCases(
  raw: SuiteFile,
  document: YamlDocument,
  setting: SuiteSetting,
  context: SuiteContext,
  problems: Problem[],
): AsyncGenerator<Placed> {
  const seen = new Set<string>();
  for (const [i, entry] of raw.cases.entries()) {
    const path = ['cases', i] as const;
    try {
      for await (const placed of entryCases(entry, path, raw, document, setting, context)) {
        if (seen.has(placed.spec.id)) {
          problems.push({
            code: 'duplicate-id',
            severity: 'error',
            ...placed.place('id'),
            message: {
              zh: `用例编号 “${placed.spec.id}” 重复。`,
              en: `The case id "${placed.spec.id}" occurs twice.`,
            },
          });
          continue;
        }
        seen.add(placed.spec.id);
        yield placed;
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems.map((p) => ({ ...document.place(path), ...p })));
    }
  }
  if (seen.size === 0 && problems.length === 0) {
    problems.push({
      code: 'empty-suite',
      severity: 'error',
      ...document.place(['cases']),
      message: { zh: '套件没有任何用例。', en: 'The suite has no case.' },
    });
  }
}

function entryCases(
  entry: SuiteFile['cases'][number],
  path: readonly [string, number],
  raw: SuiteFile,
  document: YamlDocument,
  setting: SuiteSetting,
  context: SuiteContext,
): Iterable<Placed> | AsyncIterable<Placed> {
  if ('generate' in entry) return generatedCases(entry, path, raw, document, context);
  if ('from' in entry) return importedCases(entry, path, raw, document, setting);
  const place = (key: string | null): Partial<Problem> =>
    document.place(key === null ? path : [...path, key]);
  return [{ spec: entry, place }];
}

/** Tries for one case that differs from all before, before the generator is called exhausted. */
const MAX_DRAWS = 200;

function* generatedCases(
  entry: GenerateEntry,
  path: readonly [string, number],
  raw: SuiteFile,
  document: YamlDocument,
  context: SuiteContext,
): Generator<Placed> {
  const { use, count, seed, options = {} } = entry.generate;
  const at = document.place([...path, 'generate']);
  const generator = context.generators.get(use);
  if (generator === undefined) {
    const hint = suggestion(use, [...context.generators.keys()]);
    const message = {
      zh: `没有名为 “${use}” 的生成器。`,
      en: `There is no generator "${use}".`,
    };
    throw new UserError([
      { code: 'unknown-generator', severity: 'error', ...at, message, ...hint },
    ]);
  }
  const wrong = schemaFindings(generator.options, options);
  if (wrong.length > 0) {
    throw new UserError(
      wrong.map((found) => ({
        code: 'generator-option',
        severity: 'error',
        ...document[found.aboutKey ? 'placeOfKey' : 'place']([
          ...[...path, 'generate', 'options', ...found.path],
        ]),
        message: found.message,
        ...(found.hint === undefined ? {} : { hint: found.hint }),
      })),
    );
  }
  const { generate: _generate, ...common } = entry as GenerateEntry & Partial<CaseSpec>;
  const prompts = new Set<string>();
  for (let number = 1, draw = 0; number <= count; draw++) {
    const made = generator.generate(
      options as Record<string, Json>,
      randomFrom(use, generator.version, seed, draw),
    );
    const key = JSON.stringify([made.prompt ?? made.messages, made.turns]);
    if (prompts.has(key)) {
      if (draw > MAX_DRAWS + count * 4) {
        throw UserError.of(
          'generator-exhausted',
          `生成器 “${use}” 用这些选项只能给出 ${prompts.size} 个不同的用例，要求 ${count} 个。`,
          `The generator "${use}" has only ${prompts.size} different cases with these options; ${count} are asked for.`,
          at,
        );
      }
      continue;
    }
    prompts.add(key);
    const { choices, ...fields } = made;
    const id = `${raw.suite}-${use}-${seed}-${String(number).padStart(String(count).length, '0')}`;
    const spec = {
      ...common,
      ...fields,
      id,
      ...(choices === undefined
        ? {}
        : { choices: Object.fromEntries(choices.map((c) => [c.label, c.text])) }),
      ...(made.cluster === undefined ? {} : { cluster: `${raw.suite}-${made.cluster}` }),
    } as CaseSpec;
    yield { spec, place: () => at };
    number++;
  }
}

async function* importedCases(
  entry: FromEntry,
  path: readonly [string, number],
  raw: SuiteFile,
  document: YamlDocument,
  setting: SuiteSetting,
): AsyncGenerator<Placed> {
  const file = insideFolder(setting.folder, entry.from);
  if (file === null) {
    throw UserError.of(
      'path-escape',
      `数据文件 ${entry.from} 不存在，或不在套件所在文件夹之内。`,
      `The data file ${entry.from} does not exist, or lies outside the suite's folder.`,
      document.place([...path, 'from']),
    );
  }
  const shown = `${dirname(document.file)}/${entry.from}`.replace(/^\.\//, '');
  const rows = await readRows(file, shown, entry.sheet);
  const {
    from: _from,
    map: _map,
    sheet: _sheet,
    ...common
  } = entry as FromEntry & Partial<CaseSpec>;
  const stem = basename(entry.from, extname(entry.from));
  for (const [i, row] of rows.entries()) {
    const at = { file: shown, line: row.line };
    requireHeld(row, usedColumns(entry.map, row.values), at);
    const mapped = entry.map === undefined ? row.values : mappedRow(entry.map, row.values, at);
    const spec: Record<string, unknown> = {
      id: `${raw.suite}-${stem}-${i + 1}`,
      ...common,
      ...withTexts(mapped),
    };
    const findings = schemaFindings(CASE_SCHEMA, spec);
    if (findings.length > 0) {
      throw new UserError(
        findings.map((found) => ({
          code: found.code,
          severity: 'error',
          ...at,
          message: {
            zh: `${found.path.join('.')}：${found.message.zh}`,
            en: `${found.path.join('.')}: ${found.message.en}`,
          },
          ...(found.hint === undefined ? {} : { hint: found.hint }),
        })),
      );
    }
    yield { spec: spec as unknown as CaseSpec, place: () => at };
  }
}

/** Spreadsheets type their cells; a number in a text field is meant as it is shown. */
function withTexts(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const texts = new Set(['id', 'prompt', 'system', 'target', 'cluster', 'reference', 'note']);
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      texts.has(key) && (typeof value === 'number' || typeof value === 'boolean')
        ? String(value)
        : value,
    ]),
  );
}

/** The schema of one written case, for rows that come from a data file. */
const CASE_SCHEMA = { ...schema.$defs.case, $defs: schema.$defs } as SchemaObject;

function usedColumns(map: FromEntry['map'], values: Readonly<Record<string, Json>>): string[] {
  if (map === undefined) return Object.keys(values);
  return Object.values(map).flatMap((source) =>
    typeof source === 'string' ? source : Object.values(source),
  );
}

/** Picks the columns that `map` names; a column that is not there, or is empty, is a problem. */
function mappedRow(
  map: NonNullable<FromEntry['map']>,
  values: Readonly<Record<string, Json>>,
  at: Partial<Problem>,
): Record<string, unknown> {
  const column = (name: string): Json => {
    const value = values[name];
    if (value !== undefined && value !== null) return value;
    throw UserError.of(
      'missing-column',
      `这一行没有列 “${name}” 的值。`,
      `This row has no value in the column "${name}".`,
      at,
    );
  };
  return Object.fromEntries(
    Object.entries(map).map(([key, source]) => [
      key,
      typeof source === 'string'
        ? column(source)
        : Object.fromEntries(Object.entries(source).map(([label, name]) => [label, column(name)])),
    ]),
  );
}
