import type { GradingKey, LocalText } from '../../model/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { exemplify } from './exemplars.ts';
import { judge } from './judge.ts';
import { FORMATS, type FormatId, type FormatOptions, LIST_STYLES } from './reading.ts';

/** Longest content kept as `parsed`, in UTF-16 units. */
const MAX_PARSED = 4000;

/**
 * Structured output other than JSON. What is strict (the whole answer is the format) and what is
 * lenient (it is, once a fence or prose is taken off) is told apart in every score; `mode` says
 * which of them passes.
 */
export const format = defineScorer<FormatOptions>({
  id: 'format',
  version: '1.0.0',
  title: { zh: '结构化格式', en: 'Structured format' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['as'],
    properties: {
      as: { enum: [...FORMATS], description: 'The format that is asked for.' },
      mode: {
        enum: ['strict', 'lenient'],
        description:
          'strict: nothing but the format; lenient: a fence or prose around it. Default lenient.',
      },
      columns: {
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        items: { type: 'string', pattern: '\\S' },
        description: 'Names of the columns, in order (tables; the keys of a YAML list of maps).',
      },
      rows: {
        type: 'integer',
        minimum: 0,
        description:
          'Exact number of rows without the header, of items, of headings, or of children of the root.',
      },
      delimiter: {
        type: 'string',
        minLength: 1,
        maxLength: 1,
        description: 'Delimiter of CSV. Default ",".',
      },
      rootElement: { type: 'string', pattern: '\\S', description: 'Name of the XML root.' },
      maxLevel: {
        type: 'integer',
        minimum: 1,
        maximum: 6,
        description: 'Deepest level of a heading.',
      },
      style: { enum: [...LIST_STYLES], description: 'Numbering of an ordered list. Default any.' },
    },
  },
  // Null: the shape alone may be what is asked for.
  target: { type: ['null', 'array', 'object'] },
  check,
  score(key, response, options): Score {
    const { strict, lenient, candidate, content, fault } = judge(
      response.text,
      key.target,
      options,
    );
    const pass = options.mode === 'strict' ? strict : lenient;
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed:
        content === null ? null : JSON.stringify(content.value).slice(0, MAX_PARSED).toWellFormed(),
      rule: content === null ? `no-${options.as}` : (candidate?.form ?? null),
      span:
        candidate === null || content === null
          ? null
          : { start: candidate.start, end: candidate.end, text: candidate.source },
      reason: pass ? null : (fault ?? NOT_ONLY),
      detail: {
        strict,
        lenient,
        form: content === null ? null : (candidate?.form ?? null),
        rows: content?.rows ?? null,
        columns: content?.columns === undefined ? null : (content.columns?.slice(0, 100) ?? null),
      },
    };
  },
  exemplify,
});

const NOT_ONLY: LocalText = {
  zh: '格式之外还有代码围栏或其他文字。',
  en: 'There is a code fence or other text besides the format.',
};

/** The options that each format knows besides `mode` and `rows`. */
const OWN_OPTIONS: Readonly<Record<FormatId, readonly (keyof FormatOptions)[]>> = {
  'markdown-table': ['columns'],
  csv: ['columns', 'delimiter'],
  xml: ['rootElement'],
  yaml: ['columns'],
  'ordered-list': ['style'],
  headings: ['maxLevel'],
};

const LIMITED = ['columns', 'delimiter', 'rootElement', 'maxLevel', 'style'] as const;

function check(key: GradingKey, options: FormatOptions): readonly LocalText[] {
  const { as, rows } = options;
  const findings: LocalText[] = LIMITED.filter(
    (name) => options[name] !== undefined && !OWN_OPTIONS[as].includes(name),
  ).map((name) => ({
    zh: `选项 ${name} 不适用于 as: ${as}。`,
    en: `The option "${name}" does not go with "as: ${as}".`,
  }));
  const { target } = key;
  if (target === undefined || target === null) return findings;
  if (!Array.isArray(target) && as !== 'yaml') {
    findings.push({
      zh: `as: ${as} 的 target 应为列表。`,
      en: `The target of "as: ${as}" has to be a list.`,
    });
  }
  if (Array.isArray(target) && rows !== undefined && target.length !== rows) {
    findings.push({
      zh: `target 有 ${target.length} 行，rows 为 ${rows}，没有回答能够通过。`,
      en: `The target has ${target.length} rows and "rows" is ${rows}; no answer can pass.`,
    });
  }
  return findings;
}
