/** Where in a body an error code stood: the same number means different things in each. */
export type CodePlace = 'error' | 'body' | 'base_resp' | 'error_code' | 'Response.Error';

export interface ProviderCode {
  readonly place: CodePlace;
  readonly value: string;
}

/** An error as a provider words it, whichever envelope it came in. */
export interface ProviderError {
  /** Most telling first. */
  readonly codes: readonly ProviderCode[];
  readonly message: string;
  /** Whose text a content filter stopped, when the provider says so. */
  readonly side?: 'input' | 'output';
}

type Fields = Readonly<Record<string, unknown>>;

/** Values of a top-level `code` that come with a good answer. */
const GOOD_CODES = new Set(['', '0', '200', 'ok', 'success']);

/**
 * The error that a JSON body reports, or undefined when it reports none. The HTTP status is no
 * guide: several providers send errors with status 200, and in the middle of a stream there is no
 * status to send.
 */
export function readProviderError(body: unknown): ProviderError | undefined {
  if (!isObject(body)) return undefined;
  return (
    fromErrorField(body) ??
    fromBaseResp(body) ??
    fromErrorCode(body) ??
    fromResponseEnvelope(body) ??
    fromTopLevel(body) ??
    fromSensitiveFlags(body)
  );
}

/** `{error: {code, type, message}}` or `{error: "…"}`. */
function fromErrorField(body: Fields): ProviderError | undefined {
  const { error } = body;
  if (typeof error === 'string' && error !== '') return { codes: [], message: error };
  if (!isObject(error)) return undefined;
  const inner = isObject(error['innererror']) ? error['innererror'] : {};
  const details = isObject(error['details']) ? error['details'] : {};
  return withSide(
    {
      codes: codesOf(
        'error',
        error['code'],
        details['error_code'],
        inner['code'],
        error['type'],
        error['status'],
      ),
      message: textOf(error['message'], error),
    },
    error,
    body,
  );
}

/** `{base_resp: {status_code, status_msg}}`; 0 is success. */
function fromBaseResp(body: Fields): ProviderError | undefined {
  const base = body['base_resp'];
  if (!isObject(base) || isGood(base['status_code'])) return undefined;
  return {
    codes: codesOf('base_resp', base['status_code']),
    message: textOf(base['status_msg'], base),
  };
}

/** `{error_code, error_msg}`; 0 is success. */
function fromErrorCode(body: Fields): ProviderError | undefined {
  if (isGood(body['error_code'])) return undefined;
  return {
    codes: codesOf('error_code', body['error_code']),
    message: textOf(body['error_msg'], body),
  };
}

/** `{Response: {Error: {Code, Message}}}`. */
function fromResponseEnvelope(body: Fields): ProviderError | undefined {
  const envelope = body['Response'];
  if (!isObject(envelope) || !isObject(envelope['Error'])) return undefined;
  const error = envelope['Error'];
  return {
    codes: codesOf('Response.Error', error['Code']),
    message: textOf(error['Message'], error),
  };
}

/** `{code, message}`, `{object: "error", …}`, or a bare `{message: "…"}` or `{detail: …}`. */
function fromTopLevel(body: Fields): ProviderError | undefined {
  const message = body['message'] ?? body['msg'] ?? body['detail'];
  const bare =
    (typeof message === 'string' || 'detail' in body) &&
    !('choices' in body) &&
    !('content' in body);
  if (isGood(body['code']) && body['object'] !== 'error' && !bare) return undefined;
  return withSide(
    { codes: codesOf('body', body['code'], body['type']), message: textOf(message, body) },
    body,
  );
}

/** `{input_sensitive: true}` or `{output_sensitive: true}` beside an otherwise good answer. */
function fromSensitiveFlags(body: Fields): ProviderError | undefined {
  for (const side of ['input', 'output'] as const) {
    if (body[`${side}_sensitive`] === true) {
      return { codes: codesOf('body', `${side}_sensitive`), message: `${side}_sensitive`, side };
    }
  }
  return undefined;
}

/**
 * Whose text a filter names: `contentFilter: [{role: "user" | "assistant" | …}]`. History counts
 * as input: it was sent by us.
 */
export function filteredSide(body: unknown): 'input' | 'output' | undefined {
  if (!isObject(body)) return undefined;
  const list = body['contentFilter'] ?? body['content_filter'];
  if (!Array.isArray(list)) return undefined;
  const roles = list.filter(isObject).map((entry) => entry['role']);
  if (roles.includes('assistant')) return 'output';
  return roles.length > 0 ? 'input' : undefined;
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withSide(error: ProviderError, ...bodies: readonly Fields[]): ProviderError {
  const side = bodies.map(filteredSide).find((found) => found !== undefined);
  return side === undefined ? error : { ...error, side };
}

function codesOf(place: CodePlace, ...values: readonly unknown[]): ProviderCode[] {
  return values
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => ({ place, value: String(value) }))
    .filter(({ value }) => value !== '');
}

function isGood(code: unknown): boolean {
  if (typeof code !== 'string' && typeof code !== 'number') return true;
  return GOOD_CODES.has(String(code).toLowerCase());
}

/** The message, or the whole object when it has none that can be read. */
function textOf(message: unknown, whole: unknown): string {
  return typeof message === 'string' && message !== '' ? message : JSON.stringify(whole);
}
