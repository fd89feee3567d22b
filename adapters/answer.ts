import type {
  ModelResponse,
  ResponseError,
  ResponseOutcome,
  ToolCall,
  Usage,
} from '../src/model/index.ts';
import { FINISH_REASONS } from './fault-rules.ts';
import type { Fault } from './faults.ts';

/** A piece of a tool call; a streamed call arrives in many, a whole one in one. */
export interface ToolCallPiece {
  /** Position among the calls of the answer, 0-based; undefined when the provider left it out. */
  readonly index: number | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly arguments: string;
}

/** An answer while it arrives, piece by piece or whole; protocols write into it, `settle` reads. */
export class AnswerDraft {
  text = '';
  reasoning = '';
  refusal = '';
  finishReason: string | undefined;
  model: string | undefined;
  fingerprint: string | undefined;
  usage: Usage | undefined;
  /** True when a filter stopped the question itself, though the call as such succeeded. */
  inputFiltered = false;
  /** Why the provider stopped the answer, when it says more than the finish reason. */
  stopError: ResponseError | undefined;
  /** On the clock given to the constructor. */
  firstTokenAt: number | undefined;
  firstAnswerAt: number | undefined;
  readonly #calls = new Map<number, { id: string; name: string; arguments: string }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  addText(text: string): void {
    if (text === '') return;
    this.firstAnswerAt ??= this.#now();
    this.firstTokenAt ??= this.firstAnswerAt;
    this.text += text;
  }

  addReasoning(text: string): void {
    if (text === '') return;
    this.firstTokenAt ??= this.#now();
    this.reasoning += text;
  }

  addRefusal(text: string): void {
    if (text === '') return;
    this.firstTokenAt ??= this.#now();
    this.refusal += text;
  }

  addToolCall(piece: ToolCallPiece): void {
    this.firstTokenAt ??= this.#now();
    const index = piece.index ?? this.#indexWithout(piece);
    const call = this.#calls.get(index) ?? { id: '', name: '', arguments: '' };
    this.#calls.set(index, call);
    if (piece.id) call.id = piece.id;
    // The name comes once; some providers send it again with every piece.
    if (piece.name && piece.name !== call.name) call.name += piece.name;
    call.arguments += piece.arguments;
  }

  /** Gives the call at `index`, if there is one, these arguments when none have arrived. */
  endToolCall(index: number, whenEmpty: string): void {
    const call = this.#calls.get(index);
    if (call?.arguments === '') call.arguments = whenEmpty;
  }

  /** In the order of their index. A call without an id gets one, so that a result can name it. */
  get toolCalls(): ToolCall[] {
    return [...this.#calls]
      .sort(([a], [b]) => a - b)
      .map(([index, call]) => ({ ...call, id: call.id === '' ? `call_${index}` : call.id }));
  }

  get sawOutput(): boolean {
    return this.text !== '' || this.reasoning !== '' || this.refusal !== '' || this.#calls.size > 0;
  }

  /** A piece without an index begins a new call when it has an id of its own, else goes on. */
  #indexWithout(piece: ToolCallPiece): number {
    const last = Math.max(-1, ...this.#calls.keys());
    const begins = last < 0 || (piece.id && this.#calls.get(last)?.id !== piece.id);
    return begins ? last + 1 : last;
  }
}

/** How the transmission of an answer ended. */
export type Ending =
  /** The document, or the stream, was read to its end. */
  | { readonly kind: 'complete'; readonly streamed: boolean }
  /** The provider said that it failed. */
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** It broke off on the way: the connection, a limit, or something that cannot be read. */
  | { readonly kind: 'broken'; readonly fault: Fault };

/** Further finish reasons of one endpoint, from its configuration. */
export type FinishReasons = Readonly<Record<string, ResponseOutcome>>;

export type Settled = Omit<ModelResponse, 'timing' | 'wire'>;

/**
 * The response that a draft and the way it ended amount to.
 *
 * A finish reason closes an answer: what happens to the connection after it loses nothing. An
 * error event does count after it, because that is how a filter takes back an answer.
 */
export function settle(draft: AnswerDraft, ending: Ending, more: FinishReasons = {}): Settled {
  const { outcome, error } = conclude(draft, ending, more);
  const { finishReason, model, fingerprint, usage, reasoning, toolCalls } = draft;
  return {
    outcome,
    // A refusal is said to the user in the answer's place, so it is kept there.
    text: draft.text === '' ? draft.refusal : draft.text,
    ...(reasoning === '' ? {} : { reasoning }),
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
    ...(finishReason === undefined ? {} : { finishReason }),
    ...(model === undefined ? {} : { model }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(usage === undefined ? {} : { usage }),
    ...(error === undefined ? {} : { error }),
  };
}

interface Conclusion {
  readonly outcome: ResponseOutcome;
  readonly error?: ResponseError;
}

function conclude(draft: AnswerDraft, ending: Ending, more: FinishReasons): Conclusion {
  if (ending.kind === 'fault') return ending.fault;
  const reason = draft.finishReason ?? '';
  const known = Object.hasOwn(more, reason) ? more[reason] : undefined;
  const outcome =
    known ?? (Object.hasOwn(FINISH_REASONS, reason) ? FINISH_REASONS[reason] : undefined);
  if (outcome !== undefined) {
    const conclusion = refine(outcome, draft, reason);
    if (conclusion.outcome === 'ok' || draft.stopError === undefined) return conclusion;
    return { error: draft.stopError, ...conclusion };
  }
  if (reason !== '') {
    const message = `unknown finish reason "${reason}"; if it is a good one, name it in options.finishReasons`;
    return { outcome: 'unparsed', error: { message } };
  }
  if (ending.kind === 'broken') return ending.fault;
  return ending.streamed
    ? { outcome: 'network', error: { message: 'the stream ended before a finish reason' } }
    : { outcome: 'unparsed', error: { message: 'the answer has no finish reason' } };
}

/** What a finish reason means in the light of what there is. */
function refine(outcome: ResponseOutcome, draft: AnswerDraft, reason: string): Conclusion {
  if (outcome === 'filtered_output' && draft.inputFiltered) return { outcome: 'filtered_input' };
  if (outcome === 'server_error') {
    return { outcome, error: { message: `the provider stopped: finish reason "${reason}"` } };
  }
  const silent = draft.text.trim() === '' && draft.toolCalls.length === 0;
  if (outcome === 'ok') {
    if (draft.refusal !== '') return { outcome: 'refused' };
    return { outcome: silent ? 'empty' : 'ok' };
  }
  if (outcome === 'truncated' && silent) {
    const thought = draft.reasoning !== '' || (draft.usage?.reasoningTokens ?? 0) > 0;
    return { outcome: thought ? 'truncated_in_reasoning' : 'truncated' };
  }
  return { outcome };
}
