import { bothSigns, type Expression, numberOf, variablesOf } from './expression.ts';
import { inequalityOf } from './inequality.ts';
import { type Interval, intersection, REAL_LINE, union } from './interval.ts';
import { parseExpression } from './parser.ts';
import { asIntervals, intervals } from './solution.ts';
import type { Token } from './symbols.ts';
import type { Bindings, Scalar, Value } from './value.ts';

const MAX_ITEMS = 50;
/** Sets in sets in tuples; deeper is not read. */
const MAX_DEPTH = 8;

/** What the tokens state, all of them; null when that cannot be read. */
export function parseValue(tokens: readonly Token[], depth = 0): Value | null {
  if (tokens.length === 0 || depth > MAX_DEPTH) return null;
  if (tokens.length === 1 && tokens[0]?.kind === 'empty') return { kind: 'empty' };
  if (tokens.length === 1 && tokens[0]?.kind === 'reals') return intervals(REAL_LINE);
  const alternatives = split(tokens, (t) => t.kind === 'join' && t.text === 'or');
  if (alternatives.length > 1) return alternativesOf(alternatives, depth);
  const both = split(tokens, (t) => t.kind === 'join' && t.text === 'and');
  if (both.length > 1) return bothOf(both, depth);
  const items = split(tokens, (t) => t.kind === 'join');
  if (items.length > 1) return listOf(items, depth);
  return relationOf(tokens, depth) ?? unitedOf(tokens, depth) ?? singleOf(tokens, depth);
}

