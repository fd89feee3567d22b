import { CLASSES, classesOf, classOf } from './classes.ts';
import { type Clause, NEGATIONS } from './clauses.ts';
import { lettersIn, type Token, unitEnd } from './tokens.ts';

/**
 * What the model weighs of a clause: classes of words in their order, who is the subject of what is
 * negated, pairs of characters for what no class has, and what stands around.
 *
 * A feature is a form and its parts, which stand at the dots: `· ·` of self and cannot is the feature
 * `self cannot`. Most have no weight, so a name is put together only where somebody asks for it.
 */
export const FORMS = [
  ...(['·', '· ·', '· · ·', '·+·', '·~·', '·:·', '·|·', '·|·|·', '·|·|·|·'] as const),
  ...(['··|·', '·..·', '·..·|·|·', '··', '·<·', '·>·'] as const),
] as const;

const formOf = (written: (typeof FORMS)[number]): number => FORMS.indexOf(written);
const ONE = formOf('·');
const TWO = formOf('· ·');
const THREE = formOf('· · ·');
const NEXT = formOf('·+·');
const NEAR = formOf('·~·');
const AROUND = formOf('·:·');
const NEGATED_2 = formOf('·|·');
const NEGATED_3 = formOf('·|·|·');
const NEGATED_4 = formOf('·|·|·|·');
const OPENING = formOf('··|·');
const LED_2 = formOf('·..·');
const LED_4 = formOf('·..·|·|·');
const WITHIN = formOf('··');
const BEHIND = formOf('·<·');
const BEFORE = formOf('·>·');

/** Is told of every feature of a clause; of the same one as often as it is found. */
export interface Listener {
  /** @param form its place in `FORMS`; its parts are numbers of `classes.ts` */
  readonly feature: (form: number, a: number, b?: number, c?: number, d?: number) => void;
  /** A feature with a word as it is written in it. */
  readonly named: (name: string) => void;
  /** Neighbours, `c:` and what stands in the range of the text without its blanks. */
  readonly pair: (text: string, from: number, to: number) => void;
}

const SUBJECTS = classesOf(
  ...['self', 'you', 'other', 'thing', 'service', 'model', 'language', 'quoted'],
);
const ACTS = classesOf('speak', 'judge', 'make', 'help', 'handle', 'engage');
const OBJECTS = classesOf(
  ...['this', 'asked', 'you', 'norm', 'other', 'thing', 'language', 'quoted', 'self'],
);
/** The parts that are named below. */
const PART = {
  any: classOf('any'),
  first: classOf('first'),
  last: classOf('last'),
  question: classOf('question'),
  opens: classOf('opens'),
  led: classOf('led'),
  closes: classOf('closes'),
  goesOn: classOf('goes-on'),
  width: classOf('width'),
  lead: classOf('lead'),
  tail: classOf('tail'),
  before: classOf('before'),
  after: classOf('after'),
  affirms: classOf('affirms'),
  self: classOf('self'),
  this: classOf('this'),
  asked: classOf('asked'),
  topic: classOf('topic'),
  unknown: classOf('unknown'),
  none: classOf('none'),
  end: classOf('end'),
  '^': classOf('^'),
  $: classOf('$'),
  '*': classOf('*'),
  '-': classOf('-'),
} as const;
const STEPS = ['0', '1', '2', '3', '4'].map(classOf);

/** Upper bounds of the widths and of the numbers of letters that make a difference. */
const SIZES = [20, 40, 80, 160];
const LETTERS = [0, 2, 5];

/** The features of a clause by name, each once. */
export function featuresOf(clause: Clause): Set<string> {
  const names = new Set<string>();
  eachFeature(clause, {
    feature: (form, ...parts) => names.add(nameOf(FORMS[form] ?? '', parts)),
    named: (name) => names.add(name),
    pair: (text, from, to) => names.add(`c:${text.slice(from, to)}`),
  });
  return names;
}

function nameOf(form: string, parts: readonly (number | undefined)[]): string {
  let next = 0;
  return form.replace(/·/g, () => CLASSES[parts[next++] ?? -1] ?? '');
}

const CLASS_NAME = /[a-z]+(?:-[a-z]+)*|\d|[-^$*,]/g;

/** The form of a feature of classes, by its place in `FORMS`, and its parts. */
export function partsOf(name: string): [form: number, parts: number[]] {
  const written = name.replace(CLASS_NAME, '·');
  const parts = name.match(CLASS_NAME) ?? [];
  return [(FORMS as readonly string[]).indexOf(written), parts.map(classOf)];
}

export function eachFeature(clause: Clause, listener: Listener): void {
  surroundings(clause, listener);
  order(clause, listener);
  negations(clause, listener);
  pairs(clause.text, listener);
}

function surroundings(clause: Clause, { feature }: Listener): void {
  feature(ONE, PART.any);
  feature(AROUND, PART.width, step(clause.width, SIZES));
  if (clause.first) feature(ONE, PART.first);
  if (clause.last) feature(ONE, PART.last);
  if (clause.question) feature(ONE, PART.question);
  feature(ONE, clause.opens ? PART.opens : PART.led);
  feature(ONE, clause.closes ? PART.closes : PART.goesOn);
  const { words, from, to } = clause;
  for (let i = 0; i < from; i++) feature(AROUND, PART.lead, words[i]?.kind ?? PART.none);
  // The word at `to` is the mark that ends the clause.
  for (let i = to + 1; i < words.length; i++)
    feature(AROUND, PART.tail, words[i]?.kind ?? PART.none);
  for (const { kind } of clause.before) feature(AROUND, PART.before, kind);
  for (const { kind } of clause.after) feature(AROUND, PART.after, kind);
}

