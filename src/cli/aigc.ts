#!/usr/bin/env node
// Only this file is read by an old Node: it must not use anything that one lacks, and imports the
// program itself only after the check.
const NEEDED = [22, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `aigc needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}. / aigc 需要 Node.js ${NEEDED.join('.')} 或更新版本，当前为 ${process.versions.node}。\n`,
  );
  process.exitCode = 2;
} else {
  // A reader that goes away, as `head` does, has what it wanted; a run must not die of it.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2), process.env);
}

export {};
