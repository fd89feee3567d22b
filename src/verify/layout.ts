import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaObject } from 'ajv';
import evidenceSchema from '../../schemas/evidence.schema.json' with { type: 'json' };
import resultsSchema from '../../schemas/results.schema.json' with { type: 'json' };
import type { Results } from '../derive/index.ts';
import { schemaFindings } from '../document/index.ts';
import type { Bundle, Edition, Plan } from '../evidence/index.ts';
import {
  canonicalJson,
  EDITION_FILE,
  ITEM_FILES,
  planDigest,
  RUN_FILES,
  readPlan,
  sha256,
} from '../evidence/index.ts';
import type { Findings } from './findings.ts';

/** A run folder whose small files were read: what the further steps begin with. */
export interface OpenedBundle {
  readonly folder: string;
  /** Paths relative to the folder, `/`-separated. */
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

const REQUIRED = [
  RUN_FILES.bundle,
  ...['catalogue', 'plan', 'rules', 'sampling', 'suite.lock', 'sut'].map((n) => `plan/${n}.json`),
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
  /^evidence\/(?:journal|samples|scores)\.\d{3}\.jsonl$/,
  /^evidence\/(?:reviews)\.jsonl$/,
  /^evidence\/env\.json$/,
  /^evidence\/artefacts\/[0-9a-f]{64}$/,
  /^results\/results\.json$/,
  /^attest\/(?:plan|run|verdict)\.dsse\.json$/,
  /^attest\/(?:review|record|spot-check)-[A-Za-z0-9._-]+\.dsse\.json$/,
  /^private\/reveal\.jsonl$/,
  /^report\/[A-Za-z0-9][A-Za-z0-9._/-]*$/,
];

/** Small files are read whole; a larger one is not a run folder's. Bytes. */
const LARGEST_SMALL_FILE = 256 * 1024 * 1024;

/** V0: the files are there, nothing else is, and the small ones are canonical and of their schema. */
export function openBundle(folder: string, findings: Findings): OpenedBundle | null {
  const files = listFiles(folder, findings);
  const missing = REQUIRED.filter((path) => !files.has(path));
  for (const path of missing) {
    findings.error('STRUCT_MISSING', '缺少文件。', 'The file is missing.', { file: path });
  }
  if (missing.length > 0) return null;

  const bundle = readSmall(folder, RUN_FILES.bundle, defined('bundle'), findings);
  const results = readSmall(folder, RUN_FILES.results, resultsSchema as SchemaObject, findings);
  const substitutes = files.has(EDITION_FILE)
    ? readSmall(folder, EDITION_FILE, EDITION, findings)
    : null;
  for (const path of files) {
    if (!/^(?:plan|evidence)\/[^/]+\.json$/.test(path)) continue;
    readSmall(folder, path, null, findings);
  }
  if (bundle === null || results === null || findings.failed) return null;
  let plan: Plan;
  try {
    plan = readPlan(folder);
  } catch (error) {
    const detail = (error as Error).message;
    findings.error('STRUCT_PLAN', `计划无法读取：${detail}`, `The plan cannot be read: ${detail}`, {
      file: 'plan',
    });
    return null;
  }
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

function listFiles(folder: string, findings: Findings): ReadonlySet<string> {
  const files = new Set<string>();
  const walk = (path: string): void => {
    for (const name of readdirSync(join(folder, path))) {
      const inner = path === '' ? name : `${path}/${name}`;
      const entry = lstatSync(join(folder, inner));
      if (entry.isDirectory()) {
        walk(inner);
      } else if (!entry.isFile()) {
        const [zh, en] = [
          '不是普通文件（符号链接等）。',
          'This is no plain file (a link or the like).',
        ];
        findings.error('STRUCT_LINK', zh, en, { file: inner });
      } else if (inner === RUN_FILES.lock) {
        const [zh, en] = [
          '运行尚在进行，或被中断后没有清理。',
          'A run is going on, or was cut off.',
        ];
        findings.error('STRUCT_LOCKED', zh, en, { file: inner });
      } else if (ALLOWED.some((pattern) => pattern.test(inner)) && !inner.includes('..')) {
        files.add(inner);
      } else {
        const [zh, en] = ['运行文件夹中不应有此文件。', 'A run folder has no such file.'];
        findings.error('STRUCT_EXTRA', zh, en, { file: inner });
      }
    }
  };
  walk('');
  return files;
}

/** A JSON file in canonical form, which also means that no key stands in it twice. */
function readSmall(
  folder: string,
  file: string,
  schema: SchemaObject | null,
  findings: Findings,
): { value: unknown; text: string } | null {
  const path = join(folder, file);
  if (lstatSync(path).size > LARGEST_SMALL_FILE) {
    findings.error('STRUCT_SIZE', '文件过大。', 'The file is too large.', { file });
    return null;
  }
  const text = readFileSync(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (canonicalJson(value) !== text) throw new SyntaxError('not canonical JSON (RFC 8785)');
  } catch (error) {
    const detail = (error as Error).message;
    findings.error('STRUCT_JSON', `不是规范 JSON：${detail}`, `Not canonical JSON: ${detail}`, {
      file,
    });
    return null;
  }
  if (schema === null) return { value, text };
  const problems = schemaFindings(schema, value);
  for (const { path: at, message } of problems) {
    const place = at.join('.');
    findings.error('STRUCT_SCHEMA', `${place}：${message.zh}`, `${place}: ${message.en}`, { file });
  }
  return problems.length > 0 ? null : { value, text };
}

/** The schema of one kind of line or file of a run folder. */
export function defined(name: keyof typeof evidenceSchema.$defs): SchemaObject {
  return { $ref: `#/$defs/${name}`, $defs: evidenceSchema.$defs };
}

const EDITION = defined('edition');
