import stringWidth from 'string-width';
import type { Progress } from '../run/index.ts';
import type { Cli } from './cli.ts';

/** How often a terminal is refreshed, and how often a log gets a line; milliseconds. */
const TERMINAL_EVERY = 150;
const LOG_EVERY = 10_000;

/** Shows how a run stands: one line rewritten on a terminal, a line now and then in a log. */
export function showProgress(cli: Cli, progress: () => Progress): { end(): void } {
  const write = (): void => {
    const line = progressText(progress(), 'running', cli);
    if (cli.terminal) cli.rewriteLine(line);
    else cli.note(line);
  };
  const timer = setInterval(write, cli.terminal ? TERMINAL_EVERY : LOG_EVERY);
  // The display never keeps the program alive.
  timer.unref();
  return {
    end() {
      clearInterval(timer);
      if (cli.terminal) cli.rewriteLine('');
      cli.note(progressText(progress(), 'ended', cli));
    },
  };
}

function progressText(p: Progress, state: 'running' | 'ended', cli: Cli): string {
  const failures = Object.entries(p.failures)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(' ');
  const parts = [
    bar(p, cli),
    `${p.done}/${p.total}`,
    p.rate === null ? '' : `${p.rate.toFixed(p.rate < 10 ? 1 : 0)}/s`,
    state === 'running' && p.etaMs !== null
      ? `${cli.text('剩余', 'left')} ${duration(p.etaMs)}`
      : `${cli.text('用时', 'took')} ${duration(p.elapsedMs)}`,
    p.inFlight > 0 ? `${cli.text('进行中', 'in flight')} ${p.inFlight}` : '',
    `${cli.text('通过', 'pass')} ${p.pass} ${cli.text('失败', 'fail')} ${p.fail} ${cli.text('无效', 'invalid')} ${p.invalid}`,
    failures === '' ? '' : `${cli.text('调用失败', 'failed calls')} ${failures}`,
    p.tokens > 0 ? cli.text(`${p.tokens} token`, `${p.tokens} tokens`) : '',
    p.cost === null ? '' : `${cli.text('费用', 'cost')} ${p.cost.toFixed(4)}`,
  ].filter((part) => part !== '');
  if (!cli.terminal || state === 'ended') return parts.join('  ');
  // What does not fit is left out from the right: a line that wraps cannot be rewritten.
  while (parts.length > 2 && stringWidth(parts.join('  ')) >= cli.columns) parts.pop();
  return parts.join('  ');
}

function bar(p: Progress, cli: Cli): string {
  if (!cli.terminal) return '';
  const width = 20;
  const full = p.total === 0 ? width : Math.floor((p.done / p.total) * width);
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}]`;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
