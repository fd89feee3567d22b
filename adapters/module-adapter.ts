import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../src/document/problem.ts';
import type { Adapter, ModelConfig } from '../src/model/index.ts';

/** Whether an adapter's name is a module: a relative or absolute path, or a `file:` URL. */
export function isModuleName(name: string): boolean {
  return /^(?:\.{1,2}[\\/]|[\\/]|file:|[A-Za-z]:[\\/])/.test(name);
}

/**
 * Loads a user's own adapter: the default export of a module, whose relative path starts at the
 * folder of the configuration. The module runs with all rights of this program.
 *
 * @throws UserError when it cannot be loaded or is no adapter.
 */
export async function loadModuleAdapter(model: ModelConfig): Promise<Adapter> {
  const name = model.adapter;
  const url = name.startsWith('file:')
    ? name
    : pathToFileURL(resolve(model.folder ?? '.', name)).href;
  let module: { readonly default?: unknown };
  try {
    module = (await import(url)) as { readonly default?: unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw UserError.of(
      'adapter-not-loaded',
      `模型“${model.name}”的适配器模块 ${name} 无法加载：${why}。请检查路径；相对路径从配置文件所在目录算起。`,
      `The adapter module ${name} of model "${model.name}" cannot be loaded: ${why}. Check the path; a relative one starts at the folder of the configuration file.`,
    );
  }
  if (isAdapter(module.default)) return module.default;
  throw UserError.of(
    'not-an-adapter',
    `模块 ${name} 的默认导出不是适配器。它应为 {id, title: {zh, en}, open(model, host)}。`,
    `The default export of module ${name} is not an adapter. It has to be {id, title: {zh, en}, open(model, host)}.`,
  );
}

function isAdapter(value: unknown): value is Adapter {
  const candidate = value as Partial<Adapter> | null | undefined;
  return (
    typeof candidate?.id === 'string' &&
    typeof candidate.title?.zh === 'string' &&
    typeof candidate.title.en === 'string' &&
    typeof candidate.open === 'function'
  );
}
