import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Json } from '../src/model/index.ts';

/** What came of a command that ended well. */
export interface Ended {
  readonly stdout: string;
  /** Milliseconds from the start of the process to its end. */
  readonly wallMs: number;
}

/** Runs a Node program to its end. Throws with what it said when its exit code is not 0. */
export async function runNode(args: readonly string[]): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const wallMs = performance.now() - began;
  if (code !== 0) {
    throw new Error(`${args.join(' ')} ended with ${code}:\n${stderr || stdout}`);
  }
  return { stdout, wallMs };
}

/** The JSON document that a Node program writes to stdout. */
export async function measuredBy<T extends Json>(args: readonly string[]): Promise<T> {
  return JSON.parse((await runNode(args)).stdout) as T;
}

/** A simulated model service that knows every answer, in a process of its own. */
export interface SimulatorProcess extends AsyncDisposable {
  readonly url: string;
}

export async function simulatorProcess(
  command: string,
  suite: string,
  latencyMs: number,
): Promise<SimulatorProcess> {
  const child = spawn(
    process.execPath,
    [command, 'simulate', suite, '--latency', String(latencyMs)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const closed = once(child, 'close');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => first as string),
    closed.then(() => null),
  ]);
  if (line === null) throw new Error('The simulator ended before it gave its address.');
  return {
    url: (JSON.parse(line) as { url: string }).url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
