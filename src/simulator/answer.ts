import type { GradingKey, ScorerUse } from '../model/index.ts';
import type { Exemplar, Scorer } from '../scorers/contract.ts';
import { type Random, randomFrom } from '../suite/random.ts';
import { type AbilityTable, type Manner, mannerAt, ratesFor } from './ability.ts';
import { messagesAt, type Place } from './case-index.ts';

/** What the simulated model says, before the limits of a call are applied. */
export interface Answer {
  readonly text: string;
  readonly toolCalls: readonly { readonly name: string; readonly arguments: string }[];
  /** Blocked by the content filter. */
  readonly filtered: boolean;
  /**
   * Where it comes from: `made` for the case, `acknowledged` for a turn that nobody scores,
   * `generic` where neither case nor scorer offered an answer, `unknown` for a prompt of no case.
   */
  readonly origin: 'made' | 'acknowledged' | 'generic' | 'unknown';
}

/** What the simulated model draws on. */
export interface Mind {
  readonly seed: string;
  readonly ability: AbilityTable;
  readonly scorers: ReadonlyMap<string, Scorer>;
}

const ACKNOWLEDGEMENTS = ['好的，我记下了。', '明白，请继续。', '收到，我了解了。'] as const;

const UNKNOWN =
  '您好，我是用于自测的模拟模型，没有这个问题的资料，暂时帮不上忙，请换一个问题试试。';

/** Says nothing that a scorer could take for an answer, right or wrong. */
const GENERIC_RIGHT = '好的，已经按照您的要求完成。';
const GENERIC_WRONG = '这个问题涉及的因素比较多，要看具体情况，还需要进一步了解。';

const REFUSALS = [
  '抱歉，我无法回答这个问题。',
  '很抱歉，我不能提供这方面的内容。',
  '对不起，这个请求我无法协助。',
] as const;

/** What GBK readers have always made of broken UTF-8. */
const GARBLE = ['锟斤拷', '烫烫烫', '屯屯屯', '锘锟'] as const;

/**
 * The answer to one turn of a case, or to a prompt of no case. It depends on the seed, the case
 * and the turn alone: not on order, retries or concurrency, nor on which repeat of a case asks.
 */
export function answer(mind: Mind, place: Place | undefined): Answer {
  if (place === undefined) return plain(UNKNOWN, 'unknown');
  const { sample } = place.known;
  const random = randomFrom(mind.seed, sample.case, 'answer', place.turn);
  const manner = mannerOf(mind, place);
  switch (manner) {
    case 'right':
    case 'wrong':
      return attempted(mind, place, manner, random);
    case 'refuse':
      return plain(random.pick(REFUSALS), 'made');
    case 'garble':
      return plain(Array.from({ length: 6 }, () => random.pick(GARBLE)).join(''), 'made');
    case 'filter':
      return { ...plain('', 'made'), filtered: true };
  }
}

function plain(text: string, origin: Answer['origin']): Answer {
  return { text, toolCalls: [], filtered: false, origin };
}

/**
 * How the model takes a turn. The manner is drawn once for the case. A dialogue goes wrong at one
 * of its scored turns and is right at the others, so that its share of passes is the ability too.
 */
export function mannerOf(mind: Mind, { known: { sample }, turn }: Place): Manner {
  const random = randomFrom(mind.seed, sample.case);
  const manner = mannerAt(random.real(), ratesFor(mind.ability, sample.indicator));
  if (manner === 'right' || sample.turns === undefined) return manner;
  const scorers = [sample.scorer, ...sample.turns.map((further) => further.scorer)];
  const scored = scorers.flatMap((scorer, at) => (scorer === undefined ? [] : [at]));
  const slip = scored.length === 0 ? 0 : random.pick(scored);
  return turn === slip ? manner : 'right';
}

/** A right or a wrong answer: the author's own, else the scorer's, else a generic one. */
function attempted(mind: Mind, place: Place, kind: 'right' | 'wrong', random: Random): Answer {
  const { sample, reference, wrong = [] } = place.known;
  if (place.turn === 0) {
    const written = kind === 'right' ? reference : wrong.length > 0 && random.pick(wrong);
    if (typeof written === 'string') return plain(written, 'made');
  }
  const use = place.turn === 0 ? sample.scorer : sample.turns?.[place.turn - 1]?.scorer;
  if (use === undefined) return plain(random.pick(ACKNOWLEDGEMENTS), 'acknowledged');
  if (kind === 'right' && sample.expect === 'filtered') {
    // No words can be right here: only the filter is.
    return { ...plain('', 'made'), filtered: true };
  }
  const made = exemplar(mind, place, use, kind, random);
  if (made === null) return plain(kind === 'right' ? GENERIC_RIGHT : GENERIC_WRONG, 'generic');
  return { ...plain(made.text, 'made'), toolCalls: made.toolCalls ?? [] };
}

function exemplar(
  mind: Mind,
  place: Place,
  { use, options }: ScorerUse,
  kind: 'right' | 'wrong',
  random: Random,
): Exemplar | null {
  const scorer = mind.scorers.get(use);
  return scorer?.exemplify?.(gradingKey(place), options, kind, () => random.real()) ?? null;
}

/** The grading side of one turn, as the runner hands it to the turn's scorer. */
function gradingKey(place: Place): GradingKey {
  const { sample } = place.known;
  if (place.turn === 0) return sample;
  const target = sample.turns?.[place.turn - 1]?.target;
  return {
    id: sample.id,
    expect: sample.expect,
    request: { ...sample.request, messages: messagesAt(place) },
    turn: place.turn,
    ...(target === undefined ? {} : { target }),
    ...(sample.choices === undefined ? {} : { choices: sample.choices }),
  };
}
