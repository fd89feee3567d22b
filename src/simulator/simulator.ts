import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../document/index.ts';
import type { Scorer } from '../scorers/contract.ts';
import type { KnownCase } from '../suite/known-case.ts';
import { randomFrom } from '../suite/random.ts';
import { type Ability, abilityTable, ratesFor } from './ability.ts';
import { answer } from './answer.ts';
import { indexCases } from './case-index.ts';
import {
  ApiError,
  type InfoEndpoint,
  type ModelEndpoint,
  openaiError,
  type SimulatedModel,
} from './endpoints/contract.ts';
import { ENDPOINTS } from './endpoints/index.ts';
import { pause, readBody, sendError, sendJson, sendPayload } from './exchange.ts';
import { act } from './fault-acts.ts';
import { drawFault, type FaultSpec } from './faults.ts';
import { createStats, type Stats, type StatsSnapshot } from './stats.ts';

/** Milliseconds from a request to the end of its answer: always the same, or drawn evenly. */
export type Latency = number | { readonly min: number; readonly max: number };

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'] as const;

export type LoopbackHost = (typeof LOOPBACK_HOSTS)[number];

export interface SimulatorOptions {
  /** The cases that the model knows. Read once. */
  readonly cases: Iterable<KnownCase>;
  readonly ability: Ability;
  /** The same seed gives the same answers, and the same faults for the n-th call of a prompt. */
  readonly seed: string;
  /** Default 0. */
  readonly latencyMs?: Latency;
  /** Default none. */
  readonly faults?: FaultSpec;
  /** Default 0: any free port. */
  readonly port?: number;
  /** A loopback address; default `127.0.0.1`. */
  readonly host?: LoopbackHost;
  /** Make up the answers; default: the shipped scorers. */
  readonly scorers?: ReadonlyMap<string, Scorer>;
  /** Model names served; default: any name. */
  readonly models?: readonly string[];
  /** Asked of every caller when given. */
  readonly apiKey?: string;
}

export interface Simulator extends AsyncDisposable {
  /** Base URL for an OpenAI client, e.g. `http://127.0.0.1:8080/v1`. */
  readonly url: string;
  stats(): StatsSnapshot;
  /** Ends at once, whatever is still under way. */
  close(): Promise<void>;
}

interface Service {
  readonly model: SimulatedModel;
  readonly stats: Stats;
  readonly seed: string;
  readonly latency: { readonly min: number; readonly max: number };
  readonly faults: FaultSpec;
  readonly apiKey: string | undefined;
}

