import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ModelConfig } from '../../src/model/index.ts';
import { SMALL_CATALOGUE } from '../standard/small-catalogue.ts';

/** A folder of a test's own; gone when the test ends. */
export interface Workspace extends Disposable {
  readonly folder: string;
  path(name: string): string;
  /** Writes a file and returns its path. */
  write(name: string, text: string): string;
  read(name: string): string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of any shape
  json(name: string): any;
  /** The objects of a JSON Lines file. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  lines(name: string): any[];
  /** Paths of all files below a folder, relative to it. */
  files(name: string): string[];
}

export function makeWorkspace(): Workspace {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'aigc-'));
  const path = (name: string): string => join(folder, name);
  const read = (name: string): string => readFileSync(path(name), 'utf8');
  return {
    folder,
    path,
    write(name, text) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
      return path(name);
    },
    read,
    json: (name) => JSON.parse(read(name)),
    lines: (name) =>
      read(name)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    files: (name) =>
      readdirSync(path(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path(name).length + 1)),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * `aigc.yaml` with one model, `m`, and a small catalogue beside it: what a test says of runs does not
 * depend on the shipped one, and takes less time. YAML holds JSON.
 */
export function writeConfig(
  workspace: Workspace,
  model: Partial<Omit<ModelConfig, 'name'>> & { readonly price?: object },
  folder = '.',
): string {
  workspace.write(join(folder, 'catalogue.yaml'), SMALL_CATALOGUE);
  const models = { m: { adapter: 'openai', capabilities: ['text'], ...model } };
  return workspace.write(
    join(folder, 'aigc.yaml'),
    JSON.stringify({ models, catalogue: 'catalogue.yaml' }),
  );
}

export interface ChoiceSuite {
  readonly suite?: string;
  readonly cases: number;
  /** Number of the first question, which makes the questions of two suites differ. */
  readonly first?: number;
  readonly requirement?: { threshold: string; rule: string; minN: number; level?: string };
}

const LABELS = ['A', 'B', 'C', 'D'] as const;

/** A suite of easy questions with one right option each, its place different from case to case. */
export function choiceSuite(wanted: ChoiceSuite): string {
  const { suite = 'own.numbers', cases, first = 0, requirement } = wanted;
  const list = Array.from({ length: cases }, (_, i) => {
    const options = LABELS.map(
      (label, at) => `${label}: "${(first + i) * 10 + ((at + i) % 4)}"`,
    ).join(', ');
    const target = LABELS[(4 - (i % 4)) % 4];
    return `  - {id: ${suite}-${i}, prompt: "下面哪个数等于 ${(first + i) * 10}？", choices: {${options}}, target: ${target}}`;
  });
  return `suite: ${suite}
version: 1.0.0
indicator: custom
title: {zh: 选数, en: Numbers}
licence: CC0-1.0
source: own
${requirement === undefined ? '' : `requirement: ${JSON.stringify({ level: 'MUST', ...requirement })}\n`}defaults:
  scorer: {use: choice}
  frame: |
    {{prompt}}
    {{choices}}
    只写选项字母。
cases:
${list.join('\n')}
`;
}
