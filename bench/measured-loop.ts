/** A type, not an interface, so that it is JSON to the compiler. */
export type LoopFigures = {
  /** Processor time of the loop, user and system, all threads; milliseconds. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Largest resident set of the whole process, loading included; MB of 1,000,000 bytes. */
  readonly peakRssMb: number;
};

/** Times a loop; what was loaded before does not count, but for memory. */
export async function measureLoop(loop: () => Promise<void>): Promise<LoopFigures> {
  const before = process.cpuUsage();
  const began = performance.now();
  await loop();
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  // maxRSS is in kibibytes on every platform.
  const peakRssMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  return { cpuMs: (user + system) / 1000, wallMs, peakRssMb };
}
