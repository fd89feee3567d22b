import { describe, expect, test } from 'vitest';
import type { ModelLimits } from '../../src/model/index.ts';
import { evenPace } from '../../src/run/pace.ts';

/** A pace on a clock that goes forward only by waiting. */
function paced(limits: Omit<ModelLimits, 'concurrency'>) {
  const clock = { now: 0 };
  const pace = evenPace(
    { concurrency: 1, ...limits },
    () => clock.now,
    async (ms) => {
      clock.now += ms;
    },
  );
  return { clock, pace, never: new AbortController().signal };
}

describe('calls are spaced', () => {
  test('by a minute divided by their number per minute', async () => {
    const { clock, pace, never } = paced({ rpm: 120 });
    const times: number[] = [];
    for (let i = 0; i < 4; i++) {
      await pace.ready(never);
      times.push(clock.now);
    }
    expect(times).toEqual([0, 500, 1000, 1500]);
  });

  test('by the share of the minute that their tokens take', async () => {
    const { clock, pace, never } = paced({ tpm: 60_000 });
    await pace.ready(never);
    pace.used({ inputTokens: 1500, outputTokens: 500 });
    await pace.ready(never);
    expect(clock.now).toBe(2000);
  });

  test('by nothing when no limit is known', async () => {
    const { clock, pace, never } = paced({});
    for (let i = 0; i < 100; i++) await pace.ready(never);
    pace.used({ inputTokens: 1e6, outputTokens: 1e6 });
    await pace.ready(never);
    expect(clock.now).toBe(0);
  });

  test('and not waited for when the run has been stopped', async () => {
    const { clock, pace, never } = paced({ rpm: 1 });
    await pace.ready(never);
    await pace.ready(AbortSignal.abort());
    expect(clock.now).toBe(0);
  });
});
