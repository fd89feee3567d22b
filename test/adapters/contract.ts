import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openModel } from '../../adapters/index.ts';
import type { Model, ModelConfig, ToolCall } from '../../src/model/index.ts';
import { chunk, completion, DONE, event } from './chat-replies.ts';
import type { Received, Reply } from './loopback.ts';
import { config, fakeHost, json, serve, stream } from './loopback.ts';

/** What the model behind the adapter says; each case puts it into its protocol's own words. */
export interface Scripted {
  readonly text?: string;
  readonly reasoning?: string;
  readonly toolCalls?: readonly ToolCall[];
  readonly end?: 'stop' | 'length' | 'refusal';
  /** The call fails because it came too fast; the provider words it so. */
  readonly tooFast?: string;
}

export interface Opened extends AsyncDisposable {
  readonly model: Model;
  /** Requests that reached the provider; undefined when there is none. */
  readonly requests?: readonly unknown[];
}

export interface AdapterUnderContract {
  readonly name: string;
  /** A model that answers each prompt as scripted. */
  readonly open: (
    script: Readonly<Record<string, Scripted>>,
    more?: Partial<ModelConfig>,
  ) => Promise<Opened>;
}

/** Every adapter there is, in every way it can be asked. Add a new adapter here. */
export const UNDER_CONTRACT: readonly AdapterUnderContract[] = [
  overHttp('openai', false, chatCompletion),
  overHttp('openai', true, chatStream),
  overHttp('anthropic', false, message),
  overHttp('anthropic', true, messageStream),
  { name: 'replay', open: openRecorded },
];

function overHttp(
  adapter: string,
  streamed: boolean,
  say: (said: Scripted) => Reply,
): AdapterUnderContract {
  return {
    name: `${adapter}${streamed ? ', streamed' : ''}`,
    async open(script, more = {}) {
      const server = await serve((request) => {
        const said = script[lastUserText(request)];
        if (said === undefined) return json({ error: { message: 'not scripted' } }, 500);
        if (said.tooFast === undefined) return say(said);
        return json({ error: { type: 'rate_limit_error', message: said.tooFast } }, 429);
      });
      const model = await openModel(
        config(adapter, { baseUrl: `${server.url}/v1`, stream: streamed, ...more }),
        fakeHost(),
      );
      const { requests } = server;
      return { model, requests, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
    },
  };
}

async function openRecorded(
  script: Readonly<Record<string, Scripted>>,
  more: Partial<ModelConfig> = {},
): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'replay-'));
  const lines = Object.entries(script).map(([prompt, said]) => {
    const { text = '', tooFast, end = 'stop', ...rest } = said;
    const failed = { outcome: 'rate_limited', error: { message: tooFast, status: 429 } };
    const response = { ...rest, text, ...(tooFast === undefined ? { finishReason: end } : failed) };
    return JSON.stringify({ prompt, response });
  });
  await writeFile(join(folder, 'answers.jsonl'), lines.join('\n'));
  const { options, ...others } = more;
  const model = await openModel(
    config('replay', { folder, options: { file: 'answers.jsonl', ...options }, ...others }),
    fakeHost(),
  );
  return {
    model,
    async [Symbol.asyncDispose]() {
      await model.close?.();
      await rm(folder, { recursive: true });
    },
  };
}

/** A text as a model streams it: a character at a time. */
function pieces(text = ''): string[] {
  return Array.from(text);
}

function lastUserText({ body }: Received): string {
  return body.messages.findLast((message: { role: string }) => message.role === 'user').content;
}

function chatCompletion(said: Scripted): Reply {
  return json(
    completion({
      content: said.end === 'refusal' ? null : (said.text ?? null),
      reasoning_content: said.reasoning,
      refusal: said.end === 'refusal' ? said.text : null,
      tool_calls: said.toolCalls?.map(({ id, name, arguments: text }) => ({
        id,
        type: 'function',
        function: { name, arguments: text },
      })),
      finish: said.end === 'length' ? 'length' : said.toolCalls ? 'tool_calls' : 'stop',
    }),
  );
}

function chatStream(said: Scripted): Reply {
  const field = said.end === 'refusal' ? 'refusal' : 'content';
  return stream([
    chunk({ role: 'assistant', content: '' }),
    ...pieces(said.reasoning).map((piece) => chunk({ reasoning_content: piece })),
    ...pieces(said.text).map((piece) => chunk({ [field]: piece })),
    ...(said.toolCalls ?? []).flatMap(({ id, name, arguments: text }, index) => [
      chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
      ...pieces(text).map((piece) =>
        chunk({ tool_calls: [{ index, function: { arguments: piece } }] }),
      ),
    ]),
    chunk({}, said.end === 'length' ? 'length' : said.toolCalls ? 'tool_calls' : 'stop'),
    event({
      model: 'served-model',
      choices: [],
      usage: { prompt_tokens: 3, completion_tokens: 5 },
    }),
    DONE,
  ]);
}

function stopReason(said: Scripted): string {
  if (said.end === 'length') return 'max_tokens';
  if (said.end === 'refusal') return 'refusal';
  return said.toolCalls ? 'tool_use' : 'end_turn';
}

function message(said: Scripted): Reply {
  return json({
    type: 'message',
    role: 'assistant',
    model: 'served-model',
    content: [
      ...(said.reasoning ? [{ type: 'thinking', thinking: said.reasoning, signature: 's' }] : []),
      ...(said.text ? [{ type: 'text', text: said.text }] : []),
      ...(said.toolCalls ?? []).map(({ id, name, arguments: text }) => ({
        type: 'tool_use',
        id,
        name,
        input: JSON.parse(text),
      })),
    ],
    stop_reason: stopReason(said),
    usage: { input_tokens: 3, output_tokens: 5 },
  });
}

function messageStream(said: Scripted): Reply {
  const events: object[] = [
    {
      type: 'message_start',
      message: { model: 'served-model', content: [], usage: { input_tokens: 3, output_tokens: 0 } },
    },
  ];
  let index = 0;
  const block = (start: object, deltas: readonly object[]): void => {
    events.push({ type: 'content_block_start', index, content_block: start });
    for (const delta of deltas) events.push({ type: 'content_block_delta', index, delta });
    events.push({ type: 'content_block_stop', index });
    index += 1;
  };
  if (said.reasoning) {
    const deltas = pieces(said.reasoning).map((thinking) => ({ type: 'thinking_delta', thinking }));
    block({ type: 'thinking', thinking: '' }, [
      ...deltas,
      { type: 'signature_delta', signature: 's' },
    ]);
  }
  if (said.text) {
    block(
      { type: 'text', text: '' },
      pieces(said.text).map((text) => ({ type: 'text_delta', text })),
    );
  }
  for (const { id, name, arguments: text } of said.toolCalls ?? []) {
    block(
      { type: 'tool_use', id, name, input: {} },
      pieces(text).map((partial_json) => ({ type: 'input_json_delta', partial_json })),
    );
  }
  const delta = { stop_reason: stopReason(said), stop_sequence: null };
  events.push({ type: 'message_delta', delta, usage: { output_tokens: 5 } });
  events.push({ type: 'message_stop' });
  return stream(
    events.map(
      (data) => `event: ${(data as { type: string }).type}\ndata: ${JSON.stringify(data)}\n\n`,
    ),
  );
}
