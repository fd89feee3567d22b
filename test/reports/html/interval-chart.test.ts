import { describe, expect, test } from 'vitest';
import { intervalBar, intervalChart } from '../../../reports/html/interval-chart.ts';
import { wordingFor } from '../../../reports/wording.ts';
import { ARITHMETIC, leaf, STREAMING, WORD_PROBLEMS } from '../fixture.ts';
import { find, readMarkup, textOf } from '../markup.ts';

const zh = wordingFor('zh-CN');

describe('intervalBar', () => {
  test('draws rate and interval to scale and says them in words', () => {
    const svg = readMarkup(intervalBar(ARITHMETIC, zh).markup);
    const [interval] = find(svg, 'rect', { class: 'interval' });
    const [rate] = find(svg, 'circle', { class: 'rate' });
    // 152 units for the whole scale from 4 on: 4 + 0.949713 * 152 and 4 + 0.98 * 152.
    expect(interval?.attributes.get('x')).toBe('148.4');
    expect(interval?.attributes.get('width')).toBe('6.4');
    expect(rate?.attributes.get('cx')).toBe('153');
    expect(svg.attributes.get('aria-label')).toBe(
      '通过率 98.0%，95% 置信区间 94.9% 至 99.3%，要求通过率不低于 90.0%',
    );
  });

  test('draws no limit where there is none', () => {
    const svg = readMarkup(intervalBar({ ...ARITHMETIC, threshold: null }, zh).markup);
    expect(find(svg, 'path', { class: 'limit' })).toEqual([]);
    expect(svg.attributes.get('aria-label')).toContain('不设限值');
  });

  test('is a dash without cases', () => {
    const markup = intervalBar(leaf('C1.1.1', { zh: '甲', en: 'a' }, 'error'), zh).markup;
    expect(textOf(readMarkup(markup))).toBe('—');
  });
});

describe('intervalChart', () => {
  test.each([
    [ARITHMETIC, ['80%', '85%', '90%', '95%', '100%']],
    [WORD_PROBLEMS, ['50%', '60%', '70%', '80%', '90%', '100%']],
    [STREAMING, ['0%', '25%', '50%', '75%', '100%']],
  ])('shows the part of the scale where the figures lie', (one, ticks) => {
    const svg = readMarkup(intervalChart(one, zh).markup);
    const labels = find(svg, 'text', { class: 'scale' }).map(textOf);
    expect(labels).toEqual(ticks);
  });
});
