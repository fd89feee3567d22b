import type { Problem } from '../document/index.ts';
import { questionOf } from '../model/index.ts';
import type { SuiteContext } from './entries.ts';
import { loadSuite } from './load.ts';
import type { Suite } from './suite.ts';

/**
 * Loads suites that are used together: besides what `loadSuite` finds, names of suites and ids of
 * cases may occur only once over all of them, since evidence is filed under them.
 */
export async function loadSuites(
  files: readonly string[],
  context: SuiteContext,
): Promise<{ suites: readonly Suite[]; problems: readonly Problem[] }> {
  const suites: Suite[] = [];
  const problems: Problem[] = [];
  const suiteFiles = new Map<string, string>();
  const caseFiles = new Map<string, string>();
  for (const file of files) {
    const loaded = await loadSuite(file, context);
    problems.push(...loaded.problems);
    const suite = loaded.suite;
    if (suite === null) continue;
    const twin = suiteFiles.get(suite.suite);
    if (twin !== undefined) {
      problems.push({
        code: 'duplicate-suite',
        severity: 'error',
        file,
        message: {
          zh: `套件名 “${suite.suite}” 已在 ${twin} 中使用。`,
          en: `The suite name "${suite.suite}" is already used in ${twin}.`,
        },
      });
      continue;
    }
    suiteFiles.set(suite.suite, file);
    for (const id of new Set(suite.cases.map(({ sample }) => questionOf(sample)))) {
      const other = caseFiles.get(id);
      if (other !== undefined) {
        problems.push({
          code: 'duplicate-id',
          severity: 'error',
          file,
          message: {
            zh: `用例编号 “${id}” 已在 ${other} 中使用。`,
            en: `The case id "${id}" is already used in ${other}.`,
          },
        });
      }
      caseFiles.set(id, file);
    }
    suites.push(suite);
  }
  return { suites, problems };
}
