import type { SchemaObject } from 'ajv';
import schema from '../../schemas/disclosure.schema.json' with { type: 'json' };
import { schemaFindings } from '../document/index.ts';
import type { Bundle } from './bundle.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import type { Disclosure, ProvenItem, ProvenLine } from './disclosure.ts';
import { belongsTo } from './disclosure.ts';
import type { EvidenceFinding } from './finding.ts';
import type { HiddenItem } from './hidden.ts';
import { hiddenItem } from './hidden.ts';
import { isIncluded, leafHash } from './merkle.ts';
import type { AttemptRecord, Item, ScoreRecord } from './records.ts';
import type { Chained } from './redact.ts';

/**
 * Checks a disclosure against a manifest, whose own truth is the business of its signature: every
 * line is one of the run, a hidden item is the one that was committed to, and all of it is about
 * the case it names. The manifest is the same in every edition.
 *
 * That nothing was left out is seen as far as numbers show it: turns and their attempts count up
 * from 0, and a score names its attempt. Whether a last attempt or a repeat is missing only the run
 * itself can tell; its public edition has a line for each.
 *
 * @param document what was disclosed, parsed; anything
 * @param manifest the text of bundle.json
 * @returns nothing when all is well
 */
export function checkDisclosure(document: unknown, manifest: string): readonly EvidenceFinding[] {
  const findings: EvidenceFinding[] = [];
  const report: Report = (code, zh, en, place) => {
    findings.push({ code, message: { zh, en }, ...(place === undefined ? {} : { place }) });
  };
  for (const { path, message } of schemaFindings(schema as SchemaObject, document)) {
    report('DISCLOSURE_FORMAT', message.zh, message.en, path.join('.') || undefined);
  }
  if (findings.length > 0) return findings;
  const disclosure = document as Disclosure;
  const bundle = manifestOf(disclosure, manifest, report);
  if (bundle === null) return findings;
  const { roots, counts } = bundle;
  const trees = {
    items: { size: counts.items, root: roots.items },
    attempts: { size: counts.attempts, root: roots.samples },
    scores: { size: counts.scores, root: roots.scores },
  };
  for (const [list, tree] of Object.entries(trees) as [Part, Tree][]) {
    checkProofs(list, disclosure[list], tree, report);
  }
  const samples = checkItems(disclosure, report);
  const attempts = checkAttempts(disclosure.attempts, samples, report);
  checkScores(disclosure.scores, samples, attempts, report);
  return findings;
}

type Report = (code: string, zh: string, en: string, place?: string) => void;
type Part = 'items' | 'attempts' | 'scores';
type Tree = { readonly size: number; readonly root: string };

function manifestOf({ bundle, roots, counts }: Disclosure, text: string, report: Report) {
  if (sha256(text) !== bundle) {
    report(
      'DISCLOSURE_BUNDLE',
      '披露文件所属的不是这份清单 bundle.json。',
      'The disclosure belongs to another manifest than this bundle.json.',
    );
    return null;
  }
  try {
    const { roots: real, counts: counted } = JSON.parse(text) as Bundle;
    const { items, samples, scores } = real;
    const same =
      canonicalJson(roots) === canonicalJson({ items, samples, scores }) &&
      canonicalJson(counts) === canonicalJson(counted);
    if (same) return { roots, counts };
    report(
      'DISCLOSURE_ROOTS',
      '披露文件中的根摘要或行数与清单不同。',
      'The roots or counts of the disclosure are not those of the manifest.',
    );
  } catch (error) {
    const detail = (error as Error).message;
    report(
      'DISCLOSURE_BUNDLE',
      `清单无法读取：${detail}。`,
      `The manifest cannot be read: ${detail}.`,
    );
  }
  return null;
}

function checkProofs(list: Part, lines: readonly ProvenLine[], tree: Tree, report: Report): void {
  const seen = new Set<number>();
  for (const [i, { line, proof }] of lines.entries()) {
    const place = `${list}.${i}`;
    if (!isIncluded(leafHash(line), proof, tree)) {
      report(
        'DISCLOSURE_PROOF',
        '这一行不在该次运行的记录中：包含证明不成立。',
        'This line is not one of the run: its inclusion proof does not hold.',
        place,
      );
    }
    if (seen.has(proof.index)) {
      report('DISCLOSURE_TWICE', '同一行出现两次。', 'The same line stands here twice.', place);
    }
    seen.add(proof.index);
  }
}

/** Returns the ids of the disclosed samples. */
function checkItems({ case: id, items }: Disclosure, report: Report): ReadonlySet<string> {
  const samples = new Set<string>();
  for (const [i, proven] of items.entries()) {
    const place = `items.${i}`;
    const item = itemOf(proven, place, report);
    if (item === null) continue;
    if (!belongsTo(id, item)) otherCase(place, report);
    samples.add(item.id);
  }
  return samples;
}

