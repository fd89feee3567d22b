import type { Path } from '../document/index.ts';
import type { CatalogueFile, IndicatorDraft } from './catalogue-file.ts';

/** A value and where in the file it stands. */
interface Found {
  readonly at: Path;
  readonly value: unknown;
}

/**
 * What the indicator at `index` has at `path`: its own value, else that of the defaults of its
 * category, else that of the defaults of the file. A provenance falls back on its category's.
 */
function lookUp(file: CatalogueFile, index: number, path: Path): Found | undefined {
  const indicator = file.indicators[index];
  const c = file.categories.findIndex((category) => category.id === indicator?.category);
  const sources: readonly Path[] =
    path[0] === 'provenance'
      ? [
          ['indicators', index],
          ['categories', c],
        ]
      : [['indicators', index], ['categories', c, 'defaults'], ['defaults']];
  for (const source of sources) {
    const at = [...source, ...path];
    const value = valueAt(file, at);
    if (value !== undefined) return { at, value };
  }
  return undefined;
}

function valueAt(values: unknown, path: Path): unknown {
  let value = values;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}

/** Where the value stands that the indicator at `index` has at `path`; else the indicator itself. */
export function originOf(file: CatalogueFile, index: number, path: Path): Path {
  return lookUp(file, index, path)?.at ?? ['indicators', index];
}

/** The keys of an indicator in the order of the contract. */
const KEYS = [
  'id',
  'category',
  'group',
  'title',
  'requirement',
  'level',
  'methods',
  'metric',
  'rule',
  'threshold',
  'minN',
  'minNProvenance',
  'appliesWhen',
  'appliesWhenAny',
  'verifiable',
  'notTestedReason',
  'weight',
  'provenance',
] as const satisfies readonly (keyof IndicatorDraft)[];

/** The indicator at `index` with its defaults filled in; keys that nobody gives stay out. */
export function withDefaults(file: CatalogueFile, index: number): IndicatorDraft {
  const resolved: Record<string, unknown> = {};
  for (const key of KEYS) {
    const value =
      key === 'threshold' ? thresholdOf(file, index) : lookUp(file, index, [key])?.value;
    // An empty list in `appliesWhenAny` lifts the condition that the defaults would set.
    const lifted = key === 'appliesWhenAny' && Array.isArray(value) && value.length === 0;
    if (value !== undefined && !lifted) resolved[key] = value;
  }
  return resolved as unknown as IndicatorDraft;
}

/** Defaults complete a threshold; an indicator without one of its own is reported only. */
function thresholdOf(file: CatalogueFile, index: number): object | undefined {
  const own = file.indicators[index]?.threshold;
  if (own === undefined) return undefined;
  const comparator = lookUp(file, index, ['threshold', 'comparator'])?.value;
  const provenance = lookUp(file, index, ['threshold', 'provenance'])?.value;
  return {
    ...(comparator === undefined ? {} : { comparator }),
    value: own.value,
    ...(provenance === undefined ? {} : { provenance }),
  };
}
