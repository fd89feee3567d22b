import type {
  GradingKey,
  Json,
  JsonObject,
  LocalText,
  ModelResponse,
  ResponseOutcome,
} from '../model/index.ts';
import { outcomeKind, RESPONSE_OUTCOMES } from '../model/index.ts';
import { sourceRange } from '../text/index.ts';
import { answerOf, isBlank } from './answer.ts';
import { defineScorer, type Exemplar, type Score } from './contract.ts';
import { drawExemplar } from './exemplars.ts';
import { OUTCOME_TEXTS } from './outcome-texts.ts';
import { plainReading, plainText } from './plain-reading.ts';
import { shorten } from './shorten.ts';

/** What the facts of a response have to be; a fact that is not named is not looked at. */
export interface ResponseOptions {
  /** Outcomes that are right. Default `[ok]`. */
  readonly outcomes?: readonly ResponseOutcome[];
  /** Finish reasons that are right, in the adapter's words. */
  readonly finishReasons?: readonly string[];
  /** Longest time to the first token, milliseconds; streamed calls only. */
  readonly maxFirstTokenMs?: number;
  /** Longest time of the whole call, milliseconds. */
  readonly maxTotalMs?: number;
  /** The response states its token usage. */
  readonly usage?: boolean;
  /** The response names the model that answered. */
  readonly model?: boolean;
  /** Most output tokens that the response may state. */
  readonly maxOutputTokens?: number;
  /** There is a text or a tool call besides reasoning. */
  readonly nonEmpty?: boolean;
  /** Texts that must not occur in what came back, reasoning marks included. */
  readonly forbidText?: readonly string[];
}

const TEXTS = { type: 'array', minItems: 1, items: { type: 'string', pattern: '\\S' } };
const MILLISECONDS = { type: 'integer', minimum: 1 };

/**
 * The facts of a response: how the call ended, times, usage. A call that failed without being
 * expected to says nothing about the service's answer: `invalid`. A fact that is asked for and not
 * stated fails.
 */
export const response = defineScorer<ResponseOptions>({
  id: 'response',
  version: '1.0.0',
  title: { zh: '响应事实', en: 'Response facts' },
  judges: 'every-outcome',
  reads: 'call',
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      outcomes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { enum: [...RESPONSE_OUTCOMES] },
      },
      finishReasons: TEXTS,
      maxFirstTokenMs: MILLISECONDS,
      maxTotalMs: MILLISECONDS,
      usage: { type: 'boolean' },
      model: { type: 'boolean' },
      maxOutputTokens: { type: 'integer', minimum: 1 },
      nonEmpty: { type: 'boolean' },
      forbidText: TEXTS,
    },
  },
  score(_key, given, options): Score {
    const { outcome } = given;
    if (!(options.outcomes ?? ['ok']).includes(outcome)) return otherOutcome(outcome, options);
    const findings = findingsOf(given, options);
    const pass = findings.length === 0;
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: outcome,
      rule: findings[0]?.fact ?? null,
      span: findings.find((finding) => finding.span !== undefined)?.span ?? null,
      reason: pass
        ? null
        : {
            zh: findings.map(({ text }) => text.zh).join(''),
            en: findings.map(({ text }) => text.en).join(' '),
          },
      detail: { ...observed(given), failed: findings.map(({ fact }) => fact) },
    };
  },
  exemplify,
});

function otherOutcome(outcome: ResponseOutcome, { outcomes = ['ok'] }: ResponseOptions): Score {
  const why =
    outcome === 'ok'
      ? { zh: '调用正常结束。', en: 'The call ended well.' }
      : OUTCOME_TEXTS[outcome];
  return {
    value: outcomeKind(outcome) === 'failed' ? 'invalid' : 'fail',
    status: outcome,
    parsed: outcome,
    rule: 'outcomes',
    span: null,
    reason: {
      zh: `${why.zh}本用例要求的调用结果是 ${outcomes.join('、')}。`,
      en: `${why.en} The case asks for the outcome ${outcomes.join(' or ')}.`,
    },
    detail: { failed: ['outcomes'] },
  };
}

interface Finding {
  readonly fact: keyof ResponseOptions;
  readonly text: LocalText;
  readonly span?: Score['span'];
}

function findingsOf(given: ModelResponse, options: ResponseOptions): Finding[] {
  return [
    ...finishFindings(given, options),
    ...limit(
      'maxFirstTokenMs',
      given.timing.firstTokenMs,
      options,
      '首个 token 的时间',
      'time to the first token',
      ' ms',
    ),
    ...limit('maxTotalMs', given.timing.totalMs, options, '总耗时', 'total time', ' ms'),
    ...usageFindings(given, options),
    ...modelFindings(given, options),
    ...limit(
      'maxOutputTokens',
      given.usage?.outputTokens,
      options,
      '输出 token 数',
      'number of output tokens',
      '',
    ),
    ...textFindings(given, options),
  ];
}

