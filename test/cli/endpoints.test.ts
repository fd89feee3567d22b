import { describe, expect, test } from 'vitest';
import type { ModelConfig } from '../../src/model/index.ts';
import { recount } from '../run/evidence-recount.ts';
import type { Workspace } from '../run/workspace.ts';
import { choiceSuite, makeWorkspace, writeConfig } from '../run/workspace.ts';
import type { Told } from './command.ts';
import { command, runCommand } from './command.ts';
import type { Behaviour } from './endpoints.ts';
import { after, answer, deadAddress, endlessStream, endpoint, reply } from './endpoints.ts';

const CASES = 12;
/** What an endpoint reaches that answers every case with the same letter. */
const A_QUARTER = { threshold: '0.25', rule: 'simple', minN: 1 };
const KEY = 'sk-endpoint-0123456789abcdef';

const HTML =
  '<!doctype html><html><head><title>Welcome</title><style>p{}</style></head><body><p>It works!</p></body></html>';
const PAGE = { 'content-type': 'text/html' };
const RETRY_NOW = { 'content-type': 'application/json', 'retry-after': '0' };

const error = (message: string, code: string): string =>
  JSON.stringify({ error: { message, code } });

interface Bad {
  readonly name: string;
  readonly behaviour: Behaviour;
  readonly model?: Partial<ModelConfig>;
  readonly en: string;
  readonly zh: string;
}

const BAD: readonly Bad[] = [
  {
    name: 'a web page with status 200',
    behaviour: reply(200, HTML, PAGE),
    en: 'What the endpoint answers is not the protocol; check that "baseUrl" names the API (is /v1 missing?) (unparsed: not an answer: HTML Welcome It works!).',
    zh: '接口的回答不是该协议的格式，请检查 baseUrl 是否指向 API（例如缺少 /v1）（unparsed：not an answer: HTML Welcome It works!）。',
  },
  {
    name: 'a web page with status 404',
    behaviour: reply(404, HTML, PAGE),
    en: 'The endpoint does not know the address, the model or the request; check "baseUrl" and "model" (unsupported: HTML Welcome It works!).',
    zh: '接口不认识该地址、模型或请求，请检查 baseUrl 与 model（unsupported：HTML Welcome It works!）。',
  },
  {
    name: 'no body',
    behaviour: reply(200, ''),
    en: '(unparsed: the response has no body).',
    zh: '（unparsed：the response has no body）。',
  },
  {
    name: 'half a JSON document',
    behaviour: reply(200, '{"id":"1","choices":[{"index":0,"mess'),
    en: 'What the endpoint answers is not the protocol',
    zh: '接口的回答不是该协议的格式',
  },
  {
    name: 'a connection that is dropped',
    behaviour: (response) => response.destroy(),
    en: 'The endpoint cannot be reached; check "baseUrl" and the network (network: other side closed).',
    zh: '无法连接接口，请检查 baseUrl 与网络（network：other side closed）。',
  },
  {
    name: 'silence',
    behaviour: () => undefined,
    model: { timeoutMs: 60 },
    en: 'The endpoint does not answer in time; check "baseUrl" or raise "timeoutMs" (timeout:',
    zh: '接口在规定时间内没有回答，请检查 baseUrl 或调大 timeoutMs（timeout：',
  },
  {
    name: 'a stream without an end',
    behaviour: endlessStream,
    model: { timeoutMs: 120, stream: true },
    en: '(timeout: no whole answer within the time allowed for one attempt).',
    zh: '（timeout：no whole answer within the time allowed for one attempt）。',
  },
  {
    name: 'a key that is refused, and repeated',
    behaviour: reply(401, error(`Incorrect API key provided: ${KEY}`, 'invalid_api_key')),
    en: 'The endpoint refuses the key; check "apiKey" (auth: Incorrect API key provided: [redacted]).',
    zh: '接口拒绝了密钥，请检查 apiKey（auth：Incorrect API key provided: [redacted]）。',
  },
  {
    name: 'an account without credit',
    behaviour: reply(402, error('Insufficient Balance', 'invalid_request_error')),
    en: 'The account has no credit or quota left (quota: Insufficient Balance).',
    zh: '账户额度不足或欠费（quota：Insufficient Balance）。',
  },
  {
    name: 'a rate limit for ever',
    behaviour: reply(429, error('Too many requests', 'rate_limit_exceeded'), RETRY_NOW),
    en: 'The endpoint keeps limiting the rate; lower "limits" (rate_limited: Too many requests).',
    zh: '接口一直限流，请降低 limits（rate_limited：Too many requests）。',
  },
  {
    name: 'a server error for ever',
    behaviour: reply(500, error('上游故障。', 'internal_error')),
    en: 'The endpoint keeps failing (server_error: 上游故障).',
    zh: '接口持续出错（server_error：上游故障）。',
  },
  {
    name: 'a request that is refused',
    behaviour: reply(400, error('temperature must be 1', 'invalid_value')),
    en: 'The endpoint refuses every request; check "model" and "params" (bad_request: temperature must be 1).',
    zh: '接口拒绝了所有请求，请检查 model 与 params（bad_request：temperature must be 1）。',
  },
];

