export { type Ability, type AnswerRates, parseAbility } from './ability.ts';
export { demoAbility, demoFaults } from './demo.ts';
export { MODEL_NAME as SIMULATED_MODEL } from './endpoints/contract.ts';
export { FAULTS, type FaultName, type FaultSpec, parseFaults } from './faults.ts';
export {
  type Latency,
  type LoopbackHost,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from './simulator.ts';
export type { StatsSnapshot } from './stats.ts';
