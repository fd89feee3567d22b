import type { Json } from '../../model/index.ts';
import { type CallResult, MAX_VALUE_CHARS } from '../sandbox/run.ts';
import { type CPython, cString, typeOf } from './cpython.ts';

const MAX_NODES = 200_000;
const MAX_DEPTH = 200;

/** Bits of `tp_flags` (CPython, Include/object.h): the type is or inherits from this one. */
const IS_INT = 2 ** 24;
const IS_LIST = 2 ** 25;
const IS_TUPLE = 2 ** 26;
const IS_TEXT = 2 ** 28;
const IS_DICT = 2 ** 29;

class NotJson extends Error {}
class Endless extends Error {}

/**
 * A Python value as JSON text, read by the C API from the value's own memory: no method of it is
 * called, so neither the program nor its classes have a say. As with `json.dumps`, a tuple is a
 * list, whole numbers are keys, and an int, str, list or dict may be of a subclass. Stricter than
 * it: NaN, infinities, and whole numbers that a double cannot hold exactly are no JSON.
 */
export function readValue(python: CPython, object: number): CallResult {
  const out: string[] = [];
  try {
    new Reader(python, out).visit(object, 0);
    return { kind: 'value', json: out.join('') };
  } catch (error) {
    if (error instanceof NotJson) return { kind: 'not-json', shown: error.message };
    if (error instanceof Endless) return { kind: 'endless' };
    throw error;
  }
}

class Reader {
  readonly #python: CPython;
  readonly #out: string[];
  /** Room for what functions give back beside their result. */
  readonly #scratch: number;
  #nodes = 0;
  #chars = 0;

  constructor(python: CPython, out: string[]) {
    this.#python = python;
    this.#out = out;
    this.#scratch = python._malloc(16);
    if (this.#scratch === 0) throw new Endless();
  }

  visit(object: number, depth: number): void {
    const python = this.#python;
    if (++this.#nodes > MAX_NODES || depth > MAX_DEPTH) throw new Endless();
    const flags = python._PyType_GetFlags(typeOf(python, object));
    if ((flags & IS_DICT) !== 0) {
      this.#dict(object, depth);
    } else if ((flags & IS_LIST) !== 0) {
      const length = python._PyList_Size(object);
      this.#list(length, depth, (i) => python._PyList_GetItem(object, i));
    } else if ((flags & IS_TUPLE) !== 0) {
      const length = python._PyTuple_Size(object);
      this.#list(length, depth, (i) => python._PyTuple_GetItem(object, i));
    } else {
      this.#put(this.#scalar(object, flags));
    }
  }

  #scalar(object: number, flags: number): string {
    const python = this.#python;
    if (object === python.__Py_NoneStruct) return 'null';
    if (object === python.__Py_TrueStruct) return 'true';
    if (object === python.__Py_FalseStruct) return 'false';
    if ((flags & IS_INT) !== 0) return this.#int(object);
    if ((flags & IS_TEXT) !== 0) return JSON.stringify(this.#text(object));
    const type = typeOf(python, object);
    if (python._PyType_IsSubtype(type, python._PyFloat_Type) === 0) {
      throw new NotJson(this.#nameOf(type));
    }
    const value = python._PyFloat_AsDouble(object);
    if (Number.isFinite(value)) return JSON.stringify(value);
    if (Number.isNaN(value)) throw new NotJson('nan');
    throw new NotJson(value > 0 ? 'inf' : '-inf');
  }

  #nameOf(type: number): string {
    return this.#text(this.#python._PyType_GetName(type)).slice(0, 40);
  }

  #put(text: string): void {
    this.#chars += text.length;
    if (this.#chars > MAX_VALUE_CHARS) throw new Endless();
    this.#out.push(text);
  }

  #int(object: number): string {
    const value = this.#python._PyLong_AsDouble(object);
    this.#python._PyErr_Clear();
    if (!Number.isSafeInteger(value)) throw new NotJson('int > 2**53');
    return JSON.stringify(value);
  }

  #text(object: number): string {
    const python = this.#python;
    const start = python._PyUnicode_AsUTF8AndSize(object, this.#scratch);
    if (start === 0) {
      python._PyErr_Clear();
      throw new NotJson('str with surrogates');
    }
    const size = python.HEAPU32[this.#scratch >>> 2] ?? 0;
    if (size > MAX_VALUE_CHARS) throw new Endless();
    return decoder.decode(python.HEAPU8.subarray(start >>> 0, (start >>> 0) + size));
  }

  #list(length: number, depth: number, item: (index: number) => number): void {
    this.#put('[');
    for (let i = 0; i < length; i++) {
      if (i > 0) this.#put(',');
      this.visit(item(i), depth + 1);
    }
    this.#put(']');
  }

  #dict(object: number, depth: number): void {
    const python = this.#python;
    const keys = new Set<string>();
    const entries: [string, number][] = [];
    const at = this.#scratch >>> 2;
    python.HEAPU32[at] = 0;
    while (python._PyDict_Next(object, this.#scratch, this.#scratch + 4, this.#scratch + 8) !== 0) {
      if (entries.length > MAX_NODES) throw new Endless();
      const position: number = python.HEAPU32[at] ?? 0;
      const value = python.HEAPU32[at + 2] ?? 0;
      const key = this.#key(python.HEAPU32[at + 1] ?? 0);
      if (keys.has(key)) throw new NotJson('dict with clashing keys');
      keys.add(key);
      entries.push([key, value]);
      python.HEAPU32[at] = position;
    }
    this.#put('{');
    for (const [i, [key, value]] of entries.entries()) {
      this.#put(`${i > 0 ? ',' : ''}${JSON.stringify(key)}:`);
      this.visit(value, depth + 1);
    }
    this.#put('}');
  }

  #key(object: number): string {
    const python = this.#python;
    const type = typeOf(python, object);
    const flags = python._PyType_GetFlags(type);
    if ((flags & IS_TEXT) !== 0) return this.#text(object);
    const isBool = object === python.__Py_TrueStruct || object === python.__Py_FalseStruct;
    if ((flags & IS_INT) !== 0 && !isBool) return this.#int(object);
    throw new NotJson(`dict with keys of type ${this.#nameOf(type)}`);
  }
}

