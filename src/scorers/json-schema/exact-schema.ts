import type { SchemaObject } from 'ajv';
import {
  type ExactJson,
  firstWrittenNumber,
  roundedJson,
  type SchemaFinding,
  schemaFindings,
  WrittenNumber,
} from '../../document/index.ts';

/**
 * Everything in which a value disagrees with a schema. The validator knows doubles only, so where
 * none holds a number, the next below it and the next above it both have to fit. So what is beyond
 * a limit or is none of the values of an enumeration does not fit, unless the enumeration has both
 * neighbours.
 */
export function exactSchemaFindings(
  schema: SchemaObject,
  value: ExactJson,
): readonly SchemaFinding[] {
  if (firstWrittenNumber(value) === undefined) return schemaFindings(schema, value);
  const rounded = roundedJson(value);
  const below = schemaFindings(schema, rounded.below);
  const found = below.length > 0 ? below : schemaFindings(schema, rounded.above);
  return found.map((finding) => {
    const at = finding.path.reduce<ExactJson | undefined>(partOf, value);
    if (!(at instanceof WrittenNumber)) return finding;
    // The validator's own words would quote a number that the answer does not have.
    return {
      ...finding,
      message: {
        zh: `数值 ${at.numeral} 不符合 schema 的要求。`,
        en: `The number ${at.numeral} does not fit the schema.`,
      },
    };
  });
}

function partOf(value: ExactJson | undefined, key: string | number): ExactJson | undefined {
  if (typeof value !== 'object' || value === null || value instanceof WrittenNumber)
    return undefined;
  return Array.isArray(value) ? value[Number(key)] : value[key];
}
