// Removes what a build makes, so that no file of an older build is ever published.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
