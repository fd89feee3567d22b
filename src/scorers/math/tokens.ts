import { scaleOf } from '../../text/index.ts';
import { unitAt } from '../number/units.ts';
import { FUNCTION_NAMES } from './expression.ts';
import { COMMANDS, GREEK_LETTERS, SYMBOLS, type Token } from './symbols.ts';

/** Longer answers are not read as mathematics. */
export const MAX_TOKENS = 400;
/** In UTF-16 units. */
export const MAX_TEXT = 2000;

export interface LexerOptions {
  /** `1,234` is a number. Otherwise the comma parts two items. */
  readonly thousands: boolean;
  /** Names that are variables of the case, and so never a unit: m in 3m. */
  readonly variables: ReadonlySet<string>;
  /** A unit that only the case knows: 84 纸箱. */
  readonly ownUnit: string | null;
}

/** What has no value at all, in Chinese and English. */
export const EMPTY =
  /(?:方程组?|不等式组?|该方程|原方程|此方程)?(?:的?解集[为是])?(?:无(?:实数?)?[解根]|(?:没有|不存在)(?:实数?|任何)?(?:[解根]|实数根|实数解)|无实数[解根]|空集|不存在)|∅|\\(?:varnothing|emptyset)(?![A-Za-z])|\bno (?:real )?(?:solutions?|roots?)\b|\b(?:the )?empty set\b|\b(?:does not exist|DNE)\b/iy;

const REALS =
  /(?:全体|任意|一切|所有)?实数集?|ℝ|\\(?:mathbb|mathbf|Bbb|mathrm|bm)\s*\{?\s*R\s*\}?|\\R(?![A-Za-z])|\ball real numbers\b|R(?=\s*$)/y;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const VULGAR: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
};

const JOINERS: readonly (readonly [RegExp, Token['text']])[] = [
  [/或者?|\bor\b/iy, 'or'],
  [/并且|且/y, 'and'],
  [/以及|及|和|与|\band\b/iy, 'list'],
];

/** Latin letters that are a unit wherever they follow a number. */
const LATIN_UNIT =
  /(?:[cmdkμn]m|kg|mg|m[lL]|min|k?Hz|[kM]?Pa|kJ|kW|mol|km\/h|m\/s)(?![A-Za-z])|m(?:[²³]|\^\{?[23]\}?)(?!\d)/y;
/** Letters that may be one: only behind a blank and before the end. */
const LETTER_UNIT = /[mgshtLJNWVAK](?=\s*(?:$|[,;、。.)或和]))/y;

