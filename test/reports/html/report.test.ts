import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { CASES, caseView, contextOf, INDICATORS, LIVE, RESULTS, response } from '../fixture.ts';
import { largeResults, usualCase } from '../large-fixture.ts';
import { type Element, elementsOf, find, readMarkup, textOf } from '../markup.ts';
import { LANGUAGES, renderOne } from '../render.ts';

const ELEMENTS = new Set(
  'html head meta title style body a svg defs pattern rect path circle g symbol use text div header main footer section aside p h1 h2 h3 h4 span strong bdi code pre mark ul li dl dt dd table caption thead tbody tfoot tr th td details summary'.split(
    ' ',
  ),
);

describe.each(LANGUAGES)('html in %s', (language) => {
  let source: string;
  let document: Element;

  beforeAll(async () => {
    const file = await renderOne('html', RESULTS, contextOf(language));
    expect(file.path).toBe(`report.${language}.html`);
    source = file.text;
    document = readMarkup(source);
  });

  test('says its language', () => {
    expect(document.attributes.get('lang')).toBe(language);
  });

  test('consists of known, passive elements', () => {
    const names = new Set([...elementsOf(document)].map(({ name }) => name));
    expect([...names].filter((name) => !ELEMENTS.has(name))).toEqual([]);
  });

  test('has no attribute that runs, styles or loads anything', () => {
    for (const element of elementsOf(document)) {
      for (const [name, value] of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src|^srcset$|^action$|^xlink|^ping$|^formaction$/);
        if (name === 'href') expect(value).toMatch(/^#[A-Za-z0-9._-]+$/);
        if (name === 'fill') expect(value).toMatch(/^url\(#[a-z-]+\)$/);
      }
    }
  });

  test('allows its own style sheet and nothing else', () => {
    const [style, ...others] = find(document, 'style');
    expect(others).toEqual([]);
    const css = style === undefined ? '' : textOf(style);
    const digest = createHash('sha256').update(css).digest('base64');
    const [policy] = find(document, 'meta', { 'http-equiv': 'Content-Security-Policy' });
    expect(policy?.attributes.get('content')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
    const [head] = find(document, 'head');
    const names = head?.children.filter((child) => typeof child !== 'string') ?? [];
    expect(names.indexOf(policy as Element)).toBeLessThan(names.indexOf(style as Element));
  });

  test('keeps hostile texts as text', () => {
    expect(source).not.toMatch(LIVE);
    expect(textOf(document)).toContain('<script>globalThis.stolen = 1</script>');
  });

  test('isolates a hostile answer and names what it hides', () => {
    const [evidence] = find(document, 'pre').filter((pre) => textOf(pre).includes('U+D800'));
    expect(evidence?.attributes.get('dir')).toBe('auto');
    expect(evidence?.attributes.get('translate')).toBe('no');
    const names = find(evidence as Element, 'span', { class: 'hazard' }).map(textOf);
    expect(names).toEqual([
      'U+202E',
      'U+2066',
      'U+2069',
      'U+00AD',
      'U+200B',
      'U+0000',
      'U+001B',
      'U+001B',
      'U+D800',
      'U+FFFF',
    ]);
  });

  test('every id is unique and every link finds its place', () => {
    const ids = [...elementsOf(document)].flatMap((one) => one.attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of elementsOf(document)) {
      const href = element.attributes.get('href');
      if (href !== undefined) expect(ids).toContain(href.slice(1));
      const label = element.attributes.get('aria-labelledby');
      if (label !== undefined) expect(ids).toContain(label);
    }
  });

  test('headings start with one h1 and never skip a level', () => {
    const levels = [...elementsOf(document)]
      .filter(({ name }) => /^h[1-6]$/.test(name))
      .map(({ name }) => Number(name.slice(1)));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  test('has the landmarks, and every header cell says what it heads', () => {
    for (const name of ['header', 'main', 'footer', 'aside']) {
      expect(find(document, name)).toHaveLength(1);
    }
    for (const cell of find(document, 'th')) {
      expect(cell.attributes.get('scope')).toMatch(/^(col|row)$/);
    }
  });

  test('every drawing is either described or hidden from those who cannot see it', () => {
    for (const svg of find(document, 'svg')) {
      const described = (svg.attributes.get('aria-label') ?? '') !== '';
      const hidden = svg.attributes.get('aria-hidden') === 'true';
      expect(described !== hidden).toBe(true);
    }
  });

  test('every indicator has a cell in the strip that says in words what it shows', () => {
    const strips = find(document, 'ul', { class: 'strip' });
    const cells = strips.flatMap((strip) => find(strip, 'a'));
    expect(cells).toHaveLength(INDICATORS.length);
    for (const cell of cells) {
      expect(cell.attributes.get('aria-label')).toMatch(
        /(：|: )(符合|不符合|无法判定|不适用|未测|执行错误|conforming|nonconforming|inconclusive|not applicable|not tested|error)$/,
      );
    }
  });

  test('says on every screen and every sheet that the run was simulated', () => {
    expect(find(document, 'div', { class: 'simulated-bar' })).toHaveLength(1);
    expect(find(document, 'div', { class: 'watermark' })).toHaveLength(1);
    // At the top and in each of the three categories with figures.
    expect(find(document, 'p', { class: 'simulated' })).toHaveLength(4);
    expect(textOf(find(document, 'style')[0] as Element)).toMatch(
      /@top-right \{ content: "[^"]*SIMULATED/,
    );
    expect(textOf(find(document, 'title')[0] as Element)).toMatch(/^\[/);
  });

  test('shows the notice in a box and in the margin of every sheet', () => {
    const text = language === 'zh-CN' ? '未经标准原文核对' : 'not checked against the text';
    const [box] = find(document, 'aside');
    expect(box && textOf(box)).toContain(text);
    expect(textOf(find(document, 'style')[0] as Element)).toMatch(
      new RegExp(`@bottom-left \\{ content: "[^"]*${text}`),
    );
  });

  test('claims no certificate and shows no mark of an accreditation', () => {
    const text = textOf(document).replaceAll(/不是认证证书|is not a certificate/g, '');
    expect(text).not.toMatch(/CMA|CNAS|证书|certificate/i);
  });

  test('lists indicators without figures by reason, not as rows', () => {
    const rows = find(document, 'table', { class: 'results' }).flatMap((table) =>
      find(table, 'th', { scope: 'row' }).map(textOf),
    );
    expect(rows).toEqual(['C3.1.1', 'C3.1.2', 'C3.<b>"&[U+202E]', 'C14.6.2', 'C16.1.2']);
    const [section] = find(document, 'section', { id: 'undecided' });
    const lists = find(section as Element, 'ul').map((list) => find(list, 'li').length);
    expect(lists).toEqual([2, 1]);
  });
});

describe('a run with a real model', () => {
  test('is nowhere called simulated', async () => {
    const results = { ...RESULTS, simulated: false };
    const document = readMarkup((await renderOne('html', results)).text);
    expect(find(document, 'p', { class: 'simulated' })).toEqual([]);
    expect(find(document, 'div')).not.toContainEqual(
      expect.objectContaining({ attributes: new Map([['class', 'simulated-bar']]) }),
    );
    expect(textOf(document)).not.toContain('SIMULATED');
  });
});

describe('the facts of the run', () => {
  test('are all there', async () => {
    const document = readMarkup((await renderOne('html', RESULTS, contextOf('zh-CN'))).text);
    const [section] = find(document, 'section', { id: 'facts' });
    const text = textOf(section as Element);
    for (const fact of [
      'demo-max',
      'https://api.example.com/v1',
      'aigc-conformance 0.1.0',
      '3f'.repeat(32),
      '2026-11-23 09:00:00 UTC',
      '2026-11-23 10:02:07 UTC',
      '1 小时 2 分 6 秒',
      '604（其中最终失败的样本 23 个）',
      '输入 1,234,567，输出 89,012',
      '全部用例',
      '自我声明',
      '与请求的模型名称不同',
    ]) {
      expect(text).toContain(fact);
    }
  });
});

describe('cases', () => {
  const indicator = 'C3.1.2';

  async function render(cases = CASES): Promise<Element> {
    const document = readMarkup((await renderOne('html', RESULTS, contextOf('en', cases))).text);
    const [section] = find(document, 'section', { id: `indicator-${indicator}` });
    return section as Element;
  }

  async function caseOf(id: string): Promise<Element> {
    const details = find(await render(), 'details', { class: 'case' });
    const found = details.find((one) => textOf(one).includes(id));
    if (found === undefined) throw new Error(`no case ${id}`);
    return found;
  }

  test('are read only of indicators with cases that did not pass', async () => {
    const context = contextOf('en');
    await renderOne('html', RESULTS, context);
    expect(context.asked).toEqual(['C3.1.1', 'C3.1.2', 'C3.<b>"&\u202E', 'C14.6.2', 'C16.1.2']);
    const all = contextOf('en');
    const perfect = RESULTS.indicators.map((one) => ({ ...one, k: one.n }));
    await renderOne('html', { ...RESULTS, indicators: perfect }, all);
    expect(all.asked).toEqual([]);
  });

  test('say how many more there are', async () => {
    expect(textOf(await render())).toContain('7 of 80 are listed');
  });

  test('say so when all are listed', async () => {
    const views = CASES.slice(0, 4).map((view) => ({
      ...view,
      sample: { ...view.sample, indicator: 'C3.1.1' },
    }));
    const { text } = await renderOne('html', RESULTS, contextOf('en', views));
    const [section] = find(readMarkup(text), 'section', { id: 'indicator-C3.1.1' });
    expect(textOf(section as Element)).toContain('All 4 are listed.');
  });

  test('show prompt, answer with the matched text, reading, target, reason and call', async () => {
    const one = await caseOf('C3.1.2-0001');
    const text = textOf(one);
    expect(text).toContain('你是一个计算助手。');
    expect(text).toContain('仓库原有 120 箱货');
    expect(find(one, 'mark').map(textOf)).toEqual(['86']);
    expect(find(one, 'summary').map(textOf)).toContain('Reasoning');
    const facts = find(one, 'dl').flatMap((list) =>
      find(list, 'dt').map((name, i) => [
        textOf(name),
        textOf(find(list, 'dd')[i] as Element).trim(),
      ]),
    );
    expect(facts).toContainEqual(['Read as', '86']);
    expect(facts).toContainEqual(['Target', '84']);
    expect(facts).toContainEqual(['Reason', 'The answer is 86 and should be 84.']);
    expect(facts).toContainEqual(['Call', 'ended normally']);
    expect(facts).toContainEqual(['Score', 'fail · answer read and judged a failure (ok)']);
  });

  test('do not mark a place in the answer that says something else', async () => {
    const wrong = caseView('C3.1.2-span', indicator, response('84 or 86'), {
      span: { start: 0, end: 2, text: '86' },
    });
    const section = await render([wrong]);
    expect(find(section, 'mark')).toEqual([]);
    expect(textOf(section)).toContain('Text the score rests on');
  });

  test('cut an answer of a megabyte, say by how much, and still show the matched text', async () => {
    const one = await caseOf('C3.1.2-long');
    expect(textOf(one)).toContain('997,503 characters left out');
    expect(find(one, 'mark').map(textOf)).toEqual(['86']);
    expect(textOf(one).length).toBeLessThan(10_000);
  });

  test('show every turn of a dialogue, and every call with its error', async () => {
    const one = await caseOf('C3.1.2-turns');
    const text = textOf(one);
    expect(text).toContain('再减去 10 呢？');
    expect(text).toContain('(turn not reached)');
    const rows = find(one, 'table').flatMap((table) => find(table, 'tr').slice(1));
    expect(rows.map((row) => textOf(find(row, 'td')[3] as Element))).toEqual([
      'ended normally',
      'rate limited (rate_limited)',
      'ended normally',
    ]);
    expect(text).toContain('HTTP 429 · rate_limit · slow down');
  });

  test('of the confidential pool show none of their contents', async () => {
    const secret = textOf(await caseOf('C3.1.2-secret'));
    expect(secret).toContain('answer read and judged a failure (ok)');
    expect(secret).not.toMatch(/HIDDEN|HTTP 400|1,234 ms|2026-11-23/);
    const document = readMarkup((await renderOne('html')).text);
    expect(textOf(document)).not.toContain('HIDDEN');
  });

  test('name media by type and digest', async () => {
    expect(textOf(await caseOf('C3.1.2-tools'))).toContain(
      `[image: image/png, SHA-256 ${'ab'.repeat(32)}]`,
    );
  });

  test('say when the run folder gives none', async () => {
    expect(textOf(await render([]))).toContain('80 in all; no record could be read');
  });
});

test('the figures of permuted options stand in the section of their indicator only', async () => {
  const document = readMarkup((await renderOne('html')).text);
  const withFigures = find(document, 'section', { class: 'indicator' }).filter((section) =>
    textOf(section).includes('Options in other orders'),
  );
  expect(withFigures.map((section) => section.attributes.get('id'))).toEqual(['indicator-C3.1.2']);
  const [table] = find(withFigures[0] as Element, 'table', { class: 'attempts' });
  expect(find(table as Element, 'tr').map(textOf)).toEqual([
    'Answered rightly, of all orders71.3%',
    'Questions right in every order60.0%',
    'Questions right by most answers73.5%',
    'Chose position A40.0%',
    'Chose position B25.0%',
    'Chose position C20.0%',
    'Chose position D15.0%',
  ]);
});

describe('clusters', () => {
  const inChinese = (results = RESULTS) => renderOne('html', results, contextOf('zh-CN'));

  const rowsOf = async (indicators = RESULTS.indicators) => {
    const document = readMarkup((await inChinese({ ...RESULTS, indicators })).text);
    const [section] = find(document, 'section', { id: 'indicator-C14.6.2' });
    const tables = find(section as Element, 'table', { class: 'attempts' });
    return tables.flatMap((table) => find(table, 'tr').map(textOf));
  };

  test('stand in the section of their indicator with the counts that decide', async () => {
    const document = readMarkup((await inChinese()).text);
    const sections = find(document, 'section', { class: 'indicator' })
      .filter((section) => textOf(section).includes('题组数'))
      .map((section) => section.attributes.get('id'));
    expect(sections).toEqual(['indicator-C14.6.2']);
    expect(await rowsOf()).toEqual([
      '题组数40',
      '最大题组的用例数4',
      '设计效应1.56',
      '等效样本量64',
      '折合通过58',
      '判为符合至少需折合通过62',
      '判为不符合至多折合通过52',
    ]);
    // The counts for independent cases are not shown beside them.
    const [section] = find(document, 'section', { id: 'indicator-C14.6.2' });
    expect(textOf(section as Element)).not.toContain('判为符合至少需通过');
  });

  test('say so when nothing was seen of the correlation, and when they are few', async () => {
    const indicators = RESULTS.indicators.map((one) =>
      one.clusters === undefined
        ? one
        : { ...one, clusters: { ...one.clusters, count: 25, designEffect: null } },
    );
    expect(await rowsOf(indicators)).toContain(
      '设计效应各题组通过率相同，无从估计；等效样本量取题组数',
    );
    const { text } = await inChinese({ ...RESULTS, indicators });
    expect(text).toContain('题组少于 30 个，其差异难以估准');
    expect((await inChinese()).text).not.toContain('题组少于 30 个，其差异难以估准');
  });

  test('are explained among the methods only where there are any', async () => {
    const explained = 'Korn 和 Graubard';
    expect((await inChinese()).text).toContain(explained);
    const indicators = RESULTS.indicators.map(({ clusters: _none, ...one }) => one);
    expect((await inChinese({ ...RESULTS, indicators })).text).not.toContain(explained);
  });
});

describe('a run of real size', () => {
  test('176 indicators with 10 cases each are rendered in under a second', async () => {
    const context = {
      ...contextOf('zh-CN'),
      async *cases(indicator: string, limit: number) {
        for (let i = 0; i < limit; i++) yield usualCase(indicator, i);
      },
    };
    const results = largeResults(16);
    const before = process.cpuUsage();
    const { text } = await renderOne('html', results, context);
    const { user, system } = process.cpuUsage(before);
    expect(text.match(/class="case"/g)).toHaveLength(1760);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});
