import type { Json } from '../../model/index.ts';
import { type Format, type FormatReading, fault } from './reading.ts';
import { cellText } from './tables.ts';

/** Bounds: deeper or larger documents are not read. */
const MAX_DEPTH = 100;
const MAX_ELEMENTS = 100_000;

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/**
 * A well-formed XML 1.0 document (fifth edition) without a document type: entities that a text
 * defines for itself are how small documents grow to gigabytes. Namespaces are not resolved.
 */
export const xml: Format = {
  tags: ['xml', 'html', 'svg', ''],
  embedded(text) {
    const start = /<(?:\?xml\s|!--|[\p{L}_:])/u.exec(text)?.index;
    const end = text.lastIndexOf('>') + 1;
    return start === undefined || end <= start ? [] : [{ start, end }];
  },
  read(source, { rootElement }) {
    const read = new Reader(source.trim()).document();
    if ('error' in read) return read.error;
    const { root } = read;
    if (rootElement !== undefined && root.name !== rootElement) {
      return fault(
        `根元素为 <${root.name}>，应为 <${rootElement}>。`,
        `The root element is <${root.name}>; it should be <${rootElement}>.`,
      );
    }
    const value: Json = root.children.map(statedValue);
    return {
      ok: true,
      content: { columns: null, rows: root.children.length, value, root: root.name },
    };
  },
};

