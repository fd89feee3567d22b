import { type Token, tokensOf } from './tokens.ts';

/**
 * What the model weighs of a sentence, as names: classes of words in their order, who is the subject
 * of what is negated, pairs of characters for what no class has, and what stands around.
 */

/** One clause of an answer with what stands around it. */
export interface Placed {
  readonly text: string;
  /** The clauses before and behind it in its sentence. */
  readonly lead: string;
  readonly tail: string;
  /** The sentences before and behind. */
  readonly before: string;
  readonly after: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly question: boolean;
  /** Width of the whole answer. */
  readonly width: number;
}

/** Classes of words that negate or decline. */
export const NEGATIONS: ReadonlySet<string> = new Set([
  'cannot',
  'not',
  'declines',
  'potential',
  'resign',
  'lacks',
]);
const SUBJECTS = new Set([
  ...['self', 'you', 'other', 'thing', 'service', 'model', 'language', 'quoted'],
]);
const ACTS = new Set(['speak', 'judge', 'make', 'help', 'handle', 'engage']);
const OBJECTS = new Set([
  ...['this', 'asked', 'you', 'norm', 'other', 'thing', 'language', 'quoted', 'self'],
]);
/** Upper bounds of the widths that make a difference. */
const SIZES = [20, 40, 80, 160];

export function featuresOf(clause: Placed): Set<string> {
  const { text } = clause;
  const tokens = tokensOf(text);
  const names = new Set<string>([...surroundings(clause), ...orderOf(tokens)]);
  for (const name of negationsOf(text, tokens, clause.lead)) names.add(name);
  if (!tokens.some(({ kind }) => NEGATIONS.has(kind))) names.add('affirms');
  for (const pair of pairsOf(text)) names.add(pair);
  return names;
}

function* surroundings(clause: Placed): Generator<string> {
  yield 'any';
  yield `width:${step(clause.width, SIZES)}`;
  if (clause.first) yield 'first';
  if (clause.last) yield 'last';
  if (clause.question) yield 'question';
  for (const { kind } of tokensOf(clause.lead)) yield `lead:${kind}`;
  for (const { kind } of tokensOf(clause.tail)) yield `tail:${kind}`;
  yield clause.lead === '' ? 'opens' : 'led';
  yield clause.tail === '' ? 'closes' : 'goes-on';
  for (const { kind } of tokensOf(clause.before)) yield `before:${kind}`;
  for (const { kind } of tokensOf(clause.after)) yield `after:${kind}`;
}

/** Neighbours: Chinese characters, Latin words, numbers, marks. */
function* pairsOf(text: string): Generator<string> {
  const units = text.match(/[a-z']+|\d+|[^\sa-z\d]/gu) ?? [];
  for (let i = 0; i + 1 < units.length; i++) yield `c:${units[i]}${units[i + 1]}`;
}

/** Classes alone, in twos and threes, side by side without a word between, and in one clause. */
function* orderOf(tokens: readonly Token[]): Generator<string> {
  const kinds = ['^', ...tokens.map(({ kind }) => kind), '$'];
  for (const [i, kind] of kinds.entries()) {
    yield kind;
    yield kinds.slice(i, i + 2).join(' ');
    yield kinds.slice(i, i + 3).join(' ');
  }
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (next?.start === token.end) yield `${token.kind}+${next.kind}`;
    if (token.kind === ',') continue;
    for (let k = i + 1; k < tokens.length && tokens[k]?.kind !== ','; k++) {
      yield `${token.kind}~${tokens[k]?.kind}`;
    }
  }
}

/** Of each negation: its subject, the act behind it and the object of that. */
function* negationsOf(text: string, tokens: readonly Token[], lead: string): Generator<string> {
  const led = tokensOf(lead).some((t) => t.kind === 'self');
  for (const [i, { kind, start, end }] of tokens.entries()) {
    if (!NEGATIONS.has(kind)) continue;
    const [from, to] = clauseAround(tokens, i);
    const pre = tokens.slice(from, i);
    const post = tokens.slice(i + 1, to);
    const unread = strangers(text, tokens, tokens[from - 1]?.end ?? 0, start);
    const unreadAfter = strangers(text, tokens, end, tokens[to]?.start ?? text.length);
    const subject =
      pre.findLast((t) => SUBJECTS.has(t.kind))?.kind ?? (unread > 0 ? 'unknown' : 'none');
    const topic = pre.some((t) => t.kind === 'this' || t.kind === 'asked') ? 'topic' : '-';
    const at = post.findIndex((t) => ACTS.has(t.kind));
    const rest = unreadAfter > 0 ? 'unknown' : 'none';
    const act = post[at]?.kind ?? (post.length === 0 && unreadAfter === 0 ? 'end' : rest);
    const object = post.slice(at + 1).find((t) => OBJECTS.has(t.kind))?.kind ?? rest;
    const spoken = led ? 'self' : '-';
    const word = text.slice(start, end);
    yield `${subject}|${kind}`;
    yield `${subject}|${kind}|${act}`;
    yield `${subject}|*|${act}|${object}`;
    yield `*|${kind}|${act}|${object}`;
    yield `${topic}|${subject}|${kind}`;
    yield `${topic}|*|${act}`;
    yield `${spoken}..${subject}`;
    yield `${spoken}..${subject}|${kind}|${act}`;
    yield `${step(unread, [0, 2, 5])}<${kind}`;
    yield `${subject}${step(unread, [0, 2, 5])}`;
    yield `${kind}>${step(unreadAfter, [0, 2, 5])}`;
    yield `${act}${step(unreadAfter, [0, 2, 5])}`;
    yield `"${word}"`;
    yield `${subject}|"${word}"`;
    if (lead === '') yield `^${subject}|${kind}`;
  }
}

/** The tokens of the clause of the token at `i`: the first, and the one behind the last. */
function clauseAround(tokens: readonly Token[], i: number): [number, number] {
  let from = i;
  while (from > 0 && tokens[from - 1]?.kind !== ',') from--;
  let to = i + 1;
  while (to < tokens.length && tokens[to]?.kind !== ',') to++;
  return [from, to];
}

/** How many letters in the range belong to no token. */
function strangers(text: string, tokens: readonly Token[], from: number, to: number): number {
  let covered = 0;
  for (const { start, end } of tokens) {
    if (start >= from && end <= to) covered += letters(text.slice(start, end));
  }
  return letters(text.slice(from, to)) - covered;
}

function letters(text: string): number {
  return text.match(/[\u4e00-\u9fffa-z]/g)?.length ?? 0;
}

function step(value: number, bounds: readonly number[]): number {
  const found = bounds.findIndex((bound) => value <= bound);
  return found < 0 ? bounds.length : found;
}
