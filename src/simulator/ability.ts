import { UserError } from '../document/index.ts';
import { EVERY, INDICATOR_PREFIX, longestPrefix } from './indicator-prefix.ts';
import { eventAt, parseShare, sharesProblem } from './rates.ts';

/** How a simulated model takes a case. What the shares leave over is answered wrong. */
export type Manner = 'right' | 'wrong' | 'refuse' | 'garble' | 'filter';

/** Shares of cases, each in [0, 1], together at most 1. */
export interface AnswerRates {
  /** A right answer. */
  readonly right: number;
  /** A refusal, whatever was asked: a wrong answer, unless the case expects a refusal. */
  readonly refuse?: number;
  /** Text in which no answer can be read. */
  readonly garble?: number;
  /** Blocked by the service's content filter after the call was accepted. */
  readonly filter?: number;
}

/**
 * How able the model is: one share of right answers, or a table by indicator or prefix of one
 * (`C3.1.1`, `C3.1`, `C3`, `*`), of which the longest that fits counts.
 */
export type Ability = number | Readonly<Record<string, number | AnswerRates>>;

/** An ability as a checked table. */
export type AbilityTable = ReadonlyMap<string, AnswerRates>;

const MANNERS = ['right', 'refuse', 'garble', 'filter'] as const;

/** Throws `UserError` for a key that names no indicator and for shares that are none. */
export function abilityTable(ability: Ability): AbilityTable {
  const entries = typeof ability === 'number' ? { [EVERY]: ability } : ability;
  const table = new Map<string, AnswerRates>();
  for (const [prefix, entry] of Object.entries(entries)) {
    if (!INDICATOR_PREFIX.test(prefix)) {
      throw badAbility(prefix, '不是指标编号或其前缀', 'is no indicator or prefix of one');
    }
    const rates = typeof entry === 'number' ? { right: entry } : entry;
    const problem = sharesProblem(MANNERS.map((manner) => rates[manner] ?? 0));
    if (problem !== null) {
      throw UserError.of(
        'bad-ability',
        `模拟模型对“${prefix}”的能力设定有误：${problem.zh}`,
        `The simulated model's ability for "${prefix}" is wrong: ${problem.en}`,
      );
    }
    table.set(prefix, rates);
  }
  return table;
}

/** The manner on which `at`, a number in [0, 1), falls. A higher `right` keeps all right answers. */
export function mannerAt(at: number, rates: AnswerRates): Manner {
  return (
    eventAt(
      at,
      MANNERS.map((manner) => [manner, rates[manner] ?? 0] as const),
    ) ?? 'wrong'
  );
}

/** The rates of an indicator. Throws `UserError` when the table does not speak of it. */
export function ratesFor(table: AbilityTable, indicator: string): AnswerRates {
  const rates = longestPrefix(table, indicator);
  if (rates !== undefined) return rates;
  throw UserError.of(
    'ability-missing',
    `未设定模拟模型对指标 ${indicator} 的能力。请为该指标、其前缀或“*”给出概率。`,
    `The simulated model has no ability for indicator ${indicator}. Give one for it, a prefix of it, or "*".`,
  );
}

/**
 * Reads an ability from one line of text: parts separated by commas, each a share of right answers
 * (`0.9`), a share for some indicators (`C3.1=0.5`), or the share of another manner
 * (`refuse=0.1`, `C14.6:refuse=0.1`). A part with a prefix replaces the general ones for it.
 *
 *     0.95,C3.1.2=0.8,C14:right=0.9,C14:refuse=0.1
 *
 * Throws `UserError` that names the part it cannot read.
 */
export function parseAbility(text: string): Ability {
  const table = new Map<string, Partial<Record<(typeof MANNERS)[number], number>>>();
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const { prefix, manner, share } = parsePart(part);
    const rates = table.get(prefix) ?? {};
    if (rates[manner] !== undefined) {
      throw badAbility(part, '重复给出了同一项', 'gives the same share a second time');
    }
    table.set(prefix, { ...rates, [manner]: share });
  }
  return Object.fromEntries(
    Array.from(table, ([prefix, { right, ...others }]) => {
      if (right !== undefined) return [prefix, { right, ...others }];
      throw badAbility(
        prefix,
        '缺少答对的概率（right）',
        'has no share of right answers ("right")',
      );
    }),
  );
}

function parsePart(part: string): {
  prefix: string;
  manner: (typeof MANNERS)[number];
  share: number;
} {
  const match = /^(?:([^:=]*):)?(?:([^:=]*)=)?([^:=]*)$/.exec(part);
  const share = parseShare(match?.[3] ?? '');
  if (match === null || share === null) {
    throw badAbility(part, '读不出 0 与 1 之间的概率', 'holds no share between 0 and 1');
  }
  const before = match[1];
  const name = match[2];
  const manner = MANNERS.find((known) => known === name);
  // `C3=0.5` is short for `C3:right=0.5`.
  const prefix = before ?? (manner === undefined ? name : undefined) ?? EVERY;
  if (!INDICATOR_PREFIX.test(prefix) || (before !== undefined && manner === undefined)) {
    throw badAbility(
      part,
      `既不是指标编号（前缀），也不是 ${MANNERS.join('、')} 之一`,
      `names neither an indicator (prefix) nor one of ${MANNERS.join(', ')}`,
    );
  }
  return { prefix, manner: manner ?? 'right', share };
}

function badAbility(part: string, zh: string, en: string): UserError {
  return UserError.of(
    'bad-ability',
    `模拟模型能力设定中的“${part}”${zh}。写法示例：0.95,C3.1.2=0.8,C14:right=0.9,C14:refuse=0.1`,
    `"${part}" in the simulated model's ability ${en}. Example: 0.95,C3.1.2=0.8,C14:right=0.9,C14:refuse=0.1`,
  );
}
