import type { GradingKey, ModelRequest, ModelResponse } from '../../model/index.ts';

/** One answer of the model in a dialogue. */
export interface DialogueAnswer {
  /** From 1 on: the answer to the first message is 1. */
  readonly number: number;
  /** Without reasoning. */
  readonly text: string;
  /** The request that it answers. */
  readonly request: ModelRequest;
}

/**
 * The model's own answers up to and with this one. Those before are in the request; assistant
 * messages that the case itself brings along stand before them and are nobody's answers.
 */
export function answersOf(key: GradingKey, response: ModelResponse): readonly DialogueAnswer[] {
  const { messages } = key.request;
  const places = messages.flatMap(({ role }, at) => (role === 'assistant' ? [at] : []));
  const own = places.slice(places.length - Math.min(places.length, key.turn ?? 0));
  const earlier = own.map((at, i) => {
    const content = messages[at]?.content;
    return {
      number: i + 1,
      text: typeof content === 'string' ? content : '',
      request: { ...key.request, messages: messages.slice(0, at) },
    };
  });
  return [...earlier, { number: own.length + 1, text: response.text, request: key.request }];
}
