import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Canonical JSON (RFC 8785): one text for one value on every machine.
 *
 * @throws TypeError for what JSON cannot hold exactly (NaN, lone surrogates, …).
 */
export function canonicalJson(value: unknown): string {
  // Most of what is written canonically was read from canonical JSON, and has its order already.
  if (isInOrder(value)) return JSON.stringify(value);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value has no JSON form.');
  return text;
}

/** True for a JSON value whose objects have their keys in order, and that canonical JSON can hold. */
function isInOrder(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      return Array.isArray(value) ? value.every(isInOrder) : isPlainInOrder(value);
    default:
      return false;
  }
}

function isPlainInOrder(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  let before: string | null = null;
  for (const [key, child] of Object.entries(value)) {
    if (before !== null && before >= key) return false;
    if (key === 'toJSON' || !key.isWellFormed() || !isInOrder(child)) return false;
    before = key;
  }
  return true;
}

/** SHA-256 as lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** SHA-256 of the canonical JSON of a value. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}

/**
 * Replaces lone surrogates by U+FFFD in every string of a JSON value. A model can send them, and
 * canonical JSON, UTF-8 files and XML cannot hold them.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return (value.isWellFormed() ? value : value.toWellFormed()) as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key.toWellFormed(), wellFormed(child)]),
    ) as T;
  }
  return value;
}
