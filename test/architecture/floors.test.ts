import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** The floors of docs/architecture.md, lowest first. Imports go down or stay, never up. */
const FLOORS: readonly (readonly string[])[] = [
  ['src/model', 'src/document'],
  ['src/text', 'src/media', 'src/standard', 'src/evidence', 'src/attest'],
  ['src/suite', 'adapters', 'src/scorers', 'src/derive'],
  ['src/judge', 'src/verify', 'reports', 'src/console'],
  ['src/run', 'src/simulator'],
  ['src/cli', 'src/index.ts'],
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = ['src', 'adapters', 'reports'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);

const imports: readonly Import[] = files.flatMap((from) => {
  const source = readFileSync(join(ROOT, from), 'utf8');
  const { module } = parseSync(from, source);
  const named = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) => e.entries.flatMap((x) => x.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((i) =>
      source.slice(i.moduleRequest.start, i.moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
  ];
  return named
    .filter((target) => target.startsWith('.') && target.endsWith('.ts'))
    .map((target) => ({ from, to: relative(ROOT, resolve(ROOT, dirname(from), target)) }));
});

function roomOf(file: string): string {
  const room = FLOORS.flat().find((name) => file === name || file.startsWith(`${name}/`));
  if (room === undefined) throw new Error(`${file} is in no room of the house`);
  return room;
}

function floorOf(file: string): number {
  const room = roomOf(file);
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

describe('the floors of the house', () => {
  test('every file is in a room, and the imports are seen', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(files.length);
    for (const file of files) expect(floorOf(file)).toBeGreaterThanOrEqual(0);
  });

  test('no import goes up', () => {
    const up = imports.filter(({ from, to }) => floorOf(to) > floorOf(from));
    expect(up).toEqual([]);
  });

  test('rooms do not import each other in a circle', () => {
    const edges = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      const [a, b] = [roomOf(from), roomOf(to)];
      if (a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b));
    }
    expect(circle(edges)).toBeNull();
  });

  test('files do not import each other in a circle', () => {
    const edges = new Map<string, Set<string>>();
    for (const { from, to } of imports) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    expect(circle(edges)).toBeNull();
  });

  test('derive and scorers touch no clock, no network, no file and no unseeded chance', () => {
    const forbidden =
      /node:(fs|net|http|https|child_process|os)|Date\.now|new Date\(\)|Math\.random|performance\.now|\bfetch\(/;
    const pure = files.filter((file) => /^src\/(derive|scorers)\//.test(file));
    const guilty = pure.filter((file) =>
      forbidden.test(
        readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
    );
    expect(guilty).toEqual([]);
  });

  test('only the sandboxes for programs have threads of their own', () => {
    // Some built-ins of the interpreter cannot be interrupted from within; see sandbox/thread.ts.
    const threaded = files.filter((file) =>
      readFileSync(join(ROOT, file), 'utf8').includes('node:worker_threads'),
    );
    expect(threaded).toEqual(['src/scorers/sandbox/serve.ts', 'src/scorers/sandbox/thread.ts']);
  });

  test('only run and judge call adapters, and only evidence writes to a run folder', () => {
    const callers = imports
      .filter(({ to, from }) => to === 'adapters/index.ts' && !from.startsWith('adapters/'))
      .map(({ from }) => roomOf(from));
    expect(
      [...new Set(callers)].filter(
        (room) => !['src/run', 'src/judge', 'src/index.ts'].includes(room),
      ),
    ).toEqual([]);
  });
});

/** The first circle found by depth-first search, as a path, or null. */
function circle(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    path.push(node);
    for (const next of edges.get(node) ?? []) {
      const found = visit(next);
      if (found !== null) return found;
    }
    path.pop();
    done.add(node);
    return null;
  };
  for (const node of edges.keys()) {
    const found = visit(node);
    if (found !== null) return found;
  }
  return null;
}
