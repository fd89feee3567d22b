/** Two-sided 95 % standard normal quantile. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson score interval of k passes in n (Wilson 1927; 95 %, two-sided), clipped to [0, 1]. For
 * display only: decisions use exact counts. Neither has to be whole: passes scaled to an effective
 * number of cases are not. Example: 970 of 1000 gives 0.957497 and 0.978906.
 */
export function wilsonInterval(k: number, n: number): { lower: number; upper: number } {
  if (n === 0) return { lower: 0, upper: 1 };
  const p = k / n;
  const z2 = Z_95 * Z_95;
  const centre = p + z2 / (2 * n);
  const half = Z_95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    // The bounds of 0 of n and n of n are exact; rounding must not move them.
    lower: k === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: k === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/** A share for display: decimal string of six places. */
export function shareText(share: number): string {
  return share.toFixed(6);
}
