import { resolve } from 'node:path';
import { UserError } from '../src/document/problem.ts';
import type {
  Adapter,
  AdapterHost,
  Model,
  ModelConfig,
  ModelRequest,
  ModelResponse,
} from '../src/model/index.ts';
import { DEFAULT_CAPABILITIES, messageText } from '../src/model/index.ts';
import { readOptions } from './adapter-options.ts';
import { AnswerDraft, settle } from './answer.ts';
import type { Fault } from './faults.ts';
import { faultOfSignal } from './faults.ts';
import type { AnswerPlaces, RecordedAnswers } from './recorded-answers.ts';
import { openRecordedAnswers } from './recorded-answers.ts';
import type { RecordedResponse } from './recorded-line.ts';
import { scrubberFor } from './secrets.ts';

/**
 * Answers recorded elsewhere, for a model that this machine cannot reach.
 *
 * `options.file` is a JSON Lines file. Each line has `sample` (a sample id of the plan) or `prompt`
 * (the text of the last user message), and `response`: the answer's text, or an object
 * `{text, outcome?, reasoning?, toolCalls?, finishReason?, model?, fingerprint?, usage?, timing?,
 * error?}`. Beside `sample` a line may name its `turn`: 0 for the request with one user message,
 * 1 for the one with two, and so on. Several lines for the same sample or prompt are handed out in
 * order. A request without a recorded answer ends as `unsupported`; nothing is made up for it.
 */
export const replay: Adapter = {
  id: 'replay',
  title: { zh: '回放录制的回答（离线）', en: 'Recorded answers (offline)' },
  open: openReplay,
};

async function openReplay(model: ModelConfig, host: AdapterHost): Promise<Model> {
  const { file } = readOptions(model, {
    file: {
      fallback: '',
      expected: 'answers.jsonl',
      read: (value) => (typeof value === 'string' ? value : undefined),
    },
  });
  if (file === '') {
    throw UserError.of(
      'missing-option',
      `模型“${model.name}”没有写 options.file。请给出录制文件的路径（JSON Lines）。`,
      `Model "${model.name}" has no options.file. Give the path of the file of recorded answers (JSON Lines).`,
    );
  }
  const answers = await openRecordedAnswers(resolve(model.folder ?? '.', file));
  const scrubber = scrubberFor(model);
  /** How many of a list have been handed out. */
  const handedOut = new Map<AnswerPlaces, number>();

  async function generate(
    request: ModelRequest,
    signal: AbortSignal,
    sampleId: string,
  ): Promise<ModelResponse> {
    const calledAt = host.now();
    const stopped = faultOfSignal(signal);
    if (stopped !== undefined) return withoutAnswer(stopped);
    const places = placesFor(answers, request, sampleId);
    const before = await answeredBefore(answers, places, request);
    // No await from here to the count: two calls must not be handed the same line.
    const next = Math.max(handedOut.get(places) ?? 0, before);
    const place = places[next];
    if (place === undefined) {
      const error = { message: whyNone(places, sampleId) };
      return withoutAnswer({ outcome: 'unsupported', error });
    }
    handedOut.set(places, next + 1);
    const { response } = await answers.read(place);
    return scrubber.response(toResponse(response, Math.round(host.now() - calledAt)));
  }

  return {
    capabilities: new Set(model.capabilities ?? DEFAULT_CAPABILITIES),
    generate,
    close: () => answers.close(),
  };
}

function placesFor(
  answers: RecordedAnswers,
  request: ModelRequest,
  sampleId: string,
): AnswerPlaces {
  const users = request.messages.filter((message) => message.role === 'user');
  const bySample = answers.ofSample(sampleId, users.length - 1);
  if (bySample.length > 0) return bySample;
  const last = users.at(-1);
  return last === undefined ? [] : answers.ofPrompt(messageText(last));
}

/**
 * How many lines of a list must already have been handed out, going by the dialogue itself: a run
 * that was interrupted in the middle of one goes on after the answer that the model gave last.
 */
async function answeredBefore(
  answers: RecordedAnswers,
  places: AnswerPlaces,
  request: ModelRequest,
): Promise<number> {
  const said = request.messages.filter((message) => message.role === 'assistant').map(messageText);
  if (said.length === 0 || places.length < 2) return 0;
  const recorded = await Promise.all(places.map((place) => answers.read(place)));
  const texts = recorded.map(({ response }) => response.text);
  // Messages of the case itself, such as examples, are not among the texts and are passed over.
  return said.reduce((from, text) => {
    const found = texts.indexOf(text, from);
    return found === -1 ? from : found + 1;
  }, 0);
}

function toResponse(recorded: RecordedResponse, replayMs: number): ModelResponse {
  const concluded = conclude(recorded);
  const error = recorded.error ?? concluded.error;
  return {
    ...recorded,
    outcome: concluded.outcome,
    ...(error === undefined ? {} : { error }),
    timing: recorded.timing ?? { totalMs: replayMs },
  };
}

/** The recorded outcome, or else what the finish reason and the parts of the answer amount to. */
function conclude(recorded: RecordedResponse): Pick<ModelResponse, 'outcome' | 'error'> {
  if (recorded.outcome !== undefined) return { outcome: recorded.outcome };
  const draft = new AnswerDraft(() => 0);
  draft.addText(recorded.text);
  draft.addReasoning(recorded.reasoning ?? '');
  for (const [index, call] of (recorded.toolCalls ?? []).entries()) {
    draft.addToolCall({ index, ...call });
  }
  draft.usage = recorded.usage;
  draft.finishReason = recorded.finishReason ?? 'stop';
  return settle(draft, { kind: 'complete', streamed: false });
}

function whyNone(places: AnswerPlaces, sampleId: string): string {
  return places.length === 0
    ? `no recorded answer for sample ${sampleId} or for its prompt`
    : `all ${places.length} recorded answers for sample ${sampleId} have been used`;
}

function withoutAnswer({ outcome, error }: Fault): ModelResponse {
  return { outcome, text: '', timing: { totalMs: 0 }, error };
}
