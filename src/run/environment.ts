import { cpus, platform, release, totalmem } from 'node:os';
import { packageIdentity } from '../document/index.ts';

/** What a reader has to know of the machine that asked; no host name, no user, no path. */
export function environmentRecord(): object {
  return {
    harness: packageIdentity(),
    node: process.version,
    icu: process.versions.icu ?? null,
    openssl: process.versions.openssl,
    platform: platform(),
    release: release(),
    arch: process.arch,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    cache: 'off',
  };
}
