import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { math } from '../../src/scorers/math/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { answer, key } from './vectors.ts';
test('probe', () => {
  const out: string[] = [];
  for (const v of JSON.parse(readFileSync('/tmp/vectors.json', 'utf8'))) {
    const s = scoreResponse(math, key({ target: v.target }), answer(v.response), v.options ?? {});
    if (s.value !== v.expect.value) console.log(v.expect.value, v.id, JSON.stringify(v.response), '=>', s.value, s.status, s.parsed);
    v.expect.status = s.status;
    v.expect.parsed = s.parsed;
    if (['canonical', 'rational', 'structure', 'sampling', 'different', 'undecided'].includes(s.rule ?? '')) v.expect.rule = s.rule;
    out.push(JSON.stringify(v));
    console.log('L', v.id, '|', v.why, '|', v.response.replaceAll('\n', '↵'), '|', v.target, '|', s.value, s.status, s.rule, '|', s.parsed, '|', s.span?.text);
  }
  writeFileSync('/work/main/test/vectors/math.jsonl', `${out.join('\n')}\n`);
});
