import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Messages and time stamps must be the same wherever the tests run.
    env: { TZ: 'UTC', LANG: 'C' },
    reporters: ['default', ['json', { outputFile: '.vitest/results.json' }]],
  },
});
