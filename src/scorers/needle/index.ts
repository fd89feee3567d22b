import type { GradingKey, Json, LocalText } from '../../model/index.ts';
import { type Reading, sourceRange } from '../../text/index.ts';
import { defineScorer, type Exemplar, type Score, type Span } from '../contract.ts';
import { drawExemplar } from '../exemplars.ts';
import { compareShare, SHARE, shareText } from '../share.ts';
import { shorten } from '../shorten.ts';
import { needleReading, needleText } from './reading.ts';

export interface NeedleOptions {
  /** Whether every fact has to be recalled, one of them, or a share. Default `all`. */
  readonly mode?: 'all' | 'any' | 'share';
  /** Smallest share of the facts, decimal string; for `mode: share`. */
  readonly share?: string;
  /** The facts that are recalled stand in the order of the target. Default false. */
  readonly ordered?: boolean;
  /** Texts that must not occur, e.g. the values of decoys. */
  readonly forbid?: readonly string[];
}

const TEXT = { type: 'string', pattern: '\\S' };

/**
 * Facts planted in a long context and recalled from it. A fact is a text, or several of which one
 * is enough. Numbers are equal in any spelling, and no fact is found inside a longer number or word.
 */
export const needle = defineScorer<NeedleOptions>({
  id: 'needle',
  version: '1.0.0',
  title: { zh: '长文本事实召回', en: 'Recall of planted facts' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      mode: {
        enum: ['all', 'any', 'share'],
        description: 'Whether all facts have to be recalled, one, or a share. Default all.',
      },
      share: { ...SHARE, description: 'Smallest share of the facts, for "mode: share".' },
      ordered: {
        type: 'boolean',
        description: 'The recalled facts stand in the order of the target. Default false.',
      },
      forbid: {
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        items: TEXT,
        description: 'Texts that must not occur, e.g. the values of decoys.',
      },
    },
  },
  target: {
    anyOf: [
      TEXT,
      {
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        items: { anyOf: [TEXT, { type: 'array', minItems: 1, maxItems: 100, items: TEXT }] },
      },
    ],
  },
  check,
  score(key, response, options): Score {
    const recall = recallOf(key, response.text, options);
    const { rule, facts, found, forbidden } = recall;
    const pass = rule === 'recalled';
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: found.length === 0 ? null : shorten(found.map(({ fact }) => fact).join('、')),
      rule,
      span: (rule === 'forbidden' ? forbidden[0] : (recall.misplaced ?? found[0]))?.span ?? null,
      reason: pass ? null : reasonOf(recall, options),
      detail: {
        facts: facts.length,
        recall: shareText(found.length, facts.length),
        found: found.map(({ fact, span }) => ({ fact, start: span.start, end: span.end })),
        missed: [...recall.missed],
        forbidden: forbidden.map(({ fact }) => fact),
      },
    };
  },
  exemplify,
});

interface Found {
  /** The fact as the case words it first. */
  readonly fact: string;
  readonly span: Span;
}

type Rule = 'recalled' | 'forbidden' | 'missed' | 'order';

interface Recall {
  readonly rule: Rule;
  readonly facts: readonly (readonly string[])[];
  readonly found: readonly Found[];
  readonly missed: readonly string[];
  readonly forbidden: readonly Found[];
  /** The first fact that stands before an earlier one and nowhere behind it. */
  readonly misplaced: Found | null;
}

function factsOf(target: Json | undefined): readonly (readonly string[])[] {
  const list = Array.isArray(target) ? target : target === undefined ? [] : [target];
  return list.map((fact) => (Array.isArray(fact) ? fact : [fact]).map(String));
}

function recallOf(key: GradingKey, text: string, options: NeedleOptions): Recall {
  const reading = needleReading(text);
  const facts = factsOf(key.target);
  const found: Found[] = [];
  const missed: string[] = [];
  let misplaced: Found | null = null;
  let reached = 0;
  for (const wordings of facts) {
    const [fact = ''] = wordings;
    const here = firstOf(reading, wordings, reached);
    const anywhere = here ?? (reached > 0 ? firstOf(reading, wordings, 0) : null);
    if (anywhere === null) {
      missed.push(fact);
      continue;
    }
    const [start, end] = anywhere;
    const place = { fact, span: sourceRange(reading, start, end) };
    found.push(place);
    if (options.ordered !== true) continue;
    if (here === null) misplaced ??= place;
    else reached = end;
  }
  const forbidden = (options.forbid ?? []).flatMap((fact): Found[] => {
    const at = firstOf(reading, [fact], 0);
    return at === null ? [] : [{ fact, span: sourceRange(reading, ...at) }];
  });
  const rule = ruleOf(found.length, facts.length, forbidden.length, misplaced !== null, options);
  return { rule, facts, found, missed, forbidden, misplaced };
}

function ruleOf(
  found: number,
  facts: number,
  forbidden: number,
  misplaced: boolean,
  { mode = 'all', share = '1' }: NeedleOptions,
): Rule {
  if (forbidden > 0) return 'forbidden';
  const enough =
    mode === 'any' ? found > 0 : compareShare(found, facts, mode === 'share' ? share : '1') >= 0;
  if (!enough || facts === 0) return 'missed';
  return misplaced ? 'order' : 'recalled';
}

