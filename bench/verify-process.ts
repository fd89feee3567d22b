// Verifies a run folder as `aigc verify` does: `node bench/verify-process.ts <folder>`.
import { verifyPath } from '../src/verify/index.ts';
import { measureLoop } from './measured-loop.ts';

/** What is said of a run that nobody signed; more would mean that something else was measured. */
const UNSIGNED: readonly string[] = ['SIG_NO_TRUST', 'PLAN_UNSIGNED'];

const [folder = ''] = process.argv.slice(2);
const figures = await measureLoop(async () => {
  const { steps } = await verifyPath(folder, { profile: null });
  const found = steps.flatMap(({ findings }) => findings.map(({ code }) => code));
  if (found.toString() !== UNSIGNED.toString()) throw new Error(found.join(', '));
});
console.log(JSON.stringify(figures));
