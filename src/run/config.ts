import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { SchemaObject } from 'ajv';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import type { Problem, YamlDocument } from '../document/index.ts';
import { checkSchema, readYaml, suggestion, UserError } from '../document/index.ts';
import type { Capability, Json, ModelConfig, ModelParams } from '../model/index.ts';

export const CONFIG_SCHEMA = schema as SchemaObject;

export const DEFAULT_CONFIG_FILE = 'aigc.yaml';

const DEFAULT_CONCURRENCY = 8;
const DEFAULT_TIMEOUT_MS = 180_000;

/** Price per million tokens; decimal strings. */
export interface Price {
  readonly input: string;
  readonly output: string;
  readonly currency?: string;
}

interface ModelSpec {
  readonly adapter: string;
  readonly profile?: string;
  readonly model?: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly capabilities?: readonly Capability[];
  readonly limits?: { concurrency?: number; rpm?: number; tpm?: number };
  readonly params?: ModelParams;
  readonly timeoutMs?: number;
  readonly stream?: boolean;
  readonly price?: Price;
  readonly options?: Readonly<Record<string, Json>>;
}

/** `aigc.yaml` as read: secrets are still references. */
export interface Config {
  readonly file: string;
  readonly models: Readonly<Record<string, ModelSpec>>;
  readonly suites?: readonly string[];
  readonly catalogue?: string;
  readonly out?: string;
  readonly document: YamlDocument;
}

/** A model ready to be opened, and what it costs. */
export interface ConfiguredModel {
  readonly model: ModelConfig;
  readonly price: Price | null;
}

/** Reads a configuration. Throws UserError with places. */
export function readConfig(file: string): Config {
  if (!existsSync(file)) {
    throw UserError.of(
      'config-missing',
      `找不到配置文件 ${file}。`,
      `There is no configuration file ${file}.`,
      {
        hint: {
          zh: '用 aigc init 生成一个，或用 --config 指定。',
          en: '`aigc init` makes one; --config names another.',
        },
      },
    );
  }
  const document = readYaml(readFileSync(file, 'utf8'), file);
  const problems: Problem[] = [...document.problems];
  if (problems.length === 0) problems.push(...checkSchema(document, CONFIG_SCHEMA));
  if (problems.length > 0) throw new UserError(problems);
  const config = { file, document, ...(document.value as Omit<Config, 'file' | 'document'>) };
  const found = Object.entries(config.models).flatMap(([name, spec]) =>
    modelProblems(spec, (key) => document.place(['models', name, ...key])),
  );
  if (found.length > 0) throw new UserError(found);
  return config;
}

/** A reference to a secret, in a text. */
const REFERENCE = /\$\{[^}]+\}|^file:/;

/** Names of headers that carry a credential. */
const CREDENTIAL_HEADER = /^(?:proxy-)?authorization$|^cookie$|key$|token$|secret$/i;

