import { symlinkSync } from 'node:fs';
import { digestsOf } from '../../../src/evidence/index.ts';
import type { Attack } from '../attack.ts';
import type { Forgery } from '../forgery.ts';
import { forgeryOf } from '../forgery.ts';
import { WAIVED } from '../suites.ts';
import { ATTEMPTS, FAILING, JOURNAL, of, passed, RESULTS, SCORES } from './places.ts';

const media = (forgery: Forgery): string =>
  forgery.json('bundle.json').files.find(({ path }: { path: string }) => path.includes('/media/'))
    .path;

const listed = (path: string): object => ({
  ...{ path, size: 1, role: 'evidence' },
  digest: { sha256: '5'.repeat(64), sm3: '5'.repeat(64) },
});

function outcomeOf(results: { indicators: { indicator: string }[] }): object {
  return results.indicators.find(({ indicator }) => indicator === WAIVED) ?? {};
}

/** Files of the folder, what they look like, and what is shown of the results. */
export const FILE_ATTACKS: readonly Attack[] = [
  {
    name: 'writes another outcome into results.json',
    level: 'edit',
    apply: (forgery) =>
      forgery.change(RESULTS, (results) => {
        results.outcome = 'conforming';
      }),
    codes: ['DIGEST_FILE', 'DIGEST_SUBJECT', 'DERIVE_RESULTS', 'PROJECT_REPORT'],
  },
  {
    name: 'writes another outcome of one indicator into results.json, which fits the manifest',
    level: 'edit',
    apply(forgery) {
      forgery.change(RESULTS, (results) => {
        Object.assign(outcomeOf(results), { outcome: 'conforming', k: 6, rate: '1.000000' });
      });
      forgery.rebundle();
      forgery.signRun();
    },
    codes: ['DERIVE_INDICATOR'],
  },
  {
    name: 'takes a failing case out of the denominator in results.json',
    level: 'edit',
    apply(forgery) {
      forgery.change(RESULTS, (results) => {
        Object.assign(outcomeOf(results), { n: 4, outcome: 'conforming' });
      });
      forgery.rebundle();
      forgery.signRun();
    },
    codes: ['DERIVE_INDICATOR'],
  },
  {
    name: 'rewrites the report that people read',
    level: 'edit',
    apply: (forgery) =>
      forgery.write(
        'report/report.zh-CN.html',
        forgery.text('report/report.zh-CN.html').replaceAll('不符合', '符合'),
      ),
    codes: ['PROJECT_REPORT'],
  },
  {
    name: 'rewrites the report that a CI server reads',
    level: 'edit',
    apply: (forgery) =>
      forgery.write(
        'report/junit.xml',
        forgery.text('report/junit.xml').replace(/failures="\d+"/, 'failures="0"'),
      ),
    codes: ['PROJECT_REPORT'],
  },
  {
    name: 'adds a report of his own',
    level: 'edit',
    apply: (forgery) => forgery.write('report/certificate.html', '<h1>符合</h1>'),
    codes: ['PROJECT_UNKNOWN'],
  },
  {
    name: 'adds a file',
    level: 'edit',
    apply: (forgery) => forgery.write('evidence/notes.txt', 'all is well'),
    codes: ['STRUCT_EXTRA'],
  },
  {
    name: 'adds a second shard, which might be taken for evidence',
    level: 'resign',
    apply: (forgery) => forgery.write('evidence/samples.001.jsonl', forgery.text(ATTEMPTS)),
    codes: ['STRUCT_EXTRA'],
  },
  {
    name: 'puts a link in the place of a file',
    level: 'edit',
    apply(forgery) {
      forgery.remove('report/junit.xml');
      symlinkSync('/dev/zero', forgery.path('report/junit.xml'));
    },
    codes: ['STRUCT_LINK'],
  },
  {
    name: 'puts a link in the place of a signature, so that the verifier hangs',
    level: 'edit',
    apply(forgery) {
      forgery.remove('attest/run.dsse.json');
      symlinkSync('/dev/zero', forgery.path('attest/run.dsse.json'));
    },
    codes: ['STRUCT_LINK', 'SIG_UNSIGNED'],
  },
  {
    name: 'throws the file with the failing answers away',
    level: 'edit',
    apply: (forgery) => forgery.remove(ATTEMPTS),
    codes: ['STRUCT_MISSING'],
  },
  {
    name: 'changes a picture that was shown to the model',
    level: 'edit',
    apply: (forgery) => forgery.write(media(forgery), 'another picture'),
    codes: ['DIGEST_FILE', 'DIGEST_NAME'],
  },
  {
    name: 'changes a picture that was shown to the model as a vendor who signs for himself',
    level: 'resign',
    apply: (forgery) => forgery.write(media(forgery), 'another picture'),
    codes: ['DIGEST_NAME'],
  },
  {
    name: 'throws away a picture that was shown to the model',
    level: 'resign',
    apply: (forgery) => forgery.remove(media(forgery)),
    codes: ['DIGEST_MEDIA'],
  },
  {
    name: 'puts the scores of a better run in the place of these',
    level: 'edit',
    async apply(forgery) {
      const better = forgeryOf(forgery.run, forgery.folder, `${forgery.folder}-better`);
      better.editLines(ATTEMPTS, of(FAILING), ({ response }) => {
        response.text = '70';
      });
      better.editLines(SCORES, of(FAILING), passed);
      await better.reseal();
      forgery.write(SCORES, better.text(SCORES));
    },
    codes: ['DIGEST_FILE', 'CHAIN_ROOT', 'RESCORE_DIFFERS'],
  },
  {
    name: 'leaves a file out of the manifest, so that it can be changed later',
    level: 'edit',
    apply(forgery) {
      forgery.change('bundle.json', (bundle) => {
        bundle.files = bundle.files.filter(({ path }: { path: string }) => path !== SCORES);
      });
      forgery.signRun();
    },
    codes: ['DIGEST_UNLISTED'],
  },
  {
    name: 'lists a file twice, once with another digest',
    level: 'edit',
    apply(forgery) {
      forgery.change('bundle.json', (bundle) => {
        bundle.files.unshift(listed(ATTEMPTS));
      });
      forgery.signRun();
    },
    codes: ['DIGEST_LIST', 'DIGEST_FILE'],
  },
  {
    name: 'lists a file outside of the folder, so that the verifier reads it',
    level: 'edit',
    apply(forgery) {
      forgery.change('bundle.json', (bundle) => {
        bundle.files.unshift(listed('evidence/../../../../etc/hostname'));
      });
      forgery.signRun();
    },
    codes: ['DIGEST_MISSING'],
  },
  {
    name: 'changes the counts of the manifest',
    level: 'edit',
    apply(forgery) {
      forgery.change('bundle.json', ({ counts }) => {
        counts.attempts--;
      });
      forgery.signRun();
    },
    codes: ['CHAIN_COUNT'],
  },
  {
    name: 'cuts off the last line, so that it is taken for a crash',
    level: 'edit',
    apply: (forgery) => forgery.write(SCORES, forgery.text(SCORES).slice(0, -40)),
    codes: ['DIGEST_FILE', 'CHAIN_TORN'],
  },
  {
    name: 'writes a key twice, of which programs take different ones',
    level: 'edit',
    apply: (forgery) => forgery.editLast(SCORES, (line) => line.replace('{', '{"value":"fail",')),
    codes: ['STRUCT_LINE'],
  },
  {
    name: 'writes the keys in another order, so that one record has two digests',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLast(SCORES, (line) => {
        const { value, ...rest } = JSON.parse(line);
        return JSON.stringify({ value, ...rest });
      }),
    codes: ['STRUCT_LINE'],
  },
  {
    name: 'adds a key that nobody knows to a line',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(SCORES, of(FAILING), (line) => {
        line.override = 'pass';
      }),
    codes: ['STRUCT_LINE'],
  },
  {
    name: 'writes a number that no program can hold',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLast(SCORES, (line) => line.replace(/"seq":\d+/, '"seq":1e400')),
    codes: ['STRUCT_LINE'],
  },
  {
    name: 'writes a turn beyond all bounds, so that the verifier never ends',
    level: 'resign',
    apply: (forgery) =>
      forgery.editLines(ATTEMPTS, of(FAILING), (line) => {
        line.turn = 4294967294;
      }),
    codes: ['COMPLETE_TURN'],
  },
  {
    name: 'scores a turn beyond all bounds, so that the verifier never ends',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLines(SCORES, of(FAILING), (line) => {
        line.turn = 4294967294;
      }),
    codes: ['COMPLETE_SCORE'],
  },
  {
    name: 'writes half a character, which programs replace differently',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLast(SCORES, (line) => line.replace('"sample":"', '"sample":"\\ud800')),
    codes: ['STRUCT_LINE'],
  },
  {
    name: 'writes bytes that are no text',
    level: 'edit',
    apply(forgery) {
      const bytes = Buffer.from(forgery.text(SCORES));
      bytes[bytes.lastIndexOf('"sample":"') + 10] = 0xff;
      forgery.write(SCORES, bytes);
    },
    codes: ['STRUCT_LINE'],
  },
  {
    name: 'nests brackets so deep that the verifier fails',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLast(SCORES, (line) =>
        line.replace('"detail":{', `"detail":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)},`),
      ),
    codes: ['STRUCT_LINE'],
  },
  {
    name: 'writes results.json in a form that is not canonical',
    level: 'edit',
    apply: (forgery) => forgery.write(RESULTS, `${forgery.text(RESULTS)}\n`),
    codes: ['STRUCT_JSON'],
  },
  {
    name: 'gives the manifest a format that nobody knows',
    level: 'edit',
    apply: (forgery) =>
      forgery.change('bundle.json', (bundle) => {
        bundle.format = 'conformance-evidence/9';
      }),
    codes: ['STRUCT_SCHEMA'],
  },
  {
    name: 'says that the run is still going on, so that nobody looks into it',
    level: 'edit',
    apply: (forgery) => forgery.write('.lock', '1'),
    codes: ['STRUCT_LOCKED'],
  },
  {
    name: 'brings a signature of many megabytes, so that the verifier is kept busy',
    level: 'edit',
    apply: (forgery) => forgery.write('attest/run.dsse.json', Buffer.alloc(17_000_000, '[')),
    codes: ['STRUCT_SIZE', 'SIG_UNSIGNED'],
  },
  {
    name: 'brings the results of another plan',
    level: 'edit',
    apply(forgery) {
      forgery.change(RESULTS, (results) => {
        results.planDigest = '8'.repeat(64);
      });
      forgery.rebundle();
      forgery.signRun();
    },
    codes: ['PLAN_RESULTS', 'DERIVE_RESULTS'],
  },
  {
    name: 'changes reviews that were signed',
    level: 'edit',
    apply(forgery) {
      forgery.sign(
        'attest/review-1.dsse.json',
        'review',
        { 'evidence/reviews.jsonl': digestsOf('{"value":"fail"}\n') },
        { reviewer: '张三', signedAt: forgery.run.at, conflicts: [] },
        ['auditor'],
      );
      forgery.write('evidence/reviews.jsonl', '{"value":"pass"}\n');
    },
    codes: ['DIGEST_SUBJECT'],
  },
  {
    name: 'throws away reviews that were signed',
    level: 'edit',
    apply: (forgery) =>
      forgery.sign(
        'attest/review-1.dsse.json',
        'review',
        { 'evidence/reviews.jsonl': digestsOf('{"value":"fail"}\n') },
        { reviewer: '张三', signedAt: forgery.run.at, conflicts: [] },
        ['auditor'],
      ),
    codes: ['DIGEST_SUBJECT'],
  },
  {
    name: 'leaves nothing of the journal',
    level: 'resign',
    apply: (forgery) => forgery.write(JOURNAL, ''),
    codes: ['PLAN_STARTED'],
  },
];
