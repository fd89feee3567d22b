/** An element of a document that `readMarkup` accepted. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const VOID = new Set(['meta', 'br', 'hr']);
/** Elements whose content is not markup. */
const RAW = new Set(['style']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z_][\w:.-]*="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([a-zA-Z_][\w:.-]*)="([^"]*)"/g;

/**
 * Reads a document more strictly than any browser or XML parser: every tag closed, every attribute
 * quoted, every `<` and `&` accounted for, no character that XML 1.0 forbids. Throws where the text
 * departs from that; so a text from outside that got through unescaped is found by the reader.
 */
export function readMarkup(source: string): Element {
  const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(source);
  if (forbidden !== null) throw new Error(`forbidden character at ${forbidden.index}`);
  const text = source.replace(/^<!doctype html>|^<\?xml version="1.0" encoding="UTF-8"\?>/, '');
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  let at = 0;
  while (at < text.length) {
    const parent = open.at(-1) as OpenElement;
    const raw = RAW.has(parent.name) ? text.indexOf(`</${parent.name}`, at) : -1;
    const next = raw === -1 ? text.indexOf('<', at) : raw;
    const end = next === -1 ? text.length : next;
    if (end > at) {
      const content = text.slice(at, end);
      parent.children.push(raw === -1 ? decode(content) : content);
    }
    if (next === -1) break;
    at = readTag(text, next, open);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (elements.length !== 1) throw new Error(`${elements.length} root elements`);
  return elements[0] as Element;
}

interface OpenElement extends Element {
  readonly children: (Element | string)[];
}

/** Applies the tag at `at` to the stack of open elements; returns where it ends. */
function readTag(text: string, at: number, open: OpenElement[]): number {
  TAG.lastIndex = at;
  const tag = TAG.exec(text);
  if (tag === null) throw new Error(`not a tag: ${text.slice(at, at + 80)}`);
  const [whole, slash, name = '', attributes = '', selfClosing] = tag;
  if (slash === '/') {
    const closed = open.pop();
    if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name}>`);
    return at + whole.length;
  }
  const element: OpenElement = { name, attributes: readAttributes(attributes), children: [] };
  open.at(-1)?.children.push(element);
  if (selfClosing !== '/' && !VOID.has(name)) open.push(element);
  return at + whole.length;
}

function readAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`attribute ${name} twice`);
    attributes.set(name, decode(value));
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+);|([a-z]+);)?/g, (reference, code?: string, name?: string) => {
    if (code !== undefined) return String.fromCodePoint(Number(code));
    const char = name === undefined ? undefined : ENTITIES[name];
    if (char === undefined) throw new Error(`bare & or unknown entity: ${reference}`);
    return char;
  });
}

/** The element and everything below it. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

export function find(
  element: Element,
  name: string,
  attributes: Record<string, string> = {},
): readonly Element[] {
  return [...elementsOf(element)].filter(
    (one) =>
      one.name === name &&
      Object.entries(attributes).every(([key, value]) => one.attributes.get(key) === value),
  );
}

export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}
