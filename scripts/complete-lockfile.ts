// Completes package-lock.json with the platform packages that a registry mirror did not have.
//
// Tools with native programs name one optional package per platform. When a mirror lacks some of
// them, `npm install` leaves them out of the lockfile, and `npm ci` then refuses the lockfile
// everywhere. An entry with its version and platform is enough: on the platform itself npm fetches
// it, elsewhere it passes it over.
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const OS = /\b(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)\b/;
const CPU = /\b(arm64|x64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32)\b/;

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };

let added = 0;
for (const [owner, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const os = OS.exec(name)?.[1];
    if (os === undefined || !/^\d/.test(version)) continue;
    // At the top where the place is free, else beside its owner.
    const path = [`node_modules/${name}`, `${owner}/node_modules/${name}`].find(
      (place) => (lock.packages[place]?.version ?? version) === version,
    );
    if (path === undefined || path in lock.packages) continue;
    const cpu = CPU.exec(name)?.[1];
    const libc = name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : undefined;
    lock.packages[path] = {
      version,
      ...(dev === true ? { dev } : {}),
      optional: true,
      os: [os],
      ...(cpu === undefined ? {} : { cpu: [cpu] }),
      ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
    };
    added++;
  }
}

const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
