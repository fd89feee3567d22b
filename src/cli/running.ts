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
    cli.note(
      cli.text(
        '\n正在停止：等待进行中的调用结束；再按一次 Ctrl-C 立即中止。',
        '\nStopping: waiting for the calls in flight; press Ctrl-C again to abort them.',
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
export function verdictCode(results: Results): ExitCode {
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

/** Says why a run ended early, and what to do. */
export function stopText(stopped: StopReason, folder: string, cli: Cli): string {
  const resume = cli.text(
    `已有的回答保存在 ${folder}；加 --resume 可继续。`,
    `What was answered is in ${folder}; add --resume to go on.`,
  );
  switch (stopped.kind) {
    case 'interrupted':
      return cli.text('已中断。', 'Interrupted. ') + resume;
    case 'budget':
      return (
        cli.text(
          `预算用完（${stopped.what} ${stopped.limit}），未执行的用例计为无效。`,
          `The budget is used up (${stopped.what} ${stopped.limit}); cases not run count as invalid. `,
        ) + resume
      );
    case 'endpoint':
      return `${cli.text('错误：', 'Error: ')}${endpointText(stopped, cli)}${resume}`;
  }
}

function endpointText(
  { outcome, message }: Extract<StopReason, { kind: 'endpoint' }>,
  cli: Cli,
): string {
  const detail = message.replaceAll(/\s+/g, ' ').slice(0, 300);
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
    server_error: ['接口持续出错', 'The endpoint keeps failing'],
  };
  const [zh, en] = texts[outcome] ?? ['接口持续失败', 'The endpoint keeps failing'];
  return cli.text(`${zh}（${outcome}：${detail}）。`, `${en} (${outcome}: ${detail}). `);
}

/** Prints what came of a run; returns the exit code of a gate. */
export function concludeRun(
  { results, stopped }: RunOutcome,
  folder: string,
  reports: readonly string[],
  json: boolean,
  cli: Cli,
): ExitCode {
  if (json) cli.printJson(runDocument(results, folder));
  else {
    printSummary(results, cli);
    const shown = reports.find((path) => path.endsWith('.html')) ?? reports[0];
    if (shown !== undefined) cli.print(`${cli.text('报告：', 'Report: ')}${shown}`);
  }
  if (stopped === null) return verdictCode(results);
  cli.note(stopText(stopped, folder, cli));
  return stopped.kind === 'interrupted' ? 130 : 3;
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

/** A new folder below `runs/`, named by the time in UTC and the model. */
export function newRunFolder(base: string, name: string): string {
  const stamp = new Date()
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return `${base}/${stamp}-${name}`;
}
