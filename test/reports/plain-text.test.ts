import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, excerpt, plainText, textPieces } from '../../reports/plain-text.ts';
import { HOSTILE, LIVE } from './fixture.ts';

const characters = (text: string): number => Array.from(text).length;

describe('plainText', () => {
  test.each([
    ['a right-to-left override', 'exe\u202Egnp', 'exe[U+202E]gnp'],
    ['a bidirectional isolate', '\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['NUL', 'a\u0000b', 'a[U+0000]b'],
    ['an ANSI escape', '\u001B[31mred', '[U+001B][31mred'],
    ['a C1 control', 'a\u009Bb', 'a[U+009B]b'],
    ['a lone high surrogate', 'a\uD800b', 'a[U+D800]b'],
    ['a lone low surrogate', '\uDC00', '[U+DC00]'],
    ['a non-character', '\uFFFE', '[U+FFFE]'],
    ['a zero-width space', 'pass\u200Bword', 'pass[U+200B]word'],
    ['a byte order mark', '\uFEFFx', '[U+FEFF]x'],
    ['a tag character', '\u{E0041}', '[U+E0041]'],
    ['a line separator', 'a\u2028b', 'a[U+2028]b'],
    ['a carriage return alone', 'a\rb', 'a[U+000D]b'],
  ])('names %s', (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  test.each([
    ['line ends and tabs', 'a\n\tb', 'a\n\tb'],
    ['a Windows line end, as a line end', 'a\r\nb', 'a\nb'],
    ['an emoji held together by joiners', '👩‍👩‍👧 ❤️', '👩‍👩‍👧 ❤️'],
    ['Chinese, Arabic and rare characters', '青岛 مرحبا 𠮷', '青岛 مرحبا 𠮷'],
    ['a variant of a Han character', '葛\u{E0100}', '葛\u{E0100}'],
  ])('keeps %s', (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  test('leaves nothing live of the hostile text', () => {
    expect(plainText(HOSTILE)).not.toMatch(/[\p{Bidi_Control}\p{Cs}\uFFFF\u200B]|(?!\n)\p{Cc}/u);
    expect(HOSTILE).toMatch(LIVE);
  });

  test('says the same as the pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const joined = textPieces(text)
          .map(({ kind, value }) => (kind === 'text' ? value : `[${value}]`))
          .join('');
        expect(joined).toBe(plainText(text));
      }),
    );
  });
});

describe('clip', () => {
  test('never halves a character', () => {
    expect(clip('ab😀cd', 3)).toBe('ab…');
    expect(clip('ab😀cd', 4)).toBe('ab😀…');
    expect(clip('ab', 2)).toBe('ab');
  });
});

describe('excerpt', () => {
  const limits = { units: 100, lines: 5 };

  test('shows a short text whole, the mark apart', () => {
    expect(excerpt('the answer is 86.', limits, { start: 14, end: 16 })).toEqual([
      { kind: 'text', text: 'the answer is ' },
      { kind: 'mark', text: '86' },
      { kind: 'text', text: '.' },
    ]);
  });

  test('says how many characters were left out, an emoji being one', () => {
    expect(excerpt('😀'.repeat(1000), limits)).toEqual([
      { kind: 'text', text: '😀'.repeat(50) },
      { kind: 'left-out', characters: 950 },
    ]);
  });

  test('shows the text around a mark far behind the start', () => {
    const text = `${'x'.repeat(1_000_000)}86${'y'.repeat(1000)}`;
    const parts = excerpt(text, limits, { start: 1_000_000, end: 1_000_002 });
    expect(parts).toEqual([
      { kind: 'text', text: 'x'.repeat(50) },
      { kind: 'left-out', characters: 999_938 },
      { kind: 'text', text: 'x'.repeat(12) },
      { kind: 'mark', text: '86' },
      { kind: 'text', text: 'y'.repeat(36) },
      { kind: 'left-out', characters: 964 },
    ]);
  });

  test('shows a mark that only line ends precede', () => {
    const text = `${'\n'.repeat(500)}86`;
    const parts = excerpt(text, limits, { start: 500, end: 502 });
    expect(parts).toContainEqual({ kind: 'mark', text: '86' });
  });

  test('cuts after so many lines', () => {
    expect(excerpt('a\n'.repeat(8), limits)).toEqual([
      { kind: 'text', text: 'a\n'.repeat(5) },
      { kind: 'left-out', characters: 6 },
    ]);
  });

  test('accounts for every character of any text, whatever the mark', () => {
    const range = fc.tuple(fc.nat(400), fc.nat(400));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), range, (text, [a, b]) => {
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        const parts = excerpt(text, { units: 40, lines: 3 }, { start, end });
        const shown = parts.reduce((sum, part) => {
          return sum + (part.kind === 'left-out' ? part.characters : characters(part.text));
        }, 0);
        const all = characters(text);
        expect(shown).toBeGreaterThanOrEqual(all);
        // A mark that splits a character shows it as two halves.
        expect(shown).toBeLessThanOrEqual(all + 2);
      }),
    );
  });
});
