import { plainText } from '../plain-text.ts';
import { PRINT } from './style/print.ts';
import { SCREEN } from './style/screen.ts';

/** What the style sheet itself says, on every printed page. */
export interface PageTexts {
  readonly title: string;
  /** From the catalogue, and so from outside. */
  readonly notice: string;
  /** Null for a run with a real model. */
  readonly simulated: string | null;
  readonly page: { readonly before: string; readonly between: string; readonly after: string };
}

/** The one style sheet of the page, texts of the page margins included. */
export function stylesheet({ title, notice, simulated, page }: PageTexts): string {
  const number = `${cssString(page.before)} counter(page) ${cssString(page.between)} counter(pages) ${cssString(page.after)}`;
  const small = 'font: 7.5pt sans-serif; color: #444c58;';
  const margins = `@page {
  size: A4;
  margin: 20mm 15mm 18mm;
  @top-left { content: ${cssString(title)}; ${small} }
  @top-right { content: ${cssString(simulated ?? '')}; ${small} color: #b3261e; font-weight: 700; }
  @bottom-left { content: ${cssString(notice)}; ${small} width: 80%; }
  @bottom-right { content: ${number}; ${small} }
}
`;
  return `${SCREEN}${PRINT}${margins}`;
}

/**
 * A CSS string. Everything but letters, digits and spaces is written as its code, so that no text
 * can end the string, the rule or the style element.
 */
export function cssString(text: string): string {
  const escaped = plainText(text).replace(
    /[^\p{L}\p{N} ]/gu,
    (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
