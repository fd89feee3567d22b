/**
 * The part of CPython's C API that is used here, as Pyodide exports it: pointers are numbers, and
 * 0 is NULL with an error set. References are not counted: the memory is set back afterwards.
 */
export interface CPython {
  // Views of the memory; they are replaced when it grows.
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly HEAPU32: Uint32Array<ArrayBuffer>;
  readonly HEAP64: BigInt64Array<ArrayBuffer>;
  readonly FS: { closeStream(file: number): void };
  readonly __Py_NoneStruct: number;
  readonly __Py_TrueStruct: number;
  readonly __Py_FalseStruct: number;
  readonly _PyFloat_Type: number;
  readonly _PyCoro_Type: number;
  stackSave(): number;
  stackRestore(pointer: number): void;
  _malloc(size: number): number;
  _Py_CompileString(code: number, file: number, start: number): number;
  _PyEval_EvalCode(code: number, globals: number, locals: number): number;
  _PyEval_GetBuiltins(): number;
  _PyImport_AddModule(name: number): number;
  _PyModule_GetDict(module: number): number;
  _PyObject_CallObject(callable: number, args: number): number;
  _PyObject_Str(object: number): number;
  _PyCallable_Check(object: number): number;
  _PyErr_GetRaisedException(): number;
  _PyErr_Clear(): void;
  _PyType_GetName(type: number): number;
  _PyType_GetFlags(type: number): number;
  _PyType_IsSubtype(type: number, base: number): number;
  _PyUnicode_AsUTF8AndSize(text: number, size: number): number;
  _PyUnicode_DecodeUTF8(start: number, size: number, errors: number): number;
  _PyLong_FromDouble(value: number): number;
  _PyLong_AsDouble(object: number): number;
  _PyFloat_FromDouble(value: number): number;
  _PyFloat_AsDouble(object: number): number;
  _PyList_New(size: number): number;
  _PyList_SetItem(list: number, index: number, item: number): number;
  _PyList_GetItem(list: number, index: number): number;
  _PyList_Size(list: number): number;
  _PyTuple_New(size: number): number;
  _PyTuple_SetItem(tuple: number, index: number, item: number): number;
  _PyTuple_GetItem(tuple: number, index: number): number;
  _PyTuple_Size(tuple: number): number;
  _PyDict_New(): number;
  _PyDict_SetItem(dict: number, key: number, value: number): number;
  _PyDict_GetItem(dict: number, key: number): number;
  _PyDict_Next(dict: number, position: number, key: number, value: number): number;
}

/** The bytes of a text with a final 0, in the interpreter's memory. */
export function cString(python: CPython, text: string): number {
  const bytes = new TextEncoder().encode(text);
  const start = python._malloc(bytes.length + 1);
  if (start === 0) throw new RangeError('The interpreter has no memory left.');
  python.HEAPU8.set(bytes, start);
  python.HEAPU8[start + bytes.length] = 0;
  return start;
}

/** The type of an object: the second word of its head. */
export function typeOf({ HEAPU32 }: CPython, object: number): number {
  return HEAPU32[(object >>> 2) + 1] ?? 0;
}
