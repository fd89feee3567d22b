import type { Exemplar } from '../contract.ts';
import type { CodeTest } from '../sandbox/verdict.ts';

/** Wrong answers that models really give, made to fail: no right one follows from the tests. */
export function wrongCode(
  entry: string,
  tests: readonly CodeTest[],
  random: () => number,
): Exemplar {
  const bodies = ['', '  return null;\n', `  throw new Error('未实现');\n`];
  // A function that returns null is right where null is all that the tests ask for.
  const isNullRight = tests.every(({ returns }) => returns === null);
  const body = bodies[Math.floor(random() * bodies.length)] ?? '';
  const lines = isNullRight && body.includes('null') ? '' : body;
  return { text: `\`\`\`js\nfunction ${entry}() {\n${lines}}\n\`\`\`` };
}
