import type { Attack } from '../attack.ts';
import type { Forgery } from '../forgery.ts';
import {
  ATTEMPTS,
  DIALOGUE,
  drop,
  ENVIRONMENT,
  FAILING,
  failingSamples,
  HIDDEN,
  insertAfter,
  JOURNAL,
  of,
  passed,
  RETRIED,
  SCORES,
} from './places.ts';

const flip = (forgery: Forgery): void => forgery.editLines(SCORES, of(FAILING), passed);

function dropTen(forgery: Forgery): void {
  const failing = failingSamples(forgery, 10);
  for (const file of [ATTEMPTS, SCORES]) drop(forgery, file, ({ sample }) => failing.has(sample));
}

/** The wrong answer stays on record, and a right one comes after it. */
function askAgain(forgery: Forgery): void {
  insertAfter(forgery, ATTEMPTS, of(FAILING), (line) => [
    { ...line, attempt: 1, response: { ...line.response, text: '70' } },
  ]);
  insertAfter(forgery, SCORES, of(FAILING), (line) => [
    { ...line, attempt: 1, value: 'pass', parsed: '70', reason: null },
  ]);
}

const hours = (at: string, by: number): string =>
  new Date(Date.parse(at) + by * 3_600_000).toISOString();

function shiftTimes(forgery: Forgery, by: number): void {
  forgery.editLines(
    ATTEMPTS,
    () => true,
    (line) => {
      line.startedAt = hours(line.startedAt, by);
    },
  );
  forgery.editLines(
    JOURNAL,
    () => true,
    (line) => {
      line.at = hours(line.at, by);
    },
  );
}

