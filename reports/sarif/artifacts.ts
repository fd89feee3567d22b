import type { IndicatorResult } from '../../src/derive/index.ts';
import type { JsonObject } from '../../src/model/index.ts';
import type { Manifest, RunInfo } from '../contract.ts';
import { plainText } from '../plain-text.ts';

/** Where a file lies that is named without its folder, or within the run folder. */
export const BASES = { suites: 'SUITES', run: 'RUN' } as const;

const CATALOGUE = 'plan/catalogue.json';

/** The files that results point at. */
export interface Artifacts {
  readonly list: JsonObject[];
  /** The suites of an indicator; where it is defined when it has none. */
  locationsOf(leaf: IndicatorResult): JsonObject[];
  /** The suite's file; nothing for a suite that the plan does not name. */
  physical(suite: string): { physicalLocation?: JsonObject };
}

export function artifactsOf({ suites }: RunInfo, manifest: Manifest | null): Artifacts {
  const indexes = new Map(suites.map(({ suite }, at) => [suite, at + 1]));
  const catalogueDigest = manifest?.files.get(CATALOGUE);
  const list: JsonObject[] = [
    {
      location: { uri: CATALOGUE, uriBaseId: BASES.run },
      mimeType: 'application/json',
      ...(catalogueDigest === undefined ? {} : { hashes: { 'sha-256': catalogueDigest } }),
    },
    ...suites.map(({ file, sha256 }) => ({
      location: { uri: encodeURIComponent(file), uriBaseId: BASES.suites },
      mimeType: 'application/yaml',
      hashes: { 'sha-256': sha256 },
    })),
  ];
  const at = (index: number): JsonObject => ({
    artifactLocation: { ...(list[index]?.['location'] as JsonObject), index },
  });
  const physical: Artifacts['physical'] = (suite) => {
    const index = indexes.get(suite);
    return index === undefined ? {} : { physicalLocation: at(index) };
  };
  return {
    list,
    physical,
    locationsOf(leaf) {
      const logicalLocations = [
        { fullyQualifiedName: plainText(leaf.indicator), kind: 'indicator' },
      ];
      const found = leaf.evidence.suites.map((suite) => ({ ...physical(suite), logicalLocations }));
      if (found.length > 0) return found;
      return [{ physicalLocation: at(0), logicalLocations }];
    },
  };
}
