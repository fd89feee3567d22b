import type { Node } from 'yaml';
import { Document, isMap, isScalar, visit } from 'yaml';
import type { Catalogue } from './catalogue.ts';

/** Characters of a Chinese and English pair that still read well on one line. */
const ONE_LINE = 60;

/** A catalogue as YAML, every indicator complete where it stands. */
export function catalogueToYaml(catalogue: Catalogue): string {
  // The same object in two places must be written twice, not as an alias.
  const document = new Document(catalogue, { aliasDuplicateObjects: false });
  visit(document, {
    Map: (_key, node) => {
      const texts = node.items.map(({ value }) => value as Node);
      const pair = node.has('zh') && node.has('en') && node.items.length === 2;
      const length = texts.reduce(
        (n, t) => n + (isScalar(t) ? String(t.value).length : ONE_LINE),
        0,
      );
      if (pair && length <= ONE_LINE) node.flow = true;
    },
    Seq: (_key, node) => {
      if (!node.items.some((item) => isMap(item))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