/** The item of a line, or null when it is none or is not what was committed to. */
function itemOf(proven: ProvenItem, place: string, report: Report): Item | null {
  const line = parsedLine<Item & Partial<HiddenItem>>(proven.line, place, report);
  if (line === null) return null;
  if (line.commitment === undefined) {
    if (proven.item === undefined) return line;
    report(
      'DISCLOSURE_COMMITMENT',
      '这一行是公开题，没有可打开的承诺。',
      'This line is a public item, and has no commitment to open.',
      place,
    );
    return null;
  }
  const { salt, item } = proven;
  try {
    if (salt !== undefined && item !== undefined) {
      // The whole line is made again: what it says of the item has to be true of it too.
      if (canonicalJson(hiddenItem(item, proven.proof.index, salt)) === proven.line) return item;
    }
  } catch {
    // Falls through: what hangs together so badly is not what was committed to either.
  }
  report(
    'DISCLOSURE_COMMITMENT',
    '保密题没有打开，或打开的题目不是事先承诺的那一道。',
    'The hidden item is not opened, or it is not the one that was committed to.',
    place,
  );
  return null;
}

function checkAttempts(
  lines: readonly ProvenLine[],
  samples: ReadonlySet<string>,
  report: Report,
): FirstTurns {
  const attempts = new Set<string>();
  const first = new Map<string, number>();
  for (const [i, proven] of lines.entries()) {
    const record = recordOf<AttemptRecord>('attempt', proven, `attempts.${i}`, samples, report);
    if (record === null) continue;
    const { sample, turn, attempt } = record;
    attempts.add(JSON.stringify([sample, turn, attempt]));
    const key = JSON.stringify([sample, attempt]);
    first.set(key, Math.min(turn, first.get(key) ?? turn));
  }
  for (const key of attempts) {
    const [sample, turn, attempt] = JSON.parse(key) as [string, number, number];
    // The try before it, or the turn before it; the first try of the first turn has neither.
    const before = attempt > 0 ? [sample, turn, attempt - 1] : [sample, turn - 1, 0];
    if (turn + attempt === 0 || attempts.has(JSON.stringify(before))) continue;
    report(
      'DISCLOSURE_GAP',
      `样本 ${sample} 第 ${turn + 1} 轮的第 ${attempt + 1} 次尝试之前，有尝试没有披露。`,
      `Of the sample ${sample}, an attempt before number ${attempt + 1} at turn ${turn + 1} is not disclosed.`,
      'attempts',
    );
  }
  return first;
}

/** The first turn that has an attempt of a number, by sample and number. */
type FirstTurns = ReadonlyMap<string, number>;

function checkScores(
  lines: readonly ProvenLine[],
  samples: ReadonlySet<string>,
  attempts: FirstTurns,
  report: Report,
): void {
  for (const [i, proven] of lines.entries()) {
    const place = `scores.${i}`;
    const record = recordOf<ScoreRecord>('score', proven, place, samples, report);
    if (record === null) continue;
    const { sample, turn, attempt } = record;
    // A turn that was never reached is scored on the answer that ended the dialogue before it.
    if ((attempts.get(JSON.stringify([sample, attempt])) ?? Infinity) <= turn) continue;
    report(
      'DISCLOSURE_GAP',
      '所评的尝试没有一并披露。',
      'The attempt that was scored is not disclosed with it.',
      place,
    );
  }
}

/** The record of a line, or null when it is none of a disclosed sample. */
function recordOf<R extends AttemptRecord | ScoreRecord>(
  kind: R['kind'],
  { line, proof }: ProvenLine,
  place: string,
  samples: ReadonlySet<string>,
  report: Report,
): R | null {
  const record = parsedLine<Chained<R>>(line, place, report);
  if (record === null) return null;
  const { turn, attempt, seq } = record;
  const whole = [turn, attempt].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (record.kind !== kind || !whole || seq !== proof.index) {
    report(
      'DISCLOSURE_LINE',
      '这一行不是此类记录，或其序号与位置不符。',
      'This line is no record of this kind, or its number is not its place.',
      place,
    );
    return null;
  }
  if (samples.has(record.sample)) return record;
  otherCase(place, report);
  return null;
}

/** A line that is one canonical JSON object, which every program reads alike. */
function parsedLine<T extends object>(line: string, place: string, report: Report): T | null {
  try {
    const value = JSON.parse(line) as T | null;
    if (typeof value === 'object' && value !== null && canonicalJson(value) === line) return value;
  } catch {
    // Falls through.
  }
  report(
    'DISCLOSURE_LINE',
    '这一行不是规范 JSON（RFC 8785）的对象。',
    'This line is no object in canonical JSON (RFC 8785).',
    place,
  );
  return null;
}

function otherCase(place: string, report: Report): void {
  report('DISCLOSURE_CASE', '这一行属于别的用例。', 'This line is about another case.', place);
}
