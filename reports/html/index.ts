import type { Results } from '../../src/derive/index.ts';
import { casesNotPassing } from '../case-turns.ts';
import type { Report, ReportContext } from '../contract.ts';
import { categoriesWithLeaves, hasFigures, notPassing } from '../leaves.ts';
import { type Wording, wordingFor } from '../wording.ts';
import { categorySection } from './category.ts';
import { indicatorSection } from './indicator.ts';
import { overview } from './overview.ts';
import { page } from './page.ts';
import { runFacts } from './run-facts.ts';
import { cover, notice, simulatedBanner, summary } from './summary.ts';
import type { Html } from './template.ts';
import { undecided } from './undecided.ts';

/** Cases shown of one indicator; the others stay in the run folder. */
const CASES_PER_INDICATOR = 10;

/**
 * One page for people: no script, no network, no font of its own, printable. The cases are read one
 * indicator at a time, so that a run of any size fits into memory.
 */
export const html: Report = {
  id: 'html',
  title: { zh: 'HTML：供人阅读和打印的完整报告', en: 'HTML: the full report, to read and print' },
  produces: /^report\.(?:zh-CN|en)\.html$/,
  async *render(results, context) {
    const wording = wordingFor(context.language);
    yield {
      path: `report.${context.language}.html`,
      mediaType: 'text/html',
      content: page(results, context.run, await body(results, context, wording), wording),
    };
  },
};

async function body(
  results: Results,
  context: ReportContext,
  wording: Wording,
): Promise<{ readonly header: Html; readonly main: readonly (Html | null)[] }> {
  const categories = categoriesWithLeaves(results);
  const banner = simulatedBanner(results, wording);
  const sections: Html[] = [];
  for (const category of categories) {
    const indicators: Html[] = [];
    for (const leaf of category.leaves.filter(hasFigures)) {
      const wanted = Math.min(CASES_PER_INDICATOR, notPassing(leaf));
      const cases =
        wanted === 0 ? [] : await casesNotPassing(context, leaf.indicator, CASES_PER_INDICATOR);
      indicators.push(indicatorSection(leaf, cases, wording));
    }
    if (indicators.length > 0) {
      sections.push(categorySection(category, indicators, wording, banner));
    }
  }
  return {
    header: cover(results, wording),
    main: [
      banner,
      notice(results, wording),
      summary(results, wording),
      overview(categories, wording),
      runFacts(results, context.run, wording),
      ...sections,
      undecided(results, wording),
    ],
  };
}
