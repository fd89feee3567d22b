import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { math } from '../../src/scorers/math/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { answer, key } from './vectors.ts';
test('probe', () => {
  const out: string[] = [];
  for (const v of JSON.parse(readFileSync('/tmp/vectors.json', 'utf8'))) {
    const s = scoreResponse(math, key({ target: v.target }), answer(v.response), v.options ?? {});
    if (s.value !== v.expect.value) console.log('M', v.expect.value, v.id, JSON.stringify(v.response), '=>', s.value, s.status, s.parsed);
    out.push(JSON.stringify({ ...v, expect: { ...v.expect, status: s.status, parsed: s.parsed, ...(s.status === 'unparsed' ? {} : { rule: s.rule }) } }));
  }
  writeFileSync('/work/main/test/vectors/math.jsonl', `${out.join('\n')}\n`);
});
