import { type CallResult, cutMessage, type Run } from '../sandbox/run.ts';
import type { Reply } from '../sandbox/thread.ts';
import { type CPython, cString, typeOf } from './cpython.ts';
import type { PythonJob } from './job.ts';
import { PRELUDE } from './prelude.ts';
import { makeArguments, makeText, readValue } from './values.ts';
import { Breach, newWall, OutOfTime, type Wall } from './wall.ts';

/** CPython with its memory as it was before the first answer. */
export interface Interpreter {
  readonly python: CPython;
  readonly wall: Wall;
  /** All of that memory, byte for byte. */
  readonly image: Uint8Array<ArrayBuffer>;
  /** The stack pointer, the one piece of state outside the memory. */
  readonly stack: number;
  /** `settle` of the prelude. */
  readonly settle: number;
}

/** `Py_file_input` (CPython, Include/compile.h): a whole module. */
const FILE_INPUT = 257;

/** Loads CPython: about two seconds and 100 MB. Only for a thread of its own: it has side effects. */
export async function newInterpreter(): Promise<Interpreter> {
  const { loadPyodide } = await import('pyodide');
  // Its types know the constructor only by the options that it is passed in.
  const { default: createModule } = (await import(MODULE)) as { default: CreateModule };
  const wall = newWall();
  const pyodide = await loadPyodide({
    createPyodideModule: (settings) => {
      const { instantiateWasm } = settings as unknown as Settings;
      const walled = {
        instantiateWasm: (imports: Parameters<Wall['around']>[0], done: unknown) =>
          instantiateWasm(wall.around(imports), done),
      };
      return createModule(Object.assign(settings, walled));
    },
    // What the module `js` shows: nothing. The wall would stop what could be done with it.
    jsglobals: Object.create(null) as object,
    env: { HOME: '/home', LANG: 'C.UTF-8', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    packages: [],
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
  });
  const python = (pyodide as unknown as { readonly _module: CPython })._module;
  wall.attach(python);
  pyodide.runPython(PRELUDE);
  // Polls of the interpreter only go out while a buffer for interrupts is there.
  pyodide.setInterruptBuffer(new Uint8Array(1));
  return remembered(python, wall);
}

const MODULE = 'pyodide/pyodide.asm.mjs';

type CreateModule = (settings: object) => Promise<never>;

interface Settings {
  readonly instantiateWasm: (imports: object, done: unknown) => object;
}

/** The interpreter as it is now, which is what every answer will find. */
function remembered(python: CPython, wall: Wall): Interpreter {
  const globals = dictOf(python, '__main__');
  const settle = python._PyDict_GetItem(globals, makeText(python, 'settle'));
  if (settle === 0) throw new Error('The prelude of the Python sandbox has not run.');
  const stack = python.stackSave();
  return { python, wall, settle, stack, image: python.HEAPU8.slice() };
}

/**
 * Sets the interpreter back to what it was before the first answer. Besides the memory and the
 * stack pointer, programs can only change which files are open: the wall lets nothing else through.
 */
function restore({ python, wall, image, stack }: Interpreter): void {
  for (const file of wall.openFiles) python.FS.closeStream(file);
  wall.openFiles.clear();
  python.HEAPU8.set(image);
  // Memory does not shrink. What was added is as new.
  python.HEAPU8.fill(0, image.length);
  python.stackRestore(stack);
  wall.open();
}

/** Runs one job in an interpreter that no answer has touched. */
export function runJob(interpreter: Interpreter, job: PythonJob): Reply<Run> {
  const { wall } = interpreter;
  const results: CallResult[] = [];
  let loaded = false;
  let result: Run;
  wall.close(job.maxPolls);
  try {
    const program = load(interpreter, job);
    loaded = true;
    result = typeof program === 'number' ? callAll(interpreter, program, job, results) : program;
  } catch (error) {
    result = fallen(error, loaded, results, job);
  }
  restore(interpreter);
  return { result, spent: false };
}

/** The run of a program that has ended with the interpreter. */
function fallen(error: unknown, loaded: boolean, results: CallResult[], job: PythonJob): Run {
  if (error instanceof OutOfTime) return { kind: 'timeout', results };
  const message = endMessage(error);
  if (!loaded) return { kind: 'load-error', message };
  const rest = job.calls.length - results.length;
  const ended = Array.from({ length: rest }, (): CallResult => ({ kind: 'error', message }));
  return { kind: 'done', results: [...results, ...ended] };
}

function endMessage(error: unknown): string {
  if (error instanceof Breach) return `SandboxError: ${error.message}`;
  const isStack = error instanceof RangeError && error.message.includes('call stack');
  return isStack ? 'RecursionError: stack overflow' : cutMessage(`SystemError: ${String(error)}`);
}

/** Runs the answer's code as a module `answer` and gives its function. */
function load({ python }: Interpreter, { code, entry }: PythonJob): Run | number {
  if (code.includes('\0')) {
    return { kind: 'compile-error', message: 'source code cannot contain null bytes' };
  }
  const file = cString(python, '<answer>');
  const compiled = python._Py_CompileString(cString(python, code), file, FILE_INPUT);
  // Not only a SyntaxError: too deep a nesting is a MemoryError.
  if (compiled === 0) return { kind: 'compile-error', message: raised(python) };
  const globals = dictOf(python, 'answer');
  const builtins = python._PyEval_GetBuiltins();
  python._PyDict_SetItem(globals, makeText(python, '__builtins__'), builtins);
  if (python._PyEval_EvalCode(compiled, globals, globals) === 0) {
    return { kind: 'load-error', message: raised(python) };
  }
  const found = python._PyDict_GetItem(globals, makeText(python, entry));
  return found === 0 || python._PyCallable_Check(found) === 0 ? { kind: 'no-entry' } : found;
}

function callAll(
  { python, settle }: Interpreter,
  program: number,
  { calls }: PythonJob,
  results: CallResult[],
): Run {
  for (const args of calls) {
    const returned = python._PyObject_CallObject(program, makeArguments(python, args));
    if (returned === 0) {
      results.push({ kind: 'error', message: raised(python) });
      continue;
    }
    const settled = isCoroutine(python, returned) ? wait(python, settle, returned) : returned;
    results.push(
      settled === 0 ? { kind: 'error', message: raised(python) } : readValue(python, settled),
    );
  }
  return { kind: 'done', results };
}

function isCoroutine(python: CPython, object: number): boolean {
  return typeOf(python, object) === python._PyCoro_Type;
}

/** What a coroutine comes to; 0 with an error set when it raises or waits for ever. */
function wait(python: CPython, settle: number, coroutine: number): number {
  const args = python._PyTuple_New(1);
  python._PyTuple_SetItem(args, 0, coroutine);
  return python._PyObject_CallObject(settle, args);
}

/** The dictionary of a module, which is made where it is not there. */
function dictOf(python: CPython, module: string): number {
  return python._PyModule_GetDict(python._PyImport_AddModule(cString(python, module)));
}

/** A line about the exception that was raised. Its `__str__` may be the answer's. */
function raised(python: CPython): string {
  const exception = python._PyErr_GetRaisedException();
  if (exception === 0) return 'SystemError: failed without an exception';
  const name = shown(python, python._PyType_GetName(typeOf(python, exception)));
  const message = shown(python, python._PyObject_Str(exception));
  return cutMessage(message === '' ? name : `${name}: ${message}`);
}

function shown(python: CPython, text: number): string {
  python._PyErr_Clear();
  if (text === 0) return '';
  const read = readValue(python, text);
  return read.kind === 'value' ? String(JSON.parse(read.json)) : '';
}
