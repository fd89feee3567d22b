import type { Choice, Json, Message, Sample } from '../model/index.ts';
import type { KnownCase } from './known-case.ts';
import { randomFrom } from './random.ts';
import type { CaseFinding } from './resolve-case.ts';

/**
 * - `circular`: K variants of K options; in each the options move up by one place (ABCD, BCDA,
 *   CDAB, DABC), so that every option stands at every place once.
 * - `shuffle`: one variant in an order drawn from the seed and the id of the case.
 */
export type Permutation =
  | { readonly kind: 'circular' }
  | { readonly kind: 'shuffle'; readonly seed: number };

/** A case with its options in another order. */
interface PermutedCase {
  readonly case: KnownCase;
  /** The original label of the option at each place. */
  readonly order: readonly string[];
}

type Permuted =
  | { readonly variants: readonly PermutedCase[] }
  | { readonly findings: readonly CaseFinding[] };

/**
 * Puts the options of a choice case into other orders. The labels stay where they are and the texts
 * move, the target goes along, and the list of options in the user's message is written anew. The
 * variants are called `<id>~1`, `<id>~2`, … and form one cluster, because they are one question.
 *
 * Findings instead of variants when the result would be another question: options that the frame
 * does not show as `A. text` lines, and texts that speak of other options by label or place
 * (以上都对). A stated `reference` or `wrong` names labels and is left out where the order changed.
 */
export function permuteChoices(known: KnownCase, permutation: Permutation): Permuted {
  const { sample } = known;
  const { choices = [] } = sample;
  const findings = findingsOf(sample, choices);
  const target = targetLabels(sample.target, choices);
  if (target === null) {
    findings.push(
      finding(
        'target',
        'target 不是本题的选项标签。',
        'The target is no label of this case.',
        'target',
      ),
    );
  }
  if (findings.length > 0 || target === null) return { findings };
  const labels = choices.map(({ label }) => label);
  const orders =
    permutation.kind === 'circular'
      ? labels.map((_, i) => [...labels.slice(i), ...labels.slice(0, i)])
      : [randomFrom('permute-choices', permutation.seed, sample.id).shuffle(labels)];
  return { variants: orders.map((order, i) => variant(known, choices, target, order, i + 1)) };
}

function variant(
  known: KnownCase,
  choices: readonly Choice[],
  target: readonly string[],
  order: readonly string[],
  number: number,
): PermutedCase {
  const { sample } = known;
  const texts = new Map(choices.map(({ label, text }) => [label, text]));
  const moved = choices.map(({ label }, i) => ({ label, text: texts.get(order[i] ?? '') ?? '' }));
  const shown = choices.filter((_, i) => target.includes(order[i] ?? '')).map(({ label }) => label);
  const unchanged = choices.every(({ label }, i) => label === order[i]);
  const { reference: _reference, wrong: _wrong, ...rest } = known;
  return {
    order,
    case: {
      ...(unchanged ? known : rest),
      sample: {
        ...sample,
        id: `${sample.id}~${number}`,
        case: `${sample.case}~${number}`,
        cluster: sample.cluster ?? sample.case,
        choices: moved,
        target: Array.isArray(sample.target) ? shown : shown.join(''),
        request: { ...sample.request, messages: reframed(sample, choices, moved) },
      },
    },
  };
}

/** The list of options as a frame shows it by `{{choices}}`. */
function listed(choices: readonly Choice[]): string {
  return choices.map(({ label, text }) => `${label}. ${text}`).join('\n');
}

function reframed(
  { request }: Sample,
  choices: readonly Choice[],
  moved: readonly Choice[],
): readonly Message[] {
  const last = request.messages.length - 1;
  return request.messages.map((message, i) =>
    i === last && message.role === 'user' && typeof message.content === 'string'
      ? // A function: option texts may hold `$&`, which has a meaning in a replacement.
        { ...message, content: message.content.replace(listed(choices), () => listed(moved)) }
      : message,
  );
}

