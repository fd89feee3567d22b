import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one measurement; gone afterwards. */
export interface Workplace extends Disposable {
  path(name: string): string;
  /** Writes a file and returns its path. */
  write(name: string, text: string): string;
}

export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'aigc-bench-'));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write(name, text) {
      writeFileSync(path(name), text);
      return path(name);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The prompt of the n-th case; no two are the same. */
export function promptOf(n: number): string {
  return `仓库原有 ${1000 + n} 箱货，又运来 36 箱，现在共有多少箱？请在最后一行写“答案：”和数字。`;
}

/** A suite of additions, as YAML (which holds JSON). */
export function suiteText(cases: number): string {
  return JSON.stringify({
    suite: 'bench.sums',
    version: '1.0.0',
    indicator: 'custom',
    title: { zh: '加法', en: 'Sums' },
    licence: 'CC0-1.0',
    source: 'own',
    defaults: { params: { maxTokens: 512, temperature: 0 }, scorer: { use: 'number' } },
    cases: Array.from({ length: cases }, (_, n) => ({
      id: `sum-${n}`,
      prompt: promptOf(n),
      target: String(1000 + n + 36),
    })),
  });
}

/** A configuration with the one model `m`. */
export function configText(baseUrl: string, concurrency: number): string {
  return JSON.stringify({
    models: { m: { adapter: 'openai', baseUrl, capabilities: ['text'], limits: { concurrency } } },
  });
}
