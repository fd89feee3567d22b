/** A value in a structured text; positions in the text read. */
export interface Node {
  readonly kind: 'json' | 'xml' | 'lines';
  /** Half-open range of the value without its quotes or tags. */
  readonly start: number;
  readonly end: number;
  /** Where the text goes on behind it. */
  readonly next: number;
  /** What an object or a list holds; null for a plain value. */
  readonly entries: readonly Entry[] | null;
  readonly list: boolean;
}

export interface Entry {
  /** Without blanks, hyphens and underscores; empty for the items of a list. */
  readonly key: string;
  readonly node: Node;
}

/** Longest end of a text looked at; records are short. */
const MAX_TEXT = 1 << 15;
const MAX_DEPTH = 8;
const MAX_RECORDS = 100;

/** The records of a text, in order: JSON objects, tags, or lines of keys and values. */
export function entriesOf(text: string): Entry[] {
  const from = Math.max(0, text.length - MAX_TEXT);
  const json = text.includes('{') ? jsonRecords(text, from) : [];
  if (json.length > 0) return json;
  return text.includes('<') ? tagged(text, from, text.length) : keyedLines(text);
}

function jsonRecords(text: string, from: number): Entry[] {
  const found: Entry[] = [];
  const opens = /[[{]\s*(?:\{\s*)?\\*["'“”A-Za-z]/g;
  opens.lastIndex = from;
  for (let tries = 0; tries < MAX_RECORDS; tries++) {
    const match = opens.exec(text);
    if (match === null) break;
    const node = jsonValue(text, match.index, text.length, 0);
    if (node === null || node.entries === null || node.entries.length === 0) continue;
    if (node.list && node.entries.some((entry) => entry.node.entries === null)) continue;
    found.push({ key: '', node });
    opens.lastIndex = node.next;
  }
  return found;
}

/** A JSON value, forgiving what models do to it: odd quotes, no quotes, a text that breaks off. */
function jsonValue(text: string, from: number, end: number, depth: number): Node | null {
  const start = skip(text, from, end, ' \t\n\r');
  if (depth > MAX_DEPTH) return null;
  const unit = text[start] ?? '';
  if (start < end && (unit === '{' || unit === '[')) return jsonGroup(text, start, end, depth);
  const quoted = jsonString(text, start, end);
  if (quoted !== null) {
    const inner = skip(text, quoted.start, quoted.end, ' \t\n\r');
    const holds = /^[{[]\s*\\/.test(text.slice(inner, inner + 24));
    const node = holds ? jsonValue(text, inner, quoted.end, depth + 1) : null;
    return node === null ? quoted : { ...node, next: quoted.next };
  }
  let stop = start;
  while (stop < end && !',}]\n'.includes(text[stop] as string)) stop++;
  return leaf('json', start, start + text.slice(start, stop).trimEnd().length, stop);
}

function jsonGroup(text: string, start: number, end: number, depth: number): Node | null {
  const list = text[start] === '[';
  const entries: Entry[] = [];
  let at = start + 1;
  for (;;) {
    at = skip(text, at, end, ' \t\n\r,');
    if (at >= end) break;
    if ('}]'.includes(text[at] as string)) {
      at++;
      break;
    }
    let key = '';
    if (!list) {
      const name = jsonString(text, at, end) ?? bareName(text, at);
      if (name === null) return null;
      const colon = skip(text, name.next, end, ' \t\n\r');
      if (colon >= end) break;
      if (text[colon] !== ':') return null;
      key = keyOf(text.slice(name.start, name.end));
      at = colon + 1;
    }
    const node = jsonValue(text, at, end, depth + 1);
    if (node === null) return null;
    entries.push({ key, node });
    at = Math.max(node.next, at);
    if (at < end && !/[\s,}\]]/.test(text[at] as string)) return null;
  }
  return { kind: 'json', start, end: at, next: at, entries, list };
}

const QUOTE = /(\\*)(["'“”])/y;
/** A quotation mark that closes has one of these behind it; others are of the value. */
const CLOSES = /^\s*(?:[,:}\]\\]|$)|^\s*["'“”]|^\n/;

function jsonString(text: string, at: number, end: number): Node | null {
  QUOTE.lastIndex = at;
  const open = QUOTE.exec(text);
  if (open === null || at >= end) return null;
  const start = at + open[0].length;
  const kin =
    open[2] === '“' || open[2] === '”'
      ? /(\\*)([“”"])/g
      : open[2] === "'"
        ? /(\\*)(')/g
        : /(\\*)(")/g;
  kin.lastIndex = start;
  for (let mark = kin.exec(text); mark !== null && mark.index < end; mark = kin.exec(text)) {
    const next = mark.index + mark[0].length;
    if (mark[1] === open[1] && CLOSES.test(text.slice(next, Math.min(end, next + 16)))) {
      return leaf('json', start, mark.index, next);
    }
  }
  return leaf('json', start, end, end);
}

function bareName(text: string, at: number): Node | null {
  const name = /^[\p{L}_][\p{L}\d_]{0,24}(?=\s*:)/u.exec(text.slice(at, at + 32));
  return name === null ? null : leaf('json', at, at + name[0].length, at + name[0].length);
}

const TAG = /<(\/?)([\p{L}_][\p{L}\d_-]{0,31})((?:\s[^<>]{0,120})?)>/gu;
const TAG_NAME = /\bname\s*=\s*["']?([\p{L}\d_]+)/u;

interface Open {
  readonly name: string;
  readonly key: string;
  readonly start: number;
  readonly entries: Entry[];
}

/** Tags with what stands in them; one that is never closed ends with the text. */
function tagged(text: string, from: number, end: number): Entry[] {
  const root: Entry[] = [];
  const stack: Open[] = [];
  let count = 0;
  for (const match of text.slice(from, end).matchAll(TAG)) {
    const [whole, closing, name = '', attributes = ''] = match;
    const at = from + match.index;
    if (closing === '') {
      if (++count > MAX_RECORDS || stack.length > MAX_DEPTH) break;
      const key = keyOf(TAG_NAME.exec(attributes)?.[1] ?? name);
      if (!attributes.endsWith('/'))
        stack.push({ name, key, start: at + whole.length, entries: [] });
      continue;
    }
    const depth = stack.findLastIndex((open) => open.name === name);
    if (depth >= 0) close(depth, at, at + whole.length);
    else if (root.length === 0 && stack.length === 0) {
      root.push({ key: keyOf(name), node: leaf('xml', from, at, at + whole.length) });
    }
  }
  if (stack.length > 0) close(0, end, end);
  return root;

  function close(depth: number, at: number, next: number): void {
    while (stack.length > depth) {
      const { key, start, entries } = stack.pop() as Open;
      const parent = stack.at(-1)?.entries ?? root;
      const lead = text.slice(start, at).length - text.slice(start, at).trimStart().length;
      const inner = entries.length === 0 ? jsonValueIn(text, start + lead, at) : null;
      const items = entries.length > 0 && entries.every((entry) => ITEM.test(entry.key));
      const node = inner ?? {
        ...leaf('xml', start, at, next),
        entries: entries.length > 0 ? entries : null,
        list: items,
      };
      parent.push({ key, node: { ...node, next } });
    }
  }
}

const ITEM = /^(?:item|li|option|value|label|选项)$/i;

function jsonValueIn(text: string, at: number, end: number): Node | null {
  return '{['.includes(text[at] ?? ' ') && /["'“:]/.test(text.slice(at, at + 64))
    ? jsonValue(text, at, end, 0)
    : null;
}

const LINE = /^[ \t]*[-•]?[ \t]*["']?([\p{L}_][\p{L}\d_ ]{0,24}?)["']?[ \t]*[:=][ \t]*(.*)$/u;
const MAX_LINES = 12;

/** Longest text that may be lines of keys and values. */
export const MAX_KEYED = 2000;

/** Lines that are all `key: value`, each key once. */
function keyedLines(text: string): Entry[] {
  if (text.length > MAX_KEYED) return [];
  const entries: Entry[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const next = at + line.length;
    const match = line.trim() === '' ? null : LINE.exec(line);
    if (line.trim() !== '' && (match === null || match[2] === '')) return [];
    if (match !== null) {
      const key = keyOf(match[1] ?? '');
      if (entries.length === MAX_LINES || entries.some((entry) => entry.key === key)) return [];
      const value = (match[2] ?? '').trimEnd();
      const start = next - (match[2] ?? '').length;
      const bare = value.replace(/^["']|["'],?$/g, '');
      const lead = value.indexOf(bare);
      entries.push({ key, node: leaf('lines', start + lead, start + lead + bare.length, next) });
    }
    at = next + 1;
  }
  return entries.length > 1 ? entries : [];
}

function leaf(kind: Node['kind'], start: number, end: number, next: number): Node {
  return { kind, start, end: Math.max(start, end), next, entries: null, list: false };
}

/** A key as entries have it. */
export function keyOf(name: string): string {
  return name.replace(/[\s_-]+/g, '');
}

function skip(text: string, from: number, end: number, units: string): number {
  let at = from;
  while (at < end && units.includes(text[at] as string)) at++;
  return at;
}
