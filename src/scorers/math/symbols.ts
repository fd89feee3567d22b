import { FUNCTION_NAMES } from './expression.ts';

/**
 * A token of a mathematical answer, in one notation for LaTeX, plain text and Unicode.
 * - `join`: between alternatives or items: `or` (或), `and` (且), `list` (comma, 和, 、);
 * - `word`: prose, which only labels may hold (面积 = …);
 * - `empty`, `reals`: ∅ 无解, R 全体实数.
 */
export interface Token {
  readonly kind:
    | 'number'
    | 'name'
    | 'constant'
    | 'function'
    | 'operator'
    | 'relation'
    | 'open'
    | 'close'
    | 'join'
    | 'unit'
    | 'word'
    | 'empty'
    | 'reals';
  readonly text: string;
}

/** What a TeX command stands for; null for what only sets type. */
export const COMMANDS: ReadonlyMap<string, Token | null> = new Map(
  commandTable({
    operator: {
      '*': 'times cdot ast',
      '/': 'div',
      '±': 'pm',
      '∓': 'mp',
      '∪': 'cup bigcup',
      '∩': 'cap',
      '|': 'vert lvert rvert mid',
      '°': 'degree',
      '√': 'surd',
    },
    relation: {
      '≤': 'le leq leqslant',
      '≥': 'ge geq geqslant',
      '≠': 'ne neq',
      '≈': 'approx',
      '<': 'lt',
      '>': 'gt',
      '∈': 'in',
    },
    function: {
      frac: 'frac dfrac tfrac cfrac',
      arcsin: 'arcsin',
      arccos: 'arccos',
      arctan: 'arctan',
      binomial: 'binom dbinom tbinom',
    },
    constant: { pi: 'pi', infinity: 'infty', e: 'mathrm{e}' },
    open: { '⌊': 'lfloor', '⌈': 'lceil', '\\{': 'lbrace', '(': 'lparen' },
    close: { '⌋': 'rfloor', '⌉': 'rceil', '\\}': 'rbrace', ')': 'rparen' },
    word: { '△': 'triangle', '∠': 'angle', '∴': 'therefore', '⇒': 'Rightarrow implies to' },
    join: { or: 'lor vee', and: 'land wedge' },
    '': {
      '': 'left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits quad qquad rm bf it mathstrut',
    },
  }),
);

function* commandTable(
  table: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Iterable<[string, Token | null]> {
  for (const name of FUNCTION_NAMES) yield [name, { kind: 'function', text: name }];
  for (const [kind, texts] of Object.entries(table)) {
    for (const [text, names] of Object.entries(texts)) {
      for (const name of names.split(' ')) {
        yield [name, kind === '' ? null : { kind: kind as Token['kind'], text }];
      }
    }
  }
  const greek =
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega ell';
  for (const name of greek.split(' ')) {
    yield [name, { kind: 'name', text: name.replace(/^var/, '') }];
  }
}

export const GREEK_LETTERS: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Δ: 'Delta',
  Ω: 'Omega',
  Φ: 'Phi',
}; // prettier-ignore

/** What a character stands for. */
export const SYMBOLS: Readonly<Record<string, Token>> = {
  ...tokensOf('operator', {
    '+': '+＋',
    '-': '-−–—',
    '*': '*×·⋅∙•',
    '/': '/÷∕⁄',
    '^': '^',
    _: '_',
  }),
  ...tokensOf('operator', { '±': '±', '∓': '∓', '!': '!', '%': '%', '|': '|∣', ':': ':∶' }),
  ...tokensOf('operator', { '°': '°º', '√': '√', '∛': '∛', '∪': '∪⋃', '∩': '∩', "'": "'′" }),
  ...tokensOf('relation', { '=': '=', '<': '<', '>': '>', '≤': '≤⩽≦', '≥': '≥⩾≧', '≠': '≠' }),
  ...tokensOf('relation', { '≈': '≈≒', '∈': '∈' }),
  ...tokensOf('constant', { pi: 'π', infinity: '∞' }),
  ...tokensOf('open', { '(': '(', '[': '[', '{': '{', '⌊': '⌊', '⌈': '⌈' }),
  ...tokensOf('close', { ')': ')', ']': ']', '}': '}', '⌋': '⌋', '⌉': '⌉' }),
  ...tokensOf('join', { list: ',、;' }),
  ...tokensOf('word', { '△': '△', '∠': '∠', '⇒': '⇒→', '∴': '∴' }),
};

function tokensOf(kind: Token['kind'], texts: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([text, signs]) => [...signs].map((s) => [s, { kind, text }])),
  ) as Record<string, Token>;
}
