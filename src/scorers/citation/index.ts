import type { GradingKey, LocalText } from '../../model/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { shareText } from '../share.ts';
import { exemplify } from './exemplars.ts';
import { type CitationOptions, judge, sourceNumbers, sourceTexts } from './judge.ts';
import { OPTIONS, TARGET } from './options.ts';
import { reasonOf } from './reasons.ts';

/**
 * Citation marks against the sources that were given: marks that name no source, sources that are
 * not cited, quotations that do not stand in the source they are cited from. Whether a claim
 * follows from its source is not decided here.
 */
export const citation = defineScorer<CitationOptions>({
  id: 'citation',
  version: '1.0.0',
  title: { zh: '引用标注', en: 'Citations' },
  options: OPTIONS,
  target: TARGET,
  check,
  score(key, response, options): Score {
    const cited = judge(key, response.text, options);
    const { rule, numbers, matched, required, problem } = cited;
    const pass = rule === 'cited';
    return {
      value: pass ? 'pass' : rule === 'no-sources' ? 'invalid' : 'fail',
      status: rule === 'no-sources' ? 'no_sources' : 'ok',
      parsed: numbers.length === 0 ? null : numbers.slice(0, MOST_LISTED).join(','),
      rule,
      span: problem ?? cited.first,
      reason: pass ? null : reasonOf(cited),
      detail: {
        cited: numbers.slice(0, MOST_LISTED),
        outOfRange: cited.outOfRange.slice(0, MOST_LISTED),
        missing: [...cited.missing],
        unwanted: cited.unwanted.slice(0, MOST_LISTED),
        precision: numbers.length === 0 ? null : shareText(matched, numbers.length),
        recall: required === 0 ? null : shareText(required - cited.missing.length, required),
        quotes: cited.quotes,
        unsupported: cited.unsupported
          .slice(0, MOST_LISTED)
          .map(({ text, sources, overlap }) => ({ text, sources: [...sources], overlap })),
      },
    };
  },
  exemplify,
});

/** Most numbers that a score repeats. */
const MOST_LISTED = 50;

function check(key: GradingKey, options: CitationOptions): readonly LocalText[] {
  const findings: LocalText[] = [];
  const known = sourceNumbers(key, options);
  const { required = [], forbidden = [], mode = 'subset', quoteMinOverlap } = options;
  if (known === null) {
    findings.push({
      zh: 'citation 不知道有哪些资料：请写出 sources、target.sources，或在提问中以 [1]、[2] 逐行列出资料。',
      en: '"citation" knows no sources: give "sources" or "target.sources", or list them as [1], [2] line by line in the prompt.',
    });
  } else {
    const outside = [...required, ...forbidden].filter((n) => !known.has(n));
    if (outside.length > 0) {
      findings.push({
        zh: `required 或 forbidden 中的 ${outside.join('、')} 不是资料编号。`,
        en: `${outside.join(', ')} in "required" or "forbidden" is no source.`,
      });
    }
  }
  if (mode === 'exact' && required.length === 0) {
    findings.push({
      zh: 'mode: exact 需要在 required 中写出应引用的资料编号。',
      en: '"mode: exact" needs the sources that have to be cited in "required".',
    });
  }
  const clash = required.filter((n) => forbidden.includes(n));
  if (clash.length > 0) {
    findings.push({
      zh: `资料 ${clash.join('、')} 同时出现在 required 与 forbidden 中，没有回答能够通过。`,
      en: `${clash.join(', ')} is both required and forbidden; no answer can pass.`,
    });
  }
  if (quoteMinOverlap !== undefined && sourceTexts(key) === null) {
    findings.push({
      zh: '核对引文需要资料原文：请在 target.sources 中写出各份资料的文本。',
      en: 'Quotations are held against the sources: give their texts in "target.sources".',
    });
  }
  return findings;
}
