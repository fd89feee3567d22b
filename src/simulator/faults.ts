import { UserError } from '../document/index.ts';
import type { LocalText } from '../model/index.ts';
import type { Random } from '../suite/random.ts';
import { EVERY, INDICATOR_PREFIX, longestPrefix } from './indicator-prefix.ts';
import { eventAt, parseShare, sharesProblem } from './rates.ts';

/**
 * What can be made to go wrong with a call, and what the client then sees. The names are those of
 * `--faults`; the order is the one in which a draw meets them.
 */
export const FAULTS = {
  '429': { zh: '限流，带 Retry-After', en: 'rate limited, with Retry-After' },
  '500': { zh: '服务器内部错误', en: 'server error' },
  '503': { zh: '服务过载，带 Retry-After', en: 'overloaded, with Retry-After' },
  drop: { zh: '未返回任何字节即断开连接', en: 'connection closed before any byte of an answer' },
  stall: {
    zh: '只返回响应头，此后没有数据，直到客户端放弃',
    en: 'headers, then silence until the client gives up',
  },
  html: { zh: '状态码 200，内容是网关的 HTML 页面', en: "status 200 with a gateway's HTML page" },
  empty: { zh: '状态码 200，回答没有文字', en: 'status 200 with an answer that has no text' },
  'empty-body': { zh: '状态码 200，响应体为空', en: 'status 200 with no body at all' },
  'half-json': {
    zh: 'HTTP 消息完整，但其中的 JSON 中途截断',
    en: 'JSON that ends in the middle, in a complete HTTP message',
  },
  'filter-input': {
    zh: '状态码 400，输入被内容过滤拦截',
    en: 'status 400, input blocked by the content filter',
  },
  'filter-output': {
    zh: '返回回答的开头后被内容过滤拦截',
    en: 'the beginning of an answer, then blocked by the content filter',
  },
  'cut-stream': {
    zh: '回答返回到一半时断开连接',
    en: 'connection closed in the middle of the answer',
  },
  'invalid-utf8': { zh: '回答中含有非 UTF-8 字节', en: 'an answer with bytes that are not UTF-8' },
} as const satisfies Readonly<Record<string, LocalText>>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

export interface FaultRates {
  /** Shares of requests, together at most 1; a request suffers at most one fault. */
  readonly shares: readonly (readonly [name: FaultName, share: number])[];
  /** What `Retry-After` says, whole seconds. */
  readonly retryAfter: number;
}

/** Rates by indicator or prefix of one; the longest that fits counts, alone. */
export type FaultSpec = ReadonlyMap<string, FaultRates>;

export interface Fault {
  readonly name: FaultName;
  /** Whole seconds. */
  readonly retryAfter: number;
}

/** The fault that befalls one request, or null. One draw, whatever the rates. */
export function drawFault(
  faults: FaultSpec,
  indicator: string | undefined,
  random: Random,
): Fault | null {
  const rates = longestPrefix(faults, indicator);
  if (rates === undefined) return null;
  const name = eventAt(random.real(), rates.shares);
  return name === null ? null : { name, retryAfter: rates.retryAfter };
}

interface Part {
  readonly prefix: string;
  readonly name: FaultName | 'retry-after';
  readonly value: number;
}

/**
 * Reads the text of `--faults`: parts separated by commas, `NAME=SHARE` for every call or
 * `PREFIX:NAME=SHARE` for the calls of some indicators, for which the general parts then do not
 * count. `retry-after=SECONDS` (default 0) goes with 429 and 503.
 *
 *     429=0.05,500=0.02,retry-after=1,C13.1.1:500=1
 *
 * Throws `UserError` that names the part it cannot read and what there is.
 */
export function parseFaults(text: string): FaultSpec {
  const scopes = new Map<string, Map<Part['name'], number>>();
  const pieces = text.split(',').map((piece) => piece.trim());
  for (const piece of pieces.length === 1 && pieces[0] === '' ? [] : pieces) {
    const part = parsePart(piece);
    const scope = scopes.get(part.prefix) ?? new Map<Part['name'], number>();
    if (scope.has(part.name)) {
      throw badFault(piece, '重复给出了同一种故障', 'gives the same fault a second time');
    }
    scopes.set(part.prefix, scope.set(part.name, part.value));
  }
  const general = scopes.get(EVERY)?.get('retry-after') ?? 0;
  return new Map(
    Array.from(scopes, ([prefix, scope]) => [prefix, faultRates(prefix, scope, general)]),
  );
}

function faultRates(
  prefix: string,
  scope: ReadonlyMap<Part['name'], number>,
  retryAfter: number,
): FaultRates {
  const shares = FAULT_NAMES.flatMap((name) => {
    const share = scope.get(name);
    return share === undefined ? [] : [[name, share] as const];
  });
  const problem = sharesProblem(shares.map(([, share]) => share));
  if (problem !== null) {
    throw UserError.of(
      'bad-faults',
      `故障设定（${prefix === EVERY ? '全部指标' : prefix}）有误：${problem.zh}`,
      `The faults for ${prefix === EVERY ? 'all indicators' : prefix} are wrong: ${problem.en}`,
    );
  }
  return { shares, retryAfter: scope.get('retry-after') ?? retryAfter };
}

function parsePart(piece: string): Part {
  const match = /^(?:([^:=]*):)?([^:=]+)=([^:=]+)$/.exec(piece);
  if (match === null) {
    throw badFault(piece, '不是“名称=概率”的形式', 'is not of the form NAME=SHARE');
  }
  const [, prefix = EVERY, name = '', value = ''] = match;
  if (!INDICATOR_PREFIX.test(prefix)) {
    throw badFault(piece, '冒号前不是指标编号或其前缀', 'names no indicator before the colon');
  }
  if (name === 'retry-after') {
    if (!/^\d{1,6}$/.test(value)) {
      throw badFault(piece, '的秒数不是非负整数', 'gives no whole number of seconds');
    }
    return { prefix, name, value: Number(value) };
  }
  const known = FAULT_NAMES.find((fault) => fault === name);
  if (known === undefined) {
    throw badFault(piece, '不是已知的故障名称', 'names no known fault');
  }
  const share = parseShare(value);
  if (share === null) {
    throw badFault(piece, '的概率不在 0 与 1 之间', 'gives no share between 0 and 1');
  }
  return { prefix, name: known, value: share };
}

function badFault(piece: string, zh: string, en: string): UserError {
  const names = FAULT_NAMES;
  return UserError.of(
    'bad-faults',
    `故障设定中的“${piece}”${zh}。可用的名称：${names.join('、')}、retry-after（秒）。写法示例：429=0.05,retry-after=1,C13.1.1:500=1`,
    `"${piece}" in the faults ${en}. Known names: ${names.join(', ')}, retry-after (seconds). Example: 429=0.05,retry-after=1,C13.1.1:500=1`,
  );
}
