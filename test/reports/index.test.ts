import { describe, expect, test } from 'vitest';
import { REPORTS, renderReport } from '../../reports/index.ts';
import { UserError } from '../../src/document/problem.ts';
import { contextOf, RESULTS } from './fixture.ts';
import { LANGUAGES, renderAll } from './render.ts';

test('the formats are these', () => {
  expect([...REPORTS.keys()]).toEqual([
    ...['html', 'json', 'markdown', 'junit', 'oscal', 'sarif', 'earl', 'in-toto'],
  ]);
});

test('an unknown format is a mistake of the user, who is told the known ones', () => {
  expect(() => renderReport('pdf2', RESULTS, contextOf('en'))).toThrow(UserError);
  expect(() => renderReport('pdf2', RESULTS, contextOf('en'))).toThrow(
    /html, json, markdown, junit, oscal, sarif, earl, in-toto/,
  );
});

/** The same value with the keys of every object the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)])) as T;
}

/** Characters that a reader cannot see, or that change the order of others. */
const MISLEADING = /[\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}\u200B]|(?![\t\n])\p{Cc}/u;

/** What every format has to keep. Add a format to the registry and it is tested here. */
describe.each([...REPORTS.keys()])('%s', (id) => {
  const render = async (language: 'zh-CN' | 'en') => renderAll(id, RESULTS, contextOf(language));

  test('is registered under its own id, with a title in both languages', () => {
    const report = REPORTS.get(id);
    expect(report?.id).toBe(id);
    expect(report?.title.zh).toMatch(/\p{Script=Han}/u);
    expect(report?.title.en).toMatch(/[a-z]/);
  });

  test.each(LANGUAGES)('gives the same bytes for the same input in %s', async (language) => {
    expect(await render(language)).toEqual(await render(language));
  });

  test.each(LANGUAGES)('writes inside the report folder in %s', async (language) => {
    const files = await render(language);
    expect(files.length).toBeGreaterThan(0);
    for (const { path, mediaType, content } of files) {
      expect(path).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9.-]*$/);
      expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      expect(content.length).toBeGreaterThan(0);
      expect(String(content).isWellFormed()).toBe(true);
    }
  });

  test.each(LANGUAGES)('does not depend on the order of keys in %s', async (language) => {
    const context = contextOf(language);
    expect(await renderAll(id, reversed(RESULTS), context)).toEqual(await render(language));
  });

  test.each(LANGUAGES)('says by which paths its files are known in %s', async (language) => {
    for (const { path } of await render(language)) {
      const makers = REPORTS.values().filter(({ produces }) => produces.test(path));
      expect([...makers].map((maker) => maker.id)).toEqual([id]);
    }
  });

  test.each(LANGUAGES)('shows nothing of hidden items but their codes in %s', async (language) => {
    const text = (await render(language)).map(({ content }) => String(content)).join('');
    expect(text).not.toMatch(/HIDDEN-(?:PROMPT|TARGET|ANSWER|PARSED|REASON|ERROR)/);
  });

  test.each(LANGUAGES)(
    'leaves no character alive that misleads a reader in %s',
    async (language) => {
      const text = (await render(language)).map(({ content }) => String(content)).join('');
      // Results are kept as they are; whoever shows them has to see to that.
      if (id !== 'json') expect(text).not.toMatch(MISLEADING);
    },
  );

  test.each(LANGUAGES)('names the model and prints the notice in %s', async (language) => {
    const text = (await render(language)).map(({ content }) => String(content)).join('');
    expect(text).toContain('demo-max');
    const { zh, en } = RESULTS.catalogue.notice;
    expect(text).toContain(language === 'zh-CN' ? zh : en);
  });
});