/** Python keeps what may look like a byte order mark. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A JSON value as a Python object; a number without a fraction is an int, as in `json.loads`. */
function makeValue(python: CPython, value: Json): number {
  if (value === null) return python.__Py_NoneStruct;
  if (value === true) return python.__Py_TrueStruct;
  if (value === false) return python.__Py_FalseStruct;
  if (typeof value === 'string') return makeText(python, value);
  if (typeof value === 'number') {
    const isInt = /^-?\d+$/.test(JSON.stringify(value));
    return made(isInt ? python._PyLong_FromDouble(value) : python._PyFloat_FromDouble(value));
  }
  if (Array.isArray(value)) {
    const list = made(python._PyList_New(value.length));
    for (const [i, item] of value.entries()) {
      python._PyList_SetItem(list, i, makeValue(python, item));
    }
    return list;
  }
  const dict = made(python._PyDict_New());
  for (const [key, item] of Object.entries(value)) {
    python._PyDict_SetItem(dict, makeText(python, key), makeValue(python, item));
  }
  return dict;
}

/** The arguments of a call as a tuple. */
export function makeArguments(python: CPython, args: readonly Json[]): number {
  const tuple = made(python._PyTuple_New(args.length));
  for (const [i, arg] of args.entries()) {
    python._PyTuple_SetItem(tuple, i, makeValue(python, arg));
  }
  return tuple;
}

/** A str object; half a surrogate pair becomes U+FFFD. */
export function makeText(python: CPython, text: string): number {
  const bytes = new TextEncoder().encode(text);
  const start = cString(python, text);
  return made(python._PyUnicode_DecodeUTF8(start, bytes.length, 0));
}

function made(object: number): number {
  if (object === 0) throw new RangeError('The interpreter has no memory left.');
  return object;
}