/**
 * Starts a local model service that answers known cases with a known ability. It listens on the
 * loopback interface only.
 *
 * Throws `UserError` when the ability does not cover the cases, and when the port is not to be had.
 *
 *     await using simulator = await startSimulator({ cases, ability: 0.9, seed: '1' });
 *     const client = new OpenAI({ baseURL: simulator.url, apiKey: 'none' });
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { host = '127.0.0.1', port: wanted = 0 } = options;
  checkAddress(host, wanted);
  // Loaded only when nobody brings others: the shipped scorers come with heavy libraries.
  const scorers = options.scorers ?? (await import('../scorers/index.ts')).SCORERS;
  const service = createService(options, scorers);
  const server = createServer((request, response) => {
    void serve(service, request, response);
  });
  // A client may keep a connection as long as it likes: closing an idle one would race with its
  // next request, and that fault would not be one of those asked for.
  server.keepAliveTimeout = 0;
  const { port } = await listen(server, wanted, host);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${port}/v1`,
    stats: service.stats.snapshot,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function createService(options: SimulatorOptions, scorers: ReadonlyMap<string, Scorer>): Service {
  const { seed, latencyMs = 0 } = options;
  const ability = abilityTable(options.ability);
  const index = indexCases(options.cases);
  for (const indicator of index.indicators) ratesFor(ability, indicator);
  const mind = { seed, ability, scorers };
  return {
    model: {
      models: options.models ?? null,
      find: index.find,
      answer: (place) => answer(mind, place),
    },
    stats: createStats(),
    seed,
    latency: latencyRange(latencyMs),
    faults: options.faults ?? new Map(),
    apiKey: options.apiKey,
  };
}

function latencyRange(latency: Latency): { min: number; max: number } {
  const { min, max } = typeof latency === 'number' ? { min: latency, max: latency } : latency;
  if (Number.isFinite(max) && min >= 0 && min <= max) return { min, max };
  throw UserError.of(
    'bad-latency',
    `模拟延迟 ${min}–${max} 毫秒无效：应为非负数，且下限不大于上限。`,
    `The simulated latency ${min} to ${max} ms is not possible: give non-negative numbers, the lower one first.`,
  );
}

/** The simulator answers anybody who can reach it: nobody outside this machine may. */
function checkAddress(host: string, port: number): void {
  if (!LOOPBACK_HOSTS.some((loopback) => loopback === host)) {
    throw UserError.of(
      'bad-address',
      `模拟服务只能监听本机回环地址（${LOOPBACK_HOSTS.join('、')}），不能监听 ${host}。`,
      `The simulator listens on a loopback address only (${LOOPBACK_HOSTS.join(', ')}), not on ${host}.`,
    );
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw UserError.of(
      'bad-address',
      `端口 ${port} 无效：应为 0 到 65535 之间的整数，0 表示自动选择。`,
      `The port ${port} is not possible: give a whole number from 0 to 65535, 0 for any free one.`,
    );
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        UserError.of(
          'port-unavailable',
          `模拟服务无法监听 ${host}:${port}（${error.code ?? error.message}）。请换一个端口，或用 0 自动选择。`,
          `The simulator cannot listen on ${host}:${port} (${error.code ?? error.message}). Choose another port, or 0 for any free one.`,
        ),
      );
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

const BY_PATH: ReadonlyMap<string, ModelEndpoint | InfoEndpoint> = new Map(
  ENDPOINTS.map((endpoint) => [endpoint.path, endpoint]),
);

async function serve(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?', 1)[0] ?? '';
  const endpoint = BY_PATH.get(path);
  if (endpoint === undefined || endpoint.method !== request.method) {
    request.resume();
    const [status, code] = endpoint === undefined ? [404, 'unknown_url'] : [405, 'wrong_method'];
    const message = `There is no ${request.method} ${path} here.`;
    sendError(response, new ApiError(status as number, code as string, message), openaiError);
    return;
  }
  if (endpoint.kind === 'info') {
    request.resume();
    sendJson(response, 200, endpoint.body(service.model, service.stats.snapshot()));
    return;
  }
  service.stats.arrived();
  response.once('close', () => {
    service.stats.left();
    if (response.headersSent) service.stats.status(response.statusCode);
  });
  try {
    await serveModel(service, endpoint, request, response);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else sendError(response, asApiError(error), endpoint.errorBody);
  }
}

/** A mistake in the simulator or a scorer must be seen, not answered away. */
function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiError(500, 'simulator_failure', `The simulator itself failed: ${message}`);
}

async function serveModel(
  { model, stats, seed, latency, faults, apiKey }: Service,
  endpoint: ModelEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) return;
  if (apiKey !== undefined && endpoint.apiKey(request.headers) !== apiKey) {
    throw new ApiError(401, 'invalid_api_key', 'The API key is missing or wrong.');
  }
  const call = endpoint.read({ headers: request.headers, body }, model);
  const times = stats.asked(call.prompt);
  const random = randomFrom(seed, call.prompt, times);
  const fault = drawFault(faults, call.place?.known.sample.indicator, random);
  const wait = latency.min + (latency.max - latency.min) * random.real();
  if (fault !== null) {
    stats.faulted(fault.name);
    if (await pause(response, wait)) await act(fault, call, endpoint, response);
    return;
  }
  response.once('finish', () => stats.answered(call.prompt, call.origin));
  await sendPayload(response, call.render('none'), wait);
}
