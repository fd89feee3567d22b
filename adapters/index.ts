import { UserError } from '../src/document/problem.ts';
import type { Adapter, AdapterHost, Model, ModelConfig } from '../src/model/index.ts';
import { anthropic } from './anthropic.ts';
import { isModuleName, loadModuleAdapter } from './module-adapter.ts';
import { openai } from './openai.ts';
import { replay } from './replay.ts';

/** All adapters of the house. An adapter loads its SDK only when a model is opened. */
export const ADAPTERS: readonly Adapter[] = [openai, anthropic, replay];

/**
 * Opens a model with the adapter that its configuration names: an id, or the path of a module of
 * the user's own.
 *
 * @throws UserError when there is no such adapter, or when the configuration cannot work.
 */
export async function openModel(model: ModelConfig, host: AdapterHost): Promise<Model> {
  const adapter = await findAdapter(model);
  return adapter.open(model, host);
}

async function findAdapter(model: ModelConfig): Promise<Adapter> {
  const known = ADAPTERS.find(({ id }) => id === model.adapter);
  if (known !== undefined) return known;
  if (isModuleName(model.adapter)) return loadModuleAdapter(model);
  const ids = ADAPTERS.map(({ id }) => id);
  throw UserError.of(
    'unknown-adapter',
    `模型“${model.name}”的适配器“${model.adapter}”不存在。可用：${ids.join('、')}；自己的适配器请写模块路径，如 ./my-adapter.mjs。`,
    `Model "${model.name}" names an adapter "${model.adapter}" that does not exist. There are: ${ids.join(', ')}; for one of your own write the path of its module, such as ./my-adapter.mjs.`,
  );
}
