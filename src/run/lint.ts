import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Problem } from '../document/index.ts';
import { UserError } from '../document/index.ts';
import { SCORERS } from '../scorers/index.ts';
import { loadCatalogue } from '../standard/index.ts';
import { GENERATORS } from '../suite/generators/index.ts';
import { findSuiteFiles, loadSuites, qualityProblems } from '../suite/index.ts';
import { shippedCatalogueFile } from './bank.ts';
import { readConfig } from './config.ts';

export interface LintReport {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Checks catalogues, suites and configurations, and the quality of the suites as a bank. Nothing
 * named: the shipped catalogue and all shipped suites.
 *
 * @throws UserError for a path that is not there
 */
export async function lint(paths: readonly string[]): Promise<LintReport> {
  const kinds = paths.map((path) => [path, kindOf(path)] as const);
  const catalogueFiles = kinds.filter(([, kind]) => kind === 'catalogue').map(([path]) => path);
  const problems: Problem[] = [];
  const catalogueFile = catalogueFiles[0] ?? shippedCatalogueFile();
  const files: string[] = paths.length === 0 ? [shippedCatalogueFile()] : [...catalogueFiles];
  // Suites are held against the first catalogue; the others are only checked.
  const catalogue = await loadCatalogue(catalogueFile).then(
    (loaded) => {
      problems.push(...loaded.problems);
      return loaded.catalogue;
    },
    (error: unknown) => {
      problems.push(...userProblems(error));
      return null;
    },
  );
  for (const file of catalogueFiles.slice(1)) {
    problems.push(
      ...(await problemsOf(
        async () => void problems.push(...(await loadCatalogue(file)).problems),
      )),
    );
  }
  for (const [path, kind] of kinds) {
    if (kind !== 'config') continue;
    files.push(path);
    problems.push(...(await problemsOf(() => readConfig(path))));
  }
  const named = kinds.filter(([, kind]) => kind === 'suite').map(([path]) => path);
  if ((paths.length === 0 || named.length > 0) && catalogue !== null) {
    const suiteFiles = findSuiteFiles(named);
    files.push(...suiteFiles);
    const loaded = await loadSuites(suiteFiles, {
      scorers: SCORERS,
      generators: GENERATORS,
      indicators: new Set(catalogue.indicators.map((indicator) => indicator.id)),
    });
    problems.push(...loaded.problems);
    const used = new Set(
      loaded.suites.flatMap((suite) =>
        suite.cases.flatMap(({ sample }) => [
          sample.scorer?.use,
          ...(sample.turns ?? []).map((turn) => turn.scorer?.use),
        ]),
      ),
    );
    for (const id of used) await SCORERS.get(id ?? '')?.prepare?.();
    problems.push(...qualityProblems(loaded.suites, SCORERS, catalogue));
  }
  return { files, problems };
}

/** The problems for which reading fails; none when it does not. */
async function problemsOf(read: () => unknown): Promise<readonly Problem[]> {
  try {
    await read();
    return [];
  } catch (error) {
    return userProblems(error);
  }
}

function userProblems(error: unknown): readonly Problem[] {
  if (error instanceof UserError) return error.problems;
  throw error;
}

/** What a file is, by what stands at its top level; a folder or a name means suites. */
function kindOf(path: string): 'suite' | 'catalogue' | 'config' {
  if (!existsSync(path) || statSync(path).isDirectory()) return 'suite';
  const text = readFileSync(path, 'utf8');
  if (/^models:/m.test(text) || /^aigc\.ya?ml$/.test(basename(path))) return 'config';
  if (/^indicators:/m.test(text) && /^categories:/m.test(text)) return 'catalogue';
  return 'suite';
}
