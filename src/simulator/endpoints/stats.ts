import type { InfoEndpoint } from './contract.ts';

/** What the simulator has seen so far, for the programs that test a harness against it. */
export const stats: InfoEndpoint = {
  kind: 'info',
  method: 'GET',
  path: '/__stats',
  body: (_model, snapshot) => snapshot,
};
