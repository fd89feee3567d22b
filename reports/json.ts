import canonicalize from 'canonicalize';
import type { Report } from './contract.ts';

/**
 * The results as the run folder holds them: canonical JSON (RFC 8785) and a final newline, so that
 * the same results are the same bytes. Schema: `schemas/results.schema.json`. Rejects results with
 * a lone surrogate, which canonical JSON cannot hold.
 */
export const json: Report = {
  id: 'json',
  title: { zh: 'JSON：完整的测试结果', en: 'JSON: the complete results' },
  produces: /^results\.json$/,
  async *render(results) {
    yield {
      path: 'results.json',
      mediaType: 'application/json',
      content: `${canonicalize(results)}\n`,
    };
  },
};
