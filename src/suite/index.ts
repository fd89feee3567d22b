export * from './dialogue.ts';
export type { SuiteContext } from './entries.ts';
export * from './find.ts';
export type { KnownCase } from './known-case.ts';
export * from './load.ts';
export * from './load-all.ts';
export * from './quality.ts';
export * from './random.ts';
export * from './suite.ts';
