import { START_OF_TIME_MS } from '../sandbox/clock.ts';
import type { CPython } from './cpython.ts';
import { POLLS_PER_MS } from './job.ts';

/**
 * What WebAssembly code can do is what it imports. CPython as compiled by Pyodide imports some 550
 * functions, by which Python can reach all of JavaScript and with it the host. This wall stands
 * between the two: once it is closed, the functions named here work, some in a harmless way of
 * their own, and all others end the program. So it does not matter what an answer finds, patches
 * or corrupts inside the interpreter.
 */
export interface Wall {
  /** The imports as the interpreter gets them. */
  around(modules: Modules): Modules;
  /** Tells the wall whose memory it works on; it stays open until `close`. */
  attach(python: CPython): void;
  /** Closes the wall for one program, with the clock and the source of chance set back. */
  close(maxPolls: number): void;
  open(): void;
  /** The files that the program has left open. */
  readonly openFiles: Set<number>;
}

/** Thrown through the interpreter when the program has used up its polls. */
export class OutOfTime extends Error {}

/** Thrown through the interpreter when the program ends itself or reaches for the host. */
export class Breach extends Error {}

type Import = (...args: never[]) => unknown;
type Imports = Record<string, Import | undefined>;
/** What a WebAssembly module imports, by module and name. Some of it is data, not functions. */
type Modules = Record<string, Imports>;

/** The tags of imports that are no code. */
const DATA = new Set(
  ['Global', 'Memory', 'Table', 'Tag'].map((kind) => `[object WebAssembly.${kind}]`),
);

/** Memory of the interpreter with the program in it, in bytes; 30 MB are there from the start. */
const MEMORY_LIMIT = 256 * 1024 * 1024;

/** Error numbers of WASI, which Emscripten uses for the calls of its system as well. */
const EBADF = 8;
const ENOENT = 44;
const ENOSYS = 52;
const ENOTTY = 59;
const EROFS = 69;

/** O_WRONLY, O_RDWR, O_CREAT, O_TRUNC and O_APPEND of Emscripten. */
const WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000;

/** Imports that do no more than their names say, on the interpreter's own read-only files. */
const HARMLESS = new Set(
  `_PyEM_TrampolineCall_JS JsvError_Check Jsv_GetError_import __syscall_faccessat
  __syscall_fcntl64 __syscall_fstat64 __syscall_getcwd __syscall_getdents64 __syscall_getuid32_js
  __syscall_lstat64 __syscall_newfstatat __syscall_readlinkat __syscall_stat64 _gmtime_js
  _timegm_js clock_res_get emscripten_get_heap_max environ_get environ_sizes_get fd_fdstat_get
  fd_pread fd_seek`.split(/\s+/),
);