const HAN_WORD = /[\p{Script=Han}“”"'？?#&@]+?(?=[或和与及且又]|[^\p{Script=Han}]|$)/uy;
const TEXT_COMMAND =
  /\\(?:text|mathrm|mbox|textbf|textrm|operatorname|mathbf|bm|rm)\s*\{([^{}]*)\}/y;

/** The tokens of a text that is folded to half width; null for what is no mathematics. */
export function tokensIn(text: string, options: LexerOptions): readonly Token[] | null {
  if (text.length > MAX_TEXT) return null;
  const tokens: Token[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const found = tokenAt(text, at, tokens.at(-1), depth, options);
    if (found === null || tokens.length > MAX_TOKENS) return null;
    for (const token of found.tokens) {
      tokens.push(token);
      if (token.kind === 'open') depth++;
      if (token.kind === 'close') depth--;
    }
    at = found.end;
  }
  return tokens;
}

interface Found {
  readonly tokens: readonly Token[];
  readonly end: number;
}

function tokenAt(
  text: string,
  at: number,
  last: Token | undefined,
  depth: number,
  options: LexerOptions,
): Found | null {
  const sign = text[at] ?? '';
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const one = (kind: Token['kind'], value: string, length: number): Found => ({
    tokens: [{ kind, text: value }],
    end: at + length,
  });
  // Bindings in lines of their own: x=4, y=1.
  const line = endsQuantity(last) && depth === 0 ? take(/\s*\n\s*(?=[A-Za-z]\s?=)/y) : null;
  if (line !== null) return one('join', 'list', line[0].length);
  const index = last?.kind === 'name' ? indexAt(text, at) : null;
  if (index !== null) return index;
  const dropped = take(
    /\s+|\\[,;:!> ]|~|&|\\(?:begin|end)\s*\{(?:cases|aligned|array|gathered)\}(?:\s?\{[lcr|]*\})?|\\(?:left\s*\\\{(?=\s*\\begin)|right\s*\.)|\.(?=\s*(?:\\end|\\\\))/y,
  );
  if (dropped !== null) return { tokens: [], end: at + dropped[0].length };
  if (text.startsWith('\\\\', at)) return one('join', 'list', 2);
  const empty = take(EMPTY);
  if (empty !== null) return one('empty', 'empty', empty[0].length);
  const reals = last === undefined || last.kind === 'relation' ? take(REALS) : null;
  if (reals !== null) return one('reals', 'reals', reals[0].length);
  const recurring = take(/(\d{1,9})\.(\d{0,9})\\dot\s?\{?(\d)\}?(?:(\d{0,9})\\dot\s?\{?(\d)\}?)?/y);
  if (recurring !== null) return recurringDecimal(recurring, at);
  const number = take(
    options.thousands && depth === 0
      ? /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d{1,3}(?:\{,\}\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[eE][+-]?\d{1,4}(?![\d.]))?|\.\d+/y
      : /\d{1,3}(?:\{,\}\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[eE][+-]?\d{1,4}(?![\d.]))?|\.\d+/y,
  );
  if (number !== null) return scaledNumber(text, at + number[0].length, number[0]);
  const unit = endsQuantity(last) ? unitToken(text, at, options) : null;
  if (unit !== null) return unit;
  if (sign === '\\') return commandAt(text, at, last);
  for (const [pattern, kind] of JOINERS) {
    const joiner = take(pattern);
    if (joiner !== null) return one('join', kind, joiner[0].length);
  }
  if (sign === '又') return one('operator', '又', 1);
  const degree = take(/\^\s*\{?\s*(?:\\circ|°)\s*\}?/y);
  if (degree !== null) return one('operator', '°', degree[0].length);
  if (text.startsWith('³√', at) && !endsQuantity(last)) return one('operator', '∛', 2);
  const raised = take(/⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/y);
  if (raised !== null) return superscript(raised[0], at);
  const lowered = take(/[₀₁₂₃₄₅₆₇₈₉]+/y);
  if (lowered !== null) {
    const digits = [...lowered[0]].map((s) => SUBSCRIPTS.indexOf(s)).join('');
    return {
      tokens: [
        { kind: 'operator', text: '_' },
        { kind: 'number', text: digits },
      ],
      end: at + lowered[0].length,
    };
  }
  const vulgar = VULGAR[sign];
  if (vulgar !== undefined) return vulgarFraction(vulgar, last, at);
  // 5!=120 is a factorial.
  const twoSigns = take(/<=|>=|(?<![\d)])!=|=</y);
  if (twoSigns !== null) {
    const relation = { '<=': '≤', '=<': '≤', '>=': '≥', '!=': '≠' }[twoSigns[0]] ?? '';
    return one('relation', relation, 2);
  }
  const symbol = SYMBOLS[sign];
  if (symbol !== undefined) return { tokens: [symbol], end: at + 1 };
  const greek = GREEK_LETTERS[sign];
  if (greek !== undefined) return one('name', greek, 1);
  const latin = take(/[A-Za-z]+/y);
  if (latin !== null) return lettersOf(latin[0], at);
  const han = take(HAN_WORD);
  return han === null ? null : one('word', han[0], han[0].length);
}

/** The index of x1=3, x2=-1. */
function indexAt(text: string, at: number): Found | null {
  if (!/^[A-Za-z][1-9]\s?=/.test(text.slice(at - 1, at + 3))) return null;
  return {
    tokens: [
      { kind: 'operator', text: '_' },
      { kind: 'number', text: text[at] ?? '' },
    ],
    end: at + 1,
  };
}

/** 3.5万 is one number. */
function scaledNumber(text: string, end: number, digits: string): Found {
  const number: Token = { kind: 'number', text: digits.replace(/[,{}]/g, '') };
  const scale = /^\s?([万亿]{1,2})/.exec(text.slice(end, end + 3));
  if (scale === null) return { tokens: [number], end };
  const tokens: Token[] = [
    { kind: 'open', text: '(' },
    number,
    { kind: 'operator', text: '*' },
    { kind: 'number', text: scaleOf(scale[1] ?? '').toString() },
    { kind: 'close', text: ')' },
  ];
  return { tokens, end: end + scale[0].length };
}

/** 0.1\\dot{3}, 0.\\dot{1}4\\dot{2} as a fraction. */
function recurringDecimal(match: RegExpExecArray, at: number): Found {
  const [written, whole = '', fixed = '', first = '', middle = '', last = ''] = match;
  const period = first + middle + last;
  const above = BigInt(whole + fixed + period) - BigInt(whole + fixed);
  const below = `${'9'.repeat(period.length)}${'0'.repeat(fixed.length)}`;
  const tokens: Token[] = [
    { kind: 'open', text: '(' },
    { kind: 'number', text: above.toString() },
    { kind: 'operator', text: '/' },
    { kind: 'number', text: below },
    { kind: 'close', text: ')' },
  ];
  return { tokens, end: at + written.length };
}

function endsQuantity(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'number' ||
      token.kind === 'close' ||
      token.kind === 'constant' ||
      (token.kind === 'name' && token.text !== ''))
  );
}

