export * from './binomial.ts';
export * from './decide.ts';
export * from './derive.ts';
export * from './interval.ts';
export * from './results.ts';
export * from './roll-up.ts';
export * from './simulated.ts';
export * from './tally.ts';
