import { plainText } from './plain-text.ts';

/**
 * One line of text without any Markdown or HTML in it. Addresses are broken up with character
 * references, so that a model's answer never becomes a link.
 */
export function markdownText(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>"]|:(?=\/\/)|(?<=\b(?:mailto|xmpp)):|@/gi, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()|~!$]/g, '\\$&')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/^([-+=#]|\d+[.)](?=\s))/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
