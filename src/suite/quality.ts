import type { Problem } from '../document/index.ts';
import type { LocalText, ModelResponse, Sample } from '../model/index.ts';
import { questionOf } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import type { Catalogue } from '../standard/index.ts';
import { scoreTurn, turnGrading } from './dialogue.ts';
import type { KnownCase } from './known-case.ts';
import { randomFrom } from './random.ts';
import type { Suite } from './suite.ts';

/**
 * What makes a bank of well-formed suites a bad one: the same question twice, answers that their
 * own scorer does not read as stated, right answers that stand in one place too often, and fewer
 * cases than a verdict needs. Scorers must have been prepared.
 */
export function qualityProblems(
  suites: readonly Suite[],
  scorers: ReadonlyMap<string, Scorer>,
  catalogue: Catalogue,
): readonly Problem[] {
  return [
    ...repeatedPrompts(suites),
    ...suites.flatMap((suite) => suite.cases.flatMap((known) => answerProblems(known, scorers))),
    ...suites.flatMap(positionBias),
    ...tooFewCases(suites, catalogue),
  ];
}

function repeatedPrompts(suites: readonly Suite[]): readonly Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const known of suites.flatMap((suite) => suite.cases)) {
    const { sample } = known;
    const prompt = JSON.stringify([sample.request.messages, sample.turns?.map((t) => t.content)]);
    const twin = seen.get(prompt);
    if (twin === undefined) {
      seen.set(prompt, sample.case);
      continue;
    }
    problems.push(
      problem(known, 'error', 'duplicate-prompt', {
        zh: `用例 ${sample.case} 与 ${twin} 的提问完全相同。`,
        en: `The case ${sample.case} asks exactly what ${twin} asks.`,
      }),
    );
  }
  return problems;
}

function problem(
  known: KnownCase,
  severity: Problem['severity'],
  code: string,
  message: LocalText,
): Problem {
  return { code, severity, ...known.place, message };
}

/** The stated and the derived answers of a case, held against its own scorer. */
function answerProblems(
  known: KnownCase,
  scorers: ReadonlyMap<string, Scorer>,
): readonly Problem[] {
  const { sample } = known;
  const problems: Problem[] = [];
  if (scorers.get(sample.scorer?.use ?? '')?.reads === 'call') return problems;
  const say = (severity: Problem['severity'], code: string, zh: string, en: string): void => {
    problems.push(
      problem(known, severity, code, {
        zh: `用例 ${sample.case}：${zh}`,
        en: `Case ${sample.case}: ${en}`,
      }),
    );
  };
  const value = (text: string): string => scoreValue(sample, responseOf(text), scorers);
  if (known.reference !== undefined && value(known.reference) !== 'pass') {
    say(
      'error',
      'reference-fails',
      `参考答案未通过自己的评分方法（${value(known.reference)}）。`,
      `the reference does not pass its own scorer (${value(known.reference)}).`,
    );
  }
  for (const [i, wrong] of (known.wrong ?? []).entries()) {
    if (value(wrong) !== 'pass') continue;
    say(
      'error',
      'wrong-passes',
      `第 ${i + 1} 个错误答案竟然通过。`,
      `wrong answer ${i + 1} passes.`,
    );
  }
  if (known.reference !== undefined) return problems;
  const right = derivedAnswer(sample, scorers);
  if (right === 'not-scored') return problems;
  if (right === null) {
    say(
      'warning',
      'no-reference',
      '无法由 target 推出正确答案，请补充 reference。',
      'no right answer follows from the target; add a "reference".',
    );
  } else if (scoreValue(sample, right, scorers) !== 'pass') {
    say(
      'error',
      'target-fails',
      '由 target 得到的正确答案未通过自己的评分方法。',
      'the right answer that follows from the target does not pass its own scorer.',
    );
  }
  return problems;
}

function derivedAnswer(
  sample: Sample,
  scorers: ReadonlyMap<string, Scorer>,
): ModelResponse | null | 'not-scored' {
  const grading = turnGrading(sample, 0);
  if (grading === null) return 'not-scored';
  const random = randomFrom('quality', sample.id);
  const exemplar = scorers
    .get(grading.scorer.use)
    ?.exemplify?.(sample, grading.scorer.options, 'right', () => random.real());
  if (exemplar === null || exemplar === undefined) return null;
  const toolCalls = exemplar.toolCalls?.map((call, i) => ({ id: `call-${i}`, ...call }));
  return { ...responseOf(exemplar.text), ...(toolCalls === undefined ? {} : { toolCalls }) };
}

function responseOf(text: string): ModelResponse {
  return { outcome: 'ok', text, finishReason: 'stop', timing: { totalMs: 0 } };
}

function scoreValue(
  sample: Sample,
  response: ModelResponse,
  scorers: ReadonlyMap<string, Scorer>,
): string {
  return scoreTurn(sample, 0, sample.request, response, scorers)?.score.value ?? 'pass';
}

/** Fewest single-choice cases in which a place can be told from chance. */
const ENOUGH_CHOICES = 20;

function positionBias(suite: Suite): readonly Problem[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { sample } of suite.cases) {
    const target = sample.target;
    if (sample.scorer?.use !== 'choice' || typeof target !== 'string') continue;
    // Where the suite's author put a right answer no longer matters once the options have moved.
    if (sample.permutation !== undefined) continue;
    if (!sample.choices?.some((choice) => choice.label === target)) continue;
    counts.set(target, (counts.get(target) ?? 0) + 1);
    total++;
  }
  if (total < ENOUGH_CHOICES) return [];
  for (const [label, count] of counts) {
    // Twice the share of an even spread over four places.
    if (count * 2 <= total) continue;
    return [
      {
        code: 'answer-position',
        severity: 'warning',
        file: suite.file,
        message: {
          zh: `${total} 道单选题中有 ${count} 道的正确选项是 ${label}，位置偏向明显。`,
          en: `${count} of ${total} single-choice cases have the right answer at ${label}.`,
        },
      },
    ];
  }
  return [];
}

/** Cases of a suite as a verdict counts them: the variants of one question are one case. */
export function questionCount({ cases }: Pick<Suite, 'cases'>): number {
  return new Set(cases.map(({ sample }) => questionOf(sample))).size;
}

function tooFewCases(suites: readonly Suite[], catalogue: Catalogue): readonly Problem[] {
  const counts = new Map<string, { cases: number; file: string }>();
  for (const suite of suites) {
    const known = counts.get(suite.indicator);
    const cases = (known?.cases ?? 0) + questionCount(suite);
    counts.set(suite.indicator, { cases, file: known?.file ?? suite.file });
  }
  return catalogue.indicators.flatMap((indicator): readonly Problem[] => {
    const own = counts.get(indicator.id);
    if (own === undefined || own.cases >= indicator.minN) return [];
    return [
      {
        code: 'too-few-cases',
        severity: 'warning',
        file: own.file,
        message: {
          zh: `指标 ${indicator.id} 只有 ${own.cases} 个用例，少于最少样本量 ${indicator.minN}，不会判定为符合。`,
          en: `The indicator ${indicator.id} has ${own.cases} cases, fewer than the minimum of ${indicator.minN}; it cannot be called conforming.`,
        },
      },
    ];
  });
}
