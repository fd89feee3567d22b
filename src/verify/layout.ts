import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaObject } from 'ajv';
import type { Results } from '../derive/index.ts';
import { UserError } from '../document/index.ts';
import type { Bundle, Edition, Plan } from '../evidence/index.ts';
import {
  EDITION_FILE,
  ITEM_FILES,
  planDigest,
  RUN_FILES,
  readPlan,
  sha256,
} from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import { SHAPES, shapeFaults } from './shapes.ts';
import { readStrictJson } from './strict-json.ts';
import { withoutFolder } from './unexpected.ts';

/** A run folder whose small files were read: what the further steps begin with. */
export interface OpenedBundle {
  readonly folder: string;
  /** Plain files that a run folder may hold; relative paths, `/`-separated. Nothing else is read. */
  readonly files: ReadonlySet<string>;
  readonly bundle: Bundle;
  /** SHA-256 of bundle.json. */
  readonly bundleDigest: string;
  readonly plan: Plan;
  readonly planDigest: string;
  readonly results: Results;
  readonly resultsText: string;
  readonly edition: 'auditor' | 'public';
  /** Null in the edition for auditors. */
  readonly substitutes: Edition | null;
}

const PLAN_FILES = ['catalogue', 'plan', 'rules', 'sampling', 'suite.lock', 'sut'].map(
  (name) => `plan/${name}.json`,
);

const REQUIRED = [
  RUN_FILES.bundle,
  ...PLAN_FILES,
  ITEM_FILES.public,
  RUN_FILES.environment,
  RUN_FILES.journal,
  RUN_FILES.attempts,
  RUN_FILES.scores,
  RUN_FILES.results,
] as const;

/** Every path that a run folder may hold. */
const ALLOWED: readonly RegExp[] = [
  /^(?:bundle|edition|verification)\.json$/,
  /^STATEMENT\.yaml$/,
  /^plan\/(?:catalogue|plan|rules|sampling|suite\.lock|sut)\.json$/,
  /^plan\/items\.(?:public|hidden)\.jsonl$/,
  /^plan\/media\/[0-9a-f]{64}$/,
  /^evidence\/(?:journal|samples|scores)\.000\.jsonl$/,
  /^evidence\/reviews\.jsonl$/,
  /^evidence\/env\.json$/,
  /^evidence\/artefacts\/[0-9a-f]{64}$/,
  /^results\/results\.json$/,
  /^attest\/(?:plan|run|verdict)\.dsse\.json$/,
  /^attest\/(?:review|record|spot-check)-[A-Za-z0-9._-]+\.dsse\.json$/,
  /^private\/reveal\.jsonl$/,
  /^report\/[A-Za-z0-9][A-Za-z0-9._/-]*$/,
];

const MIB = 1024 * 1024;