/** Neighbours: Chinese characters, Latin words, numbers, marks. */
function pairs(text: string, { pair }: Listener): void {
  const runs = text.split(/\s+/);
  const packed = runs.join('');
  let before = -1;
  let at = 0;
  for (const run of runs) {
    for (let start = 0; start < run.length; ) {
      const end = unitEnd(run, start);
      if (before >= 0) pair(packed, before, at + end);
      before = at + start;
      start = end;
    }
    at += run.length;
  }
}

/** Classes alone, in twos and threes, side by side without a word between, and in one clause. */
function order({ words, from, to }: Clause, { feature }: Listener): void {
  const kindAt = (i: number): number =>
    i < from ? PART['^'] : ((i < to ? words[i]?.kind : undefined) ?? PART.$);
  for (let i = from - 1; i <= to; i++) {
    const kind = kindAt(i);
    feature(ONE, kind);
    if (i < to) feature(TWO, kind, kindAt(i + 1));
    if (i + 1 < to) feature(THREE, kind, kindAt(i + 1), kindAt(i + 2));
  }
  for (let i = from; i + 1 < to; i++) {
    const kind = kindAt(i);
    if (words[i]?.end === words[i + 1]?.start) feature(NEXT, kind, kindAt(i + 1));
    for (let k = i + 1; k < to; k++) feature(NEAR, kind, kindAt(k));
  }
}

/** Of each negation: its subject, the act behind it and the object of that. */
function negations(clause: Clause, { feature, named }: Listener): void {
  const { text, at, opens } = clause;
  const words = clause.words.slice(clause.from, clause.to);
  if (!words.some(({ kind }) => NEGATIONS.has(kind))) feature(ONE, PART.affirms);
  const led = clause.words.slice(0, clause.from).some(({ kind }) => kind === PART.self);
  const unread = unreadLetters(clause, words);
  for (const [i, { kind, start, end }] of words.entries()) {
    if (!NEGATIONS.has(kind)) continue;
    const { subject, topic, act, object } = negated(words, i, unread);
    const leading = led ? PART.self : PART['-'];
    const far = step(unread.before(i), LETTERS);
    const farther = step(unread.after(i), LETTERS);
    const word = `"${text.slice(start - at, end - at)}"`;
    feature(NEGATED_2, subject, kind);
    feature(NEGATED_3, subject, kind, act);
    feature(NEGATED_4, subject, PART['*'], act, object);
    feature(NEGATED_4, PART['*'], kind, act, object);
    feature(NEGATED_3, topic, subject, kind);
    feature(NEGATED_3, topic, PART['*'], act);
    feature(LED_2, leading, subject);
    feature(LED_4, leading, subject, kind, act);
    feature(BEHIND, far, kind);
    feature(WITHIN, subject, far);
    feature(BEFORE, kind, farther);
    feature(WITHIN, act, farther);
    named(word);
    named(`${CLASSES[subject]}|${word}`);
    if (opens) feature(OPENING, PART['^'], subject, kind);
  }
}

/** Who does not do what, as far as the words around the negation at `i` tell. */
function negated(
  words: readonly Token[],
  i: number,
  unread: Unread,
): Readonly<Record<'subject' | 'topic' | 'act' | 'object', number>> {
  const pre = words.slice(0, i);
  const post = words.slice(i + 1);
  const at = post.findIndex(({ kind }) => ACTS.has(kind));
  const some = unread.after(i) > 0;
  const rest = some ? PART.unknown : PART.none;
  return {
    subject:
      pre.findLast(({ kind }) => SUBJECTS.has(kind))?.kind ??
      (unread.before(i) > 0 ? PART.unknown : PART.none),
    topic: pre.some(({ kind }) => kind === PART.this || kind === PART.asked)
      ? PART.topic
      : PART['-'],
    act: post[at]?.kind ?? (post.length === 0 && !some ? PART.end : rest),
    object: post.slice(at + 1).find(({ kind }) => OBJECTS.has(kind))?.kind ?? rest,
  };
}

/** How many letters of a clause before and behind its i-th word belong to no word. */
interface Unread {
  before(i: number): number;
  after(i: number): number;
}

function unreadLetters({ text, at }: Clause, words: readonly Token[]): Unread {
  const sums: number[] = [];
  let sum = 0;
  let from = 0;
  for (const { start, end } of words) {
    sum += lettersIn(text, from, start - at);
    sums.push(sum);
    from = end - at;
  }
  const all = sum + lettersIn(text, from, text.length);
  return { before: (i) => sums[i] ?? 0, after: (i) => all - (sums[i] ?? 0) };
}

function step(value: number, bounds: readonly number[]): number {
  const found = bounds.findIndex((bound) => value <= bound);
  return STEPS[found < 0 ? bounds.length : found] ?? PART.none;
}
