const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/**
 * How a share is brought to one decimal place. Bounds of an interval are rounded outwards, so that
 * the interval shown never claims more than the one computed.
 */
export type Rounding = 'nearest' | 'down' | 'up';

/**
 * A share (decimal string, 0–1) as a percentage with one decimal, by integer arithmetic. Rounded to
 * the nearest, a share short of 1 is `>99.9%` and one above 0 `<0.1%`, never the whole.
 * Anything that is not a plain decimal is returned as it is.
 */
export function percent(share: string, rounding: Rounding = 'nearest'): string {
  const match = DECIMAL.exec(share);
  if (match === null) return share;
  const [, whole = '', fraction = ''] = match;
  const unit = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * 1000n;
  const down = scaled / unit;
  const exact = down * unit === scaled;
  if (exact || rounding === 'down') return tenths(down);
  if (rounding === 'up') return tenths(down + 1n);
  const nearest = (scaled * 2n + unit) / (unit * 2n);
  if (nearest === 0n) return '<0.1%';
  if (nearest === 1000n && down < 1000n) return '>99.9%';
  return tenths(nearest);
}

/** A limit as a percentage, exact: as many decimals as it needs, at least one. */
export function exactPercent(share: string): string {
  const match = DECIMAL.exec(share);
  if (match === null) return share;
  const [, whole = '', fraction = ''] = match;
  const digits = fraction.padEnd(3, '0');
  const decimals = digits.slice(2).replace(/(?<=.)0+$/, '');
  return `${BigInt(whole + digits.slice(0, 2))}.${decimals}%`;
}

/** A share in millionths, for drawing; null when it is not a plain decimal. */
export function millionths(share: string | null): number | null {
  const match = share === null ? null : DECIMAL.exec(share);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  return Number(whole) * 1_000_000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}

/** `1234567` as `1,234,567`, the same in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function tenths(value: bigint): string {
  return `${value / 10n}.${value % 10n}%`;
}