/** The tokens between those that match, outside all brackets. */
function split(
  tokens: readonly Token[],
  matches: (token: Token) => boolean,
): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && matches(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function parseAll(parts: readonly (readonly Token[])[], depth: number): Value[] | null {
  if (parts.length > MAX_ITEMS) return null;
  const values: Value[] = [];
  for (const part of parts) {
    const value = parseValue(part, depth + 1);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** x=1或x=2; x<1或x>2. */
function alternativesOf(parts: readonly (readonly Token[])[], depth: number): Value | null {
  const values = parseAll(parts, depth);
  if (values === null) return null;
  if (values.some((v) => v.kind === 'intervals')) return unionOf(values);
  return collection('roots', values.flatMap(itemsOf));
}

/** x>1且x≠3; x=1且y=2. */
function bothOf(parts: readonly (readonly Token[])[], depth: number): Value | null {
  const values = parseAll(parts, depth);
  if (values === null) return null;
  if (values.every((v) => v.kind === 'intervals')) {
    const [first, ...rest] = values.map((v) => v.intervals);
    let common: readonly Interval[] | null = first ?? null;
    for (const next of rest) common = common === null ? null : intersection(common, next);
    return intervals(common === null || common.length === 0 ? common : union(common));
  }
  return bindingsOf(values);
}

/** 1, 2; x₁=1, x₂=2; x=1, y=2. */
function listOf(parts: readonly (readonly Token[])[], depth: number): Value | null {
  const values = parseAll(
    parts.filter((part) => part.length > 0),
    depth,
  );
  if (values === null || values.length === 0) return null;
  // 「方程无实数根，无解」 says it twice.
  if (values.every((v) => v.kind === 'empty')) return { kind: 'empty' };
  if (values.some((v) => v.kind === 'intervals' || v.kind === 'inequality' || v.kind === 'empty')) {
    return null;
  }
  if (values.length === 1) return values[0] ?? null;
  // 面积=5，周长=10: only a person knows which is which.
  if (values.some((v) => v.kind === 'equation' && (v.left === null || v.unsolved))) return null;
  const bound = bindingsOf(values);
  if (bound !== null) return bound;
  const isRoots = values.every((v) => v.kind === 'equation');
  return collection(isRoots ? 'roots' : 'list', values.flatMap(itemsOf));
}

/** A value as an item of a larger collection: x=1 is 1, a nested list its items. */
function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'collection' && value.form !== 'set') return value.items;
  if (value.kind === 'equation' && (value.left === null || value.left.kind === 'symbol')) {
    return [value.right];
  }
  return [value];
}

function collection(form: 'set' | 'list' | 'roots', items: readonly Value[]): Value | null {
  return items.length > MAX_ITEMS ? null : { kind: 'collection', form, items };
}

/** Null unless every value binds a variable of its own: x₁ and x₂ are one variable. */
function bindingsOf(values: readonly Value[]): Bindings | null {
  const entries: (readonly [string, Value])[] = [];
  for (const value of values) {
    if (value.kind !== 'equation' || value.left?.kind !== 'symbol') return null;
    entries.push([value.left.name, value.right]);
  }
  const bases = new Set(entries.map(([name]) => name.replace(/_.*$/, '')));
  if (bases.size < entries.length) return null;
  return { kind: 'bindings', entries: entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

/** A∪B. */
function unitedOf(tokens: readonly Token[], depth: number): Value | null {
  const parts = split(tokens, (t) => t.kind === 'operator' && t.text === '∪');
  if (parts.length < 2) return null;
  const values = parseAll(parts, depth);
  return values === null ? null : unionOf(values);
}

function unionOf(values: readonly Value[]): Value | null {
  const parts: Interval[] = [];
  for (const value of values) {
    const own = asIntervals(value);
    if (own === null) return null;
    parts.push(...own);
  }
  return intervals(union(parts));
}

/** Equations and inequalities; null when no relation sign stands outside brackets. */
function relationOf(tokens: readonly Token[], depth: number): Value | null {
  const signs: string[] = [];
  const parts = split(tokens, (t) => {
    if (t.kind !== 'relation') return false;
    signs.push(t.text);
    return true;
  });
  // `split` asks only outside brackets.
  if (parts.length < 2) return null;
  if (signs.every((s) => s === '=' || s === '≈')) return equationOf(parts, signs, depth);
  if (signs.length === 1 && signs[0] === '∈') return parseValue(parts[1] ?? [], depth + 1);
  return inequalityOf(parts.map(parseExpression), signs);
}

/** a = b = c states c; a = b ≈ c states b and rounds it to c; x ≈ c states c. */
function equationOf(
  parts: readonly (readonly Token[])[],
  signs: readonly string[],
  depth: number,
): Value | null {
  const rounded = signs.indexOf('≈');
  const exact = rounded < 0 ? parts : parts.slice(0, rounded + 1);
  const approximation = rounded < 0 ? null : scalarOf(parts.at(-1) ?? []);
  if (rounded >= 0 && approximation === null) return null;
  const last = exact.at(-1) ?? [];
  const left = exact.length > 1 ? parseExpression(exact[0] ?? []) : null;
  const right = scalarOf(last);
  if (exact.length === 1 && approximation !== null) {
    if (right === null) {
      const isLabel = last.every((token) => token.kind === 'word');
      return isLabel ? { kind: 'equation', left: null, right: approximation } : null;
    }
    if (right.value.kind === 'symbol') {
      return { kind: 'equation', left: right.value, right: approximation };
    }
    return { ...right, approximation: approximation.value };
  }
  if (right === null) return approximation === null ? parseValue(last, depth + 1) : null;
  const stated: Scalar = { ...right, approximation: approximation?.value ?? null };
  const choices = bothSigns(right.value);
  if (choices.length === 1) {
    const labelled = left === null ? labelledSide(exact[0] ?? []) : null;
    return labelled === null
      ? { kind: 'equation', left, right: stated }
      : { kind: 'equation', left: labelled, right: stated, unsolved: true };
  }
  const items = choices.map((value): Scalar => ({ ...stated, value }));
  return collection('roots', items);
}

/** The 2x-y+1 of 直线方程为 2x-y+1=0: prose that names an equation or a curve states all of it. */
function labelledSide(tokens: readonly Token[]): Expression | null {
  const start = tokens.findIndex(
    (token) => token.kind !== 'word' && !(token.kind === 'operator' && token.text === ':'),
  );
  const label = tokens.slice(0, start).map(({ text }) => text);
  if (start < 1) return null;
  const side = parseExpression(tokens.slice(start));
  const names = label.join('');
  // 中线AD=5 has a length, 切线2x-y-1=0 an equation.
  const isSum = side?.kind === 'binary' && side.op === '+';
  const isCurve =
    /方程|直线|曲线|轨迹|圆|抛物线|一般式|标准式|截距式|斜截式|点斜式/.test(names) ||
    (isSum && /[切法垂分近准]线|平面/.test(names));
  if (!isCurve) return null;
  return side === null || variablesOf(side).length === 0 ? null : side;
}

function singleOf(tokens: readonly Token[], depth: number): Value | null {
  const scalar = scalarOf(tokens);
  if (scalar !== null) {
    const choices = bothSigns(scalar.value);
    if (choices.length === 1) return scalar;
    return collection(
      'roots',
      choices.map((value): Scalar => ({ ...scalar, value })),
    );
  }
  const ratio = split(tokens, (t) => t.kind === 'operator' && t.text === ':');
  if (ratio.length > 2) return ratioOf(ratio);
  return bracketsOf(tokens, depth);
}

/** An expression with its unit. */
function scalarOf(tokens: readonly Token[]): Scalar | null {
  const last = tokens.at(-1);
  const named = last?.kind === 'unit';
  const value = parseExpression(named ? tokens.slice(0, -1) : tokens);
  if (value === null) return null;
  return { kind: 'scalar', value, unit: named ? last.text : null, approximation: null };
}

/** 1:2:3 as the tuple of its members over the last. */
function ratioOf(parts: readonly (readonly Token[])[]): Value | null {
  const members = parts.map(parseExpression);
  const last = members.at(-1);
  if (last === undefined || last === null || members.length > MAX_ITEMS) return null;
  const items: Scalar[] = [];
  for (const member of members) {
    if (member === null) return null;
    const value: Expression =
      member === last ? numberOf(1n) : { kind: 'binary', op: '/', left: member, right: last };
    items.push({ kind: 'scalar', value, unit: null, approximation: null });
  }
  return { kind: 'brackets', open: '(', close: ')', items };
}

/** Sets, set builders, intervals, tuples; a point may have a name: A(1, 2). */
function bracketsOf(tokens: readonly Token[], depth: number): Value | null {
  const named = tokens[0]?.kind === 'name' || tokens[0]?.kind === 'word';
  const own = named && tokens[1]?.text === '(' ? tokens.slice(1) : tokens;
  const open = own[0];
  const close = own.at(-1);
  if (open?.kind !== 'open' || close?.kind !== 'close' || !isOnePair(own)) return null;
  const inner = own.slice(1, -1);
  if (open.text.endsWith('{') && close.text.endsWith('}')) return setOf(inner, depth);
  const [left, right] = [open.text, close.text];
  if ((left !== '(' && left !== '[') || (right !== ')' && right !== ']')) return null;
  const parts = split(inner, (t) => t.kind === 'join' && t.text === 'list');
  const isRow = left === '[' && inner[0]?.kind === 'open' && inner[0].text === '[';
  const items = parts.length < 2 && !isRow ? null : parseAll(parts, depth);
  return items === null ? null : { kind: 'brackets', open: left, close: right, items };
}

/** True when the first bracket closes with the last token. */
function isOnePair(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.every((token, i) => {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    return depth > 0 || i === tokens.length - 1;
  });
}

function setOf(inner: readonly Token[], depth: number): Value | null {
  if (inner.length === 0) return { kind: 'empty' };
  // {x | x>1}: what stands before the bar only names the member.
  const bar = inner[1];
  if (inner[0]?.kind === 'name' && bar?.kind === 'operator' && '|:'.includes(bar.text)) {
    return parseValue(inner.slice(2), depth + 1);
  }
  const parts = split(inner, (t) => t.kind === 'join' && t.text === 'list');
  const items = parseAll(parts, depth);
  // {x=2, y=5} is the solution of a system.
  const bound = items === null || items.length < 2 ? null : bindingsOf(items);
  if (bound !== null) return bound;
  return items === null
    ? null
    : collection(
        'set',
        items.flatMap((v) => (v.kind === 'collection' && v.form === 'roots' ? v.items : [v])),
      );
}
