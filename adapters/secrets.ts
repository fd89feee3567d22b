import type { ModelConfig, ModelResponse, ResponseError } from '../src/model/index.ts';
import { MAX_ERROR_MESSAGE } from '../src/model/index.ts';

/** What stands in the place of a secret. */
const MASK = '[redacted]';

/** What looks like a credential, whoever it belongs to. */
const CREDENTIAL_SHAPES: readonly RegExp[] = [
  /\b(?:Bearer|Basic)\s+[\w.~+/=*:-]{4,}/gi,
  /\bsk-[\w*.-]{4,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
];

/** Headers that hold a credential by their name. */
const CREDENTIAL_NAME = /auth|key|token|secret|cookie|passw|credential|sign/i;

/** A shorter text occurs by chance in an answer; a credential of that length does not exist. */
const SHORTEST_CREDENTIAL = 8;
/** A shorter header value occurs by chance in any sentence. */
const SHORTEST_HEADER_VALUE = 4;

export interface Scrubber {
  /**
   * An error message that may be kept: no credential and no value of a configured header in it,
   * at most `MAX_ERROR_MESSAGE` UTF-16 units.
   */
  message(text: string): string;
  /**
   * A response that may be kept: its error as by `message`, and the model's own credentials masked
   * in every other text. Nothing else is touched: an answer is evidence, and only a server that
   * echoes the key back can be meant.
   */
  response(response: ModelResponse): ModelResponse;
}

/** The secrets of one model's configuration, to be kept out of everything that is written down. */
export function scrubberFor(model: ModelConfig): Scrubber {
  const credentials: string[] = model.apiKey === undefined ? [] : [model.apiKey];
  const values: string[] = [];
  for (const [name, value] of Object.entries(model.headers ?? {})) {
    values.push(value);
    if (CREDENTIAL_NAME.test(name)) credentials.push(value, value.replace(/^\S+\s+/, ''));
  }
  for (const [name, value] of queryOf(model.baseUrl)) {
    if (CREDENTIAL_NAME.test(name)) credentials.push(value);
  }

  const strict = matcher([
    ...credentials,
    ...values.filter((v) => v.length >= SHORTEST_HEADER_VALUE),
  ]);
  const exact = matcher(credentials.filter((v) => v.length >= SHORTEST_CREDENTIAL));
  const message = (text: string): string => {
    let clean = strict === undefined ? text : text.replace(strict, MASK);
    for (const shape of CREDENTIAL_SHAPES) clean = clean.replace(shape, MASK);
    // Cut last: half a key would no longer be recognised.
    return clean.slice(0, MAX_ERROR_MESSAGE).toWellFormed();
  };
  return {
    message,
    response({ error, ...rest }) {
      const kept =
        exact === undefined ? rest : mapStrings(rest, (text) => text.replace(exact, MASK));
      return {
        ...(kept as typeof rest),
        ...(error === undefined ? {} : { error: cleanError(error, message) }),
      };
    },
  };
}

function cleanError(error: ResponseError, clean: (text: string) => string): ResponseError {
  const { code, message, ...rest } = error;
  return { ...rest, ...(code === undefined ? {} : { code: clean(code) }), message: clean(message) };
}

/** `value` with `change` applied to every text in it, object keys left alone. */
export function mapStrings(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapStrings(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapStrings(entry, change)]),
  );
}

function queryOf(url: string | undefined): [string, string][] {
  if (url === undefined || !URL.canParse(url)) return [];
  return [...new URL(url).searchParams];
}

/** Matches each of the texts, also as it looks inside a URL or inside JSON; the longest first. */
function matcher(texts: readonly string[]): RegExp | undefined {
  const forms = texts
    .filter((text) => text !== '')
    .flatMap((text) => [
      text,
      encodeURIComponent(text.toWellFormed()),
      JSON.stringify(text).slice(1, -1),
    ]);
  if (forms.length === 0) return undefined;
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(escapeRegExp).join('|'), 'g');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
