import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/problem.ts';
import { RUN_FILES } from '../../src/evidence/index.ts';
import { contextOf, HOSTILE_LEAF, leaf, RESULTS, RUN } from './fixture.ts';
import { largeResults } from './large-fixture.ts';
import { renderAll } from './render.ts';
import { foreignSchema } from './schemas.ts';

const wrongResults = foreignSchema('oscal-1.1.3-assessment-results');
const wrongCatalog = foreignSchema('oscal-1.1.3-catalog');

interface Prop {
  readonly name: string;
  readonly value: string;
  readonly remarks?: string;
}

interface Observation {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly collected: string;
  readonly props: readonly Prop[];
  readonly subjects: readonly { readonly 'subject-uuid': string }[];
  readonly 'relevant-evidence': readonly { readonly href: string; readonly props?: Prop[] }[];
}

interface Finding {
  readonly uuid: string;
  readonly target: {
    readonly 'target-id': string;
    readonly status: { readonly state: string; readonly reason: string };
  };
  readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
}

interface Result {
  readonly start: string;
  readonly end?: string;
  readonly observations?: readonly Observation[];
  readonly findings?: readonly Finding[];
  readonly 'local-definitions': { readonly components: readonly { readonly uuid: string }[] };
  readonly 'reviewed-controls': {
    readonly props?: readonly Prop[];
    readonly remarks?: string;
    readonly 'control-selections': readonly {
      readonly 'include-controls'?: readonly { readonly 'control-id': string }[];
    }[];
  };
}

interface Control {
  readonly id: string;
  readonly title: string;
  readonly props: readonly Prop[];
  readonly parts: readonly { readonly id: string; readonly name: string; readonly prose: string }[];
}

async function oscal(results = RESULTS, run = RUN) {
  const files = await renderAll('oscal', results, contextOf('en', [], run));
  const [ar, catalog] = files.map(({ content }) => JSON.parse(String(content)));
  const groups = (catalog.catalog.groups ?? []) as readonly { readonly controls: Control[] }[];
  return {
    paths: files.map(({ path }) => path),
    texts: files.map(({ content }) => String(content)),
    ar,
    catalog,
    result: ar['assessment-results'].results[0] as Result,
    controls: groups.flatMap((group) => group.controls),
  };
}

function observationOf({ observations = [] }: Result, indicator: string): Observation {
  const found = observations.find(({ props }) =>
    props.some(({ name, value }) => name === 'indicator' && value === indicator),
  );
  if (found === undefined) throw new Error(`no observation of ${indicator}`);
  return found;
}

describe('OSCAL 1.1.3', () => {
  test('both documents are valid by the schemas of NIST', async () => {
    for (const results of [RESULTS, largeResults(16), { ...RESULTS, indicators: [] }]) {
      const { paths, ar, catalog } = await oscal(results);
      expect(paths).toEqual(['oscal-ar.json', 'oscal-catalog.json']);
      expect(wrongResults(ar)).toEqual([]);
      expect(wrongCatalog(catalog)).toEqual([]);
    }
  });

  test('the schemas do find what is wrong', async () => {
    const { ar, catalog } = await oscal();
    delete ar['assessment-results'].results[0].start;
    catalog.catalog.groups[0].controls[0].id = 'not a token';
    expect(wrongResults(ar)).not.toEqual([]);
    expect(wrongCatalog(catalog)).not.toEqual([]);
  });

  test('is the same whatever the language of the reader, and says everything in both', async () => {
    const files = await renderAll('oscal', RESULTS, contextOf('zh-CN', []));
    expect(files.map(({ content }) => content)).toEqual((await oscal()).texts);
    const { result } = await oscal();
    expect(observationOf(result, 'C3.1.1').title).toBe('数值计算 / arithmetic');
    expect(observationOf(result, 'C3.1.1').description).toBe(
      '符合 \\[必须\\]：196/200, 通过率 ≥ 90.0%\n\nconforming \\[MUST\\]: 196/200, pass rate ≥ 90.0%',
    );
  });
});

describe('findings', () => {
  test.each([
    ['C3.1.1', 'satisfied', 'pass'],
    ['C3.1.2', 'not-satisfied', 'fail'],
    ['C14.6.2', 'not-satisfied', 'inconclusive'],
    ['C16.1.2', 'not-satisfied', 'error'],
  ])('%s is %s, %s', async (indicator, state, reason) => {
    const { result } = await oscal();
    const found = result.findings?.find(({ target }) => target['target-id'] === `${indicator}_obj`);
    expect(found?.target.status).toMatchObject({ state, reason });
    const { uuid } = observationOf(result, indicator);
    expect(found?.['related-observations']).toEqual([{ 'observation-uuid': uuid }]);
  });

  test('what was not decided has none: it stands in the reviewed controls with its reason', async () => {
    const { result } = await oscal();
    expect(result.findings).toHaveLength(5);
    expect(result.observations).toHaveLength(5);
    const { props, remarks, 'control-selections': selections } = result['reviewed-controls'];
    expect(props?.map(({ name, value }) => [name, value])).toEqual([
      ['not-applicable', 'C7.1.1'],
      ['not-applicable', 'C7.2.1'],
      ['not-tested', 'C14.7.1'],
    ]);
    expect(props?.at(-1)?.remarks).toBe('需要人工评审。\n\nNeeds review by people.');
    expect(remarks).toContain('未测：需要人工评审。（C14.7.1）');
    expect(remarks).toContain('not tested: Needs review by people. \\(C14.7.1\\)');
    expect(selections[0]?.['include-controls']).toHaveLength(5);
  });

  test('figures of an indicator without a limit are an observation and no finding', async () => {
    const reported = leaf('C3.9.9', { zh: '时延', en: 'latency' }, 'not-applicable', {
      n: 20,
      k: 7,
    });
    const { result } = await oscal({ ...RESULTS, indicators: [reported] });
    expect(observationOf(result, 'C3.9.9').props).toContainEqual(
      expect.objectContaining({ name: 'passed', value: '7' }),
    );
    expect(result.findings).toBeUndefined();
    expect(result['reviewed-controls'].props?.[0]).toMatchObject({ value: 'C3.9.9' });
  });
});