function finishFindings(
  { finishReason }: ModelResponse,
  { finishReasons }: ResponseOptions,
): Finding[] {
  if (finishReasons === undefined) return [];
  if (finishReason !== undefined && finishReasons.includes(finishReason)) return [];
  const zh =
    finishReason === undefined ? '响应没有给出结束原因' : `结束原因为 ${shorten(finishReason)}`;
  const en =
    finishReason === undefined
      ? 'The response states no finish reason'
      : `The finish reason is ${shorten(finishReason)}`;
  return [
    {
      fact: 'finishReasons',
      text: {
        zh: `${zh}，应为 ${finishReasons.join('、')}。`,
        en: `${en}; it should be ${finishReasons.join(' or ')}.`,
      },
    },
  ];
}

function limit(
  fact: 'maxFirstTokenMs' | 'maxTotalMs' | 'maxOutputTokens',
  value: number | undefined,
  options: ResponseOptions,
  zh: string,
  en: string,
  unit: string,
): Finding[] {
  const most = options[fact];
  if (most === undefined || (value !== undefined && value <= most)) return [];
  const text =
    value === undefined
      ? { zh: `响应没有给出${zh}。`, en: `The response does not state the ${en}.` }
      : {
          zh: `${zh}为 ${value}${unit}，上限为 ${most}${unit}。`,
          en: `The ${en} is ${value}${unit}; the limit is ${most}${unit}.`,
        };
  return [{ fact, text }];
}

/** Nobody answers without input; a zero there, or none for a text, is a usage that is not filled in. */
function usageFindings(given: ModelResponse, { usage }: ResponseOptions): Finding[] {
  if (usage !== true) return [];
  const { inputTokens = 0, outputTokens = 0 } = given.usage ?? {};
  if (given.usage !== undefined && inputTokens > 0 && (outputTokens > 0 || isBlank(given)))
    return [];
  return [
    {
      fact: 'usage',
      text: {
        zh: '响应没有给出可用的 token 用量（usage）。',
        en: 'The response states no usable token usage.',
      },
    },
  ];
}

function modelFindings(given: ModelResponse, { model }: ResponseOptions): Finding[] {
  if (model !== true || (given.model ?? '').trim() !== '') return [];
  return [
    {
      fact: 'model',
      text: { zh: '响应没有给出模型名称。', en: 'The response does not name the model.' },
    },
  ];
}

function textFindings(
  given: ModelResponse,
  { nonEmpty, forbidText = [] }: ResponseOptions,
): Finding[] {
  const findings: Finding[] = [];
  if (nonEmpty === true && isBlank(answerOf(given).response)) {
    findings.push({ fact: 'nonEmpty', text: OUTCOME_TEXTS.empty });
  }
  if (forbidText.length === 0) return findings;
  const reading = plainReading(given.text, true);
  for (const text of forbidText) {
    const needle = plainText(text, true);
    const at = needle === '' ? -1 : reading.text.indexOf(needle);
    if (at < 0) continue;
    findings.push({
      fact: 'forbidText',
      span: sourceRange(reading, at, at + needle.length),
      text: {
        zh: `响应文本含有不应出现的“${shorten(text)}”。`,
        en: `The text contains "${shorten(text)}", which it must not.`,
      },
    });
  }
  return findings;
}

/** The facts themselves, for the evidence; what the response does not state is left out. */
function observed({ timing, usage, finishReason, model }: ModelResponse): JsonObject {
  const facts: Record<string, Json | undefined> = {
    totalMs: timing.totalMs,
    firstTokenMs: timing.firstTokenMs,
    outputTokens: usage?.outputTokens,
    finishReason,
    model,
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Texts are all that an exemplar has; times and usage come from whoever sends it. */
function exemplify(
  key: GradingKey,
  { outcomes = ['ok'], nonEmpty, forbidText = [] }: ResponseOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  if (outcomes.includes('truncated') && !outcomes.includes('ok')) {
    // An answer that runs into the token limit: a Han character is seldom less than half a token.
    const limit = key.request.params.maxTokens ?? 0;
    return { text: kind === 'right' ? '海风吹过港口，灯火次第亮起。'.repeat(limit) : '好。' };
  }
  if (!outcomes.includes('ok')) return null;
  if (kind === 'wrong') {
    const forbidden = forbidText[Math.floor(random() * forbidText.length)];
    if (forbidden !== undefined) return { text: `好的。${forbidden}` };
    return nonEmpty === true ? { text: '' } : null;
  }
  const clean = (text: string): boolean =>
    forbidText.every((word) => !plainText(text, true).includes(plainText(word, true)));
  return drawExemplar(['你好。', '好的，收到。', 'Hello.', '12', '服务正常。'], clean, random);
}
