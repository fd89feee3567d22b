import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Problem } from '../document/index.ts';
import { packageRoot, suggestion, UserError } from '../document/index.ts';

/** YAML files that live beside suites and are none. */
const NOT_SUITES = new Set(['standard.yaml', 'aigc.yaml', 'aigc.yml']);

/** The folder of the shipped suites. */
export function shippedSuitesFolder(): string {
  return join(packageRoot(), 'suites');
}

/** All suite files below a folder, in the order of their paths. */
export function suiteFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .filter((entry) => !NOT_SUITES.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(^|[/\\])(\.[^/\\.]|node_modules)/.test(relative(folder, path)))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/**
 * The suite files that a user named: files, folders, names of shipped suites
 * (`reasoning.arithmetic`) or of their categories (`reasoning`). Nothing named: all shipped ones.
 *
 * @throws UserError naming every word that is none of these, and a folder without suites.
 */
export function findSuiteFiles(named: readonly string[]): readonly string[] {
  const shipped = shippedSuitesFolder();
  if (named.length === 0) return suiteFilesBelow(shipped).map(shorten);
  const problems: Problem[] = [];
  const files = new Set<string>();
  for (const word of named) {
    const found = existsSync(word) ? pathFiles(word) : shippedFiles(shipped, word);
    for (const file of found) files.add(file);
    if (found.length === 0) problems.push(notFound(word, shipped));
  }
  if (problems.length > 0) throw new UserError(problems);
  return [...files].map(shorten);
}

function pathFiles(path: string): readonly string[] {
  return statSync(path).isDirectory() ? suiteFilesBelow(path) : [path];
}

function shippedFiles(shipped: string, name: string): readonly string[] {
  const folder = join(shipped, name);
  if (/^[a-z0-9-]+$/.test(name) && existsSync(folder)) return suiteFilesBelow(folder);
  return suiteFilesBelow(shipped).filter((file) => suiteName(file) === name);
}

function suiteName(file: string): string | undefined {
  return /^suite:\s*['"]?([^\s'"#]+)/m.exec(readFileSync(file, 'utf8'))?.[1];
}

function notFound(word: string, shipped: string): Problem {
  if (existsSync(word)) {
    return {
      code: 'no-suites',
      severity: 'error',
      file: word,
      message: { zh: '文件夹中没有套件。', en: 'There is no suite in this folder.' },
    };
  }
  const names = suiteFilesBelow(shipped).map((file) => suiteName(file) ?? '');
  return {
    code: 'unknown-suite',
    severity: 'error',
    message: {
      zh: `“${word}” 既不是文件、文件夹，也不是自带套件的名称。`,
      en: `"${word}" is no file, no folder and no shipped suite.`,
    },
    hint: { zh: '用 aigc list suites 查看自带套件。', en: '`aigc list suites` names them.' },
    ...suggestion(word, names),
  };
}

/** Paths below the working folder are shown relative to it: shorter, and the same everywhere. */
function shorten(path: string): string {
  const way = relative(process.cwd(), path);
  return way === '' || way.startsWith('..') ? path : way;
}