/** A run against `url` in the given language, its own folder `name`. */
function tested(
  workspace: Workspace,
  name: string,
  url: string,
  more: { model?: Partial<ModelConfig>; lang?: string } = {},
): Promise<Told> {
  const suite = workspace.write('own.yaml', choiceSuite({ cases: CASES, requirement: A_QUARTER }));
  const model = { baseUrl: url, apiKey: '${KEY}', limits: { concurrency: 4 }, ...more.model };
  const config = writeConfig(workspace, model);
  const out = workspace.path(name);
  const lang = more.lang ?? 'en';
  return command(['run', suite, '--config', config, '--out', out, '--lang', lang], {
    env: { KEY },
  });
}

/** Nothing that was told or written holds the key, and nothing told looks like a program's entrails. */
function expectDiscreet(workspace: Workspace, run: string, told: Pick<Told, 'stdout' | 'stderr'>) {
  for (const text of [told.stdout, told.stderr]) {
    expect(text).not.toContain(KEY);
    expect(text).not.toMatch(/\n\s+at |node:internal|undefined|\[object/);
  }
  for (const file of workspace.files(run)) {
    expect(workspace.read(`${run}/${file}`), file).not.toContain(KEY);
  }
}

describe.each(BAD)('an endpoint that gives $name', ({ behaviour, model = {}, en, zh }) => {
  test('ends the run soon, as undetermined, with one message that says what to do', async () => {
    using workspace = makeWorkspace();
    await using server = await endpoint(behaviour);
    const told = await tested(workspace, 'run', server.url, { model });
    expect(told.code).toBe(3);
    expect(told.stderr).toContain(en);
    expect(told.stderr.match(/^Error: /gm)).toHaveLength(1);
    expectDiscreet(workspace, 'run', told);
    // At most every case with every attempt, and far less where no answer can be hoped for.
    expect(server.requests()).toBeLessThanOrEqual(CASES * 5);
    const counted = recount(workspace, 'run');
    expect(counted).toMatchObject({ attempts: server.requests(), answered: 0 });
    expect(counted.events.at(-1)).toBe('stopped');
    const { counts, outcome } = workspace.json('run/results/results.json');
    expect({ outcome, pass: counts.pass, invalid: counts.invalid }).toEqual({
      outcome: expect.stringMatching(/^(error|inconclusive)$/),
      pass: 0,
      invalid: CASES,
    });

    const chinese = await tested(workspace, 'zh', server.url, { model, lang: 'zh-CN' });
    expect(chinese.code).toBe(3);
    expect(chinese.stderr).toContain(zh);
    expect(chinese.stderr).toContain(`--resume 可继续。`);
    expectDiscreet(workspace, 'zh', chinese);
  });
});

describe('an address where nobody is', () => {
  test('that refuses the connection', async () => {
    using workspace = makeWorkspace();
    const told = await tested(workspace, 'run', await deadAddress());
    expect(told.code).toBe(3);
    expect(told.stderr).toMatch(
      /cannot be reached; .*\(network: connect ECONNREFUSED 127\.0\.0\.1:\d+\)\./,
    );
    expectDiscreet(workspace, 'run', told);
  });

  test('whose name cannot be found', async () => {
    using workspace = makeWorkspace();
    // A label of more than 63 characters cannot exist: no name server is asked.
    const told = await tested(workspace, 'run', `http://${'x'.repeat(64)}.invalid/v1`);
    expect(told.code).toBe(3);
    expect(told.stderr).toMatch(/cannot be reached; .*\(network: getaddrinfo E\w+ xxx/);
    expectDiscreet(workspace, 'run', told);
  });
});

describe('an endpoint that goes bad half way', () => {
  test.each([
    [
      'a key that is withdrawn',
      'The endpoint refuses the key',
      reply(401, error('gone', 'invalid_api_key')),
    ],
    [
      'a page of the gateway',
      '7 samples have no answer because their calls failed',
      reply(200, HTML, PAGE),
    ],
    [
      'dropped connections',
      '7 samples have no answer because their calls failed',
      (response) => response.destroy(),
    ],
  ] satisfies [string, string, Behaviour][])(
    'by %s keeps what was answered, and is gone on with',
    async (_, said, bad) => {
      using workspace = makeWorkspace();
      let mended = false;
      const good = answer('A');
      await using server = await endpoint((response, request, nth) =>
        after(mended ? Infinity : 5, good, bad)(response, request, nth),
      );
      const told = await tested(workspace, 'run', server.url);
      expect(told.code).toBe(3);
      expect(told.stderr).toContain(said);
      expectDiscreet(workspace, 'run', told);
      const before = recount(workspace, 'run');
      expect(before.answered).toBe(5);

      mended = true;
      const askedBefore = server.requests();
      const config = workspace.path('aigc.yaml');
      const resumed = await command(
        [
          'run',
          workspace.path('own.yaml'),
          '--config',
          config,
          '--out',
          workspace.path('run'),
          '--resume',
        ],
        { env: { KEY } },
      );
      expect(resumed.code).toBe(0);
      expect(server.requests() - askedBefore).toBe(CASES - 5);
      expect(recount(workspace, 'run')).toMatchObject({
        answered: CASES,
        answeredTwice: 0,
        pass: 3,
      });
    },
  );
});

test('a process that ends so writes no stack trace and leaves nothing running', async () => {
  using workspace = makeWorkspace();
  await using server = await endpoint(reply(401, error(`bad key ${KEY}`, 'invalid_api_key')));
  workspace.write('own.yaml', choiceSuite({ cases: CASES }));
  writeConfig(workspace, { baseUrl: server.url, apiKey: '${KEY}' });
  const told = await runCommand(['run', 'own.yaml', '--out', 'run', '--json'], {
    cwd: workspace.folder,
    env: { KEY },
  });
  expect(told.code).toBe(3);
  expect(JSON.parse(told.stdout)).toMatchObject({ run: 'run', outcome: 'error' });
  expectDiscreet(workspace, 'run', told);
});

test('without the key in the environment nothing is asked and nothing is made', async () => {
  using workspace = makeWorkspace();
  await using server = await endpoint(answer('A'));
  const suite = workspace.write('own.yaml', choiceSuite({ cases: CASES }));
  const config = writeConfig(workspace, { baseUrl: server.url, apiKey: '${KEY}' });
  const args = ['run', suite, '--config', config, '--out', workspace.path('run')];
  const told = await command(args);
  expect(told).toMatchObject({ code: 2, stdout: '' });
  expect(told.stderr).toMatch(
    /^Error: .*aigc\.yaml:\d+:\d+ The environment variable KEY is not set\. Set it first: export KEY=…\n$/,
  );
  expect(server.requests()).toBe(0);
  expect(workspace.files('.').toSorted()).toEqual(['aigc.yaml', 'catalogue.yaml', 'own.yaml']);
});
