import { UserError } from '../src/document/problem.ts';
import type { Adapter, AdapterHost, Model, ModelConfig, ModelRequest } from '../src/model/index.ts';
import { DEFAULT_CAPABILITIES } from '../src/model/index.ts';
import { HTTP_OPTIONS, readOptions } from './adapter-options.ts';
import { readMessage, readMessageEvent } from './anthropic-answer.ts';
import { toMessages } from './anthropic-request.ts';
import { readEndpoint, requestHeaders } from './endpoint.ts';
import type { ProtocolCall } from './http-call.ts';
import { callOverHttp } from './http-call.ts';
import { encodeMedia } from './media.ts';
import { scrubberFor } from './secrets.ts';
import { LONGEST_TIMER_MS, openTransport } from './transport.ts';
import { orUnsupported } from './unsupported-request.ts';

/**
 * The version of the protocol that the SDK writes. An endpoint that speaks an earlier one is told
 * so with `headers: {anthropic-version: …}`.
 */
export const PROTOCOL_VERSION = '2026-10-21';

/**
 * The Messages protocol, through the official SDK. Options: `finishReasons` and
 * `maxResponseBytes`, see `HTTP_OPTIONS`.
 */
export const anthropic: Adapter = {
  id: 'anthropic',
  title: { zh: 'Anthropic 兼容接口（Messages）', en: 'Anthropic-compatible endpoint (Messages)' },
  open: openAnthropic,
};

async function openAnthropic(model: ModelConfig, host: AdapterHost): Promise<Model> {
  const options = readOptions(model, HTTP_OPTIONS);
  // The SDK appends /v1/messages itself.
  const { baseUrl, query } = readEndpoint(model, /(?:\/v1)?(?:\/messages)?$/);
  const headers = requestHeaders(model, { 'anthropic-version': PROTOCOL_VERSION });
  if (!headers.has('authorization') && !headers.has('x-api-key')) throw missingKey(model.name);
  const transport = openTransport({
    headers,
    silenceMs: model.timeoutMs,
    maxResponseBytes: options.maxResponseBytes,
    now: () => host.now(),
  });
  const scrubber = scrubberFor(model);
  const { default: Anthropic } = await import('@anthropic-ai/sdk');
  const { Stream } = await import('@anthropic-ai/sdk/core/streaming');
  // As for the OpenAI SDK: nothing is left to the environment, and the key given here is not sent,
  // because the transport sends headers of its own.
  const client = new Anthropic({
    baseURL: baseUrl,
    defaultQuery: { ...query },
    apiKey: 'not-sent',
    webhookKey: null,
    openTelemetry: false,
    logLevel: 'off',
    maxRetries: 0,
    timeout: LONGEST_TIMER_MS,
  });

  async function* events(response: Response): AsyncGenerator<unknown> {
    for await (const { data } of Stream.rawEvents(response)) {
      if (data !== '' && data !== '[DONE]') yield JSON.parse(data);
    }
  }

  async function send(request: ModelRequest, signal: AbortSignal) {
    const media = await encodeMedia(request, host);
    const body = toMessages(request, {
      model: model.model,
      stream: model.stream || request.stream === true,
      media,
    });
    const call: ProtocolCall = {
      // Not `messages.create`, which writes warnings about models to the console and moves some
      // fields of the body into headers: the body goes out as it is.
      send: (fetch, abort) =>
        client.withOptions({ fetch }).post('/v1/messages', { body, signal: abort }).asResponse(),
      events,
      readDocument: readMessage,
      readEvent: readMessageEvent,
    };
    return callOverHttp(call, signal, {
      transport,
      now: () => host.now(),
      scrubber,
      media,
      finishReasons: options.finishReasons,
    });
  }

  return {
    capabilities: new Set(model.capabilities ?? DEFAULT_CAPABILITIES),
    generate: (request, signal) => orUnsupported(() => send(request, signal)),
  };
}

function missingKey(name: string): UserError {
  return UserError.of(
    'missing-api-key',
    `模型“${name}”没有密钥，而 Messages 接口必须有密钥。请写 apiKey: \${环境变量名}，或在 headers 中给出 x-api-key 或 authorization。`,
    `Model "${name}" has no key, and the Messages protocol needs one. Write apiKey: \${VARIABLE}, or give x-api-key or authorization in headers.`,
  );
}
