import { describe, expect, test } from 'vitest';
import { contextOf, HOSTILE_LEAF, HOSTILE_TEXT, LIVE, leaf, RESULTS } from './fixture.ts';
import { largeResults } from './large-fixture.ts';
import { LANGUAGES, renderOne } from './render.ts';

const render = async (language: 'zh-CN' | 'en', results = RESULTS): Promise<string> =>
  (await renderOne('markdown', results, contextOf(language))).text;

describe.each(LANGUAGES)('markdown in %s', (language) => {
  test('says what is concluded, that it is simulated, and where the catalogue comes from', async () => {
    const text = await render(language);
    const zh = language === 'zh-CN';
    expect(text).toContain(zh ? '**总体结果：执行错误**' : '**Overall outcome: error**');
    expect(text).toContain(zh ? '模拟运行（SIMULATED）' : 'SIMULATED RUN');
    expect(text).toContain(
      zh ? '重建版目录，未经标准原文核对。' : 'A rebuilt catalogue, not checked against the text',
    );
  });

  test('keeps hostile texts inert, also with HTML and links allowed', async () => {
    const text = await render(language);
    expect(text).not.toMatch(LIVE);
    // Our own <sub> is the only markup.
    expect([...text.matchAll(/<\/?[a-z]+/g)].map(([tag]) => tag)).toEqual(['<sub', '</sub']);
    expect(text).not.toMatch(/https?:\/\/evil/);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
  });

  test('every row of a table has as many cells as its head', async () => {
    const text = await render(language);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = (row: string): number => row.split(/(?<!\\)\|/).length - 2;
    const widths = rows.map(cells);
    expect(widths.slice(0, 3)).toEqual([6, 6, 6]);
    expect(widths.slice(3)).toEqual(Array(7).fill(9));
  });
});

test('a real run is not called simulated', async () => {
  expect(await render('en', { ...RESULTS, simulated: false })).not.toMatch(/simulated/i);
});

test('findings come first, what is in order last', async () => {
  const text = await render('en');
  const at = (id: string): number => text.indexOf(`| ${id} |`);
  expect(at('C16.1.2')).toBeGreaterThan(0);
  expect(at('C16.1.2')).toBeLessThan(at('C3.1.2'));
  expect(at('C3.1.2')).toBeLessThan(at('C14.6.2'));
  expect(at('C14.6.2')).toBeLessThan(at('C3.1.1'));
});

test('indicators without figures are listed by reason', async () => {
  const text = await render('zh-CN');
  expect(text).toContain('- **不适用**：未声明能力“image-output”。（C7.1.1、C7.2.1）');
  expect(text).toContain('- **未测**：需要人工评审。（C14.7.1）');
});

test('indicators whose cases form clusters say how many independent ones they count as', async () => {
  expect(await render('en')).toContain(
    '- C14.6.2: 100 cases in 40 clusters count as 64 independent ones.',
  );
  expect(await render('zh-CN')).toContain(
    '- C14.6.2：100 个用例分属 40 个题组，相当于 64 个独立用例。',
  );
});

test.each([
  ['a pipe', 'a|b', 'a\\|b'],
  ['a backtick', 'a`b', 'a\\`b'],
  ['HTML', '<b>&', '&#60;b&#62;&#38;'],
  ['a line end', 'a\nb', 'a b'],
  ['a heading', '# a', '\\# a'],
  ['a list', '1. a', '1\\. a'],
  ['an address', 'https://x.y', 'https&#58;//x.y'],
  ['an address without a scheme', 'www.x.y', 'www&#46;x.y'],
  ['a mail address', 'a@x.y', 'a&#64;x.y'],
  ['a formula', '$x$', '\\$x\\$'],
  ['a time, which needs nothing', '09:00:00', '09:00:00'],
])('%s in a title is escaped', async (_, title, expected) => {
  const indicators = [leaf('C1.1.1', { zh: title, en: title }, 'error', { n: 1 })];
  expect(await render('en', { ...RESULTS, indicators })).toContain(`| C1.1.1 | ${expected} |`);
});

test('a text of a megabyte does not fill the summary', async () => {
  const long = { zh: '长'.repeat(1_000_000), en: `${HOSTILE_TEXT}${'x'.repeat(1_000_000)}` };
  const indicators = [{ ...HOSTILE_LEAF, title: long, reason: { code: 'x', text: long } }];
  expect((await render('en', { ...RESULTS, indicators })).length).toBeLessThan(10_000);
});

test('a full catalogue fits into a step summary of 1 MiB', async () => {
  expect(Buffer.byteLength(await render('zh-CN', largeResults(16)))).toBeLessThan(200_000);
});