/** What is wrong with a model whatever the environment holds. */
function modelProblems(
  { apiKey, headers = {}, baseUrl }: ModelSpec,
  place: (key: readonly string[]) => Partial<Problem>,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (apiKey !== undefined && !REFERENCE.test(apiKey)) {
    problems.push(keyInFile('apiKey', place(['apiKey'])));
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!CREDENTIAL_HEADER.test(name) || REFERENCE.test(value)) continue;
    problems.push(keyInFile(name, place(['headers', name])));
  }
  if (baseUrl !== undefined && !REFERENCE.test(baseUrl)) {
    const problem = urlProblem(baseUrl, place(['baseUrl']));
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

/** A key written into the file itself would end up in version control; it is refused. */
function keyInFile(name: string, place: Partial<Problem>): Problem {
  return {
    code: 'key-in-file',
    severity: 'error',
    ...place,
    message: {
      zh: `${name} 不能直接写在配置文件里。`,
      en: `The ${name} must not stand in the configuration file itself.`,
    },
    hint: {
      zh: '请写成 ${环境变量名} 或 file:路径。',
      en: 'Write ${ENVIRONMENT_VARIABLE} or file:path.',
    },
  };
}

/**
 * The model a user asked for, defaults filled in and secrets resolved from `env`.
 *
 * @throws UserError for a name that is not there, a missing key, a bad URL.
 */
export function configuredModel(
  config: Config,
  name: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): ConfiguredModel {
  const names = Object.keys(config.models);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  const spec = chosen === undefined ? undefined : config.models[chosen];
  if (chosen === undefined || spec === undefined) throw unknownModel(config, name, names);

  const place = (key: string): Partial<Problem> => config.document.place(['models', chosen, key]);
  const expand = (text: string, key: string): string =>
    resolveReferences(text, dirname(config.file), env, place(key));
  const apiKey = spec.apiKey === undefined ? undefined : expand(spec.apiKey, 'apiKey').trim();
  const baseUrl = spec.baseUrl === undefined ? undefined : expand(spec.baseUrl, 'baseUrl');
  const wrong = baseUrl === undefined ? null : urlProblem(baseUrl, place('baseUrl'));
  if (wrong !== null) throw new UserError([wrong]);
  return {
    price: spec.price ?? null,
    model: {
      name: chosen,
      adapter: spec.adapter,
      model: spec.model ?? chosen,
      limits: { ...spec.limits, concurrency: spec.limits?.concurrency ?? DEFAULT_CONCURRENCY },
      params: spec.params ?? {},
      timeoutMs: spec.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      stream: spec.stream ?? false,
      options: spec.options ?? {},
      folder: dirname(resolve(config.file)),
      ...(spec.profile === undefined ? {} : { profile: spec.profile }),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(spec.headers === undefined
        ? {}
        : {
            headers: Object.fromEntries(
              Object.entries(spec.headers).map(([key, text]) => [key, expand(text, 'headers')]),
            ),
          }),
      ...(spec.capabilities === undefined ? {} : { capabilities: spec.capabilities }),
    },
  };
}

function unknownModel(
  config: Config,
  name: string | undefined,
  names: readonly string[],
): UserError {
  const list = names.join(', ');
  if (name === undefined) {
    return UserError.of(
      'model-not-named',
      `${config.file} 中有多个模型（${list}），请用 --model 指定一个。`,
      `${config.file} has several models (${list}); name one with --model.`,
    );
  }
  return UserError.of(
    'unknown-model',
    `${config.file} 中没有模型 “${name}”。`,
    `There is no model "${name}" in ${config.file}.`,
    suggestion(name, names),
  );
}

function resolveReferences(
  text: string,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  place: Partial<Problem>,
): string {
  if (text.startsWith('file:')) {
    const path = text.slice('file:'.length);
    try {
      return readFileSync(isAbsolute(path) ? path : join(folder, path), 'utf8').trim();
    } catch {
      throw UserError.of(
        'secret-missing',
        `无法读取密钥文件 ${path}。`,
        `The secret file ${path} cannot be read.`,
        place,
      );
    }
  }
  return text.replaceAll(/\$\{([^}]+)\}/g, (_all, name: string) => {
    const value = env[name.trim()];
    if (value !== undefined && value !== '') return value;
    throw UserError.of(
      'secret-missing',
      `环境变量 ${name} 未设置。`,
      `The environment variable ${name} is not set.`,
      {
        ...place,
        hint: {
          zh: `请先执行 export ${name}=…。`,
          en: `Set it first: export ${name}=…`,
        },
      },
    );
  });
}

function urlProblem(url: string, place: Partial<Problem>): Problem | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    const shown = url.replace(/\/\/[^/]*@/, '//***@');
    return {
      code: 'bad-url',
      severity: 'error',
      ...place,
      message: {
        zh: `baseUrl 不是合法的 http(s) 地址：${shown}`,
        en: `The baseUrl is not an http(s) address: ${shown}`,
      },
    };
  }
  if (parsed.username === '' && parsed.password === '') return null;
  return {
    code: 'bad-url',
    severity: 'error',
    ...place,
    message: {
      zh: 'baseUrl 中不能含用户名或密码。',
      en: 'The baseUrl must not hold a user name or password.',
    },
  };
}
