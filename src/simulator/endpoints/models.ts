import { type InfoEndpoint, MODEL_NAME } from './contract.ts';

/** OpenAI list of models. */
export const models: InfoEndpoint = {
  kind: 'info',
  method: 'GET',
  path: '/v1/models',
  body: (model) => ({
    object: 'list',
    data: (model.models ?? [MODEL_NAME]).map((id) => ({
      id,
      object: 'model',
      created: 0,
      owned_by: 'aigc-conformance',
    })),
  }),
};
