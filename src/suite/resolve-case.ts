import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type {
  Choice,
  ContentPart,
  LocalText,
  Message,
  ModelRequest,
  Sample,
  ScorerUse,
  Turn,
} from '../model/index.ts';
import type { KnownCase } from './known-case.ts';
import type { CaseDefaults, CaseSpec, MessageSpec, ScorerSpec, SuiteMedia } from './suite.ts';
import type { PromptTemplate } from './template.ts';
import { TemplateError, variableFindings } from './template.ts';

/** A finding about a case; `key` is the key of the case it is about. */
export interface CaseFinding {
  readonly code: string;
  readonly key: string | null;
  readonly text: LocalText;
}

/** What resolving a case needs of its suite. */
export interface SuiteSetting {
  readonly suite: string;
  readonly indicator: string;
  readonly defaults: CaseDefaults;
  /** Absolute folder of the suite file: file references stay inside it. */
  readonly folder: string;
  readonly compile: (text: string) => PromptTemplate;
  /** Receives the media that cases refer to, by SHA-256. */
  readonly media: Map<string, SuiteMedia>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/**
 * Turns a case as written into the sample that is asked: defaults filled in, templates rendered,
 * files read and replaced by their digests. Returns the findings instead when something is wrong.
 */
export async function resolveCase(
  spec: CaseSpec,
  setting: SuiteSetting,
): Promise<{ case: KnownCase } | { findings: readonly CaseFinding[] }> {
  const findings: CaseFinding[] = [];
  const found = (code: string, key: string | null, zh: string, en: string): void => {
    findings.push({ code, key, text: { zh, en } });
  };
  const { defaults } = setting;
  const choices = choiceList(spec.choices ?? defaults.choices);
  const messages = await caseMessages(spec, setting, choices, found);
  const scorer = scorerUse(spec.scorer ?? defaults.scorer);
  const turns = (spec.turns ?? []).map((turn): Turn => {
    const own = turn.scorer === undefined ? undefined : scorerUse(turn.scorer);
    return {
      content: turn.content,
      ...(turn.target === undefined ? {} : { target: turn.target }),
      ...(own === undefined ? {} : { scorer: own }),
    };
  });
  for (const [i, turn] of turns.entries()) {
    if (turn.target !== undefined && turn.scorer === undefined) {
      found(
        'unused-target',
        'turns',
        `第 ${i + 1} 个后续轮次有 target 却没有 scorer。`,
        `Further turn ${i + 1} has a target and no scorer.`,
      );
    }
  }
  if (scorer === undefined && !turns.some((turn) => turn.scorer !== undefined)) {
    found('no-scorer', null, '用例没有评分方法（scorer）。', 'The case has no scorer.');
  }
  if (messages === null || findings.length > 0) return { findings };

  const sample: Sample = {
    id: spec.id,
    case: spec.id,
    repeat: 1,
    suite: setting.suite,
    indicator: setting.indicator,
    pool: spec.pool ?? defaults.pool ?? 'public',
    expect: spec.expect ?? defaults.expect ?? 'comply',
    request: caseRequest(spec, defaults, messages),
    ...(spec.target === undefined ? {} : { target: spec.target }),
    ...(choices === undefined ? {} : { choices }),
    ...(scorer === undefined ? {} : { scorer }),
    ...(spec.cluster === undefined ? {} : { cluster: spec.cluster }),
    ...(turns.length === 0 ? {} : { turns }),
  };
  return {
    case: {
      sample,
      ...(spec.reference === undefined ? {} : { reference: spec.reference }),
      ...(spec.wrong === undefined ? {} : { wrong: spec.wrong }),
      ...(spec.params === undefined ? {} : { ownParams: spec.params }),
    },
  };
}

type Found = (code: string, key: string | null, zh: string, en: string) => void;

function caseRequest(
  spec: CaseSpec,
  defaults: CaseDefaults,
  messages: readonly Message[],
): ModelRequest {
  const format = spec.responseFormat ?? defaults.responseFormat;
  const tools = spec.tools ?? defaults.tools;
  const toolChoice = spec.toolChoice ?? defaults.toolChoice;
  const stream = spec.stream ?? defaults.stream;
  return {
    messages,
    params: { ...defaults.params, ...spec.params },
    ...(tools === undefined ? {} : { tools }),
    ...(toolChoice === undefined ? {} : { toolChoice }),
    ...(stream === undefined ? {} : { stream }),
    ...(format === undefined
      ? {}
      : {
          responseFormat:
            format === 'json' ? { type: 'json' as const } : { type: 'json-schema', ...format },
        }),
  };
}

/** The scorer that a file names; undefined for none. */
export function scorerUse(spec: ScorerSpec | undefined): ScorerUse | undefined {
  if (spec === undefined || spec === 'none') return undefined;
  const { use, ...options } = spec;
  return { use, options };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The label of an option that was written without one: A, B, C, …, then numbers. */
export function choiceLabel(index: number): string {
  return LETTERS[index] ?? String(index + 1);
}

function choiceList(choices: CaseSpec['choices']): readonly Choice[] | undefined {
  if (choices === undefined) return undefined;
  if (Array.isArray(choices)) {
    return choices.map((text: string, i) => ({ label: choiceLabel(i), text }));
  }
  return Object.entries(choices).map(([label, text]) => ({ label, text: text as string }));
}

async function caseMessages(
  spec: CaseSpec,
  setting: SuiteSetting,
  choices: readonly Choice[] | undefined,
  found: Found,
): Promise<readonly Message[] | null> {
  if ((spec.prompt === undefined) === (spec.messages === undefined)) {
    found(
      'prompt-or-messages',
      null,
      '用例必须恰好有 prompt 与 messages 之一。',
      'A case has exactly one of "prompt" and "messages".',
    );
    return null;
  }
  const system = spec.system ?? setting.defaults.system;
  const head: Message[] = system === undefined ? [] : [{ role: 'system', content: system }];
  if (spec.prompt !== undefined) {
    const content = framedPrompt(spec, spec.prompt, setting, choices, found);
    return content === null ? null : [...head, { role: 'user', content }];
  }
  if (spec.vars !== undefined) {
    found(
      'unused-variable',
      'vars',
      'vars 只用于 prompt 模板，messages 不是模板。',
      '"vars" belong to a "prompt" template; "messages" are no templates.',
    );
  }
  const messages: Message[] = [...head];
  for (const message of spec.messages ?? []) {
    const resolved = await resolveMessage(message, setting, found);
    if (resolved === null) return null;
    messages.push(resolved);
  }
  if (messages.at(-1)?.role !== 'user' && messages.at(-1)?.role !== 'tool') {
    found(
      'last-message',
      'messages',
      '最后一条消息必须来自 user 或 tool。',
      'The last message has to come from "user" or "tool".',
    );
    return null;
  }
  return messages;
}

function framedPrompt(
  spec: CaseSpec,
  prompt: string,
  setting: SuiteSetting,
  choices: readonly Choice[] | undefined,
  found: Found,
): string | null {
  try {
    const template = setting.compile(prompt);
    const vars = spec.vars ?? {};
    const { unknown, unused } = variableFindings(template.variables, Object.keys(vars));
    for (const name of unknown) {
      found(
        'unknown-variable',
        'prompt',
        `模板变量 “${name}” 没有取值。`,
        `The template variable "${name}" has no value.`,
      );
    }
    for (const name of unused) {
      found(
        'unused-variable',
        'vars',
        `变量 “${name}” 没有被模板使用。`,
        `The variable "${name}" is not used by the template.`,
      );
    }
    if (unknown.length > 0 || unused.length > 0) return null;
    const text = template.render(vars);
    if (setting.defaults.frame === undefined) return text;
    const listed = (choices ?? []).map((choice) => `${choice.label}. ${choice.text}`).join('\n');
    return setting.compile(setting.defaults.frame).render({ prompt: text, choices: listed }).trim();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    found('template', 'prompt', error.text.zh, error.text.en);
    return null;
  }
}

async function resolveMessage(
  spec: MessageSpec,
  setting: SuiteSetting,
  found: Found,
): Promise<Message | null> {
  if (spec.role === 'user' && typeof spec.content !== 'string') {
    const parts: ContentPart[] = [];
    for (const part of spec.content) {
      if (part.text !== undefined) {
        parts.push({ type: 'text', text: part.text });
        continue;
      }
      const type =
        part.image !== undefined ? 'image' : part.audio !== undefined ? 'audio' : 'video';
      const media = await mediaOf(part.image ?? part.audio ?? part.video ?? '', setting, found);
      if (media === null) return null;
      parts.push({ type, mediaType: media.mediaType, sha256: media.sha256 });
    }
    return { role: 'user', content: parts };
  }
  const content =
    typeof spec.content === 'string'
      ? spec.content
      : spec.content.map((part) => part.text ?? '').join('');
  switch (spec.role) {
    case 'system':
    case 'user':
      return { role: spec.role, content };
    case 'assistant':
      return {
        role: 'assistant',
        content,
        ...(spec.toolCalls === undefined ? {} : { toolCalls: spec.toolCalls }),
      };
    case 'tool':
      if (spec.toolCallId === undefined) {
        found(
          'missing-key',
          'messages',
          'role 为 tool 的消息缺少 toolCallId。',
          'A message of role "tool" needs "toolCallId".',
        );
        return null;
      }
      return { role: 'tool', toolCallId: spec.toolCallId, content };
  }
}

async function mediaOf(
  file: string,
  setting: SuiteSetting,
  found: Found,
): Promise<SuiteMedia | null> {
  const path = insideFolder(setting.folder, file);
  if (path === null) {
    found(
      'path-escape',
      'messages',
      `文件 ${file} 不存在，或不在套件所在文件夹之内。`,
      `The file ${file} does not exist, or lies outside the suite's folder.`,
    );
    return null;
  }
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()];
  if (mediaType === undefined) {
    found(
      'unknown-format',
      'messages',
      `不认识的媒体格式：${file}。可用：${Object.keys(MEDIA_TYPES).join(' ')}。`,
      `Unknown media format: ${file}. Known: ${Object.keys(MEDIA_TYPES).join(' ')}.`,
    );
    return null;
  }
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const media = { sha256, mediaType, read: () => readFileSync(path) };
  setting.media.set(sha256, media);
  return media;
}

/**
 * The absolute path of a file named by a suite, or null when there is none inside the folder.
 * Links are followed before the check, so that a link cannot lead out either.
 */
export function insideFolder(folder: string, file: string): string | null {
  if (isAbsolute(file)) return null;
  try {
    const root = realpathSync(folder);
    const path = realpathSync(resolve(join(folder, file)));
    const way = relative(root, path);
    if (way === '' || way.startsWith(`..${sep}`) || way === '..' || isAbsolute(way)) return null;
    return statSync(path).isFile() ? path : null;
  } catch {
    return null;
  }
}
