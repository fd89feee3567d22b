import { sha256 } from './canonical.ts';
import { leafHash } from './merkle.ts';
import type {
  AttemptRecord,
  EvidenceRecord,
  JournalRecord,
  RedactedAttempt,
  RedactedEvent,
  RedactedRecord,
  RedactedScore,
  ScoreRecord,
} from './records.ts';

/** A record as it stands in a file, with its place in the chain. */
export type Chained<R extends EvidenceRecord> = R & { readonly seq: number; readonly prev: string };

function inPlaceOf({ seq }: { readonly seq: number }, line: string) {
  return {
    kind: 'redacted',
    seq,
    line: sha256(line),
    leaf: leafHash(line).toString('hex'),
  } as const;
}

/** What the public edition has in the place of an attempt. */
export function redactedAttempt(record: Chained<AttemptRecord>, line: string): RedactedAttempt {
  const { sample, turn, attempt, final, response } = record;
  const { outcome, model } = response;
  return {
    ...{ ...inPlaceOf(record, line), of: 'attempt', sample, turn, attempt, final, outcome },
    ...(model === undefined ? {} : { model }),
  };
}

/**
 * What the public edition has in the place of a score.
 *
 * @param answer stands for the answer as read; null when nobody has to tell it from others
 */
export function redactedScore(
  record: Chained<ScoreRecord>,
  line: string,
  answer: string | null,
): RedactedScore {
  const { sample, turn, attempt, value, status } = record;
  return {
    ...{ ...inPlaceOf(record, line), of: 'score', sample, turn, attempt, value, status },
    ...(answer === null ? {} : { answer }),
  };
}

/** What the public edition has in the place of an event. */
export function redactedEvent(record: Chained<JournalRecord>, line: string): RedactedEvent {
  const { at, event } = record;
  return { ...inPlaceOf(record, line), of: 'event', at, event };
}

/**
 * Any line as a record that counts. One that stands in for another counts as that one did and says
 * nothing else: no text, no time of a call, nothing read.
 */
export function asEvidence(record: EvidenceRecord | RedactedRecord): EvidenceRecord {
  if (record.kind !== 'redacted') return record;
  switch (record.of) {
    case 'attempt': {
      const { sample, turn, attempt, final, outcome, model } = record;
      return {
        ...{ kind: 'attempt', sample, turn, attempt, startedAt: '', requestDigest: '', final },
        response: {
          ...{ outcome, text: '', timing: { totalMs: 0 } },
          ...(model === undefined ? {} : { model }),
        },
      };
    }
    case 'score': {
      const { sample, turn, attempt, value, status, answer = null } = record;
      return {
        ...{ kind: 'score', sample, turn, attempt, scorer: 'hidden', value, status },
        ...{ parsed: answer, rule: null, span: null, reason: null, detail: {} },
      };
    }
    case 'event': {
      const { at, event } = record;
      return { kind: 'event', at, event, detail: {} };
    }
  }
}
