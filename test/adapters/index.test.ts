import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADAPTERS, openModel } from '../../adapters/index.ts';
import { UserError } from '../../src/document/problem.ts';
import { config, fakeHost } from './loopback.ts';

const never = new AbortController().signal;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adapter-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the registry has every adapter once, named in both languages', () => {
  expect(ADAPTERS.map(({ id }) => id)).toEqual(['openai', 'anthropic', 'replay']);
  for (const { title } of ADAPTERS) {
    expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(title.en).toMatch(/^[ -~]+$/);
  }
});

test('an adapter that does not exist is an error that names those that do', async () => {
  const opening = openModel(config('opneai'), fakeHost());
  await expect(opening).rejects.toThrow(UserError);
  await expect(opening).rejects.toThrow(/"opneai".*openai, anthropic, replay/);
});

test('listing adapters loads no SDK', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({
      resolve(name, context, next) {
        loaded.push(name);
        return next(name, context);
      },
    });
    const { ADAPTERS } = await import('./adapters/index.ts');
    console.log(JSON.stringify({ count: ADAPTERS.length, sdk: loaded.filter((n) => /^openai|^@anthropic/.test(n)) }));
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  expect(JSON.parse(stdout)).toEqual({ count: ADAPTERS.length, sdk: [] });
});

describe('an adapter of the user’s own', () => {
  const own = `export default {
    id: 'own', title: { zh: '自有', en: 'own' },
    async open(model) {
      return {
        capabilities: new Set(['text']),
        generate: async () => ({ outcome: 'ok', text: model.model, timing: { totalMs: 0 } }),
      };
    },
  };`;
  const request = { messages: [], params: {} };

  test.each([
    ['by a path from the folder of the configuration', () => './own.mjs'],
    ['by an absolute path', () => join(folder, 'own.mjs')],
    ['by a file URL', () => pathToFileURL(join(folder, 'own.mjs')).href],
  ])('is loaded %s', async (_, name) => {
    await writeFile(join(folder, 'own.mjs'), own);
    const model = await openModel(config(name(), { folder, model: 'm-7' }), fakeHost());
    expect(await model.generate(request, never, 'a')).toMatchObject({ text: 'm-7' });
  });

  test.each([
    ['absent.mjs', undefined, 'adapter-not-loaded'],
    ['broken.mjs', 'export default {', 'adapter-not-loaded'],
    ['throws.mjs', 'throw new Error("at load");', 'adapter-not-loaded'],
    ['nothing.mjs', 'export const open = 1;', 'not-an-adapter'],
    ['null.mjs', 'export default null;', 'not-an-adapter'],
    ['half.mjs', 'export default { id: "x", title: { zh: "x" }, open() {} };', 'not-an-adapter'],
  ])('%s is refused with the reason', async (file, content, code) => {
    if (content !== undefined) await writeFile(join(folder, file), content);
    const error = await openModel(config(`./${file}`, { folder }), fakeHost()).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).problems[0]?.code).toBe(code);
    expect((error as UserError).message).toContain(`./${file}`);
  });
});
