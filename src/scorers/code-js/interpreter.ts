import { stripTypeScriptTypes } from 'node:module';
import type {
  JSPromiseState,
  QuickJSContext,
  QuickJSHandle,
  QuickJSRuntime,
  QuickJSSyncVariant,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { type CallResult, cutMessage, type Run } from '../sandbox/run.ts';
import type { Reply } from '../sandbox/thread.ts';
import type { JsJob } from './job.ts';
import { READER_SOURCE } from './reader.ts';

/** Memory of one answer, in bytes. */
const MEMORY_LIMIT = 64 * 1024 * 1024;

/** Stack of one answer, in bytes: a recursion of about 5,000 plain calls. */
const STACK_LIMIT = 1024 * 1024;

/**
 * What answers find around them beside ECMAScript itself: a silent console and the two names of
 * CommonJS. No timers, no modules, no files, no network.
 */
const SURROUNDINGS = `
globalThis.module = { exports: {} };
globalThis.exports = module.exports;
globalThis.console = Object.fromEntries(
  ['assert', 'debug', 'dir', 'error', 'group', 'groupEnd', 'info', 'log', 'table', 'time',
   'timeEnd', 'trace', 'warn'].map((name) => [name, () => {}]),
);
JSON.parse;
`;

/** A name for the one global by which the answer's function is handed out. */
const CARRIED = '\u{1F4E6} entry';

/** One interpreter with the answer's realm, and the realm of the code that reads its values. */
interface Session {
  readonly realm: QuickJSContext;
  readonly readerRealm: QuickJSContext;
  readonly read: QuickJSHandle;
  readonly describe: QuickJSHandle;
  /** JSON.parse of the answer's realm, taken before the answer could replace it. */
  readonly parse: QuickJSHandle;
  /** True when the answer has used up its polls. */
  readonly isSpent: () => boolean;
}

export async function newInterpreter(): Promise<QuickJSWASMModule> {
  const { newQuickJSWASMModuleFromVariant } = await import('quickjs-emscripten-core');
  const { default: variant } = await import('@jitl/quickjs-wasmfile-release-sync');
  // Its declaration file is of the CommonJS build, where the default export is one level deeper.
  return newQuickJSWASMModuleFromVariant(variant as unknown as QuickJSSyncVariant);
}

/** Runs one job in an interpreter of its own. */
export function runJob(quickjs: QuickJSWASMModule, job: JsJob): Reply<Run> {
  let { code } = job;
  if (job.typescript) {
    try {
      code = stripTypeScriptTypes(code);
    } catch (error) {
      return {
        result: { kind: 'compile-error', message: cutMessage(String(error)) },
        spent: false,
      };
    }
  }
  let run: Run | null = null;
  try {
    using runtime = quickjs.newRuntime();
    let polls = 0;
    const isSpent = (): boolean => polls > job.maxPolls;
    runtime.setMemoryLimit(MEMORY_LIMIT);
    runtime.setMaxStackSize(STACK_LIMIT);
    runtime.setInterruptHandler(() => ++polls > job.maxPolls);
    run = runCode(runtime, { ...job, code }, isSpent);
  } catch (error) {
    // The interpreter itself has failed; its memory cannot be trusted any more.
    return {
      result: run ?? { kind: 'load-error', message: cutMessage(String(error)) },
      spent: true,
    };
  }
  return { result: run, spent: false };
}

function runCode(runtime: QuickJSRuntime, job: JsJob, isSpent: () => boolean): Run {
  using realm = runtime.newContext();
  using readerRealm = runtime.newContext();
  using reader = readerRealm.unwrapResult(readerRealm.evalCode(READER_SOURCE));
  using read = readerRealm.getProp(reader, 'read');
  using describe = readerRealm.getProp(reader, 'describe');
  using parse = realm.unwrapResult(realm.evalCode(SURROUNDINGS));
  const session: Session = { realm, readerRealm, read, describe, parse, isSpent };

  const loadError = load(session, job);
  if (isSpent()) return { kind: 'timeout', results: [] };
  if (loadError !== null) return loadError;
  using entry = realm.getProp(realm.global, CARRIED);
  if (realm.typeof(entry) !== 'function') return { kind: 'no-entry' };
  const results: CallResult[] = [];
  for (const args of job.calls) {
    const result = call(session, entry, args);
    if (isSpent()) return { kind: 'timeout', results };
    results.push(result);
  }
  return { kind: 'done', results };
}

/**
 * Runs the answer's code and puts its function into the global `CARRIED`: a binding of that name,
 * an export of that name, or a function that is the whole export. What only compiles as a module
 * is run as one.
 */
function load(session: Session, { code, entry }: JsJob): Run | null {
  const { realm } = session;
  const asScript = compileError(session, code, 'global');
  const asModule = asScript === null ? null : compileError(session, code, 'module');
  if (asScript !== null && asModule !== null) {
    const message = /^\s*(?:import|export)\b/m.test(code) ? asModule : asScript;
    const isSyntax = message.startsWith('SyntaxError');
    return { kind: isSyntax ? 'compile-error' : 'load-error', message };
  }
  // The bindings of a module are only visible inside it: its own last line carries one out.
  const name = JSON.stringify(entry);
  const carry = `globalThis['${CARRIED}'] =
    typeof ${entry} === 'function' ? ${entry}
    : typeof module?.exports?.[${name}] === 'function' ? module.exports[${name}]
    : typeof module?.exports === 'function' ? module.exports : undefined;`;
  const type = asScript === null ? 'global' : 'module';
  const ran = realm.evalCode(type === 'module' ? `${code}\n;${carry}` : code, 'answer.js', {
    type,
  });
  if (ran.error) return { kind: 'load-error', message: thrown(session, ran.error) };
  if (type === 'module') return exported(session, ran.value, entry);
  ran.value.dispose();
  const carried = realm.evalCode(carry);
  if (carried.error) return { kind: 'load-error', message: thrown(session, carried.error) };
  carried.value.dispose();
  return null;
}

/** Waits for a module, and looks into its exports when its last line carried nothing out. */
function exported(session: Session, ran: QuickJSHandle, entry: string): Run | null {
  const { realm } = session;
  const module = settle(session, ran);
  if ('error' in module) {
    return module.error.kind === 'error'
      ? { kind: 'load-error', message: module.error.message }
      : { kind: 'load-unsettled' };
  }
  using namespace = module.value;
  for (const name of [entry, 'default']) {
    using carried = realm.getProp(realm.global, CARRIED);
    if (realm.typeof(carried) === 'function' || realm.typeof(namespace) !== 'object') return null;
    using named = realm.getProp(namespace, name);
    realm.setProp(realm.global, CARRIED, named);
  }
  return null;
}

/** The error with which a source does not compile, or null. */
function compileError(session: Session, code: string, type: 'global' | 'module'): string | null {
  const compiled = session.realm.evalCode(code, 'answer.js', { type, compileOnly: true });
  if (compiled.error) return thrown(session, compiled.error);
  compiled.value.dispose();
  return null;
}

/** Calls the function once; arguments go in and the result comes out as JSON. */
function call(session: Session, entry: QuickJSHandle, args: string): CallResult {
  const { realm, readerRealm } = session;
  using json = realm.newString(args);
  using list = realm.unwrapResult(realm.callFunction(session.parse, realm.undefined, json));
  const length = realm.getLength(list) ?? 0;
  const handles = Array.from({ length }, (_, i) => realm.getProp(list, i));
  const returned = realm.callFunction(entry, realm.undefined, handles);
  for (const handle of handles) handle.dispose();
  if (returned.error) return { kind: 'error', message: thrown(session, returned.error) };
  const settled = settle(session, returned.value);
  if ('error' in settled) return settled.error;
  using value = settled.value;
  const read = readerRealm.callFunction(session.read, readerRealm.undefined, value);
  if (read.error) return { kind: 'error', message: thrown(session, read.error) };
  using text = read.value;
  const found = readerRealm.getString(text);
  if (found.startsWith('=')) return { kind: 'value', json: found.slice(1) };
  return found === '~' ? { kind: 'endless' } : { kind: 'not-json', shown: found.slice(1) };
}

type Unsettled = Extract<CallResult, { readonly kind: 'error' | 'unsettled' }>;

/** The value of a promise, or the value itself. Takes the handle. */
function settle(
  session: Session,
  handle: QuickJSHandle,
): { readonly value: QuickJSHandle } | { readonly error: Unsettled } {
  const { realm } = session;
  const before = realm.getPromiseState(handle);
  if (before.type === 'fulfilled' && before.notAPromise === true) return { value: handle };
  disposeState(before);
  using promise = handle;
  while (realm.runtime.hasPendingJob() && !session.isSpent()) {
    // A job that throws ends the batch; its error, if it matters, is in the promise.
    const jobs = realm.runtime.executePendingJobs();
    if (jobs.error) jobs.error.dispose();
  }
  const state = realm.getPromiseState(promise);
  if (state.type === 'fulfilled') return { value: state.value };
  if (state.type === 'rejected') {
    return { error: { kind: 'error', message: thrown(session, state.error) } };
  }
  return { error: { kind: 'unsettled' } };
}

function disposeState(state: JSPromiseState): void {
  if (state.type === 'fulfilled') state.value.dispose();
  if (state.type === 'rejected') state.error.dispose();
}

/** A line about what the answer threw, which may be anything. Takes the handle. */
function thrown({ readerRealm, describe }: Session, error: QuickJSHandle): string {
  using taken = error;
  const described = readerRealm.callFunction(describe, readerRealm.undefined, taken);
  using result = described.error ?? described.value;
  return described.error
    ? 'an error that cannot be read'
    : cutMessage(readerRealm.getString(result));
}