test('every id that the results refer to is in the catalog, and no id is there twice', async () => {
  const { result, controls, catalog, texts } = await oscal();
  const ids = [...(texts[1] ?? '').matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(controls).toHaveLength(RESULTS.indicators.length);
  expect(catalog.catalog.groups).toHaveLength(4);
  for (const { target } of result.findings ?? []) {
    const part = controls.flatMap((one) => one.parts).find(({ id }) => id === target['target-id']);
    expect(part?.name).toBe('assessment-objective');
  }
  const included = result['reviewed-controls']['control-selections'][0]?.['include-controls'] ?? [];
  for (const { 'control-id': id } of included) expect(ids).toContain(id);
  const [arithmetic] = controls;
  expect(arithmetic?.parts[1]?.prose).toContain('Limit: pass rate ≥ 90.0%');
  expect(arithmetic?.props).toContainEqual({ name: 'label', value: 'C3.1.1' });
});

test('an id that is no token becomes one that no other id becomes', async () => {
  const other = { ...HOSTILE_LEAF, indicator: `${HOSTILE_LEAF.indicator}>` };
  const { controls, ar } = await oscal({ ...RESULTS, indicators: [HOSTILE_LEAF, other] });
  const ids = controls.map(({ id }) => id);
  expect(ids[0]).toMatch(/^_C3\.b_[0-9a-f]{8}$/);
  expect(new Set(ids).size).toBe(2);
  expect(wrongResults(ar)).toEqual([]);
});

test('every uuid that is referred to is defined, and none is defined twice', async () => {
  const { texts } = await oscal();
  const defined = [...(texts[0] ?? '').matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid);
  expect(new Set(defined).size).toBe(defined.length);
  const used = [...(texts[0] ?? '').matchAll(/"(?:\w+-uuid|href)": "#?([0-9a-f-]{36})"/g)];
  expect(used.length).toBeGreaterThan(15);
  for (const [, uuid] of used) expect(defined).toContain(uuid);
});

describe('evidence', () => {
  test('of an observation are the files of the run folder, with their digests', async () => {
    const { result } = await oscal();
    const evidence = observationOf(result, 'C3.1.1')['relevant-evidence'];
    expect(evidence.map(({ href }) => href)).toEqual(
      [RUN_FILES.results, RUN_FILES.scores, RUN_FILES.attempts].map((path) => `../${path}`),
    );
    expect(evidence[1]?.props).toMatchObject([{ name: 'sha-256', value: '5c'.repeat(32) }]);
  });

  test('has no digests when the manifest is missing or of other results', async () => {
    const other = { ...RESULTS, outcome: 'conforming' as const };
    for (const { texts } of [
      await oscal(other),
      await oscal(RESULTS, { ...RUN, manifest: null }),
    ]) {
      expect(texts[0]).not.toContain('5c'.repeat(32));
      expect(texts[0]).toContain(RESULTS.planDigest);
    }
  });
});

describe('times', () => {
  test('are those of the run', async () => {
    const { result } = await oscal();
    expect(result).toMatchObject({ start: RUN.startedAt, end: RUN.finishedAt });
    expect(observationOf(result, 'C3.1.1').collected).toBe(RUN.finishedAt);
  });

  test('of a run that has not ended have no end', async () => {
    const { ar, result } = await oscal(RESULTS, { ...RUN, finishedAt: null });
    expect(result.end).toBeUndefined();
    expect(observationOf(result, 'C3.1.1').collected).toBe(RUN.startedAt);
    expect(wrongResults(ar)).toEqual([]);
  });

  test('are missing for a run that never began, which OSCAL has no way to say', async () => {
    await expect(oscal(RESULTS, { ...RUN, startedAt: '', finishedAt: null })).rejects.toThrow(
      UserError,
    );
  });
});

test('another run of the same model has other uuids, but the same model', async () => {
  const first = await oscal();
  const second = await oscal(RESULTS, { ...RUN, startedAt: '2026-11-24T09:00:00.000Z' });
  const uuidOf = ({ result }: typeof first) => observationOf(result, 'C3.1.1').uuid;
  expect(uuidOf(second)).not.toBe(uuidOf(first));
  expect(second.result['local-definitions'].components[0]?.uuid).toBe(
    first.result['local-definitions'].components[0]?.uuid,
  );
});

test('texts from outside are inert Markdown wherever OSCAL has markup', async () => {
  const markup: string[] = [];
  for (const text of (await oscal()).texts) {
    JSON.parse(text, (key, value) => {
      if (['title', 'description', 'prose', 'remarks'].includes(key)) markup.push(String(value));
      return value;
    });
  }
  expect(markup.length).toBeGreaterThan(50);
  for (const text of markup) {
    expect(text).not.toMatch(/<|(?<!\\)\]\(|(?<!\\)\{/);
  }
});
