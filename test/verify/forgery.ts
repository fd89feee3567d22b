import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  Predicates,
  SigningKey,
  StatementKind,
  SubjectDigests,
} from '../../src/attest/index.ts';
import {
  ATTEST_FILES,
  addSignature,
  envelopeText,
  planDigests,
  readAttestation,
  signEnvelope,
  statement,
  statementBytes,
} from '../../src/attest/index.ts';
import type { Results } from '../../src/derive/index.ts';
import type { Item, Plan } from '../../src/evidence/index.ts';
import {
  CHAIN_START,
  canonicalJson,
  digestsOf,
  fileDigests,
  itemsRoot,
  RUN_FILES,
  readItems,
  readPlan,
  readSalts,
  sha256,
  writeBundle,
} from '../../src/evidence/index.ts';
import { splitPlan } from '../../src/evidence/plan-files.ts';
import { questionOf } from '../../src/model/index.ts';
import { conclude, DEFAULT_REPORTS, decidingCounts, writeReports } from '../../src/run/index.ts';
import type { Holder, SealedRun } from './sealed-run.ts';

// biome-ignore lint/suspicious/noExplicitAny: a forger writes what no type allows
export type Anything = any;

/** A copy of a run folder in the hands of somebody who wants it to say something else. */
export interface Forgery {
  readonly folder: string;
  readonly run: SealedRun;
  path(file: string): string;
  text(file: string): string;
  write(file: string, text: string | Uint8Array): void;
  remove(file: string): void;
  json(file: string): Anything;
  /** Changes a JSON file, which stays canonical. */
  change(file: string, edit: (value: Anything) => void): void;
  lines(file: string): Anything[];
  /** Writes lines as they are: chains break. */
  setLines(file: string, lines: readonly Anything[]): void;
  /** Changes the lines that a sample, or a test of the line, picks out; at least one. */
  editLines(file: string, which: (line: Anything) => boolean, edit: (line: Anything) => void): void;
  /** Changes the text of the last line of a file, line feed left out. */
  editLast(file: string, edit: (text: string) => string): void;
  /** Changes the plan and what follows from it: critical counts, items root, the journal's digest. */
  changePlan(edit: (plan: Anything) => void, items?: (items: Item[]) => Item[]): void;
  /** Numbers and chains the lines of the evidence anew. */
  rechain(): void;
  /** Manifest anew, over the files as they are. */
  rebundle(): void;
  /** Chains, results, manifest and reports anew: everything that needs no key. */
  reseal(): Promise<void>;
  /** Signs the run as it is now. What certifiers signed of it is thrown away. */
  signRun(change?: Partial<Predicates['run']>, by?: Holder): void;
  signPlan(change?: Partial<Predicates['plan']>, by?: Holder): void;
  /** Signs a statement that is there with other contents, with as many keys as are named. */
  signAgain<Kind extends StatementKind>(
    file: string,
    kind: Kind,
    by: readonly Holder[],
    change?: Partial<Predicates[Kind]>,
  ): void;
  /** Signs a new statement. */
  sign<Kind extends StatementKind>(
    file: string,
    kind: Kind,
    digests: SubjectDigests<Kind>,
    predicate: Predicates[Kind],
    by: readonly Holder[],
  ): void;
  /** The waiver of the run. */
  readonly waiver: string;
}

const EVIDENCE = [RUN_FILES.journal, RUN_FILES.attempts, RUN_FILES.scores] as const;

