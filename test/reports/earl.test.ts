import { describe, expect, test } from 'vitest';
import { contextOf, INDICATORS, RESULTS, RUN } from './fixture.ts';
import { renderOne } from './render.ts';

type Node = Readonly<Record<string, unknown>> & { readonly '@id': string };

async function earl(run = RUN): Promise<{ context: Record<string, unknown>; graph: Node[] }> {
  const { text } = await renderOne('earl', RESULTS, contextOf('en', [], run));
  const { '@context': context, '@graph': graph } = JSON.parse(text);
  return { context, graph };
}

function ofType(graph: readonly Node[], type: string): readonly Node[] {
  return graph.filter((node) => [node['@type']].flat().includes(type));
}

async function resultOf(indicator: string): Promise<Record<string, unknown>> {
  const { graph } = await earl();
  const [test] = graph.filter((node) => node['identifier'] === indicator);
  const [assertion] = graph.filter((node) => node['test'] === test?.['@id']);
  return assertion?.['result'] as Record<string, unknown>;
}

test.each([
  ['C3.1.1', 'earl:passed', 'conforming'],
  ['C3.1.2', 'earl:failed', 'nonconforming'],
  ['C14.6.2', 'earl:cantTell', 'inconclusive'],
  ['C16.1.2', 'earl:cantTell', 'error'],
  ['C7.1.1', 'earl:inapplicable', 'not-applicable'],
  ['C14.7.1', 'earl:untested', 'not-tested'],
])('%s is %s; our own word, %s, stands beside it', async (indicator, outcome, own) => {
  expect(await resultOf(indicator)).toMatchObject({ outcome, 'aigc:outcome': own });
});

describe('the graph', () => {
  test('has what the schema of EARL 1.0 requires of an assertion, once each', async () => {
    const { graph } = await earl();
    const assertions = ofType(graph, 'earl:Assertion');
    expect(assertions).toHaveLength(INDICATORS.length);
    for (const one of assertions) {
      expect(one).toMatchObject({
        assertedBy: expect.any(String),
        subject: expect.any(String),
        test: expect.any(String),
        mode: 'earl:automatic',
        result: { '@type': 'earl:TestResult', outcome: expect.stringMatching(/^earl:/) },
      });
    }
  });

  test('defines every node it refers to, once, as what it is referred to as', async () => {
    const { graph } = await earl();
    const nodes = new Map(graph.map((node) => [node['@id'], node]));
    expect(nodes.size).toBe(graph.length);
    const types = {
      assertedBy: 'earl:Assertor',
      subject: 'earl:TestSubject',
      test: 'earl:TestRequirement',
    };
    for (const one of ofType(graph, 'earl:Assertion')) {
      for (const [term, type] of Object.entries(types)) {
        expect([nodes.get(String(one[term]))?.['@type']].flat()).toContain(type);
      }
      expect(nodes.has(String(one['isPartOf']))).toBe(true);
    }
  });

  test('says everything in the terms of its own context, which needs no network', async () => {
    const { context, graph } = await earl();
    const keys = new Set<string>();
    JSON.stringify(graph, (key, value) => {
      if (key !== '' && !/^\d+$/.test(key)) keys.add(key);
      return value;
    });
    for (const key of keys) {
      const [prefix = key] = key.split(':');
      expect(key.startsWith('@') || prefix in context, key).toBe(true);
    }
    for (const type of graph.flatMap((node) => [node['@type']].flat().map(String))) {
      expect(context).toHaveProperty(type.split(':')[0] ?? '');
    }
  });

  test('names an indicator by catalogue, edition and id', async () => {
    const { graph } = await earl();
    const ids = ofType(graph, 'earl:TestRequirement').map((node) => node['@id']);
    expect(ids[0]).toBe('urn:aigc-conformance:indicator:aigc-rebuilt:0.1.0:C3.1.1');
    for (const id of ids) expect(id).toMatch(/^urn:[a-z-]+:[\w%.:-]+$/);
  });
});

test('texts have their languages', async () => {
  const { description, info } = await resultOf('C14.7.1');
  expect(description).toEqual([
    { '@value': '未测 [必须]：需要人工评审。', '@language': 'zh-CN' },
    { '@value': 'not tested [MUST]: Needs review by people.', '@language': 'en' },
  ]);
  expect(info).toHaveLength(2);
});

test('is the same whatever the language of the reader', async () => {
  const [zh, en] = [await renderOne('earl', RESULTS, contextOf('zh-CN')), await renderOne('earl')];
  expect(zh.content).toBe(en.content);
});

test('the date is when the run ended, or began while it goes on; none when it never did', async () => {
  const dateOf = async (run: Partial<typeof RUN>): Promise<unknown> => {
    const { graph } = await earl({ ...RUN, ...run });
    const [first] = ofType(graph, 'earl:Assertion');
    return (first?.['result'] as Record<string, unknown> | undefined)?.['date'];
  };
  expect(await dateOf({})).toBe(RUN.finishedAt);
  expect(await dateOf({ finishedAt: null })).toBe(RUN.startedAt);
  expect(await dateOf({ finishedAt: null, startedAt: '' })).toBeUndefined();
});
