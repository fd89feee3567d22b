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
  return { file, document, ...(document.value as Omit<Config, 'file' | 'document'>) };
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
  const apiKey = spec.apiKey === undefined ? undefined : resolveKey(spec.apiKey, expand, place);
  const baseUrl = spec.baseUrl === undefined ? undefined : expand(spec.baseUrl, 'baseUrl');
  if (baseUrl !== undefined) checkUrl(baseUrl, place('baseUrl'));
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

/** A key written into the file itself would end up in version control; it is refused. */
function resolveKey(
  text: string,
  expand: (text: string, key: string) => string,
  place: (key: string) => Partial<Problem>,
): string {
  if (!/\$\{[^}]+\}/.test(text) && !text.startsWith('file:')) {
    throw UserError.of(
      'key-in-file',
      'apiKey 不能直接写在配置文件里。',
      'The apiKey must not stand in the configuration file itself.',
      {
        ...place('apiKey'),
        hint: {
          zh: `请写成 \${环境变量名} 或 file:路径。`,
          en: `Write \${ENVIRONMENT_VARIABLE} or file:path.`,
        },
      },
    );
  }
  return expand(text, 'apiKey').trim();
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

function checkUrl(url: string, place: Partial<Problem>): void {
  const parsed = URL.parse(url);
  if (parsed !== null && /^https?:$/.test(parsed.protocol)) {
    if (parsed.username === '' && parsed.password === '') return;
    throw UserError.of(
      'bad-url',
      'baseUrl 中不能含用户名或密码。',
      'The baseUrl must not hold a user name or password.',
      place,
    );
  }
  throw UserError.of(
    'bad-url',
    `baseUrl 不是合法的 http(s) 地址：${url}`,
    `The baseUrl is not an http(s) address: ${url}`,
    place,
  );
}
