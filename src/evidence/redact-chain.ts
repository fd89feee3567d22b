import { join } from 'node:path';
import { UserError } from '../document/index.ts';
import { canariesOf } from './canaries.ts';
import { canonicalJson } from './canonical.ts';
import { answerMark, blindOf } from './hidden.ts';
import { ITEM_FILES, readPlacedItems } from './items.ts';
import { readJsonLines } from './json-lines.ts';
import { newLineFile } from './line-file.ts';
import type { AttemptRecord, JournalRecord, RedactedRecord, ScoreRecord } from './records.ts';
import type { Chained } from './redact.ts';
import { redactedAttempt, redactedEvent, redactedScore } from './redact.ts';
import { readPlan } from './run-folder.ts';

/** What has to be known of the samples to tell which lines are shown. */
export interface Pools {
  /** By sample id; null for one of the public pool. */
  readonly samples: ReadonlyMap<string, HiddenSample | null>;
  /** Number of hidden samples. */
  readonly hidden: number;
}

interface HiddenSample {
  readonly salt: string;
  readonly case: HiddenCase;
}

interface HiddenCase {
  /** Of its first sample. */
  readonly salt: string;
  samples: number;
}

/**
 * Which samples are hidden, by what the plan commits to: nobody has to believe what an item says of
 * itself.
 *
 * @throws UserError where that is not clear
 */
export function readPools(folder: string): Pools {
  const samples = new Map<string, HiddenSample | null>();
  const cases = new Map<string, HiddenCase>();
  let hidden = 0;
  for (const { item, hidden: line, reveal } of readPlacedItems(folder)) {
    if (samples.has(line?.id ?? item.id)) throw unclear(folder);
    if (line === null) {
      if (item.pool !== 'public') throw unclear(folder);
      samples.set(item.id, null);
      continue;
    }
    if (reveal?.id !== line.id) throw unclear(folder);
    const known = cases.get(line.case) ?? { salt: reveal.salt, samples: 0 };
    cases.set(line.case, known);
    known.samples++;
    hidden++;
    samples.set(line.id, { salt: reveal.salt, case: known });
  }
  // What the model is asked to see that it is the same is no item, and the same for everyone.
  for (const { id } of canariesOf(readPlan(folder))) samples.set(id, null);
  return { samples, hidden };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

type Line = Chained<AttemptRecord> | Chained<ScoreRecord> | Chained<JournalRecord>;

/**
 * Writes a chain again with each line replaced that is about a hidden item.
 *
 * @throws UserError for a line that can neither be shown nor replaced
 */
export function redactChain(source: string, target: string, items: Pools): void {
  const out = newLineFile(target);
  try {
    let line = 0;
    for (const { value, text } of readJsonLines<Line>(source)) {
      line++;
      const redacted = redactedLine(value, text, items, { file: source, line });
      out.add(redacted === null ? text : canonicalJson(redacted));
    }
  } finally {
    out.close();
  }
}

/** Null for a line that may be shown. */
function redactedLine(
  record: Line,
  text: string,
  { samples, hidden }: Pools,
  place: Place,
): RedactedRecord | null {
  if (record.kind === 'event') {
    const open = hidden === 0 || Object.keys(record.detail).every((key) => OPEN_DETAILS.has(key));
    return open ? null : redactedEvent(record, text);
  }
  const sample = samples.get(record.sample);
  if (sample === null) return null;
  // Without its blind, a line could be found from its digest by trying answers.
  if (sample === undefined || record.blind !== blindOf(sample.salt, record)) {
    throw unknownSample(place);
  }
  if (record.kind === 'attempt') return redactedAttempt(record, text);
  const marked = sample.case.samples > 1 && record.parsed !== null;
  return redactedScore(record, text, marked ? answerMark(sample.case.salt, record.parsed) : null);
}

/** Details of an event that are figures and digests; others may quote what a provider said. */
const OPEN_DETAILS: ReadonlySet<string> = new Set(['plan', 'bytes', 'inputTokens', 'outputTokens']);

function unknownSample(place: Place): UserError {
  return UserError.of(
    'evidence-damaged',
    '这一行不属于计划中的样本，或缺少保密题记录应有的盲化值，因此不能公开。',
    'This line belongs to no planned sample, or lacks the blind of a line about a hidden item, and cannot be made public.',
    place,
  );
}

function unclear(folder: string): UserError {
  return UserError.of(
    'evidence-damaged',
    '无法确定哪些题保密：编号重复，或保密题与打开它们的记录不对应。',
    'It is not clear which items are hidden: an id occurs twice, or the hidden items and the lines that open them do not match.',
    { file: join(folder, ITEM_FILES.reveal) },
  );
}
