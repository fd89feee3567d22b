import type { Adapter, AdapterHost, Model, ModelConfig, ModelRequest } from '../src/model/index.ts';
import { DEFAULT_CAPABILITIES } from '../src/model/index.ts';
import { HTTP_OPTIONS, oneOf, readOptions } from './adapter-options.ts';
import { readEndpoint, requestHeaders } from './endpoint.ts';
import type { ProtocolCall } from './http-call.ts';
import { callOverHttp } from './http-call.ts';
import { encodeMedia } from './media.ts';
import { readChunk, readCompletion } from './openai-answer.ts';
import { toChatCompletion } from './openai-request.ts';
import { scrubberFor } from './secrets.ts';
import { LONGEST_TIMER_MS, openTransport } from './transport.ts';
import { orUnsupported } from './unsupported-request.ts';

/**
 * Chat Completions of OpenAI and of every service that speaks the same protocol, through the
 * official SDK.
 *
 * Options: `maxTokensField` is the name of the token limit, `max_tokens` (default) or
 * `max_completion_tokens`; `finishReasons` and `maxResponseBytes` see `HTTP_OPTIONS`.
 */
export const openai: Adapter = {
  id: 'openai',
  title: {
    zh: 'OpenAI 兼容接口（Chat Completions）',
    en: 'OpenAI-compatible endpoint (Chat Completions)',
  },
  open: openOpenAi,
};

async function openOpenAi(model: ModelConfig, host: AdapterHost): Promise<Model> {
  const options = readOptions(model, {
    ...HTTP_OPTIONS,
    maxTokensField: oneOf(['max_tokens', 'max_completion_tokens']),
  });
  const { baseUrl, query } = readEndpoint(model, /\/chat\/completions$/);
  const transport = openTransport({
    headers: requestHeaders(model, {}),
    silenceMs: model.timeoutMs,
    maxResponseBytes: options.maxResponseBytes,
    now: () => host.now(),
  });
  const scrubber = scrubberFor(model);
  const { default: OpenAI } = await import('openai');
  const { Stream } = await import('openai/core/streaming');
  // Every value that the SDK would otherwise look for in the environment is given. It insists on a
  // key; the transport sends its own headers, so this one goes nowhere, and a service that needs
  // no key gets no Authorization at all.
  const client = new OpenAI({
    baseURL: baseUrl,
    defaultQuery: { ...query },
    apiKey: 'not-sent',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: LONGEST_TIMER_MS,
  });

  async function send(request: ModelRequest, signal: AbortSignal) {
    const media = await encodeMedia(request, host);
    const body = toChatCompletion(request, {
      model: model.model,
      stream: model.stream || request.stream === true,
      maxTokensField: options.maxTokensField,
      media,
    });
    const call: ProtocolCall = {
      // A copy of the client per call costs some 20 µs and ties the exchange to its call.
      send: (fetch, abort) =>
        client.withOptions({ fetch }).chat.completions.create(body, { signal: abort }).asResponse(),
      events: (response) =>
        Stream.fromSSEResponse(response, new AbortController(), client, false, 'events'),
      readDocument: readCompletion,
      readEvent: readChunk,
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
