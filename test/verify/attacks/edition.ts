import { fileDigests, leafHash, sha256 } from '../../../src/evidence/index.ts';
import type { Attack } from '../attack.ts';
import type { Anything, Forgery } from '../forgery.ts';
import { ATTEMPTS, drop, FAILING, HIDDEN, JOURNAL, of, RESULTS, REVEAL, SCORES } from './places.ts';

/** Makes edition.json say what the replaced files are now. */
function redigest(forgery: Forgery, more: readonly string[] = []): void {
  forgery.change('edition.json', (edition) => {
    const paths = [...edition.replaced.map(({ path }: Anything) => path), ...more];
    edition.replaced = paths.map((path) => {
      const { size, digest } = fileDigests(forgery.path(path));
      return { path, size, sha256: digest.sha256 };
    });
  });
}

/** Replaces the lines that a test picks out as a public edition does, whatever they are about. */
function redact(forgery: Forgery, file: string, which: (line: Anything) => boolean): void {
  const kept = forgery
    .text(file)
    .split('\n')
    .slice(0, -1)
    .map((text) => {
      const line = JSON.parse(text);
      if (!which(line)) return line;
      const { seq, sample, turn, attempt, kind, final, response, at, event } = line;
      const stands = { kind: 'redacted', of: kind, seq, line: sha256(text) };
      const leaf = leafHash(text).toString('hex');
      if (kind === 'event') return { ...stands, leaf, at, event };
      return {
        ...{ ...stands, leaf, sample, turn, attempt },
        ...(kind === 'attempt'
          ? { final, outcome: response.outcome }
          : { value: 'pass', status: 'ok' }),
      };
    });
  forgery.setLines(file, kept);
}

/** What may be left out, and for whom. */
export const EDITION_ATTACKS: readonly Attack[] = [
  {
    name: 'makes a public edition of a bundle for auditors, to hide a failing answer of the public pool',
    level: 'edit',
    apply(forgery) {
      redact(forgery, ATTEMPTS, of(FAILING));
      redact(forgery, SCORES, of(FAILING));
      forgery.write(
        'edition.json',
        `{"bundle":"${sha256(forgery.text('bundle.json'))}","edition":"public","format":"aigc-edition/1","removed":[],"replaced":[]}`,
      );
      redigest(forgery, [ATTEMPTS, SCORES]);
    },
    codes: ['COMMIT_REDACTED', 'COMMIT_REVEALED', 'COMMIT_SHOWN', 'DERIVE_INDICATOR'],
  },
  {
    name: 'lets a hidden sample pass in the public edition',
    level: 'edit',
    edition: 'public',
    apply(forgery) {
      forgery.editLines(SCORES, of(HIDDEN), (line) => {
        line.value = 'pass';
      });
      redigest(forgery);
    },
    codes: ['DERIVE_INDICATOR'],
  },
  {
    name: 'lets a call of the public edition have ended otherwise',
    level: 'edit',
    edition: 'public',
    apply(forgery) {
      forgery.editLines(ATTEMPTS, of(HIDDEN), (line) => {
        line.outcome = 'timeout';
      });
      redigest(forgery);
    },
    codes: ['DERIVE_RESULTS'],
  },
  {
    name: 'changes a replaced line of the public edition, and leaves its digest',
    level: 'edit',
    edition: 'public',
    apply: (forgery) =>
      forgery.editLines(SCORES, of(HIDDEN), (line) => {
        line.status = 'unparsed';
      }),
    codes: ['DIGEST_FILE'],
  },
  {
    name: 'claims another original for a replaced line',
    level: 'edit',
    edition: 'public',
    apply(forgery) {
      forgery.editLines(SCORES, of(HIDDEN), (line) => {
        line.leaf = '6'.repeat(64);
      });
      redigest(forgery);
    },
    codes: ['CHAIN_ROOT'],
  },
  {
    name: 'drops a replaced line',
    level: 'edit',
    edition: 'public',
    apply(forgery) {
      drop(forgery, SCORES, of(HIDDEN));
      redigest(forgery);
    },
    codes: ['CHAIN_SEQ', 'CHAIN_COUNT', 'CHAIN_ROOT'],
  },
  {
    name: 'leaves out in public how the run ended',
    level: 'edit',
    edition: 'public',
    apply(forgery) {
      redact(forgery, JOURNAL, ({ event }) => event === 'finished');
      redigest(forgery, [JOURNAL]);
    },
    codes: ['COMMIT_REDACTED'],
  },
  {
    name: 'replaces results.json in the public edition',
    level: 'edit',
    edition: 'public',
    apply(forgery) {
      forgery.change(RESULTS, (results) => {
        results.outcome = 'conforming';
      });
      redigest(forgery, [RESULTS]);
    },
    codes: ['DIGEST_REPLACED', 'DERIVE_RESULTS'],
  },
  {
    name: 'leaves out a file of the evidence in public',
    level: 'edit',
    edition: 'public',
    apply(forgery) {
      forgery.remove('plan/sut.json');
      forgery.change('edition.json', ({ removed }) => {
        removed.push('plan/sut.json');
      });
    },
    codes: ['STRUCT_MISSING'],
  },
  {
    name: 'brings the public edition of another bundle',
    level: 'edit',
    edition: 'public',
    apply: (forgery) =>
      forgery.change('edition.json', (edition) => {
        edition.bundle = '7'.repeat(64);
      }),
    codes: ['DIGEST_EDITION'],
  },
  {
    name: 'leaves the hidden items in the public edition',
    level: 'edit',
    edition: 'public',
    apply: (forgery) => forgery.write(REVEAL, '{}\n'),
    codes: ['COMMIT_REVEALED'],
  },
  {
    name: 'makes edition.json unreadable, so that the public edition is taken for a whole one',
    level: 'edit',
    edition: 'public',
    apply: (forgery) => forgery.write('edition.json', '{}'),
    codes: ['STRUCT_SCHEMA'],
  },
  {
    name: 'takes edition.json away, so that the public edition is taken for a whole one',
    level: 'edit',
    edition: 'public',
    apply: (forgery) => forgery.remove('edition.json'),
    codes: ['DIGEST_FILE', 'COMMIT_MISSING', 'COMMIT_REDACTED'],
  },
];
