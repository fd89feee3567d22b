import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { recount } from '../run/evidence-recount.ts';
import { choiceSuite, makeWorkspace, writeConfig } from '../run/workspace.ts';
import { runCommand } from './command.ts';
import { answer, endpoint } from './endpoints.ts';

const CASES = 120;
const COMMAND = resolve(import.meta.dirname, '../../src/cli/aigc.ts');

/** Runs a command line whose files may have so many bytes; returns its exit code and stderr. */
async function withSmallFiles(bytes: number, args: readonly string[], cwd: string) {
  const script = `ulimit -f ${bytes / 512}; exec "$0" "$@"`;
  const child = spawn('sh', ['-c', script, process.execPath, COMMAND, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      LANG: 'C',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, stderr };
}

// A file that may not grow is what a full disk looks like to a program, and needs no full disk.
test.skipIf(process.platform === 'win32')(
  'evidence that cannot be written ends the run at once, and what was written is kept',
  async () => {
    using workspace = makeWorkspace();
    await using server = await endpoint(answer('A', '想'.repeat(10_000)));
    workspace.write('own.yaml', choiceSuite({ cases: CASES }));
    writeConfig(workspace, { baseUrl: server.url, limits: { concurrency: 4 } });
    const args = ['run', 'own.yaml', '--out', 'run'];
    const full = await withSmallFiles(1_048_576, args, workspace.folder);
    expect(full.code).toBe(3);
    expect(full.stderr).toMatch(
      /^Error: run\/evidence\/samples\.000\.jsonl The evidence cannot be written \(EFBIG\)\. Answers already written are kept; mend the cause and go on with --resume\.$/m,
    );
    expect(full.stderr).not.toMatch(/Internal error|\n\s+at /);
    const asked = server.requests();
    const kept = workspace.read('run/evidence/samples.000.jsonl').split('\n').length - 1;
    expect(kept).toBeGreaterThan(20);
    // Nothing more is paid for than what was under way.
    expect(asked - kept).toBeLessThanOrEqual(12);

    const resumed = await runCommand([...args, '--resume'], { cwd: workspace.folder });
    expect(resumed.code).toBe(1);
    expect(server.requests() - asked).toBe(CASES - kept);
    expect(recount(workspace, 'run')).toMatchObject({ answered: CASES, answeredTwice: 0 });
  },
);
