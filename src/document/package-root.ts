import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the same for the sources and for the compiled files in `dist`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'suites', 'standard.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The package is damaged: suites/standard.yaml is gone.');
    folder = parent;
  }
  return folder;
}

/** Name and version as in package.json. */
export function packageIdentity(): { name: string; version: string } {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return { name, version };
}