/** The first occurrence of any wording at or behind `from`, as a range of the reading. */
function firstOf(
  { text }: Reading,
  wordings: readonly string[],
  from: number,
): [start: number, end: number] | null {
  let first: [number, number] | null = null;
  for (const wording of wordings) {
    const wanted = needleText(wording);
    if (wanted === '') continue;
    for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (continues(text, at) || continues(text, end)) continue;
      if (first === null || at < first[0]) first = [at, end];
      break;
    }
  }
  return first;
}

/** True when a number or a Latin word goes on across `at`: 42 in 142 or 42.5, cat in category. */
function continues(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  if (/[a-z]$/i.test(before) && /^[a-z]/i.test(after)) return true;
  if (/[0-9]$/.test(before) && /^[0-9]/.test(after)) return true;
  return (
    (/[0-9]$/.test(before) && /^[.,][0-9]/.test(after)) ||
    (/[0-9][.,]$/.test(before) && /^[0-9]/.test(after))
  );
}

function reasonOf(recall: Recall, { mode = 'all', share = '1' }: NeedleOptions): LocalText {
  const { facts, found, missed, forbidden, misplaced } = recall;
  switch (recall.rule) {
    case 'forbidden': {
      const { zh, en } = quoted(forbidden.map(({ fact }) => fact));
      return {
        zh: `回答含有不应出现的${zh}。`,
        en: `The answer contains ${en}, which it must not.`,
      };
    }
    case 'order': {
      const { zh, en } = quoted([misplaced?.fact ?? '']);
      return { zh: `${zh}的先后顺序不对。`, en: `${en} is out of order.` };
    }
    case 'missed':
    case 'recalled': {
      const { zh, en } = quoted(missed);
      const wanted: LocalText =
        mode === 'any'
          ? { zh: '至少应答出一项', en: 'at least one is needed' }
          : mode === 'share'
            ? { zh: `比例应不低于 ${share}`, en: `the share should be at least ${share}` }
            : { zh: '应全部答出', en: 'all are needed' };
      return {
        zh: `${facts.length} 项事实中答出 ${found.length} 项，${wanted.zh}；缺少${zh}。`,
        en: `${found.length} of ${facts.length} facts are recalled; ${wanted.en}. Missing: ${en}.`,
      };
    }
  }
}

/** Facts that a reason names; the detail lists all. */
const MOST_NAMED = 5;

function quoted(texts: readonly string[]): LocalText {
  const short = texts.slice(0, MOST_NAMED).map(shorten);
  const more = texts.length > MOST_NAMED;
  return {
    zh: short.map((text) => `“${text}”`).join('、') + (more ? '等' : ''),
    en: short.map((text) => `"${text}"`).join(', ') + (more ? ', …' : ''),
  };
}

function check(key: GradingKey, options: NeedleOptions): readonly LocalText[] {
  const findings: LocalText[] = [];
  if ((options.mode === 'share') !== (options.share !== undefined)) {
    findings.push({
      zh: 'share 与 mode: share 必须同时写出。',
      en: '"share" and "mode: share" go together.',
    });
  }
  const facts = factsOf(key.target);
  const empty = facts.flat().filter((text) => needleText(text) === '');
  if (empty.length > 0) {
    findings.push({
      zh: 'target 中有的文本没有可供查找的内容。',
      en: 'A text of the target has nothing to look for.',
    });
  }
  const clash = (options.forbid ?? []).filter((text) => {
    const unwanted = needleReading(text);
    return facts.some((wordings) =>
      wordings.every((wording) => firstOf(needleReading(wording), [unwanted.source], 0) !== null),
    );
  });
  if (clash.length > 0 && (options.mode ?? 'all') === 'all') {
    const { zh, en } = quoted(clash);
    findings.push({
      zh: `事实中含有 forbid 的${zh}，没有回答能够通过。`,
      en: `A fact contains ${en}, which is forbidden; no answer can pass.`,
    });
  }
  return findings;
}

function exemplify(
  key: GradingKey,
  options: NeedleOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const facts = factsOf(key.target);
  const one = (wordings: readonly string[]): string =>
    wordings[Math.floor(random() * wordings.length)] ?? '';
  const all = facts.map(one);
  const right = [
    all.join('、'),
    `文中提到：${all.join('；')}。`,
    all.map((fact, i) => `第${i + 1}处：${fact}`).join('\n'),
    `根据上文，**${all.join('**、**')}**。`,
    all[0] ?? '',
  ];
  const wrong = [
    '文中没有提到这些信息。',
    '我没有找到。',
    'The text does not say.',
    ...(all.length > 1 ? [all.slice(1).join('、'), all.toReversed().join('，')] : []),
    ...(options.forbid ?? []).map((text) => `${all.join('、')}；${text}`),
  ];
  const passes = (text: string): boolean => recallOf(key, text, options).rule === 'recalled';
  return drawExemplar(
    kind === 'right' ? right : wrong,
    (text) => text.trim() !== '' && passes(text) === (kind === 'right'),
    random,
  );
}