export function forgeryOf(run: SealedRun, source: string, folder: string): Forgery {
  cpSync(source, folder, { recursive: true });
  const path = (file: string): string => join(folder, file);
  const text = (file: string): string => readFileSync(path(file), 'utf8');
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), content);
  };
  const remove = (file: string): void => rmSync(path(file), { recursive: true });
  const lines = (file: string): Anything[] =>
    text(file)
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  const setLines = (file: string, values: readonly Anything[]): void =>
    write(file, values.map((value) => `${canonicalJson(value)}\n`).join(''));
  const json = (file: string): Anything => JSON.parse(text(file));
  const change: Forgery['change'] = (file, edit) => {
    const value = json(file);
    edit(value);
    write(file, canonicalJson(value));
  };
  const editLines: Forgery['editLines'] = (file, which, edit) => {
    const all = lines(file);
    const chosen = all.filter(which);
    if (chosen.length === 0) throw new Error(`No line of ${file} is meant.`);
    chosen.forEach(edit);
    setLines(file, all);
  };
  const rechain = (): void => {
    for (const file of EVIDENCE) {
      let prev = CHAIN_START;
      const chained = lines(file).map((line, seq) => {
        const placed = { ...line, seq, prev };
        prev = line.kind === 'redacted' ? line.line : sha256(canonicalJson(placed));
        if (line.kind === 'redacted') delete placed.prev;
        return placed;
      });
      setLines(file, chained);
    }
  };
  const key = (holder: Holder): SigningKey => run.keys[holder];
  const sign: Forgery['sign'] = (file, kind, digests, predicate, [first, ...more]) => {
    if (first === undefined) throw new Error('Nobody signs.');
    const bytes = statementBytes(statement(kind, digests, predicate));
    let envelope = signEnvelope(bytes, key(first));
    for (const holder of more) envelope = addSignature(envelope, key(holder));
    write(file, envelopeText(envelope));
  };
  const predicateOf = <Kind extends StatementKind>(file: string, kind: Kind): Predicates[Kind] => {
    const { attestation } = readAttestation(folder, file, kind);
    if (attestation === null) throw new Error(`There is no ${file}.`);
    return attestation.statement.predicate;
  };
  const digestsFor = <Kind extends StatementKind>(kind: Kind): SubjectDigests<Kind> => {
    const known: Readonly<Record<string, unknown>> = {
      plan: planDigests(readPlan(folder)),
      'bundle.json': digestsOf(text(RUN_FILES.bundle)),
      [RUN_FILES.results]: fileDigests(path(RUN_FILES.results)).digest,
    };
    const names = { plan: ['plan'], record: ['plan'], verdict: ['bundle.json', RUN_FILES.results] };
    const wanted = (names as Record<string, string[]>)[kind] ?? ['bundle.json'];
    return Object.fromEntries(wanted.map((n) => [n, known[n]])) as SubjectDigests<Kind>;
  };
  const signAgain: Forgery['signAgain'] = (file, kind, by, changes = {}) =>
    sign(file, kind, digestsFor(kind), { ...predicateOf(file, kind), ...changes }, by);
  const waiver = `attest/${readdirSync(path('attest')).find((n) => n.startsWith('record-')) ?? ''}`;
  return {
    ...{ folder, run, path, text, write, remove, json, change, lines, setLines, editLines },
    ...{ rechain, sign, signAgain, waiver },
    editLast(file, edit) {
      const all = text(file).split('\n').slice(0, -1);
      write(file, [...all.slice(0, -1), edit(all.at(-1) ?? ''), ''].join('\n'));
    },
    changePlan: (edit, items) => changePlan({ folder, write, editLines }, edit, items),
    rebundle: () => void writeBundle(folder),
    async reseal() {
      rechain();
      const results: Results = conclude(folder);
      await writeReports(folder, results, DEFAULT_REPORTS, ['en', 'zh-CN']);
    },
    signRun(changes = {}, by = 'lab') {
      const results = json(RUN_FILES.results);
      for (const file of [ATTEST_FILES.verdict, waiver]) {
        if (existsSync(path(file))) remove(file);
      }
      signAgain(ATTEST_FILES.run, 'run', [by], {
        plan: planDigests(readPlan(folder)).sha256,
        results: fileDigests(path(RUN_FILES.results)).digest.sha256,
        outcome: results.outcome,
        ...changes,
      });
    },
    signPlan: (changes = {}, by = 'owner') => signAgain(ATTEST_FILES.plan, 'plan', [by], changes),
  };
}

function changePlan(
  { folder, write, editLines }: Pick<Forgery, 'folder' | 'write' | 'editLines'>,
  edit: (plan: Anything) => void,
  editItems: (items: Item[]) => Item[] = (items) => items,
): void {
  const salts = readSalts(folder);
  const items = editItems([...readItems(folder)]);
  const open = items.filter(({ pool }) => pool === 'public');
  write('plan/items.public.jsonl', open.map((item) => `${canonicalJson(item)}\n`).join(''));
  const plan: Anything = structuredClone(readPlan(folder));
  plan.itemsRoot = itemsRoot(items, salts).root;
  plan.samples = items.length;
  for (const planned of plan.indicators) {
    const own = items.filter(({ indicator }) => indicator === planned.indicator);
    recount(plan, planned, new Set(own.map(questionOf)).size);
  }
  edit(plan);
  for (const [file, value] of splitPlan(plan as Plan)) write(file, canonicalJson(value));
  editLines(
    RUN_FILES.journal,
    ({ event }) => event === 'started',
    ({ detail }) => {
      detail.plan = planDigests(plan as Plan).sha256;
    },
  );
}

/** The critical counts that follow from the catalogue of a plan. */
export function recount(plan: Anything, planned: Anything, cases: number = planned.cases): void {
  const leaf = plan.catalogue.indicators.find(({ id }: Anything) => id === planned.indicator);
  Object.assign(planned, decidingCounts(leaf, plan.catalogue, cases));
}
