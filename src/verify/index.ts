export type * from './contract.ts';
export { STEPS } from './contract.ts';
export type { VerifyOptions } from './verify.ts';
export { verifyRun } from './verify.ts';
export * from './verify-path.ts';