/** Files that are read whole, and how many bytes they have at most. */
const LARGEST: readonly (readonly [path: RegExp, bytes: number])[] = [
  [/^attest\//, 16 * MIB],
  [/\.json$/, 256 * MIB],
];

/**
 * V0: the files are there, nothing else is, and the small ones are canonical and of their shape.
 *
 * @returns null when one of those is missing or damaged that all further steps begin with
 */
export function openBundle(folder: string, findings: Findings): OpenedBundle | null {
  const files = listFiles(folder, findings);
  const missing = REQUIRED.filter((path) => !files.has(path));
  for (const path of missing) {
    findings.error('STRUCT_MISSING', '缺少文件。', 'The file is missing.', { file: path });
  }
  const read = (file: string, shape: SchemaObject | null) =>
    files.has(file) ? readSmall(folder, file, shape, findings) : null;
  const bundle = read(RUN_FILES.bundle, SHAPES.bundle);
  const results = read(RUN_FILES.results, SHAPES.results);
  const substitutes = read(EDITION_FILE, SHAPES.edition);
  read(RUN_FILES.environment, null);
  const plan = readPlanFiles(folder, files, findings);
  // An edition.json that cannot be read must not make of a public edition one for auditors.
  const whole = files.has(EDITION_FILE) === (substitutes !== null) && missing.length === 0;
  if (bundle === null || results === null || plan === null || !whole) return null;
  return {
    ...{ folder, files, plan, planDigest: planDigest(plan) },
    bundle: bundle.value as Bundle,
    bundleDigest: sha256(bundle.text),
    results: results.value as Results,
    resultsText: results.text,
    edition: substitutes === null ? 'auditor' : 'public',
    substitutes: (substitutes?.value ?? null) as Edition | null,
  };
}

/** The files that may be read. Others are reported, and what they are is not looked into. */
function listFiles(folder: string, findings: Findings): ReadonlySet<string> {
  const files = new Set<string>();
  const walk = (path: string): void => {
    for (const name of readdirSync(join(folder, path)).toSorted()) {
      const inner = path === '' ? name : `${path}/${name}`;
      const entry = lstatSync(join(folder, inner));
      if (entry.isDirectory()) {
        walk(inner);
        continue;
      }
      const [code, zh, en] = entry.isFile() ? (fileFault(inner, entry.size) ?? []) : LINK;
      if (code === undefined) files.add(inner);
      else findings.error(code, zh ?? '', en ?? '', { file: inner });
    }
  };
  walk('');
  return files;
}

type Fault = readonly [code: string, zh: string, en: string];

const LINK: Fault = [
  'STRUCT_LINK',
  '不是普通文件（符号链接等）。',
  'This is no plain file (a link or the like).',
];

function fileFault(path: string, size: number): Fault | null {
  if (path === RUN_FILES.lock) {
    return [
      'STRUCT_LOCKED',
      '运行尚在进行，或被中断后没有清理。',
      'A run is going on, or was cut off.',
    ];
  }
  if (!ALLOWED.some((pattern) => pattern.test(path)) || path.includes('..')) {
    return ['STRUCT_EXTRA', '运行文件夹中不应有此文件。', 'A run folder has no such file.'];
  }
  const largest = LARGEST.find(([pattern]) => pattern.test(path))?.[1] ?? Infinity;
  return size > largest ? ['STRUCT_SIZE', '文件过大。', 'The file is too large.'] : null;
}

function readSmall(
  folder: string,
  file: string,
  shape: SchemaObject | null,
  findings: Findings,
): { value: unknown; text: string } | null {
  const read = readStrictJson(readFileSync(join(folder, file)));
  if (read.fault !== null) {
    findings.error('STRUCT_JSON', read.fault.zh, read.fault.en, { file });
    return null;
  }
  const faults = shape === null ? [] : shapeFaults(shape, read.value);
  for (const { zh, en } of faults) findings.error('STRUCT_SCHEMA', zh, en, { file });
  return faults.length > 0 ? null : read;
}

/** The plan put together, if every file of it can be read and no part of it stands in two. */
function readPlanFiles(
  folder: string,
  files: ReadonlySet<string>,
  findings: Findings,
): Plan | null {
  const parts = PLAN_FILES.map((file) =>
    files.has(file) ? readSmall(folder, file, PLAN_FILE, findings) : null,
  );
  if (parts.includes(null)) return null;
  const file = 'plan';
  let plan: Plan;
  try {
    plan = readPlan(folder);
  } catch (error) {
    const [problem] = error instanceof UserError ? error.problems : [];
    if (problem === undefined) throw error;
    const { zh, en } = withoutFolder(problem.message, folder);
    findings.error('STRUCT_PLAN', zh, en, { file });
    return null;
  }
  const keys = parts.reduce((sum, part) => sum + Object.keys(part?.value as object).length, 0);
  if (keys !== Object.keys(plan).length) {
    const [zh, en] = [
      '计划的同一部分出现在两个文件中。',
      'A part of the plan stands in two files.',
    ];
    findings.error('STRUCT_PLAN', zh, en, { file });
  }
  return plan;
}

const PLAN_FILE: SchemaObject = { type: 'object' };