/** The labels that a target names; null when it names anything else. */
function targetLabels(target: Json | undefined, choices: readonly Choice[]): string[] | null {
  const labels = choices.map(({ label }) => label);
  const named = Array.isArray(target) ? target : [target];
  const found = named.flatMap((name) => {
    if (typeof name !== 'string') return [null];
    return labels.includes(name) ? [name] : Array.from(name);
  });
  const known = found.filter((name) => name !== null && labels.includes(name));
  return found.length > 0 && known.length === found.length ? (known as string[]) : null;
}

/** Words that make an option depend on the place of another. */
const SPEAKS_OF_OTHERS =
  /(?:以上|上述|以下|其他|其余|前面|后面)[^。]{0,4}?(?:都|均|皆|全|选项|说法|答案|[各两二三四几](?:项|者|种))|前(?:一|两|二|三|几)?(?:项|者)|后(?:一|两|二|三)?(?:项|者)|(?:全部|均|都)(?:正确|错误|不对|不正确|对|错)$|\b(?:all|none|both|neither|any) of (?:the )?(?:above|below|these|following|others?)\b/i;

function findingsOf(sample: Sample, choices: readonly Choice[]): CaseFinding[] {
  const labels = choices.map(({ label }) => label);
  if (choices.length < 2 || new Set(labels).size < labels.length) {
    return [
      finding('permute', '没有可以换序的选项。', 'There are no options to permute.', 'choices'),
    ];
  }
  const findings: CaseFinding[] = [];
  if (sample.scorer?.use !== 'choice' || (sample.turns ?? []).length > 0) {
    findings.push(
      finding(
        'permute',
        '只有使用评分方法 choice 的单轮用例可以打乱选项。',
        'Only cases of one turn with the scorer "choice" can have their options permuted.',
        'scorer',
      ),
    );
  }
  const stem = withoutOptions(sample, choices);
  if (stem === null) {
    findings.push(
      finding(
        'permute-frame',
        '提问中没有（或不止一处）由 {{choices}} 列出的选项，无法换序；请在 frame 中使用 {{choices}}。',
        'The options are not listed in the prompt by {{choices}} exactly once, so they cannot be permuted; use {{choices}} in the frame.',
        'prompt',
      ),
    );
  }
  const label = `(?:${labels.map(escaped).join('|')})`;
  const named = new RegExp(`选项\\s?${label}|${label}\\s?(?:项|选项)|\\boption ${label}\\b`, 'u');
  const joined = new RegExp(
    `^\\s*${label}\\s*(?:[和与、及,，&+]|and|或|or)\\s*${label}(?![\\p{L}\\p{N}])`,
    'u',
  );
  const dependent = choices.find(
    ({ text }) => SPEAKS_OF_OTHERS.test(text) || named.test(text) || joined.test(text),
  );
  if (dependent !== undefined || (stem !== null && named.test(stem))) {
    const place = dependent === undefined ? '' : ` ${dependent.label}`;
    findings.push(
      finding(
        'permute-reference',
        dependent === undefined
          ? '题干提到了选项的标签，换序后含义会改变。'
          : `选项${place} 提到了其他选项，换序后含义会改变。`,
        dependent === undefined
          ? 'The question names an option by its label; permuted, it would mean something else.'
          : `Option${place} speaks of other options; permuted, it would mean something else.`,
        dependent === undefined ? 'prompt' : 'choices',
      ),
    );
  }
  return findings;
}

/** The question without its list of options; null unless the list stands there exactly once. */
function withoutOptions({ request }: Sample, choices: readonly Choice[]): string | null {
  const last = request.messages.at(-1);
  if (last?.role !== 'user' || typeof last.content !== 'string') return null;
  const parts = last.content.split(listed(choices));
  return parts.length === 2 ? parts.join('\n') : null;
}

function escaped(label: string): string {
  return label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function finding(code: string, zh: string, en: string, key: string): CaseFinding {
  return { code, key, text: { zh, en } };
}
