// Prints the counts of the last test run as one plain line: `N passed, N failed, N skipped`.
import { readFileSync } from 'node:fs';

interface Summary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

try {
  const text = readFileSync(new URL('../.vitest/results.json', import.meta.url), 'utf8');
  const run = JSON.parse(text) as Summary;
  const skipped = run.numPendingTests + run.numTodoTests;
  console.log(`${run.numPassedTests} passed, ${run.numFailedTests} failed, ${skipped} skipped`);
  if (!run.success || run.numPassedTests === 0) process.exitCode = 1;
} catch {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
