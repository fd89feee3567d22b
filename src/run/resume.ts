import { UserError } from '../document/index.ts';
import type { AttemptRecord, Plan, ScoreRecord } from '../evidence/index.ts';
import { canonicalJson, RUN_FILES, readRecords } from '../evidence/index.ts';
import type { ModelResponse, Sample } from '../model/index.ts';
import { outcomeKind, scoredTurns } from '../model/index.ts';
import { endsDialogue, turnCount } from '../suite/index.ts';
import type { Earlier } from './ask.ts';
import { NOTHING_EARLIER } from './ask.ts';
import type { Scored } from './progress.ts';
import { worse } from './progress.ts';

/** What the evidence of an interrupted run holds, by sample. */
export interface Progressed {
  /** Null when the sample needs nothing more. */
  earlier(sample: Sample): Earlier | null;
  /** True when any call brought an answer. */
  readonly answered: boolean;
  /** Samples that need nothing more, by what was scored of them. */
  readonly scores: Readonly<Record<Scored, number>>;
  readonly attempts: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

interface Kept {
  readonly answers: { attempt: number; response: ModelResponse }[];
  /** Attempts per turn. */
  readonly attempts: number[];
  readonly scored: Set<number>;
  /** The worst score so far. */
  value: Scored | null;
}

/**
 * Reads what a run has so far. An answered turn is never asked again; a turn whose calls all
 * failed is, since a failure says nothing about the model. Answers of finished samples are not
 * held in memory, only the fact.
 */
export function readProgress(folder: string, items: readonly Sample[]): Progressed {
  const turns = new Map(items.map((item) => [item.id, item] as const));
  const kept = new Map<string, Kept>();
  const scores = { pass: 0, fail: 0, invalid: 0 };
  let answered = false;
  let attempts = 0;
  let inputTokens = 0;
  let outputTokens = 0;
  const of = (sample: string): Kept => {
    let state = kept.get(sample);
    if (state === undefined) {
      state = { answers: [], attempts: [], scored: new Set(), value: null };
      kept.set(sample, state);
    }
    return state;
  };
  for (const record of readRecords<AttemptRecord>(folder, RUN_FILES.attempts)) {
    attempts++;
    inputTokens += record.response.usage?.inputTokens ?? 0;
    outputTokens += record.response.usage?.outputTokens ?? 0;
    const state = of(record.sample);
    state.attempts[record.turn] = Math.max(state.attempts[record.turn] ?? 0, record.attempt + 1);
    const settled = record.final && outcomeKind(record.response.outcome) !== 'failed';
    answered ||= settled;
    if (settled && state.answers[record.turn] === undefined) {
      state.answers[record.turn] = { attempt: record.attempt, response: record.response };
    }
  }
  for (const record of readRecords<ScoreRecord>(folder, RUN_FILES.scores)) {
    const state = of(record.sample);
    // A power cut may take an answer and leave its score: that number is not given out again.
    state.attempts[record.turn] = Math.max(state.attempts[record.turn] ?? 0, record.attempt + 1);
    const answer = answerTo(record.turn, state);
    if (answer?.attempt !== record.attempt || state.scored.has(record.turn)) continue;
    state.scored.add(record.turn);
    state.value = worse(state.value, record.value);
  }
  const done = new Set<string>();
  for (const [id, state] of kept) {
    const sample = turns.get(id);
    if (sample === undefined || !isDone(sample, state)) continue;
    done.add(id);
    if (state.value !== null) scores[state.value]++;
    kept.delete(id);
  }
  return {
    answered,
    scores,
    attempts,
    inputTokens,
    outputTokens,
    earlier(sample) {
      if (done.has(sample.id)) return null;
      const state = kept.get(sample.id);
      if (state === undefined) return NOTHING_EARLIER;
      const { answers, scored, value } = state;
      return { answers, attempts: state.attempts[answers.length] ?? 0, scored, value };
    },
  };
}

/** The answer that a turn is scored on: its own, or the one that closed the dialogue before it. */
function answerTo(turn: number, { answers }: Kept): Kept['answers'][number] | undefined {
  const last = answers.at(-1);
  return answers[turn] ?? (last !== undefined && endsDialogue(last.response) ? last : undefined);
}

function isDone(sample: Sample, { answers, scored }: Kept): boolean {
  const last = answers.at(-1)?.response;
  const asked = answers.length === turnCount(sample) || (last !== undefined && endsDialogue(last));
  return asked && scoredTurns(sample).every((turn) => scored.has(turn));
}

/**
 * Refuses to go on with a run under another plan, and says what differs: evidence gathered under
 * two plans would be evidence for neither.
 */
export function requireSamePlan(recorded: Plan, wanted: Plan, folder: string): void {
  const differs = (key: keyof Plan): boolean =>
    canonicalJson(recorded[key] ?? null) !== canonicalJson(wanted[key] ?? null);
  // Items and counts follow from the rest; they are named only when nothing else differs.
  const named = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter(differs);
  const keys = new Set([...Object.keys(recorded), ...Object.keys(wanted)]);
  const other = ([...keys] as (keyof Plan)[]).filter(differs);
  if (other.length === 0) return;
  const changed = named.map((key) => {
    const [zh, en] = PARTS[key];
    const [was, is] = [recorded[key], wanted[key]];
    if (!isShort(was) || !isShort(is)) return { zh, en };
    return { zh: `${zh}（原为 ${was}，现为 ${is}）`, en: `${en} (was ${was}, is ${is})` };
  });
  const shown = changed.length > 0 ? changed : other.map((key) => ({ zh: key, en: key }));
  throw UserError.of(
    'plan-differs',
    `${folder} 中的运行使用了不同的计划，不能继续。不同之处：${shown.map(({ zh }) => zh).join('；')}。`,
    `The run in ${folder} was made under another plan and cannot go on. What differs: ${shown.map(({ en }) => en).join('; ')}.`,
    {
      hint: {
        zh: '请用原来的参数继续，或换一个 --out 重新运行。',
        en: 'Go on with the original options, or run again into another --out.',
      },
    },
  );
}

/** What a user chooses of a plan, in the user's words. */
const PARTS = {
  sut: ['被测模型的设置', 'the settings of the model'],
  suites: ['套件', 'the suites'],
  scope: ['测试范围', 'the scope'],
  seed: ['种子', 'the seed'],
  sampling: ['抽样', 'the sampling'],
  extendTo: ['扩样', 'the extension'],
  repeats: ['重复次数', 'the repeats'],
  canary: ['身份探针', 'the canaries'],
  repeatRule: ['多次判定的规则', 'the rule for repeats'],
  retry: ['重试规则', 'the retry policy'],
  catalogue: ['指标目录', 'the catalogue'],
  scorers: ['评分方法的版本', 'the scorer versions'],
  harness: ['本工具的版本', 'the version of this program'],
} as const satisfies Partial<Record<keyof Plan, readonly [zh: string, en: string]>>;

/** Whether a value can be read in a sentence. */
function isShort(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
