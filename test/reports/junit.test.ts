import { describe, expect, test } from 'vitest';
import { contextOf, INDICATORS, LIVE, RESULTS } from './fixture.ts';
import { type Element, find, readMarkup, textOf } from './markup.ts';
import { LANGUAGES, renderOne } from './render.ts';

async function junit(language: 'zh-CN' | 'en' = 'en'): Promise<Element> {
  return readMarkup((await renderOne('junit', RESULTS, contextOf(language))).text);
}

function testcase(document: Element, indicator: string): Element {
  const found = find(document, 'testcase').filter((one) =>
    one.attributes.get('name')?.startsWith(`${indicator} `),
  );
  if (found.length !== 1) throw new Error(`${found.length} test cases for ${indicator}`);
  return found[0] as Element;
}

describe.each(LANGUAGES)('junit in %s', (language) => {
  test('is well-formed XML 1.0 in which nothing hostile is alive', async () => {
    const { path, text } = await renderOne('junit', RESULTS, contextOf(language));
    expect(path).toBe('junit.xml');
    expect(readMarkup(text).name).toBe('testsuites');
    expect(text).not.toMatch(LIVE);
  });

  test('has one suite per category and one test case per indicator', async () => {
    const document = await junit(language);
    expect(find(document, 'testsuite')).toHaveLength(4);
    expect(find(document, 'testcase')).toHaveLength(INDICATORS.length);
  });
});

describe('outcomes in JUnit', () => {
  test.each([
    ['C3.1.1', 'conforming', undefined],
    ['C3.1.2', 'nonconforming', 'failure'],
    ['C14.6.2', 'inconclusive', 'error'],
    ['C16.1.2', 'error', 'error'],
    ['C7.1.1', 'not-applicable', 'skipped'],
    ['C14.7.1', 'not-tested', 'skipped'],
  ])('%s, %s, is %s', async (indicator, outcome, element) => {
    const one = testcase(await junit(), indicator);
    const found = ['failure', 'error', 'skipped'].flatMap((name) => find(one, name));
    expect(found.map(({ name }) => name)).toEqual(element === undefined ? [] : [element]);
    if (element === 'failure' || element === 'error') {
      expect(found[0]?.attributes.get('type')).toBe(outcome);
    }
  });

  test('counts agree with the elements, in each suite and in all', async () => {
    const document = await junit();
    for (const suite of [document, ...find(document, 'testsuite')]) {
      const count = (name: string): string => String(find(suite, name).length);
      expect(suite.attributes.get('tests')).toBe(count('testcase'));
      expect(suite.attributes.get('failures')).toBe(count('failure'));
      expect(suite.attributes.get('errors')).toBe(count('error'));
      expect(suite.attributes.get('skipped')).toBe(count('skipped'));
    }
  });

  test('a skipped indicator says why', async () => {
    const [skipped] = find(testcase(await junit('zh-CN'), 'C14.7.1'), 'skipped');
    expect(skipped?.attributes.get('message')).toBe('未测 [必须]：需要人工评审。');
  });

  test('a failure says level, figures and limit', async () => {
    const [failure] = find(testcase(await junit(), 'C3.1.2'), 'failure');
    expect(failure?.attributes.get('message')).toBe(
      'nonconforming [MUST]: 120/200, pass rate ≥ 80.0%',
    );
  });

  test('the figures of a conforming indicator are kept', async () => {
    const [output] = find(testcase(await junit(), 'C3.1.1'), 'system-out');
    expect(output && textOf(output)).toContain('95% interval (Wilson): 94.9% to 99.3%');
  });
});

test('every suite carries the notice and whether the run was simulated', async () => {
  const document = await junit('zh-CN');
  const values = (name: string): readonly (string | undefined)[] =>
    find(document, 'property', { name }).map((one) => one.attributes.get('value'));
  expect(values('notice')).toEqual(Array(4).fill(RESULTS.catalogue.notice.zh));
  expect(values('simulated')).toEqual(Array(4).fill('true'));
});

test('line ends survive in attributes, where a parser would make spaces of them', async () => {
  const { text } = await renderOne('junit');
  expect(text).toMatch(/name="C3\.&lt;b&gt;[^"\n]*&#10;[^"\n]*"/);
});

test('times are UTC without a zone, as the common schema wants them', async () => {
  const [suite] = find(await junit(), 'testsuite');
  expect(suite?.attributes.get('timestamp')).toBe('2026-11-23T09:00:00');
});
