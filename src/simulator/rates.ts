import type { LocalText } from '../model/index.ts';

/** A share written by a user: a plain decimal from 0 to 1, or null. */
export function parseShare(text: string): number | null {
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return null;
  const share = Number(text);
  return share <= 1 ? share : null;
}

/** Tolerates what adding decimal shares in binary leaves over, e.g. 0.7 + 0.2 + 0.1. */
const ROUNDING = 1e-9;

/** Why a set of shares cannot be the probabilities of exclusive events, or null. */
export function sharesProblem(shares: readonly number[]): LocalText | null {
  if (shares.some((share) => !(share >= 0 && share <= 1))) {
    return {
      zh: '每个概率必须在 0 与 1 之间。',
      en: 'Every probability has to be between 0 and 1.',
    };
  }
  const sum = shares.reduce((a, b) => a + b, 0);
  if (sum <= 1 + ROUNDING) return null;
  const shown = String(Number(sum.toFixed(6)));
  return {
    zh: `这些概率互斥，合计为 ${shown}，不能大于 1。`,
    en: `These probabilities exclude each other; they add up to ${shown}, which is more than 1.`,
  };
}

/**
 * The event that a number in [0, 1) falls on when the events lie one after another from 0, or null
 * beyond them. The first event stays where it is when the others change.
 */
export function eventAt<Name extends string>(
  at: number,
  events: readonly (readonly [name: Name, share: number])[],
): Name | null {
  let end = 0;
  for (const [name, share] of events) {
    end += share;
    if (at < end) return name;
  }
  return null;
}