function unitToken(text: string, at: number, { variables, ownUnit }: LexerOptions): Found | null {
  const sign = text[at] ?? '';
  if (sign === '度' && !text.startsWith('度数', at)) {
    return { tokens: [{ kind: 'operator', text: '°' }], end: at + 1 };
  }
  if (/[\p{Script=Han}℃㎡]/u.test(sign)) {
    const found = unitAt(text, at, ownUnit);
    return found === null ? null : unitOf(text, at, found.end);
  }
  LATIN_UNIT.lastIndex = at;
  LETTER_UNIT.lastIndex = at;
  const blank = /\s/.test(text[at - 1] ?? '');
  const isUnit = LATIN_UNIT.test(text) || (blank && !variables.has(sign) && LETTER_UNIT.test(text));
  if (!isUnit) return null;
  const found = unitAt(text.replace(/\^\{([23])\}/g, '^$1  '), at, null);
  return found === null ? null : unitOf(text, at, withExponent(text, found.end));
}

/** The end of a unit with the exponent that the table of units lacks: m/s². */
function withExponent(text: string, at: number): number {
  const exponent = /^(?:\^?\{?[23]\}?|[²³]|\})/.exec(text.slice(at, at + 4));
  return at + (exponent?.[0].length ?? 0);
}

function unitOf(text: string, start: number, end: number): Found {
  return { tokens: [{ kind: 'unit', text: plainUnit(text.slice(start, end)) }], end };
}

function plainUnit(text: string): string {
  return text
    .replace(/[\s{}\\]/g, '')
    .replace(/\^?2|²/g, '²')
    .replace(/\^?3|³/g, '³');
}

