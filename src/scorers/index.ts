import { choice } from './choice/index.ts';
import { contains } from './contains.ts';
import type { Scorer } from './contract.ts';
import { exact } from './exact.ts';
import { jsonSchema } from './json-schema/index.ts';
import { refusal } from './refusal/index.ts';
import { regex } from './regex.ts';
import { response } from './response.ts';
import { toolCall } from './tool-call/index.ts';

export * from './contract.ts';
export { scoreResponse } from './gate.ts';

/** All scorers by id. A new one is a file and a line here. */
export const SCORERS: ReadonlyMap<string, Scorer> = new Map(
  [exact, contains, regex, choice, jsonSchema, refusal, toolCall, response].map((scorer) => [
    scorer.id,
    scorer,
  ]),
);
