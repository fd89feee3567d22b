import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { ExitCode, OutputStream } from '../../src/cli/cli.ts';
import { main } from '../../src/cli/main.ts';
import type { Wait } from '../../src/run/wait.ts';

const COMMAND = resolve(import.meta.dirname, '../../src/cli/aigc.ts');

/** Milliseconds after which a command is taken to hang. */
const LONGEST = 60_000;

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line in a process of its own. It is killed when the test ends before it does. */
export interface Running extends AsyncDisposable {
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** The first line of stdout; rejects when the command ends before it is there. */
  firstLine(): Promise<string>;
  /** Goes away as its reader. */
  closeStdout(): void;
  /** Resolves when stderr has had so much of a text; rejects when the command ends before. */
  said(text: RegExp): Promise<void>;
}

export interface CommandOptions {
  readonly cwd: string;
  /** Added to a bare environment: nothing of the machine's own gets in but the path. */
  readonly env?: Readonly<Record<string, string>>;
}

export function startCommand(args: readonly string[], { cwd, env }: CommandOptions): Running {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], LANG: 'C', TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    stdout,
    stderr,
  }));
  const until = async (stream: Readable, find: () => string | undefined): Promise<string> => {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      const last = await Promise.race([once(stream, 'data'), ended]);
      if ('code' in last && find() === undefined) {
        throw new Error(`ended with ${last.code} and never said it: ${stderr}`);
      }
    }
  };
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    closeStdout: () => void child.stdout.destroy(),
    said: async (text) => void (await until(child.stderr, () => text.exec(stderr)?.[0])),
    firstLine: () => until(child.stdout, () => /^(.*)\n/.exec(stdout)?.[1]),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A command line in a process of its own, to its end. */
export async function runCommand(args: readonly string[], options: CommandOptions): Promise<Ended> {
  await using command = startCommand(args, options);
  return await command.ended;
}

export interface TestedWorld {
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of a terminal; absent: output goes to a file. */
  readonly terminal?: number;
  /** Pauses before calls are made again; absent: none is made. */
  readonly wait?: Wait;
}

export interface Told {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line in this process, without waiting between attempts. */
export async function command(args: readonly string[], world: TestedWorld = {}): Promise<Told> {
  const { env = {}, terminal, wait = () => Promise.resolve() } = world;
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written): OutputStream => ({
    write: (text) => {
      written[name] += text;
    },
    ...(terminal === undefined ? {} : { isTTY: true, columns: terminal }),
  });
  const streams = { stdout: stream('stdout'), stderr: stream('stderr') };
  const code = await main(args, env, { ...streams, wait });
  return { code, ...written };
}