/** What was answered, how often it was asked, and what was scored of it. */
export const EVIDENCE_ATTACKS: readonly Attack[] = [
  {
    name: 'puts the right answer in the place of a wrong one, and leaves the rest',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLines(ATTEMPTS, of(FAILING), ({ response }) => {
        response.text = '70';
      }),
    codes: ['DIGEST_FILE', 'CHAIN_LINK', 'CHAIN_ROOT', 'RESCORE_DIFFERS'],
  },
  {
    name: 'turns a fail into a pass in the score, and leaves the rest',
    level: 'edit',
    apply: flip,
    codes: ['DIGEST_FILE', 'CHAIN_LINK', 'CHAIN_ROOT', 'RESCORE_DIFFERS'],
  },
  {
    name: 'turns a fail into a pass and makes everything fit but the signatures',
    level: 'reseal',
    apply: flip,
    codes: ['DIGEST_SUBJECT', 'RESCORE_DIFFERS'],
  },
  {
    name: 'turns a fail into a pass as a vendor who signs for himself',
    level: 'resign',
    apply: flip,
    codes: ['RESCORE_DIFFERS'],
  },
  {
    name: 'scores an answer in which nothing can be read as a pass',
    level: 'resign',
    apply(forgery) {
      forgery.editLines(ATTEMPTS, of(FAILING), ({ response }) => {
        response.text = '这个问题要看具体情况。';
      });
      forgery.editLines(SCORES, of(FAILING), (score) => {
        Object.assign(score, { value: 'pass', status: 'ok', parsed: null, span: null });
      });
    },
    codes: ['RESCORE_DIFFERS'],
  },
  {
    name: 'names a milder scorer than the plan does',
    level: 'resign',
    apply(forgery) {
      forgery.editLines(SCORES, of(FAILING), (score) => {
        passed(score);
        score.scorer = score.scorer.replace('number', 'contains');
      });
    },
    codes: ['RESCORE_SCORER'],
  },
  {
    name: 'scores one answer twice, so that the second score counts',
    level: 'resign',
    apply(forgery) {
      insertAfter(forgery, SCORES, of(FAILING), (line) => [{ ...line, value: 'pass' }]);
    },
    codes: ['COMPLETE_SCORE'],
  },
  {
    name: 'leaves a failing answer without a score',
    level: 'resign',
    apply: (forgery) => void drop(forgery, SCORES, of(FAILING)),
    codes: ['COMPLETE_UNSCORED'],
  },
  {
    name: 'removes a line',
    level: 'edit',
    apply: (forgery) => void drop(forgery, ATTEMPTS, of(FAILING)),
    codes: ['DIGEST_FILE', 'CHAIN_SEQ', 'CHAIN_LINK', 'CHAIN_COUNT'],
  },
  {
    name: 'exchanges two lines',
    level: 'edit',
    apply(forgery) {
      const [first, second, ...rest] = forgery.lines(ATTEMPTS);
      forgery.setLines(ATTEMPTS, [second, first, ...rest]);
    },
    codes: ['DIGEST_FILE', 'CHAIN_SEQ', 'CHAIN_LINK'],
  },
  {
    name: 'repeats a line',
    level: 'edit',
    apply: (forgery) => insertAfter(forgery, SCORES, of(FAILING), (line) => [line]),
    codes: ['DIGEST_FILE', 'CHAIN_SEQ', 'CHAIN_COUNT', 'COMPLETE_SCORE'],
  },
  {
    name: 'drops ten failing samples and makes everything fit but the signatures',
    level: 'reseal',
    apply: dropTen,
    codes: ['DIGEST_SUBJECT', 'COMPLETE_MISSING'],
  },
  {
    name: 'drops ten failing samples as a vendor who signs for himself',
    level: 'resign',
    apply: dropTen,
    codes: ['COMPLETE_MISSING'],
  },
  {
    name: 'puts in an answer to a question that nobody planned',
    level: 'resign',
    apply: (forgery) =>
      insertAfter(forgery, ATTEMPTS, of(FAILING), (line) => [{ ...line, sample: 's-99' }]),
    codes: ['COMPLETE_UNKNOWN'],
  },
  {
    name: 'asks once more after a wrong answer and keeps the better one',
    level: 'resign',
    apply: askAgain,
    codes: ['COMPLETE_SECOND_TRY'],
  },
  {
    name: 'says that a wrong answer settled nothing, so that it may be asked again',
    level: 'resign',
    apply(forgery) {
      askAgain(forgery);
      forgery.editLines(
        ATTEMPTS,
        (l) => l.sample === FAILING && l.attempt === 0,
        (line) => {
          line.final = false;
        },
      );
      drop(forgery, SCORES, (line) => line.sample === FAILING && line.attempt === 0);
    },
    codes: ['COMPLETE_FINAL', 'COMPLETE_RETRY'],
  },
  {
    name: 'asks again after the call was given up, though the run was never resumed',
    level: 'resign',
    apply(forgery) {
      askAgain(forgery);
      forgery.editLines(
        ATTEMPTS,
        (l) => l.sample === FAILING && l.attempt === 0,
        (line) => {
          line.response = { outcome: 'timeout', text: '', timing: { totalMs: 1 } };
        },
      );
    },
    codes: ['COMPLETE_RETRY'],
  },
  {
    name: 'calls until it works, more often than the plan allows',
    level: 'resign',
    apply(forgery) {
      const lines = forgery.lines(ATTEMPTS);
      const at = lines.findIndex(of(FAILING));
      const failed = { outcome: 'server_error', text: '', timing: { totalMs: 1 } };
      const tries = Array.from({ length: 6 }, (_, attempt) => ({
        ...{ ...lines[at], attempt, final: false, response: failed },
      }));
      lines.splice(at, 1, ...tries, { ...lines[at], attempt: 6 });
      forgery.setLines(ATTEMPTS, lines);
      forgery.editLines(SCORES, of(FAILING), (score) => {
        score.attempt = 6;
      });
    },
    codes: ['COMPLETE_TOO_MANY'],
  },
  {
    name: 'gives attempts other numbers, so that one that is missing is not missed',
    level: 'resign',
    apply(forgery) {
      const last = (line: { sample: string; attempt: number }): boolean =>
        line.sample === RETRIED && line.attempt === 1;
      for (const file of [ATTEMPTS, SCORES]) {
        forgery.editLines(file, last, (line) => {
          line.attempt = 3;
        });
      }
    },
    codes: ['COMPLETE_ATTEMPTS'],
  },
  {
    name: 'moves the failed call behind the answer, as if nobody had waited for it',
    level: 'resign',
    apply(forgery) {
      const lines = forgery.lines(ATTEMPTS);
      const at = lines.findIndex(of(RETRIED));
      [lines[at], lines[at + 1]] = [lines[at + 1], lines[at]];
      forgery.setLines(ATTEMPTS, lines);
    },
    codes: ['COMPLETE_ATTEMPTS', 'COMPLETE_SECOND_TRY'],
  },
  {
    name: 'leaves out a turn of a dialogue',
    level: 'resign',
    apply(forgery) {
      for (const file of [ATTEMPTS, SCORES]) {
        drop(forgery, file, (line) => line.sample === DIALOGUE && line.turn === 1);
      }
    },
    codes: ['COMPLETE_TURN'],
  },
  {
    name: 'asks an easier question than the plan has',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(ATTEMPTS, of(FAILING), (line) => {
        line.requestDigest = '0'.repeat(64);
      }),
    codes: ['COMPLETE_REQUEST'],
  },
  {
    name: 'lets a better model answer the second half',
    level: 'resign',
    apply(forgery) {
      const half = forgery.lines(ATTEMPTS).length / 2;
      forgery.editLines(
        ATTEMPTS,
        ({ seq }) => seq > half,
        ({ response }) => {
          if (response.model !== undefined) response.model = 'another-model';
        },
      );
    },
    codes: ['CONDUCT_MODEL'],
  },
  {
    name: 'asks for a better model than the planned one',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(ATTEMPTS, of(FAILING), ({ response }) => {
        response.wire.body.model = 'another-model';
      }),
    codes: ['CONDUCT_REQUESTED'],
  },
  {
    name: 'asks another service than the planned one',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(ATTEMPTS, of(FAILING), ({ response }) => {
        response.wire.url = 'https://api.example.com/v1/chat/completions';
      }),
    codes: ['CONDUCT_ENDPOINT'],
  },
  {
    name: 'takes the blind off an answer to a hidden item, so that it can be guessed when published',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(ATTEMPTS, of(HIDDEN), (line) => {
        delete line.blind;
      }),
    codes: ['COMMIT_BLIND'],
  },
  {
    name: 'leaves out what was answered, as a public edition may',
    level: 'resign',
    apply(forgery) {
      const { seq, sample, turn, attempt } = forgery.lines(SCORES).find(of(FAILING));
      forgery.editLines(SCORES, of(FAILING), (line) => {
        for (const key of Object.keys(line)) delete line[key];
        const digest = '0'.repeat(64);
        Object.assign(line, { kind: 'redacted', of: 'score', seq, line: digest, leaf: digest });
        Object.assign(line, { sample, turn, attempt, value: 'pass', status: 'ok' });
      });
    },
    codes: ['COMMIT_REDACTED'],
  },
  {
    name: 'cuts off the end of the journal, so that nobody sees how the run ended',
    level: 'edit',
    apply: (forgery) => void drop(forgery, JOURNAL, ({ event }) => event === 'finished'),
    codes: ['DIGEST_FILE', 'CHAIN_HEAD', 'CONDUCT_UNFINISHED'],
  },
  {
    name: 'lets the run begin from another plan',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(
        JOURNAL,
        ({ event }) => event === 'started',
        ({ detail }) => {
          detail.plan = '0'.repeat(64);
        },
      ),
    codes: ['PLAN_STARTED'],
  },
  {
    name: 'goes on with the run under another plan',
    level: 'resign',
    apply: (forgery) =>
      insertAfter(
        forgery,
        JOURNAL,
        ({ event }) => event === 'started',
        (line) => [{ ...line, event: 'resumed', detail: { plan: '0'.repeat(64) } }],
      ),
    codes: ['PLAN_RESUMED'],
  },
  {
    name: 'moves all times back by a day, before the plan was signed',
    level: 'resign',
    apply: (forgery) => shiftTimes(forgery, -24),
    codes: ['PLAN_LATE', 'PLAN_WINDOW'],
  },
  {
    name: 'moves all times on by a day, as if the run had been made after it was signed',
    level: 'resign',
    apply: (forgery) => shiftTimes(forgery, 24),
    codes: ['CONDUCT_SIGNED_EARLY'],
  },
  {
    name: 'moves the time of one answer to where the run was not going on',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(ATTEMPTS, of(FAILING), (line) => {
        line.startedAt = hours(line.startedAt, -1);
      }),
    codes: ['CONDUCT_TIME'],
  },
  {
    name: 'lets the journal run backwards',
    level: 'resign',
    apply: (forgery) =>
      insertAfter(
        forgery,
        JOURNAL,
        ({ event }) => event === 'started',
        (line) => [{ ...line, at: hours(line.at, -1), event: 'limit-changed', detail: {} }],
      ),
    codes: ['CONDUCT_CLOCK'],
  },
  {
    name: 'rewrites the machine that the run was made on',
    level: 'edit',
    apply: (forgery) =>
      forgery.change(ENVIRONMENT, (environment) => {
        environment.cpu = 'another';
      }),
    codes: ['DIGEST_FILE'],
  },
  {
    name: 'runs with a cache of answers',
    level: 'resign',
    apply: (forgery) =>
      forgery.change(ENVIRONMENT, (environment) => {
        environment.cache = 'on';
      }),
    codes: ['CONDUCT_CACHE'],
  },
  {
    name: 'runs with another version of the program than the plan was made for',
    level: 'resign',
    apply: (forgery) =>
      forgery.change(ENVIRONMENT, ({ harness }) => {
        harness.version = '0.0.1';
      }),
    codes: ['CONDUCT_HARNESS'],
  },
];
