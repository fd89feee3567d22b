// Makes `npx aigc` work inside this checkout: npm links the commands of dependencies only.
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const link = `${folder}/aigc`;

// Windows needs a .cmd shim, which npm makes on `npm link`; everything else follows a link.
if (process.platform !== 'win32') {
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync('../../dist/src/cli/aigc.js', link);
  chmodSync(fileURLToPath(new URL('../dist/src/cli/aigc.js', import.meta.url)), 0o755);
}
