import { ATTEST_FILES } from '../../../src/attest/index.ts';
import { digestsOf, fileDigests, RUN_FILES } from '../../../src/evidence/index.ts';
import type { Attack } from '../attack.ts';
import type { Forgery } from '../forgery.ts';
import { RESULTS } from './places.ts';

const { run: RUN, verdict: VERDICT } = ATTEST_FILES;

function editPayload(forgery: Forgery, file: string, from: string, to: string): void {
  forgery.change(file, (envelope) => {
    const text = Buffer.from(envelope.payload, 'base64').toString();
    if (!text.includes(from)) throw new Error(`${file} does not say ${from}.`);
    envelope.payload = Buffer.from(text.replaceAll(from, to)).toString('base64');
  });
}

/** Signs the verdict that is there once more, with other contents. */
const signVerdict = (forgery: Forgery, change: object): void =>
  forgery.signAgain(VERDICT, 'verdict', ['one', 'two'], change);

/** Who stands for what, and since when. */
export const SIGNATURE_ATTACKS: readonly Attack[] = [
  {
    name: 'takes the signature of the run away',
    level: 'edit',
    apply: (forgery) => forgery.remove(RUN),
    codes: ['SIG_UNSIGNED'],
  },
  {
    name: 'signs the run with a runner’s key that the plan does not allow',
    level: 'edit',
    apply: (forgery) => forgery.signRun({}, 'foreign'),
    codes: ['PLAN_RUNNER'],
  },
  {
    name: 'signs the run with a key that is trusted for something else',
    level: 'edit',
    apply: (forgery) => forgery.signRun({}, 'auditor'),
    codes: ['SIG_WRONG_ROLE', 'SIG_THRESHOLD'],
  },
  {
    name: 'signs the run with a key that nobody knows',
    level: 'edit',
    apply: (forgery) => forgery.signRun({}, 'stranger'),
    codes: ['SIG_UNKNOWN_KEY', 'SIG_THRESHOLD'],
  },
  {
    name: 'signs the run with a key whose time is over',
    level: 'edit',
    apply: () => {},
    runnerKey: { notAfter: '2021-01-01T00:00:00Z' },
    codes: ['SIG_EXPIRED', 'SIG_THRESHOLD'],
  },
  {
    name: 'signs the run with a key that was revoked',
    level: 'edit',
    apply: () => {},
    runnerKey: { revokedAt: '2021-01-01T00:00:00Z' },
    codes: ['SIG_REVOKED', 'SIG_THRESHOLD'],
  },
  {
    name: 'signs in another’s name: the key id is that of a trusted key',
    level: 'edit',
    apply(forgery) {
      forgery.signRun({}, 'stranger');
      forgery.change(RUN, ({ signatures: [signature] }) => {
        signature.keyid = forgery.run.keys.lab.keyid;
      });
    },
    codes: ['SIG_WRONG_SIGNATURE', 'SIG_THRESHOLD'],
  },
  {
    name: 'changes a bit of a signature',
    level: 'edit',
    apply: (forgery) =>
      forgery.change(RUN, ({ signatures: [signature] }) => {
        const bytes = Buffer.from(signature.sig, 'base64');
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        signature.sig = bytes.toString('base64');
      }),
    codes: ['SIG_WRONG_SIGNATURE', 'SIG_THRESHOLD'],
  },
  {
    name: 'changes what was signed: the run is called conforming',
    level: 'edit',
    apply: (forgery) => editPayload(forgery, RUN, '"nonconforming"', '"conforming"'),
    codes: ['SIG_WRONG_SIGNATURE', 'DIGEST_STATED'],
  },
  {
    name: 'signs that the run conforms, which its results do not say',
    level: 'edit',
    apply: (forgery) => forgery.signRun({ outcome: 'conforming' }),
    codes: ['DIGEST_STATED'],
  },
  {
    name: 'claims a higher level of assurance than the key may',
    level: 'edit',
    apply: (forgery) => forgery.signRun({ assuranceLevel: 'reproduced' }),
    codes: ['SIG_ASSURANCE'],
  },
  {
    name: 'puts something beside the signature that it does not cover',
    level: 'edit',
    apply: (forgery) =>
      forgery.change(RUN, (envelope) => {
        envelope.note = 'conforming';
      }),
    codes: ['SIG_MALFORMED'],
  },
  {
    name: 'shows the signed plan as the signed run',
    level: 'edit',
    apply: (forgery) => forgery.write(RUN, forgery.text(ATTEST_FILES.plan)),
    codes: ['SIG_MALFORMED'],
  },
  {
    name: 'counts one certifier as two',
    level: 'edit',
    apply(forgery) {
      forgery.signAgain(VERDICT, 'verdict', ['one']);
      forgery.change(VERDICT, (envelope) => {
        envelope.signatures.push(envelope.signatures[0]);
      });
    },
    codes: ['SIG_REPEATED', 'SIG_THRESHOLD'],
  },
  {
    name: 'brings the verdict on another bundle',
    level: 'edit',
    apply: (forgery) =>
      forgery.sign(
        VERDICT,
        'verdict',
        {
          'bundle.json': digestsOf('another'),
          'results/results.json': fileDigests(forgery.path(RESULTS)).digest,
        },
        {
          ...{ outcome: 'conforming', scope: 'selection', assuranceLevel: 'third_party' },
          ...{ signedAt: forgery.run.at, notBefore: forgery.run.at },
          ...{ notAfter: '2099-12-31T00:00:00Z', deviations: [], records: [] },
        },
        ['one', 'two'],
      ),
    codes: ['DIGEST_SUBJECT'],
  },
  {
    name: 'shows a certificate that has run out',
    level: 'edit',
    apply: () => {},
    at: '2100-01-01T00:00:00Z',
    codes: ['CONDUCT_EXPIRED'],
  },
  {
    name: 'lets a certificate claim a higher level than the run',
    level: 'edit',
    apply: (forgery) => signVerdict(forgery, { assuranceLevel: 'reproduced' }),
    codes: ['SIG_ASSURANCE'],
  },
  {
    name: 'lets a certificate say more than results and records do',
    level: 'edit',
    apply(forgery) {
      signVerdict(forgery, { records: [] });
      forgery.remove(forgery.waiver);
    },
    codes: ['DERIVE_VERDICT'],
  },
  {
    name: 'takes away the waiver that a certificate rests on',
    level: 'edit',
    apply: (forgery) => forgery.remove(forgery.waiver),
    codes: ['DERIVE_VERDICT'],
  },
  {
    name: 'dates a signature to a time that is still to come',
    level: 'edit',
    apply: (forgery) => forgery.signRun({ signedAt: '2098-01-01T00:00:00Z' }),
    codes: ['CONDUCT_FUTURE'],
  },
  {
    name: 'grants himself a waiver',
    level: 'edit',
    apply: (forgery) => forgery.signAgain(forgery.waiver, 'record', ['lab']),
    codes: ['SIG_WRONG_ROLE', 'SIG_THRESHOLD'],
  },
  {
    name: 'has a waiver granted by one certifier where two are needed',
    level: 'edit',
    apply: (forgery) => forgery.signAgain(forgery.waiver, 'record', ['one']),
    codes: ['SIG_THRESHOLD', 'DERIVE_VERDICT'],
  },
  {
    name: 'goes on with a waiver that has expired',
    level: 'edit',
    apply: () => {},
    at: '2099-06-01T00:00:00Z',
    codes: ['CONDUCT_RECORD_EXPIRED', 'CONDUCT_STANDING'],
  },
  {
    name: 'brings a waiver that was granted for another plan',
    level: 'edit',
    apply(forgery) {
      const plan = { sha256: '4'.repeat(64), sm3: '4'.repeat(64) };
      const id = forgery.waiver.slice('attest/record-'.length, -'.dsse.json'.length);
      forgery.sign(
        forgery.waiver,
        'record',
        { plan },
        {
          ...{ id, kind: 'waiver', indicators: ['custom:own.strict'], justification: '整改中' },
          ...{ requestedBy: '送测单位', approvedAt: forgery.run.at },
          expires: '2098-12-31T00:00:00Z',
        },
        ['one', 'two'],
      );
    },
    codes: ['PLAN_SUBJECT', 'DERIVE_VERDICT'],
  },
  {
    name: 'has one waiver counted twice under two names',
    level: 'edit',
    apply: (forgery) => forgery.write('attest/record-copy.dsse.json', forgery.text(forgery.waiver)),
    codes: ['SIG_RECORD'],
  },
  {
    name: 'goes on although a spot check refuted the run',
    level: 'edit',
    apply: (forgery) =>
      forgery.sign(
        'attest/spot-check-1.dsse.json',
        'spot-check',
        { 'bundle.json': digestsOf(forgery.text(RUN_FILES.bundle)) },
        { performedAt: forgery.run.at, outcome: 'rejected', figures: { asked: 20, passed: 1 } },
        ['auditor'],
      ),
    codes: ['CONDUCT_REJECTED'],
  },
];
