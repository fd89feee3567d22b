import { clip, plainText } from '../plain-text.ts';

/** Markup that was made by `html`: everything in it that came from outside is escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template: markup as it is, text escaped, nothing for the empty values. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * A piece of HTML. Every value is escaped unless `html` made it, and characters that a reader cannot
 * see or that reorder the text around them are named (`[U+202E]`). A value may stand between tags or
 * inside a quoted attribute, and nowhere else: `html\`<td title="${title}">${text}</td>\``.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] ?? '';
  for (const [i, value] of values.entries()) markup += render(value) + (strings[i + 1] ?? '');
  return new Html(markup);
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeHtml(plainText(value));
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(render).join('');
  return '';
}

/** Escapes for text and for quoted attribute values. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Text from outside in a line of ours: isolated, so that its direction stays its own, and cut. */
export function inline(text: string, limit: number = 400): Html {
  return html`<bdi>${clip(text, limit)}</bdi>`;
}

/** The pieces with `separator` between them. */
export function join(pieces: readonly HtmlValue[], separator: HtmlValue): HtmlValue {
  return pieces.map((piece, i) => (i === 0 ? piece : [separator, piece]));
}
