import type { SchemaObject } from 'ajv';
import schema from '../../schemas/catalogue.schema.json' with { type: 'json' };
import type { Problem, SchemaFinding, YamlDocument } from '../document/index.ts';
import { schemaFindings } from '../document/index.ts';
import type { LocalText } from '../model/index.ts';
import type { Catalogue, Category, Indicator } from './catalogue.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { checkCatalogue } from './check.ts';
import { withDefaults } from './defaults.ts';

export const CATALOGUE_SCHEMA = schema as SchemaObject;

/** A document that came from YAML, or from anything else that knows where its values stand. */
export type CatalogueDocument = Pick<YamlDocument, 'value' | 'problems' | 'place' | 'placeOfKey'>;

/**
 * The catalogue of a document, defaults filled in. Never throws for what stands in the document: a
 * catalogue with errors comes back as null, and every problem has its place.
 */
export function readCatalogue(document: CatalogueDocument): {
  catalogue: Catalogue | null;
  problems: readonly Problem[];
} {
  const problems: Problem[] = [...document.problems];
  if (problems.length === 0) {
    problems.push(
      ...schemaFindings(CATALOGUE_SCHEMA, document.value).map((f) => placed(f, document)),
    );
  }
  if (problems.length > 0) return { catalogue: null, problems };

  const file = document.value as CatalogueFile;
  problems.push(...checkCatalogue(file, document.place));
  if (problems.some((p) => p.severity === 'error')) return { catalogue: null, problems };
  const { id, edition, title, notice, publishers, rules } = file;
  return {
    problems,
    catalogue: {
      id,
      edition,
      title,
      notice,
      publishers,
      rules,
      categories: file.categories.map(withoutDefaults),
      // Complete: the check has just found no missing key.
      indicators: file.indicators.map((_, i) => withDefaults(file, i) as Indicator),
    },
  };
}

function withoutDefaults({ id, title, weight, provenance }: Category): Category {
  return { id, title, weight, provenance };
}

function placed(found: SchemaFinding, document: CatalogueDocument): Problem {
  const { path, aboutKey, code, message, hint } = found;
  const decimal = decimalText(found);
  return {
    code,
    severity: 'error',
    ...(aboutKey ? document.placeOfKey(path) : document.place(path)),
    message: decimal ?? message,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A pattern tells a person nothing: for the decimal strings, what is wanted in words. */
function decimalText({ path, code }: SchemaFinding): LocalText | null {
  if (code !== 'schema-pattern' && code !== 'wrong-type') return null;
  switch (path.at(-1)) {
    case 'value':
    case 'alpha':
    case 'maxInvalidRate':
      return {
        zh: '应为 0 到 1 之间、带引号、最多六位小数的十进制数，如 "0.95"。',
        en: 'Expected a decimal number from 0 to 1 in quotes, with at most six places, such as "0.95".',
      };
    case 'weight':
      return {
        zh: '应为带引号的非负十进制数，最多六位小数，如 "1" 或 "0.5"。',
        en: 'Expected a non-negative decimal number in quotes, with at most six places, such as "1" or "0.5".',
      };
    default:
      return null;
  }
}
