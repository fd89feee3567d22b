import type { Exemplar } from '../contract.ts';
import type { CodeTest } from '../sandbox/verdict.ts';

/** Wrong answers that models really give, made to fail: no right one follows from the tests. */
export function wrongCode(
  entry: string,
  tests: readonly CodeTest[],
  random: () => number,
): Exemplar {
  const bodies = ['pass', 'return None', "raise NotImplementedError('未实现')"];
  // A function that returns None is right where null is all that the tests ask for.
  const isNoneRight = tests.every(({ returns }) => returns === null);
  const drawn = bodies[Math.floor(random() * bodies.length)] ?? 'pass';
  const body = isNoneRight ? bodies.at(-1) : drawn;
  return { text: `\`\`\`python\ndef ${entry}(*args):\n    ${body}\n\`\`\`` };
}
