import { join } from 'node:path';
import type { Problem } from '../document/index.ts';
import { UserError } from '../document/index.ts';
import { SCORERS } from '../scorers/index.ts';
import type { Catalogue } from '../standard/index.ts';
import { loadCatalogue } from '../standard/index.ts';
import { GENERATORS } from '../suite/generators/index.ts';
import type { Suite } from '../suite/index.ts';
import { findSuiteFiles, loadSuites, shippedSuitesFolder } from '../suite/index.ts';

/** A catalogue with the suites that are tested against it. */
export interface Bank {
  readonly catalogue: Catalogue;
  readonly suites: readonly Suite[];
  /** True when suites were named, and so only their indicators are asked for. */
  readonly selection: boolean;
  /** Warnings; errors are thrown. */
  readonly warnings: readonly Problem[];
}

export function shippedCatalogueFile(): string {
  return join(shippedSuitesFolder(), 'standard.yaml');
}

/**
 * Loads the catalogue and the named suites (none named: all shipped ones).
 *
 * @throws UserError with every problem of every file, when there is an error among them.
 */
export async function loadBank(
  named: readonly string[],
  catalogueFile: string = shippedCatalogueFile(),
): Promise<Bank> {
  const { catalogue } = await loadCatalogue(catalogueFile);
  const { suites, problems } = await loadSuites(findSuiteFiles(named), {
    scorers: SCORERS,
    generators: GENERATORS,
    indicators: new Set(catalogue.indicators.map((indicator) => indicator.id)),
  });
  if (problems.some((problem) => problem.severity === 'error')) throw new UserError(problems);
  return { catalogue, suites, selection: named.length > 0, warnings: problems };
}
