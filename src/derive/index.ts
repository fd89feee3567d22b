export * from './agreement.ts';
export {
  binomialTail,
  ceilingCount,
  lowerCriticalCount,
  upperCriticalCount,
} from './binomial.ts';
export * from './binomial-tails.ts';
export * from './clopper-pearson.ts';
export * from './cluster-claims.ts';
export * from './consistency.ts';
export * from './critical-counts.ts';
export * from './decide.ts';
export * from './derive.ts';
export * from './design-effect.ts';
export type { Fraction } from './fraction.ts';
export { compareFractions, decimal, fraction, oneMinus, toNumber } from './fraction.ts';
export * from './interval.ts';
export * from './invalid-bounds.ts';
export * from './mcnemar.ts';
export * from './multiplicity.ts';
export * from './pass-at-k.ts';
export * from './permutation.ts';
export * from './position-bias.ts';
export * from './power.ts';
export * from './results.ts';
export * from './rogan-gladen.ts';
export * from './roll-up.ts';
export { sampleVerdicts } from './samples.ts';
export * from './simulated.ts';
export * from './spot-check.ts';
export * from './standing.ts';
export * from './strata.ts';
export * from './tally.ts';
export * from './two-stage.ts';
