import type { Json } from '../../model/index.ts';
import { readingOf } from '../../text/index.ts';
import { targetTexts } from '../contract.ts';
import { unitAt } from '../number/units.ts';
import { variablesOf } from './expression.ts';
import { type Notation, PLAIN_NOTATION, readNotation } from './notation.ts';
import type { Value } from './value.ts';

/** One accepted answer. */
export interface MathTarget {
  readonly text: string;
  readonly value: Value;
  readonly family: boolean;
}

export interface MathTargets {
  readonly accepted: readonly MathTarget[];
  /** Targets that cannot be read. */
  readonly unread: readonly string[];
  readonly notation: Notation;
}

/** Reads all accepted answers of a case. */
export function readTargets(target: Json | undefined): MathTargets {
  const accepted: MathTarget[] = [];
  const unread: string[] = [];
  let ownUnit: string | null = null;
  for (const text of targetTexts(target)) {
    const unit = ownUnitOf(text);
    ownUnit ??= unit;
    const [read] = readNotation(text, { ...PLAIN_NOTATION, ownUnit: unit });
    if (read === undefined) unread.push(text);
    else accepted.push({ text, ...read });
  }
  const variables = new Set(accepted.flatMap(({ value }) => namesIn(value)));
  return {
    accepted,
    unread,
    notation: { variables, ownUnit, several: accepted.some(({ value }) => isSeveral(value)) },
  };
}

/** A word after a number that no table of units has: 84 纸箱. */
function ownUnitOf(text: string): string | null {
  const word = /[\d)}π]\s*(\p{Script=Han}{1,8})$/u.exec(readingOf(text).text.trim())?.[1];
  if (word === undefined) return null;
  return unitAt(word, 0, null)?.end === word.length ? null : word;
}

function isSeveral(value: Value): boolean {
  if (value.kind === 'collection') return value.items.length > 1;
  return value.kind === 'bindings' || value.kind === 'brackets' || value.kind === 'intervals';
}

function namesIn(value: Value): readonly string[] {
  switch (value.kind) {
    case 'scalar':
      return variablesOf(value.value);
    case 'equation':
      return [...(value.left === null ? [] : variablesOf(value.left)), ...namesIn(value.right)];
    case 'inequality':
      return variablesOf(value.left, value.right);
    case 'brackets':
    case 'collection':
      return value.items.flatMap(namesIn);
    case 'bindings':
      return value.entries.flatMap(([name, v]) => [name, ...namesIn(v)]);
    case 'intervals':
      return value.intervals.flatMap(({ low, high }) => variablesOf(low, high));
    case 'empty':
      return [];
  }
}