function commandAt(text: string, at: number, last: Token | undefined): Found | null {
  TEXT_COMMAND.lastIndex = at;
  const wrapped = TEXT_COMMAND.exec(text);
  if (wrapped !== null) return wrappedText(text, at + wrapped[0].length, wrapped[1] ?? '', last);
  const escaped = /^\\([{}%|_#$])/.exec(text.slice(at, at + 2));
  if (escaped !== null) {
    const sign = escaped[1] ?? '';
    const token: Token | undefined =
      sign === '{'
        ? { kind: 'open', text: '\\{' }
        : sign === '}'
          ? { kind: 'close', text: '\\}' }
          : SYMBOLS[sign];
    return token === undefined ? null : { tokens: [token], end: at + 2 };
  }
  const vector = /^\\(?:vec|overrightarrow|boldsymbol|overline)\s*\{([A-Za-z]{1,2})\}/.exec(
    text.slice(at, at + 40),
  );
  if (vector !== null) {
    return { tokens: [{ kind: 'name', text: `vec ${vector[1]}` }], end: at + vector[0].length };
  }
  const name = /^\\([A-Za-z]+)/.exec(text.slice(at, at + 24));
  const token = COMMANDS.get(name?.[1] ?? '');
  if (name === null || token === undefined) return null;
  return { tokens: token === null ? [] : [token], end: at + name[0].length };
}

/** \text{或}, \text{ cm}^2, \mathrm{e}, \operatorname{sin}. */
function wrappedText(text: string, end: number, inner: string, last: Token | undefined): Found {
  const content = inner.trim();
  const token = (kind: Token['kind'], value: string, to = end): Found => ({
    tokens: [{ kind, text: value }],
    end: to,
  });
  if (content === '') return { tokens: [], end };
  for (const [pattern, kind] of JOINERS) {
    pattern.lastIndex = 0;
    if (pattern.exec(content)?.[0] === content) return token('join', kind);
  }
  EMPTY.lastIndex = 0;
  if (EMPTY.exec(content)?.[0] === content) return token('empty', 'empty');
  const command = COMMANDS.get(content);
  if (command !== undefined && command !== null) return { tokens: [command], end };
  if (content === 'e' || content === 'i') return token('constant', content);
  if (endsQuantity(last) || last?.text === '°' || last?.text === '%') {
    const to = withExponent(text, end);
    return token('unit', plainUnit(content + text.slice(end, to)), to);
  }
  return /^[A-Za-z]$/.test(content) ? token('name', content) : token('word', content);
}

function superscript(raised: string, at: number): Found {
  const digits = [...raised]
    .filter((s) => s !== '⁻')
    .map((s) => SUPERSCRIPTS.indexOf(s))
    .join('');
  const tokens: Token[] = [
    { kind: 'operator', text: '^' },
    { kind: 'open', text: '{' },
    ...(raised.startsWith('⁻') ? [{ kind: 'operator', text: '-' } as const] : []),
    { kind: 'number', text: digits },
    { kind: 'close', text: '}' },
  ];
  return { tokens, end: at + raised.length };
}

function vulgarFraction(fraction: string, last: Token | undefined, at: number): Found {
  const [above = '', below = ''] = fraction.split('/');
  const tokens: Token[] = [
    ...(last?.kind === 'number' ? [{ kind: 'operator', text: '又' } as const] : []),
    { kind: 'open', text: '(' },
    { kind: 'number', text: above },
    { kind: 'operator', text: '/' },
    { kind: 'number', text: below },
    { kind: 'close', text: ')' },
  ];
  return { tokens, end: at + 1 };
}

const LETTERS: Readonly<Record<string, Token>> = {
  pi: { kind: 'constant', text: 'pi' },
  Pi: { kind: 'constant', text: 'pi' },
  inf: { kind: 'constant', text: 'infinity' },
  infinity: { kind: 'constant', text: 'infinity' },
  oo: { kind: 'constant', text: 'infinity' },
  asin: { kind: 'function', text: 'arcsin' },
  acos: { kind: 'function', text: 'arccos' },
  atan: { kind: 'function', text: 'arctan' },
  e: { kind: 'constant', text: 'e' },
  i: { kind: 'constant', text: 'i' },
};
const LETTER_WORD = new RegExp(
  `(?:${[...FUNCTION_NAMES, 'infinity', 'asin', 'acos', 'atan', 'inf', 'pi', 'oo', 'Pi']
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`,
  'y',
);
/** Four letters in a row that are no function are a word, not a product. */
const LONGEST_PRODUCT = 3;

/** `xy` is a product, `sinx` a function of x; null for a word. */
function lettersOf(letters: string, at: number): Found | null {
  const tokens: Token[] = [];
  let plain = 0;
  for (let i = 0; i < letters.length; ) {
    LETTER_WORD.lastIndex = i;
    const name = LETTER_WORD.exec(letters)?.[0];
    const text = name ?? letters[i] ?? '';
    plain = name === undefined ? plain + 1 : 0;
    if (plain > LONGEST_PRODUCT) return null;
    tokens.push(
      LETTERS[text] ??
        (name === undefined ? { kind: 'name', text } : { kind: 'function', text: name }),
    );
    i += text.length;
  }
  return { tokens, end: at + letters.length };
}
