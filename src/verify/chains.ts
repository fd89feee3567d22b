import { join } from 'node:path';
import type { EvidenceRecord, RedactedRecord } from '../evidence/index.ts';
import { asEvidence, CHAIN_START, merkleTree, readLineBytes, sha256 } from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import { SHAPES, shapeFaults } from './shapes.ts';
import { readStrictJson } from './strict-json.ts';

/** A line of a chain as it was checked. */
export interface ChainLine<R extends EvidenceRecord> {
  readonly record: R;
  /** True when the record only counts: the public edition does not show it. */
  readonly redacted: boolean;
  /** 1-based. */
  readonly line: number;
  /** Relative to the run folder. */
  readonly file: string;
}

/** What a chain came to when its last line was read. */
export interface ChainEnd {
  readonly lines: number;
  readonly root: string;
  readonly head: string;
}

/** A record with its place in the chain, or what stands for it. */
type Placed = (EvidenceRecord & { readonly seq: number; readonly prev: string }) | RedactedRecord;

/**
 * V4, line by line: canonical JSON of the right shape, numbered without a gap, each naming the
 * digest of the line before. Lines that are not are reported and left out; reading goes on.
 */
export function* checkedLines<R extends EvidenceRecord>(
  folder: string,
  file: string,
  kind: R['kind'],
  findings: Findings,
): Generator<ChainLine<R>, ChainEnd> {
  const tree = merkleTree();
  let prev = CHAIN_START;
  let line = 0;
  for (const { bytes, complete } of readLineBytes(join(folder, file))) {
    line++;
    const place = { file, line };
    if (!complete) {
      const [zh, en] = ['最后一行不完整。', 'The last line is cut off.'];
      findings.error('CHAIN_TORN', zh, en, place);
      break;
    }
    const record = parsedLine(bytes, kind, place, findings);
    if (record === null) {
      prev = sha256(bytes);
      tree.add(bytes);
      continue;
    }
    if (record.seq !== line - 1) {
      findings.error(
        'CHAIN_SEQ',
        `序号应为 ${line - 1}，实为 ${record.seq}：有记录被增删或调换。`,
        `The number should be ${line - 1} and is ${record.seq}: records were added, removed or moved.`,
        place,
      );
    }
    if (record.kind === 'redacted') {
      // It does not name the line before it, but the line after it names its original.
      prev = record.line;
      tree.addHash(record.leaf);
      yield { record: asEvidence(record) as R, redacted: true, line, file };
      continue;
    }
    if (record.prev !== prev) {
      findings.error(
        'CHAIN_LINK',
        '与上一行的摘要不符：此处的记录被改动过。',
        'It does not name the digest of the line before: records were changed here.',
        place,
      );
    }
    prev = sha256(bytes);
    tree.add(bytes);
    yield { record: record as R & Placed, redacted: false, line, file };
  }
  return { lines: line, root: tree.root(), head: prev };
}

function parsedLine(
  bytes: Buffer,
  kind: EvidenceRecord['kind'],
  place: { file: string; line: number },
  findings: Findings,
): Placed | null {
  const read = readStrictJson(bytes);
  if (read.fault !== null) {
    findings.error('STRUCT_LINE', read.fault.zh, read.fault.en, place);
    return null;
  }
  const value = read.value as Placed | null;
  const stands = value?.kind === 'redacted' && value.of === kind ? 'redacted' : kind;
  const [fault] = shapeFaults(SHAPES[stands], value);
  if (fault === undefined) return value;
  findings.error('STRUCT_LINE', fault.zh, fault.en, place);
  return null;
}
