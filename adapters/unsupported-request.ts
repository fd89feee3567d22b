import type { ModelResponse } from '../src/model/index.ts';

/** A request that a protocol has no words for. It is answered with `unsupported`, never bent. */
export class UnsupportedRequest extends Error {}

/**
 * Runs `attempt`; a request that cannot be put into the protocol becomes a response, so that the
 * sample is counted as an error with its reason and nothing is sent.
 */
export async function orUnsupported(attempt: () => Promise<ModelResponse>): Promise<ModelResponse> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof UnsupportedRequest)) throw error;
    return {
      outcome: 'unsupported',
      text: '',
      timing: { totalMs: 0 },
      error: { message: error.message },
    };
  }
}
