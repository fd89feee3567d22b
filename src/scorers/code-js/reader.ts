/**
 * The code that carries values out of an answer's realm, as source for a realm of its own in the
 * same interpreter: nothing an answer does to its globals or prototypes is used here. Getters and
 * proxies of the answer may still run and throw or loop; the caller bounds that.
 *
 * `read(value)` gives `=` and JSON, `!` and the name of what
 * JSON cannot hold, or `~` for a cycle and for more data than a test can expect. It is
 * stricter than JSON.stringify: a Map is not `{}`, NaN and undefined are not null, a Date is not a
 * string. Only an object's property that is undefined is left out, as JSON does.
 * `describe(error)` gives a line about a thrown value.
 */
export const READER_SOURCE = `(() => {
  'use strict';
  const MAX_NODES = 200000;
  const MAX_CHARS = 2000000;
  const MAX_DEPTH = 500;
  class NotJson {
    constructor(what) {
      this.what = what;
    }
  }
  class Endless {}
  const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

  function read(top) {
    const out = [];
    let nodes = 0;
    let chars = 0;
    const put = (text) => {
      chars += text.length;
      if (chars > MAX_CHARS) throw new Endless();
      out.push(text);
    };
    const visit = (value, depth) => {
      if (++nodes > MAX_NODES) throw new Endless();
      if (depth > MAX_DEPTH) throw new Endless();
      if (typeof value === 'string' && value.length > MAX_CHARS)
        throw new Endless();
      if (value === null || typeof value === 'boolean' || typeof value === 'string')
        return put(JSON.stringify(value));
      if (typeof value === 'number') {
        if (!Number.isFinite(value)) throw new NotJson(String(value));
        return put(JSON.stringify(value));
      }
      if (typeof value === 'bigint') throw new NotJson('BigInt');
      if (typeof value !== 'object') throw new NotJson(typeof value);
      if (Array.isArray(value)) {
        put('[');
        const length = value.length;
        for (let i = 0; i < length; i++) {
          if (i > 0) put(',');
          visit(value[i], depth + 1);
        }
        return put(']');
      }
      const tag = tagOf(value);
      if (tag !== 'Object') throw new NotJson(tag.slice(0, 40));
      put('{');
      let first = true;
      for (const key of Object.keys(value)) {
        const property = value[key];
        if (property === undefined) continue;
        put((first ? '' : ',') + JSON.stringify(key) + ':');
        first = false;
        visit(property, depth + 1);
      }
      put('}');
    };
    try {
      visit(top, 0);
      return '=' + out.join('');
    } catch (error) {
      if (error instanceof NotJson) return '!' + error.what;
      if (error instanceof Endless) return '~';
      throw error;
    }
  }

  function describe(error) {
    const text = (value) => (typeof value === 'string' ? value.slice(0, 300) : '');
    if (typeof error === 'symbol') return 'symbol';
    if (typeof error === 'function') return 'function';
    if (error === null || typeof error !== 'object') return text(String(error));
    const parts = [text(error.name), text(error.message)].filter((part) => part !== '');
    return parts.length > 0 ? parts.join(': ') : 'object';
  }

  return { read, describe };
})()`;