export function newWall(): Wall {
  let python: CPython | null = null;
  let closed = false;
  let polls = 0;
  let maxPolls = 0;
  let entropy = 1;
  const openFiles = new Set<number>();

  const poll = (): 0 => {
    if (closed && ++polls > maxPolls) throw new OutOfTime();
    return 0;
  };
  /** Reading the clock is a poll, so that a program that waits comes to the end of its wait. */
  const now = (): number => {
    poll();
    return START_OF_TIME_MS + polls / POLLS_PER_MS;
  };
  const memory = (): CPython => {
    if (python === null) throw new Breach('The interpreter is not there yet.');
    return python;
  };

  /** Replaced from the start, because their answers are kept while the interpreter loads. */
  const always: Readonly<Record<string, (original: Import, all: Imports) => Import>> = {
    emscripten_date_now: () => now,
    emscripten_get_now: () => now,
    // Local time is UTC.
    _localtime_js: (original, all) => all['_gmtime_js'] ?? original,
    _mktime_js: (original, all) => all['_timegm_js'] ?? original,
    _Py_CheckEmscriptenSignals_Helper: () => poll,
  };

  /** What an import does while the wall is closed. */
  const walled: Readonly<Record<string, (original: Import) => Import>> = {
    clock_time_get: () => (_clock: number, _precision: bigint, out: number) => {
      memory().HEAP64[out >>> 3] = BigInt(Math.round(now() * 1e6));
      return 0;
    },
    random_get: () => (start: number, size: number) => {
      const bytes = memory().HEAPU8.subarray(start >>> 0, (start >>> 0) + (size >>> 0));
      for (let i = 0; i < bytes.length; i++) {
        // xorshift32 (Marsaglia 2003).
        entropy ^= entropy << 13;
        entropy ^= entropy >>> 17;
        entropy ^= entropy << 5;
        bytes[i] = entropy >>> 24;
      }
      return 0;
    },
    emscripten_resize_heap: (original) => (size: number) =>
      size >>> 0 > MEMORY_LIMIT ? 0 : call(original, size),
    // Whether time.sleep may hand over to the host; it then waits by the clock.
    can_run_sync_js: () => () => 0,
    fd_read: (original) => (fd: number, list: number, count: number, out: number) => {
      if (fd > 2) return call(original, fd, list, count, out);
      memory().HEAPU32[out >>> 2] = 0;
      return fd === 0 ? 0 : EBADF;
    },
    // What is printed is taken and forgotten.
    fd_write: () => (fd: number, list: number, count: number, out: number) => {
      if (fd !== 1 && fd !== 2) return EBADF;
      const { HEAPU32 } = memory();
      let length = 0;
      for (let i = 0; i < count; i++) length += HEAPU32[(list >>> 2) + 2 * i + 1] ?? 0;
      HEAPU32[out >>> 2] = length;
      return 0;
    },
    fd_close: (original) => (fd: number) => {
      if (fd <= 2) return 0;
      openFiles.delete(fd);
      return call(original, fd);
    },
    // The standard library can be read; there is nothing else to read and nothing to write.
    __syscall_openat: (original) => (at: number, path: number, flags: number, more: number) => {
      if ((flags & WRITING) !== 0) return -EROFS;
      if (!/^\/lib\/(?!.*\.\.)/.test(textAt(memory(), path))) return -ENOENT;
      const fd = Number(call(original, at, path, flags, more));
      if (fd > 2) openFiles.add(fd);
      return fd;
    },
    __syscall_ioctl: () => () => -ENOTTY,
    __syscall_fcntl64: (original) => (fd: number, command: number, more: number) =>
      // F_DUPFD and F_DUPFD_CLOEXEC make files that nobody counts.
      command === 0 || command === 1030 ? -ENOSYS : call(original, fd, command, more),
    _tzset_js: () => () => undefined,
  };

  function guarded(name: string, original: Import, all: Imports): Import {
    const replaced = always[name]?.(original, all);
    if (replaced !== undefined) return replaced;
    if (HARMLESS.has(name) && walled[name] === undefined) return original;
    // `invoke_*` call back into the interpreter under a handler for its own exceptions.
    if (name.startsWith('invoke_')) return original;
    const whenClosed = walled[name]?.(original) ?? refused(name);
    return (...args) => call(closed ? whenClosed : original, ...args);
  }

  return {
    openFiles,
    around: (modules) =>
      Object.fromEntries(
        Object.entries(modules).map(([name, all]) => [name, wrapped(all, guarded)]),
      ),
    attach(attached) {
      python = attached;
    },
    close(limit) {
      polls = 0;
      maxPolls = limit;
      entropy = 1;
      closed = true;
    },
    open() {
      closed = false;
    },
  };
}

/** The imports of one module, each wrapped when it is asked for: most never are. */
function wrapped(
  all: Imports,
  guarded: (name: string, original: Import, all: Imports) => Import,
): Imports {
  return new Proxy(all, {
    get(target, name) {
      const original = Reflect.get(target, name) as unknown;
      const isData = DATA.has(Object.prototype.toString.call(original));
      if (typeof name !== 'string' || isData) return original;
      // What is neither data nor a function suspends the interpreter to wait for the host.
      return typeof original === 'function'
        ? guarded(name, original as Import, all)
        : refused(name);
    },
  });
}

/** Calls of the system fail as on a system that lacks them; all else ends the program. */
function refused(name: string): Import {
  if (name.startsWith('__syscall_')) return () => -ENOSYS;
  if (name.startsWith('fd_')) return () => ENOSYS;
  return () => {
    throw new Breach(name);
  };
}

function call(target: Import, ...args: readonly unknown[]): unknown {
  return (target as (...args: readonly unknown[]) => unknown)(...args);
}

/** Longest path, in bytes. */
const MAX_PATH = 4096;

function textAt({ HEAPU8 }: CPython, start: number): string {
  const bytes = HEAPU8.subarray(start >>> 0, (start >>> 0) + MAX_PATH);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
}
