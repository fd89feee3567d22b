/** Model ids of the simulator: a run that any of them answered is a simulated one. */
export const SIMULATED_MODEL = /^aigc-simulator\b/;
