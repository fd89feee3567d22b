import { isUtf8 } from 'node:buffer';
import { canonicalJson } from '../evidence/index.ts';
import type { LocalText } from '../model/index.ts';

/** A JSON text read strictly: its value, or why it is refused. */
export type StrictJson =
  | { readonly fault: null; readonly value: unknown; readonly text: string }
  | { readonly fault: LocalText };

/**
 * Reads bytes as canonical JSON (RFC 8785): one text for one value, which also means that no key
 * stands in it twice, and no number or character that other programs read differently.
 */
export function readStrictJson(bytes: Buffer): StrictJson {
  if (!isUtf8(bytes)) return { fault: { zh: '不是合法的 UTF-8。', en: 'It is not valid UTF-8.' } };
  const text = bytes.toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { zh: '不是合法的 JSON。', en: 'It is not valid JSON.' } };
  }
  if (isCanonical(value, text)) return { fault: null, value, text };
  return {
    fault: { zh: '不是规范 JSON（RFC 8785）。', en: 'It is not canonical JSON (RFC 8785).' },
  };
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    // Lone surrogates, numbers beyond all bounds, nesting without end.
    return false;
  }
}
