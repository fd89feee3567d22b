import { compare, parseDecimal, rational } from '../text/index.ts';

/** JSON Schema of a limit on a share: a decimal string from 0 to 1. */
export const SHARE = {
  type: 'string',
  pattern: '^(?:0(?:\\.\\d{1,9})?|1(?:\\.0{1,9})?)$',
} as const;

/**
 * Compares part/whole with a decimal string, exactly: negative, 0 or positive. Nothing of nothing
 * is a share of 0.
 */
export function compareShare(part: number, whole: number, limit: string): number {
  const bound = parseDecimal(limit);
  if (bound === null) throw new RangeError(`Not a decimal string: ${limit}`);
  const share = whole === 0 ? rational(0n) : rational(BigInt(part), BigInt(whole));
  return compare(share, bound);
}

/** part/whole for display: a decimal string of four places, halves rounded up. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '0.0000';
  const scaled = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  const digits = scaled.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
