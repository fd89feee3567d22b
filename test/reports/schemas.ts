import { readFileSync } from 'node:fs';
import { Ajv, type SchemaObject } from 'ajv';
import addFormats from 'ajv-formats';

/** Schemas of other people's formats; where they come from: `schemas/README.md`. */
export type ForeignSchema =
  | 'oscal-1.1.3-assessment-results'
  | 'oscal-1.1.3-catalog'
  | 'sarif-2.1.0-rtm.5';

/** Checks a value against a schema; returns what is wrong, one line each. */
export function foreignSchema(name: ForeignSchema): (value: unknown) => readonly string[] {
  const text = readFileSync(new URL(`schemas/${name}.json`, import.meta.url), 'utf8');
  // They name themselves and their parts in the way of other drafts; every reference in them is a
  // pointer, so that the names are not needed.
  const schema = JSON.parse(text, function (this: object, key, value) {
    const names = key === '$id' || key === 'id' || key === '$schema';
    return names && typeof value === 'string' ? undefined : value;
  }) as SchemaObject;
  // OSCAL's patterns have classes of characters; one of SARIF's is none by the strict grammar.
  const unicodeRegExp = name !== 'sarif-2.1.0-rtm.5';
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
}