/** An element as a target states it: its text, or an object of its children's texts by name. */
function statedValue({ children, text }: Element): Json {
  if (children.length === 0) return cellText(text);
  const byName = new Map<string, Json[]>();
  for (const child of children) {
    const values = byName.get(child.name) ?? [];
    values.push(statedValue(child));
    byName.set(child.name, values);
  }
  // A name that occurs once has its value, one that recurs the list of them.
  return Object.fromEntries(
    [...byName].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]*/uy;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const CLOSE = /\s*(\/?)>/y;
/** An ampersand that begins neither a predefined entity nor a character reference. */
const BARE_AMPERSAND = /&(?!(?:lt|gt|amp|apos|quot|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
/** True when there are characters that XML 1.0 does not allow in any form (section 2.2). */
function hasForbidden(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 ? code !== 0x09 && code !== 0x0a && code !== 0x0d : code >= 0xfffe) return true;
  }
  return false;
}

type Read = { readonly root: Element } | { readonly error: FormatReading };

/** One pass, no recursion. */
class Reader {
  readonly #source: string;
  readonly #open: Element[] = [];
  #at = 0;
  #root: Element | null = null;
  #elements = 0;

  constructor(source: string) {
    this.#source = source;
  }

  document(): Read {
    const source = this.#source;
    if (hasForbidden(source)) return this.#error('含有 XML 不允许的字符', 'a forbidden character');
    const declaration = /^\ufeff?<\?xml\s[^?]*\?>/.exec(source);
    this.#at = declaration?.[0].length ?? 0;
    while (this.#at < source.length) {
      const wrong = source[this.#at] === '<' ? this.#markup() : this.#characters();
      if (wrong !== null) return wrong;
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) {
      return this.#error(`元素 <${unclosed.name}> 没有结束`, `<${unclosed.name}> is not closed`);
    }
    if (this.#root === null) return this.#error('没有元素', 'there is no element');
    return { root: this.#root };
  }

  #characters(): Read | null {
    const next = this.#source.indexOf('<', this.#at);
    const end = next < 0 ? this.#source.length : next;
    const text = this.#source.slice(this.#at, end);
    const parent = this.#open.at(-1);
    if (parent === undefined && text.trim() !== '') {
      return this.#error('根元素之外有文字', 'there is text outside the root element');
    }
    if (BARE_AMPERSAND.test(text) || text.includes(']]>')) {
      return this.#error('文字中的 & 或 ]]> 没有转义', 'an unescaped & or ]]> in the text');
    }
    if (parent !== undefined) parent.text += unescaped(text);
    this.#at = end;
    return null;
  }

  #markup(): Read | null {
    const source = this.#source;
    if (source.startsWith('<!--', this.#at)) return this.#skip('<!--', '-->');
    if (source.startsWith('<![CDATA[', this.#at)) return this.#data();
    if (source.startsWith('<!', this.#at)) {
      return this.#error('不接受文档类型声明（DOCTYPE）', 'a document type is not accepted');
    }
    if (source.startsWith('<?', this.#at)) {
      return /^<\?xml\s/i.test(source.slice(this.#at, this.#at + 6))
        ? this.#error('XML 声明不在开头', 'the XML declaration is not at the start')
        : this.#skip('<?', '?>');
    }
    return source.startsWith('</', this.#at) ? this.#endTag() : this.#startTag();
  }

  #skip(open: string, close: string): Read | null {
    const end = this.#source.indexOf(close, this.#at + open.length);
    if (end < 0) return this.#error(`${open} 没有结束`, `${open} is not closed`);
    const body = this.#source.slice(this.#at + open.length, end);
    if (open === '<!--' && (body.includes('--') || body.endsWith('-'))) {
      return this.#error('注释中含有 --', 'a comment contains --');
    }
    this.#at = end + close.length;
    return null;
  }

  #data(): Read | null {
    const end = this.#source.indexOf(']]>', this.#at);
    const parent = this.#open.at(-1);
    if (end < 0 || parent === undefined) {
      return this.#error('CDATA 没有结束或不在元素之内', 'CDATA is not closed or in no element');
    }
    parent.text += this.#source.slice(this.#at + 9, end);
    this.#at = end + 3;
    return null;
  }

  #startTag(): Read | null {
    const name = this.#match(NAME, this.#at + 1)?.[0];
    if (name === undefined) return this.#error('“<”没有转义', 'an unescaped "<"');
    const parent = this.#open.at(-1);
    if (parent === undefined && this.#root !== null) {
      return this.#error('根元素多于一个', 'there is more than one root element');
    }
    if (++this.#elements > MAX_ELEMENTS || this.#open.length >= MAX_DEPTH) {
      return this.#error('元素过多或嵌套过深', 'too many elements, or nested too deeply');
    }
    this.#at += 1 + name.length;
    const wrong = this.#attributes(name);
    if (wrong !== null) return wrong;
    const close = this.#match(CLOSE, this.#at);
    if (close === null) return this.#error(`标签 <${name}> 不完整`, `the tag <${name}> is broken`);
    this.#at += close[0].length;
    const element: Element = { name, children: [], text: '' };
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
    if (close[1] === '') this.#open.push(element);
    return null;
  }

  #attributes(element: string): Read | null {
    const names = new Set<string>();
    for (;;) {
      const match = this.#match(ATTRIBUTE, this.#at);
      if (match === null) return null;
      const [whole, name = '', double, single] = match;
      if (names.has(name)) {
        return this.#error(
          `<${element}> 的属性 ${name} 重复`,
          `<${element}> has the attribute ${name} twice`,
        );
      }
      if (BARE_AMPERSAND.test(double ?? single ?? '')) {
        return this.#error(`属性 ${name} 中的 & 没有转义`, `an unescaped & in ${name}`);
      }
      names.add(name);
      this.#at += whole.length;
    }
  }

  #endTag(): Read | null {
    const name = this.#match(NAME, this.#at + 2)?.[0] ?? '';
    const close = this.#match(CLOSE, this.#at + 2 + name.length);
    const element = this.#open.at(-1);
    if (element === undefined || element.name !== name || close === null || close[1] !== '') {
      return this.#error(`结束标签 </${name}> 不匹配`, `the end tag </${name}> matches nothing`);
    }
    this.#open.pop();
    this.#at += 2 + name.length + close[0].length;
    return null;
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#source);
  }

  #error(zh: string, en: string): Read {
    const line = this.#source.slice(0, this.#at).split('\n').length;
    return {
      error: fault(
        `不是格式良好的 XML：第 ${line} 行，${zh}。`,
        `Not well-formed XML: line ${line}, ${en}.`,
      ),
    };
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
  quot: '"',
};

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(\w+)|#(\d+)|#x([\da-fA-F]+));/g, (whole, name, decimal, hex) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
