import type { SchemaObject } from 'ajv';
import schema from '../../schemas/statement.schema.json' with { type: 'json' };
import type { Problem, YamlDocument } from '../document/index.ts';
import type { DigestSet } from '../evidence/index.ts';
import { canonicalJson, RUN_FILES } from '../evidence/index.ts';
import { readJsonText } from './json-text.ts';
import type { Predicates, StatementKind } from './predicates.ts';
import { checkWindow, checkWithTimes } from './times.ts';

/** An in-toto Statement v1 (github.com/in-toto/attestation, spec/v1/statement.md). */
export interface Statement<Kind extends StatementKind = StatementKind> {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly { readonly name: string; readonly digest: DigestSet }[];
  readonly predicateType: `urn:aigc-conformance:predicate:${Kind}:v1`;
  readonly predicate: Predicates[Kind];
}

export const STATEMENT_SCHEMA = schema as SchemaObject;

/** What a statement of each kind is about: names of its subjects, in their order. */
export const SUBJECTS = {
  plan: ['plan'],
  run: [RUN_FILES.bundle],
  review: [RUN_FILES.reviews],
  verdict: [RUN_FILES.bundle, RUN_FILES.results],
  record: ['plan'],
  'spot-check': [RUN_FILES.bundle],
} as const satisfies Record<StatementKind, readonly string[]>;

export type SubjectName<Kind extends StatementKind> = (typeof SUBJECTS)[Kind][number];

/** Digests of everything that a statement of a kind is about. */
export type SubjectDigests<Kind extends StatementKind> = Readonly<
  Record<SubjectName<Kind>, DigestSet>
>;

export function predicateType<Kind extends StatementKind>(
  kind: Kind,
): `urn:aigc-conformance:predicate:${Kind}:v1` {
  return `urn:aigc-conformance:predicate:${kind}:v1`;
}

export function statement<Kind extends StatementKind>(
  kind: Kind,
  digests: SubjectDigests<Kind>,
  predicate: Predicates[Kind],
): Statement<Kind> {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: SUBJECTS[kind].map((name: SubjectName<Kind>) => ({ name, digest: digests[name] })),
    predicateType: predicateType(kind),
    predicate,
  };
}

/** The bytes of a statement as they are signed. */
export function statementBytes(made: Statement): Buffer {
  return Buffer.from(canonicalJson(made));
}

/** Digests of a subject; every statement that was read has the subjects of its kind. */
export function subjectDigest<Kind extends StatementKind>(
  read: Statement<Kind>,
  name: SubjectName<Kind>,
): DigestSet {
  const found = read.subject.find((subject) => subject.name === name);
  if (found === undefined) throw new Error(`The statement has no subject ${name}.`);
  return found.digest;
}

/** The time at which a statement says it was made; nothing but the signer's word stands for it. */
export function claimedTime(read: Statement): string {
  const predicate: Predicates[StatementKind] = read.predicate;
  if ('issuedAt' in predicate) return predicate.issuedAt;
  if ('signedAt' in predicate) return predicate.signedAt;
  return 'approvedAt' in predicate ? predicate.approvedAt : predicate.performedAt;
}

/**
 * Reads the payload of an envelope as a statement of one kind, strictly: unknown keys, wrong times,
 * another predicate type or other subjects are problems with names.
 *
 * @param file how problems name the text
 */
export function readStatement<Kind extends StatementKind>(
  payload: Uint8Array,
  kind: Kind,
  file: string,
): { readonly statement: Statement<Kind> | null; readonly problems: readonly Problem[] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload);
  } catch {
    const problem = fault(
      'not-utf8',
      { file },
      '签名内容不是合法的 UTF-8。',
      'What is signed is not valid UTF-8.',
    );
    return { statement: null, problems: [problem] };
  }
  const document = readJsonText(text, file);
  const problems = document.problems.length > 0 ? document.problems : check(document, kind);
  if (problems.length > 0) return { statement: null, problems };
  return { statement: document.value as Statement<Kind>, problems };
}

/** The keys of predicates that hold times. */
const TIMES = [
  'issuedAt',
  'signedAt',
  'approvedAt',
  'performedAt',
  'notBefore',
  'notAfter',
  'expires',
] as const;

function check(document: YamlDocument, kind: StatementKind): readonly Problem[] {
  const { predicateType: type } = (document.value ?? {}) as { predicateType?: unknown };
  if (typeof type === 'string' && type !== predicateType(kind)) {
    return [
      fault(
        'wrong-predicate-type',
        document.place(['predicateType']),
        `陈述类型是 ${type}，这里应为 ${predicateType(kind)}。`,
        `The predicate type is ${type}; here it has to be ${predicateType(kind)}.`,
      ),
    ];
  }
  const times = TIMES.map((key) => ['predicate', key]);
  const found = checkWithTimes(document, STATEMENT_SCHEMA, times);
  if (found.length > 0) return found;
  return [
    ...subjectProblems(document.value as Statement, kind, document),
    ...checkWindow(document, ['predicate'], 'notBefore', 'notAfter'),
    ...checkWindow(document, ['predicate'], 'approvedAt', 'expires'),
  ];
}

function subjectProblems(
  read: Statement,
  kind: StatementKind,
  document: YamlDocument,
): readonly Problem[] {
  const names = read.subject.map((subject) => subject.name);
  const wanted: readonly string[] = SUBJECTS[kind];
  if (names.length === wanted.length && wanted.every((name) => names.includes(name))) return [];
  return [
    fault(
      'wrong-subject',
      document.place(['subject']),
      `陈述的对象是 ${names.join('、')}，应为 ${wanted.join('、')}。`,
      `The statement is about ${names.join(', ')}; it has to be about ${wanted.join(', ')}.`,
    ),
  ];
}

function fault(code: string, place: Partial<Problem>, zh: string, en: string): Problem {
  return { code, severity: 'error', ...place, message: { zh, en } };
}
