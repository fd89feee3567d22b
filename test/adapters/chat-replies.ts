/** Bodies of chat completions, as servers send them. */

export interface Said {
  readonly content?: string | null;
  readonly finish?: string | null;
  readonly [field: string]: unknown;
}

export function completion({ content = '', finish = 'stop', ...message }: Said = {}) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: 'served-model',
    system_fingerprint: 'fp_1',
    choices: [
      { index: 0, message: { role: 'assistant', content, ...message }, finish_reason: finish },
    ],
    usage: { prompt_tokens: 3, completion_tokens: 5 },
  };
}

/** One chunk as an SSE event. */
export function chunk(
  delta: Readonly<Record<string, unknown>>,
  finish: string | null = null,
): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return event({ id: 'chatcmpl-1', model: 'served-model', choices });
}

export function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

export const DONE = 'data: [DONE]\n\n';
