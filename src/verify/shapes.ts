import type { SchemaObject } from 'ajv';
import evidenceSchema from '../../schemas/evidence.schema.json' with { type: 'json' };
import resultsSchema from '../../schemas/results.schema.json' with { type: 'json' };
import { schemaFindings } from '../document/index.ts';
import type { LocalText } from '../model/index.ts';

function defined(name: keyof typeof evidenceSchema.$defs): SchemaObject {
  return { $ref: `#/$defs/${name}`, $defs: evidenceSchema.$defs };
}

/** What lines and files of a run folder look like. */
export const SHAPES = {
  attempt: defined('attempt'),
  score: defined('score'),
  event: defined('event'),
  redacted: defined('redacted'),
  item: defined('item'),
  hiddenItem: defined('hiddenItem'),
  reveal: defined('reveal'),
  bundle: defined('bundle'),
  edition: defined('edition'),
  results: resultsSchema as SchemaObject,
} as const;

/** In what a value disagrees with its shape, one text for each place. */
export function shapeFaults(shape: SchemaObject, value: unknown): readonly LocalText[] {
  return schemaFindings(shape, value).map(({ path, message: { zh, en } }) => {
    const place = path.join('.');
    return place === '' ? { zh, en } : { zh: `${place}：${zh}`, en: `${place}: ${en}` };
  });
}
