import { describe, expect, test } from 'vitest';
import { anchor } from '../../../reports/html/anchor.ts';
import { cssString, stylesheet } from '../../../reports/html/style.ts';
import { html, inline, join } from '../../../reports/html/template.ts';
import { HOSTILE, LIVE } from '../fixture.ts';

describe('html', () => {
  test('escapes what it is given, in text and in attributes', () => {
    const text = `<script>"'&`;
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(
      '<p title="&#60;script&#62;&#34;&#39;&#38;">&#60;script&#62;&#34;&#39;&#38;</p>',
    );
  });

  test('leaves its own markup as it is, also in lists', () => {
    const items = ['<a>', html`<b>x</b>`].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>&#60;a&#62;</li><li><b>x</b></li></ul>');
  });

  test('does not take an object for markup because it looks like it', () => {
    const impostor = { markup: '<script>' } as never;
    expect(html`${impostor}`.markup).toBe('');
  });

  test('shows nothing for empty values, and zero as zero', () => {
    expect(html`[${null}${undefined}${false}${''}${0}]`.markup).toBe('[0]');
  });

  test('names what cannot be seen', () => {
    expect(html`${'a\u202Eb\u0000'}`.markup).toBe('a[U+202E]b[U+0000]');
    expect(html`${HOSTILE}`.markup).not.toMatch(LIVE);
  });

  test('joins pieces', () => {
    expect(html`${join(['<', '>'], html`<br>`)}`.markup).toBe('&#60;<br>&#62;');
  });

  test('isolates and cuts texts inside a line', () => {
    expect(inline('مرحبا').markup).toBe('<bdi>مرحبا</bdi>');
    expect(inline('x'.repeat(500), 10).markup).toBe(`<bdi>${'x'.repeat(10)}…</bdi>`);
  });
});

describe('anchor', () => {
  test('keeps an id readable and never gives two ids one fragment', () => {
    expect(anchor('indicator', 'C3.1.1')).toBe('indicator-C3.1.1');
    const ids = ['a b', 'a_20_b', 'a"b', 'a<b', 'a\u202Eb', '甲', '乙', 'a_b'];
    const fragments = ids.map((id) => anchor('indicator', id));
    expect(new Set(fragments).size).toBe(ids.length);
    for (const fragment of fragments) expect(fragment).toMatch(/^[A-Za-z0-9._-]+$/);
  });
});

describe('style sheet', () => {
  const texts = { title: 't', simulated: null, page: { before: '', between: '', after: '' } };

  test('a notice cannot leave its string', () => {
    const css = stylesheet({
      ...texts,
      notice: `</style><script>"; } body { display: none } /*\\`,
    });
    expect(css).not.toContain('</style');
    expect(css).not.toContain('display: none }');
    expect(css).toContain('content: "\\3c \\2f style\\3e ');
  });

  test('a string keeps letters of any script and codes everything else', () => {
    expect(cssString('重建版, v1')).toBe('"重建版\\2c  v1"');
    expect(cssString('\n"\\')).toBe('"\\a \\22 \\5c "');
  });

  test('loads nothing', () => {
    expect(stylesheet({ ...texts, notice: '' })).not.toMatch(/url\(|@import|@font-face/);
  });
});
