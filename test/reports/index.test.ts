import { describe, expect, test } from 'vitest';
import { REPORTS, renderReport } from '../../reports/index.ts';
import { UserError } from '../../src/document/problem.ts';
import { contextOf, RESULTS } from './fixture.ts';
import { LANGUAGES, renderAll } from './render.ts';

test('the formats are these', () => {
  expect([...REPORTS.keys()]).toEqual(['html', 'json', 'markdown', 'junit']);
});

test('an unknown format is a mistake of the user, who is told the known ones', () => {
  expect(() => renderReport('pdf2', RESULTS, contextOf('en'))).toThrow(UserError);
  expect(() => renderReport('pdf2', RESULTS, contextOf('en'))).toThrow(
    /html, json, markdown, junit/,
  );
});

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

  test.each(LANGUAGES)('names the model and prints the notice in %s', async (language) => {
    const text = (await render(language)).map(({ content }) => String(content)).join('');
    expect(text).toContain('demo-max');
    const { zh, en } = RESULTS.catalogue.notice;
    expect(text).toContain(language === 'zh-CN' ? zh : en);
  });
});
