import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../derive/index.ts';
import type { Language } from '../model/index.ts';
import type { RunOutcome, StopReason } from '../run/index.ts';
import type { Cli, ExitCode } from './cli.ts';
import { printSummary } from './summary.ts';

/**
 * Turns Ctrl-C into wishes: the first lets calls in flight end, the second aborts them. Evidence
 * is whole in both cases.
 */
export function stopOnSignals(cli: Cli): {
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
  [Symbol.dispose](): void;
} {
  const stop = new AbortController();
  const abort = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) {
      abort.abort();
      return;
    }
    stop.abort();
    if (cli.terminal) cli.rewriteLine('');
    cli.note(
      cli.text(
        '正在停止：等待进行中的调用结束；再按一次 Ctrl-C 立即中止。',
        'Stopping: waiting for the calls in flight; press Ctrl-C again to abort them.',
      ),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stop: stop.signal,
    abort: abort.signal,
    [Symbol.dispose]() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}

/** Both languages of a report are written, the user's own first. */
export function reportLanguages(cli: Cli): readonly Language[] {
  return cli.language === 'zh-CN' ? ['zh-CN', 'en'] : ['en', 'zh-CN'];
}

/** The exit code that a verdict means for a gate. */
function verdictCode(results: Results): ExitCode {
  switch (results.outcome) {
    case 'conforming':
      return 0;
    case 'nonconforming':
      return 1;
    case 'inconclusive':
    case 'not-applicable':
    case 'not-tested':
    case 'error':
      return 3;
  }
}

/** Says why a run ended early. */
export function stopText(stopped: StopReason, cli: Cli): string {
  switch (stopped.kind) {
    case 'interrupted':
      return cli.text('已中断。', 'Interrupted.');
    case 'budget': {
      const limit =
        stopped.what === 'tokens'
          ? cli.text(`${stopped.limit} token`, `${stopped.limit} tokens`)
          : cli.text(`费用 ${stopped.limit}`, `a cost of ${stopped.limit}`);
      return cli.text(
        `预算用完（${limit}），未执行的用例计为无效。`,
        `The budget is used up (${limit}); cases that were not run count as invalid.`,
      );
    }
    case 'endpoint':
      return cli.text('错误：', 'Error: ') + endpointText(stopped, cli);
  }
}

function endpointText(
  { outcome, message }: Extract<StopReason, { kind: 'endpoint' }>,
  cli: Cli,
): string {
  const detail = readable(message);
  const texts: Readonly<Partial<Record<typeof outcome, readonly [zh: string, en: string]>>> = {
    auth: ['接口拒绝了密钥，请检查 apiKey', 'The endpoint refuses the key; check "apiKey"'],
    quota: ['账户额度不足或欠费', 'The account has no credit or quota left'],
    network: [
      '无法连接接口，请检查 baseUrl 与网络',
      'The endpoint cannot be reached; check "baseUrl" and the network',
    ],
    timeout: [
      '接口在规定时间内没有回答，请检查 baseUrl 或调大 timeoutMs',
      'The endpoint does not answer in time; check "baseUrl" or raise "timeoutMs"',
    ],
    unparsed: [
      '接口的回答不是该协议的格式，请检查 baseUrl 是否指向 API（例如缺少 /v1）',
      'What the endpoint answers is not the protocol; check that "baseUrl" names the API (is /v1 missing?)',
    ],
    bad_request: [
      '接口拒绝了所有请求，请检查 model 与 params',
      'The endpoint refuses every request; check "model" and "params"',
    ],
    rate_limited: [
      '接口一直限流，请降低 limits',
      'The endpoint keeps limiting the rate; lower "limits"',
    ],
    unsupported: [
      '接口不认识该地址、模型或请求，请检查 baseUrl 与 model',
      'The endpoint does not know the address, the model or the request; check "baseUrl" and "model"',
    ],
    server_error: ['接口持续出错', 'The endpoint keeps failing'],
  };
  const [zh, en] = texts[outcome] ?? ['接口持续失败', 'The endpoint keeps failing'];
  return cli.text(`${zh}（${outcome}：${detail}）。`, `${en} (${outcome}: ${detail}).`);
}

/** Longest quotation of an endpoint's own words, UTF-16 units. */
const LONGEST_QUOTE = 200;

/** An endpoint's own words in one line; of a web page, the words that a reader would see. */
function readable(message: string): string {
  const page = /<(?:!doctype|html|head|body)\b/i.exec(message);
  const text = page === null ? message : pageWords(message, page.index);
  const line = text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[.。]$/, '');
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).toWellFormed()}…`;
}

function pageWords(message: string, start: number): string {
  const words = message
    .slice(start)
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>?/g, ' ');
  return `${message.slice(0, start)}HTML ${words}`;
}

/** Where a run left what. */
export interface RunPlace {
  readonly folder: string;
  /** Paths of the reports. */
  readonly reports: readonly string[];
  /** How to go on with a run that ended early; null when that is not possible. */
  readonly resume: string | null;
}

/** Prints what came of a run; returns the exit code of a gate. */
export function concludeRun(
  { results, stopped }: Pick<RunOutcome, 'results' | 'stopped'>,
  { folder, reports, resume }: RunPlace,
  json: boolean,
  cli: Cli,
): ExitCode {
  if (json) cli.printJson(runDocument(results, folder));
  else {
    printSummary(results, cli);
    const shown = reports.find((path) => path.endsWith('.html')) ?? reports[0];
    if (shown !== undefined) cli.print(`${cli.text('报告：', 'Report: ')}${shown}`);
  }
  const say = (...texts: readonly string[]): void => {
    cli.note([...texts, ...(resume === null ? [] : [resume])].join(cli.text('', ' ')));
  };
  if (stopped === null) {
    if (results.counts.errors > 0) say(noAnswerText(results.counts.errors, cli));
    return verdictCode(results);
  }
  const kept = cli.text(`已有的回答保存在 ${folder}。`, `What was answered is in ${folder}.`);
  say(stopText(stopped, cli), kept);
  return stopped.kind === 'interrupted' ? 130 : 3;
}

function noAnswerText(samples: number, cli: Cli): string {
  return cli.text(
    `${samples} 个样本的调用失败，没有得到回答。`,
    samples === 1
      ? '1 sample has no answer because its calls failed.'
      : `${samples} samples have no answer because their calls failed.`,
  );
}

function runDocument(results: Results, folder: string): object {
  const { samples, attempts, errors, cases, scored, pass, fail, invalid } = results.counts;
  return {
    run: folder,
    outcome: results.outcome,
    counts: { samples, attempts, errors, cases, scored, pass, fail, invalid },
    outcomes: results.outcomes,
    simulated: results.simulated,
    results: `${folder}/results/results.json`,
  };
}

/** A folder that is not there yet: below `base`, named by the time in UTC and the model. */
export function newRunFolder(base: string, name: string): string {
  const stamp = new Date()
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  for (let i = 1; ; i++) {
    const folder = join(base, `${stamp}-${name}${i === 1 ? '' : `-${i}`}`);
    if (!existsSync(folder)) return folder;
  }
}
