import type { Capability } from './capability.ts';
import type { Json } from './json.ts';
import type { ModelParams, ModelRequest } from './request.ts';
import type { ModelResponse } from './response.ts';

export interface ModelLimits {
  /** Calls in flight at most. */
  readonly concurrency: number;
  /** Requests per minute; absent means no bound known. */
  readonly rpm?: number;
  /** Tokens per minute; absent means no bound known. */
  readonly tpm?: number;
}

/** A model of `aigc.yaml`, defaults filled in and secrets resolved. Never written to disk whole. */
export interface ModelConfig {
  /** The name it has in the configuration. */
  readonly name: string;
  /** Adapter id, or a module path or URL. */
  readonly adapter: string;
  /** Folder of the configuration: relative paths in it start here; absent: the working folder. */
  readonly folder?: string;
  readonly profile?: string;
  /** The model id sent to the provider. */
  readonly model: string;
  readonly baseUrl?: string;
  /** Secret. */
  readonly apiKey?: string;
  /** Header values may be secret. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the vendor declares; undefined when the configuration says nothing. */
  readonly capabilities?: readonly Capability[];
  readonly limits: ModelLimits;
  readonly params: ModelParams;
  /** Milliseconds for one attempt, from sending to the last byte. */
  readonly timeoutMs: number;
  /** Stream every call: some endpoints answer only so. */
  readonly stream: boolean;
  /** Adapter-specific settings, e.g. `{file: "answers.jsonl"}` for `replay`. */
  readonly options: Readonly<Record<string, Json>>;
}

/** What the runner lends to an adapter. */
export interface AdapterHost {
  /** The bytes of a media part of a request. Rejects when the digest is unknown. */
  readMedia(sha256: string): Promise<Uint8Array>;
  /** Milliseconds on a monotonic clock. */
  now(): number;
}

/**
 * An open connection to one model.
 *
 * `generate` resolves with an outcome for everything that a network, a provider or a model can do;
 * it rejects only for a mistake in the program. It never retries: the runner owns retries, so that
 * every attempt is on record. When `signal` aborts it stops at once with `cancelled` (aborted by
 * the runner) or `timeout` (`signal.reason` is a `TimeoutError`).
 */
export interface Model {
  readonly capabilities: ReadonlySet<Capability>;
  generate(request: ModelRequest, signal: AbortSignal, sampleId: string): Promise<ModelResponse>;
  close?(): Promise<void>;
}

export interface Adapter {
  readonly id: string;
  /** One line for `aigc list adapters`. */
  readonly title: { readonly zh: string; readonly en: string };
  /** Throws `UserError` when the configuration cannot work (missing key, unreadable file, …). */
  open(model: ModelConfig, host: AdapterHost): Promise<Model>;
}
