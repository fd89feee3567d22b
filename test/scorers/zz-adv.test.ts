import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { math } from '../../src/scorers/math/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { answer, key } from './vectors.ts';
test('probe', () => {
  for (const line of readFileSync('/tmp/adv.jsonl', 'utf8').split('\n').filter(Boolean)) {
    const [r, t, want] = JSON.parse(line);
    const bad = math.check?.(key({ target: t }), {}) ?? [];
    const s = scoreResponse(math, key({ target: t }), answer(r), {});
    if (s.value !== want || bad.length) console.log(want, JSON.stringify(r), '~', t, '=>', s.value, s.status, s.rule, JSON.stringify(s.parsed), JSON.stringify(s.span?.text), JSON.stringify(s.detail), bad.length ? 'BAD TARGET' : '');
  }
});
