import type { GradingKey } from '../../model/index.ts';
import type { Exemplar } from '../contract.ts';
import { drawExemplar } from '../exemplars.ts';
import { type CitationOptions, judge, sourceNumbers, sourceTexts } from './judge.ts';
import type { Style } from './marks.ts';
import { SHORTEST_QUOTE } from './quotes.ts';

const CLAIMS = ['据资料所述，该项目已经完成', '这一结论有资料支持', '数据见原文', '有关规定如下'];
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Claims with marks, quoting the source where quotations are asked for. */
export function exemplify(
  key: GradingKey,
  options: CitationOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const known = sourceNumbers(key, options);
  if (known === null) return null;
  const { forbidden = [] } = options;
  const free = [...known].find((n) => !forbidden.includes(n));
  const cite = options.required ?? (free === undefined ? [] : [free]);
  const wording = (sources: readonly number[]): string =>
    sources.map((n, i) => claim(key, options, n, i)).join('');
  const outside = Math.max(...known) + 1;
  const candidates =
    kind === 'right'
      ? [wording(cite), wording([...cite, ...cite]), `总体来看：${wording(cite)}`]
      : ['该项目已经完成，但没有资料可引。', wording([...cite, outside]), wording([outside])];
  const passes = (text: string): boolean => judge(key, text, options).rule === 'cited';
  return drawExemplar(candidates, (text) => passes(text) === (kind === 'right'), random);
}

function claim(key: GradingKey, options: CitationOptions, source: number, i: number): string {
  const mark = markOf(source, options.style ?? 'any');
  const words = CLAIMS[i % CLAIMS.length] ?? '';
  if ((options.minQuotes ?? 0) === 0) return `${words}${mark}。`;
  const text = (sourceTexts(key)?.[source - 1] ?? '').split(/[。！？\n“”"「」『』]/);
  const quoted = text.find((part) => part.trim().length >= SHORTEST_QUOTE)?.trim() ?? '';
  const quotes = `“${quoted}”${mark}，`.repeat(options.minQuotes ?? 1);
  return `资料指出${quotes}${words}。`;
}

function markOf(source: number, style: Style): string {
  switch (style) {
    case 'superscript':
      return Array.from(String(source), (digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');
    case 'lenticular':
      return `【${source}】`;
    case 'brackets':
    case 'any':
      return `[${source}]`;
  }
}
