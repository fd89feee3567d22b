import type { GradingKey, LocalText } from '../model/index.ts';
import { type Reading, sourceRange } from '../text/index.ts';
import { defineScorer, type Exemplar, type Score, type Span, targetTexts } from './contract.ts';
import { drawExemplar } from './exemplars.ts';
import { plainReading, plainText } from './plain-reading.ts';
import { shorten } from './shorten.ts';

export interface ContainsOptions {
  /** Whether every target has to occur or one of them. Default `all`. */
  readonly mode?: 'all' | 'any';
  /** Texts that must not occur. */
  readonly forbid?: readonly string[];
  /** Default true. */
  readonly ignoreCase?: boolean;
}

const TEXT = { type: 'string', pattern: '\\S' };

/** Passes when the answer contains the target or targets and nothing that is forbidden. */
export const contains = defineScorer<ContainsOptions>({
  id: 'contains',
  version: '1.0.0',
  title: { zh: '包含文本', en: 'Contains text' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      mode: { enum: ['all', 'any'] },
      forbid: { type: 'array', minItems: 1, items: TEXT },
      ignoreCase: { type: 'boolean' },
    },
  },
  // Null: a case may do with `forbid` alone.
  target: { anyOf: [{ type: 'null' }, TEXT, { type: 'array', minItems: 1, items: TEXT }] },
  check,
  score(key, response, options): Score {
    const reading = plainReading(response.text, options.ignoreCase ?? true);
    const found = search(key, reading, options);
    const pass = isRight(found);
    const forbidden = found.forbidden[0];
    const first = forbidden ?? found.present[0];
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: found.present.length === 0 ? null : found.present.map(({ text }) => text).join('、'),
      rule: forbidden !== undefined ? 'forbidden' : found.present.length > 0 ? 'present' : null,
      span: first?.span ?? null,
      reason: pass ? null : reasonOf(found),
      detail: { missing: [...found.missing], forbidden: found.forbidden.map(({ text }) => text) },
    };
  },
  exemplify,
});

interface Occurrence {
  readonly text: string;
  readonly span: Span;
}

interface Found {
  readonly mode: 'all' | 'any';
  /** Nothing was looked for: no target and nothing forbidden. */
  readonly vain: boolean;
  readonly present: readonly Occurrence[];
  readonly missing: readonly string[];
  readonly forbidden: readonly Occurrence[];
}

function search(key: GradingKey, reading: Reading, options: ContainsOptions): Found {
  const targets = targetTexts(key.target);
  const forbid = options.forbid ?? [];
  const ignoreCase = options.ignoreCase ?? true;
  const find = (text: string): Occurrence[] => {
    const needle = plainText(text, ignoreCase);
    const at = needle === '' ? -1 : reading.text.indexOf(needle);
    return at < 0 ? [] : [{ text, span: sourceRange(reading, at, at + needle.length) }];
  };
  const present = targets.flatMap(find);
  return {
    mode: options.mode ?? 'all',
    vain: targets.length === 0 && forbid.length === 0,
    present,
    missing: targets.filter((text) => !present.some((occurrence) => occurrence.text === text)),
    forbidden: forbid.flatMap(find),
  };
}

function isRight({ mode, vain, present, missing, forbidden }: Found): boolean {
  if (vain || forbidden.length > 0) return false;
  return missing.length === 0 || (mode === 'any' && present.length > 0);
}

function reasonOf({ mode, missing, forbidden }: Found): LocalText {
  const parts: LocalText[] = [];
  if (forbidden.length > 0) {
    const { zh, en } = listed(forbidden.map(({ text }) => text));
    parts.push({
      zh: `回答含有不应出现的${zh}。`,
      en: `The answer contains ${en}, which it must not.`,
    });
  }
  if (missing.length > 0) {
    const { zh, en } = listed(missing);
    parts.push(
      mode === 'any'
        ? { zh: `回答应含有${zh}之一。`, en: `The answer contains none of ${en}.` }
        : { zh: `回答缺少${zh}。`, en: `The answer lacks ${en}.` },
    );
  }
  if (parts.length === 0) {
    return { zh: '用例没有规定要查找的文本。', en: 'The case names no text to look for.' };
  }
  return { zh: parts.map((p) => p.zh).join(''), en: parts.map((p) => p.en).join(' ') };
}

function listed(texts: readonly string[]): LocalText {
  const short = texts.map(shorten);
  return {
    zh: short.map((text) => `“${text}”`).join('、'),
    en: short.map((text) => `"${text}"`).join(', '),
  };
}

function check(key: GradingKey, { forbid = [], ignoreCase = true }: ContainsOptions): LocalText[] {
  const targets = targetTexts(key.target);
  if (targets.length === 0 && forbid.length === 0) {
    return [
      {
        zh: 'contains 既没有 target，也没有 forbid，没有可查找的文本；请至少写出其一。',
        en: '"contains" has neither a target nor "forbid": there is nothing to look for. Give one.',
      },
    ];
  }
  const plain = (text: string): string => plainText(text, ignoreCase);
  const clash = targets.filter((t) => forbid.some((f) => plain(t).includes(plain(f))));
  if (clash.length === 0) return [];
  const { zh, en } = listed(clash);
  return [
    {
      zh: `target ${zh}含有 forbid 中的文本，没有回答能够通过。`,
      en: `The target ${en} contains a forbidden text; no answer can pass.`,
    },
  ];
}

function exemplify(
  key: GradingKey,
  options: ContainsOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const targets = targetTexts(key.target);
  const all = targets.join('、');
  const one = options.mode === 'any' ? (targets[Math.floor(random() * targets.length)] ?? '') : all;
  const right = [one, `答案是${one}。`, `根据题意，${one}。`, `${one}\n\n以上就是我的回答。`];
  const wrong = [
    '我不清楚。',
    '这个问题没有明确的答案。',
    'I am not sure.',
    ...(options.forbid ?? []).map((text) => `${one}。${text}`),
    ...(targets.length > 1 ? [targets.slice(1).join('、')] : []),
  ];
  const fits = (text: string): boolean =>
    text.trim() !== '' &&
    isRight(search(key, plainReading(text, options.ignoreCase ?? true), options)) ===
      (kind === 'right');
  const candidates = kind === 'wrong' ? wrong : one === '' ? ['好的。', 'OK', '1'] : right;
  return drawExemplar(candidates, fits, random);
}
