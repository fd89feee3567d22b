import type { IndicatorResult, Results } from '../../src/derive/index.ts';
import { digestOf } from '../../src/evidence/index.ts';
import type { JsonObject } from '../../src/model/index.ts';
import { inBoth, sideBySide } from '../bilingual.ts';
import type { RunInfo } from '../contract.ts';
import { nameUuid } from '../identifiers.ts';
import { categoriesWithLeaves } from '../leaves.ts';
import { controlIds, line, OSCAL_VERSION, oneLine, prop, prose, token } from './terms.ts';

/**
 * The indicators as an OSCAL catalog: categories are groups, indicators are controls with their
 * requirement as statement and their limit as objective. Here the ids of the results resolve.
 */
export function catalog(results: Results, run: RunInfo): JsonObject {
  const { catalogue } = results;
  const groups = categoriesWithLeaves(results)
    .filter(({ leaves }) => leaves.length > 0)
    .map(({ category, title, leaves }) => ({
      // An indicator may have the id of its category, and ids are unique in a document.
      id: `category-${token(category)}`,
      class: 'category',
      title: title === null ? line({ zh: category, en: category }) : line(title),
      controls: leaves.map(control),
    }));
  return {
    catalog: {
      uuid: nameUuid('catalog', catalogue.id, catalogue.edition, digestOf(groups)),
      metadata: {
        title: line(catalogue.title),
        'last-modified': run.startedAt,
        version: oneLine(catalogue.edition),
        'oscal-version': OSCAL_VERSION,
        props: [
          ...prop('catalogue', catalogue.id),
          ...catalogue.publishers.flatMap((name) => prop('publisher', sideBySide(name))),
        ],
        remarks: prose(catalogue.notice),
      },
      ...(groups.length === 0 ? {} : { groups }),
    },
  };
}

function control(leaf: IndicatorResult): JsonObject {
  const ids = controlIds(leaf.indicator);
  return {
    id: ids.control,
    class: 'indicator',
    title: line(leaf.title),
    props: [
      { name: 'label', value: oneLine(leaf.indicator) },
      ...prop('group', sideBySide(leaf.group)),
      ...prop('level', leaf.level),
      ...prop('metric', leaf.metric),
      ...prop('limit', leaf.limit),
      ...prop('rule', leaf.rule),
      ...prop('minimum-cases', leaf.minN),
      ...prop('weight', leaf.weight),
    ],
    parts: [
      { id: ids.statement, name: 'statement', prose: prose(leaf.requirement) },
      {
        id: ids.objective,
        name: 'assessment-objective',
        prose: prose(
          inBoth(
            (wording) =>
              `${wording.messages.figures.limit}${wording.messages.colon}${wording.limit(leaf)}`,
          ),
          inBoth(
            (wording) =>
              `${wording.messages.figures.rule}${wording.messages.colon}${wording.rule(leaf)}`,
          ),
        ),
      },
    ],
  };
}
