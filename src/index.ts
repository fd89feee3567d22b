/**
 * The public interface of the package: what the command line is made of.
 *
 * - models: `Adapter`, `Model`, `ModelRequest`, `ModelResponse`, `openModel`
 * - the bank: `loadBank`, `loadCatalogue`, `loadSuites`
 * - a run: `prepare`, `makePlan`, `run`, `rescore`, `deriveFolder`, `writeReports`
 * - verdicts: `derive` and the exact decision functions
 * - scorers and generators: `defineScorer`, `defineGenerator`, `SCORERS`, `GENERATORS`
 * - the simulator: `startSimulator`
 */
export { ADAPTERS, openModel } from '../adapters/index.ts';
export type { OutputFile, Report, ReportContext } from '../reports/index.ts';
export { REPORTS, renderReport } from '../reports/index.ts';
export * from './derive/index.ts';
export type { Problem } from './document/index.ts';
export { formatProblem, UserError } from './document/index.ts';
export type * from './evidence/index.ts';
export * from './model/index.ts';
export * from './run/index.ts';
export type { Exemplar, Score, Scorer } from './scorers/index.ts';
export { defineScorer, SCORERS, scoreResponse } from './scorers/index.ts';
export type { Simulator, SimulatorOptions } from './simulator/index.ts';
export { startSimulator } from './simulator/index.ts';
export * from './standard/index.ts';
export type { Generator } from './suite/generators/contract.ts';
export { defineGenerator } from './suite/generators/contract.ts';
export { GENERATORS } from './suite/generators/index.ts';
export type { Suite } from './suite/index.ts';
export { loadSuites } from './suite/index.ts';
