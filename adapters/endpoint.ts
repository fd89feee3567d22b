import { UserError } from '../src/document/problem.ts';
import type { ModelConfig } from '../src/model/index.ts';

export interface Endpoint {
  /** Without query, fragment and final slash. */
  readonly baseUrl: string;
  /** Query parameters to send with every request. */
  readonly query: Readonly<Record<string, string>>;
}

/** Query parameters whose values say nothing secret and are worth having in the evidence. */
const PUBLIC_PARAMETERS = new Set(['api-version', 'version', 'beta']);

/**
 * The endpoint of a model. A path that a user pasted with the method's own ending loses it, since
 * the SDK appends that; nothing is ever added. No address is assumed: a forgotten `baseUrl` must
 * not send one provider's key and test questions to another.
 */
export function readEndpoint(model: ModelConfig, ending: RegExp): Endpoint {
  const { baseUrl, name } = model;
  if (baseUrl === undefined || baseUrl === '') {
    throw UserError.of(
      'missing-base-url',
      `模型“${name}”没有 baseUrl。请在配置中写明服务地址，例如 https://api.example.com/v1。`,
      `Model "${name}" has no baseUrl. Give the address of the service in the configuration, e.g. https://api.example.com/v1.`,
    );
  }
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw UserError.of(
      'bad-base-url',
      `模型“${name}”的 baseUrl 不是有效的 http(s) 地址。请写成 https://主机/路径 的形式。`,
      `The baseUrl of model "${name}" is not an http(s) address. Write it as https://host/path.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw UserError.of(
      'credentials-in-base-url',
      `模型“${name}”的 baseUrl 含有用户名或密码。请改用 apiKey 或 headers，并从环境变量取值。`,
      `The baseUrl of model "${name}" contains a user name or a password. Use apiKey or headers, with the value from the environment.`,
    );
  }
  const query = Object.fromEntries(url.searchParams);
  const path = url.pathname.replace(/\/+$/, '').replace(ending, '').replace(/\/+$/, '');
  return { baseUrl: url.origin + path, query };
}

/** A URL as it may be written down: no user, no fragment, no value of a query parameter. */
export function displayUrl(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const name of new Set(url.searchParams.keys())) {
    if (!PUBLIC_PARAMETERS.has(name)) url.searchParams.set(name, '***');
  }
  return url.href;
}

/**
 * All headers of a model's requests. They are put together here and not by an SDK, because SDKs
 * also read headers and keys from environment variables and add facts about this machine.
 * Headers of the configuration come last and win.
 */
export function requestHeaders(model: ModelConfig, own: Readonly<Record<string, string>>): Headers {
  const headers = new Headers({
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'aigc-conformance',
  });
  const set = (name: string, value: string): void => {
    try {
      headers.set(name, value);
    } catch {
      throw badHeader(model.name, name);
    }
  };
  for (const [name, value] of Object.entries(own)) set(name, value);
  if (model.apiKey !== undefined && model.apiKey !== '') {
    set('authorization', `Bearer ${model.apiKey}`);
  }
  for (const [name, value] of Object.entries(model.headers ?? {})) set(name, value);
  return headers;
}

function badHeader(model: string, header: string): UserError {
  const what = header === 'authorization' ? 'apiKey' : header;
  return UserError.of(
    'bad-header',
    `模型“${model}”的请求头或密钥“${what}”含有 HTTP 不允许的字符（例如换行或中文）。请检查它的来源。`,
    `Header or key "${what}" of model "${model}" contains characters that HTTP does not allow (a line break, for instance). Check where it comes from.`,
  );
}
