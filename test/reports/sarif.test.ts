import { describe, expect, test } from 'vitest';
import { caseView, contextOf, leaf, RESULTS, RUN, response, WORD_PROBLEMS } from './fixture.ts';
import { largeResults } from './large-fixture.ts';
import { LANGUAGES, renderOne } from './render.ts';
import { foreignSchema } from './schemas.ts';

const wrong = foreignSchema('sarif-2.1.0-rtm.5');

interface Message {
  readonly id: string;
  readonly text: string;
  readonly arguments?: readonly string[];
}

interface Location {
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string; readonly index: number };
  };
  readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
  readonly message?: Message;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: Message;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
}

interface Component {
  readonly language: string;
  readonly rules: readonly {
    readonly id: string;
    readonly help: { readonly text: string };
    readonly messageStrings: Readonly<Record<string, { readonly text: string }>>;
  }[];
  readonly globalMessageStrings: Readonly<Record<string, { readonly text: string }>>;
}

interface Run {
  readonly language: string;
  readonly tool: { readonly driver: Component };
  readonly translations: readonly Component[];
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
  readonly invocations: readonly object[];
  readonly results: readonly Result[];
}

async function sarif(results = RESULTS, context = contextOf('en')): Promise<Run> {
  const log = JSON.parse((await renderOne('sarif', results, context)).text);
  expect(wrong(log)).toEqual([]);
  return log.runs[0];
}

function resultOf(run: Run, indicator: string): Result {
  const found = run.results.filter(({ ruleId }) => ruleId === indicator);
  if (found.length !== 1) throw new Error(`${found.length} results of ${indicator}`);
  return found[0] as Result;
}

describe('SARIF 2.1.0', () => {
  test('is valid by the schema', async () => {
    for (const language of LANGUAGES) {
      for (const results of [RESULTS, largeResults(16), { ...RESULTS, indicators: [] }]) {
        await sarif(results, contextOf(language));
      }
    }
    await sarif(RESULTS, contextOf('en', [], { ...RUN, startedAt: '', finishedAt: null }));
  });

  test('the schema does find what is wrong', async () => {
    const { text } = await renderOne('sarif');
    const log = JSON.parse(text);
    log.runs[0].results[0].kind = 'passed';
    delete log.runs[0].invocations[0].executionSuccessful;
    expect(wrong(log)).toHaveLength(2);
  });

  test('has a rule and a result for each indicator, which belong together', async () => {
    const run = await sarif();
    const { rules } = run.tool.driver;
    expect(rules).toHaveLength(RESULTS.indicators.length);
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(rules.map(({ id }) => id));
    expect(run.results.map(({ ruleIndex }) => ruleIndex)).toEqual(rules.map((_, at) => at));
  });
});

describe('outcomes in SARIF', () => {
  test.each([
    ['C3.1.1', 'pass', 'none'],
    ['C3.1.2', 'fail', 'error'],
    ['C14.6.2', 'review', 'none'],
    ['C16.1.2', 'open', 'none'],
    ['C7.1.1', 'notApplicable', 'none'],
    ['C14.7.1', 'open', 'none'],
  ])('%s has kind %s and level %s', async (indicator, kind, level) => {
    expect(resultOf(await sarif(), indicator)).toMatchObject({ kind, level });
  });

  test.each([
    ['MUST', 'error'],
    ['SHOULD', 'warning'],
    ['MAY', 'note'],
  ] as const)('not conforming where it %s is level %s', async (level, expected) => {
    const failing = leaf('C1.1.1', { zh: '甲', en: 'A' }, 'nonconforming', { level, n: 9, k: 1 });
    const run = await sarif({ ...RESULTS, indicators: [failing] });
    expect(resultOf(run, 'C1.1.1').level).toBe(expected);
  });
});

describe('languages', () => {
  test.each(LANGUAGES)(
    'the texts are in %s, and the other language translates them all',
    async (language) => {
      const run = await sarif(RESULTS, contextOf(language));
      const [other] = run.translations;
      const { driver } = run.tool;
      expect([run.language, driver.language]).toEqual([language, language]);
      expect(other?.language).toBe(language === 'en' ? 'zh-CN' : 'en');
      expect(keysOf(other?.globalMessageStrings)).toEqual(keysOf(driver.globalMessageStrings));
      expect(other?.rules.map(({ id }) => id)).toEqual(driver.rules.map(({ id }) => id));
      const help = { 'zh-CN': '限值：通过率 ≥ 80.0%', en: 'Limit: pass rate ≥ 80.0%' };
      expect(driver.rules[1]?.help.text).toContain(help[language]);
      expect(other?.rules[1]?.help.text).toContain(help[language === 'en' ? 'zh-CN' : 'en']);
    },
  );

  test('the message of a result is the one that its rule has', async () => {
    const run = await sarif();
    const { message, ruleIndex } = resultOf(run, 'C3.1.2');
    expect(message.text).toMatch(/^nonconforming \[MUST\]: 120\/200, pass rate ≥ 80\.0%\. /);
    expect(message.text).toMatch(/Passed: 120; could not be judged: 12\.$/);
    const stringIn = (component: Component | undefined): string | undefined =>
      component?.rules[ruleIndex]?.messageStrings[message.id]?.text;
    expect(stringIn(run.tool.driver)).toBe(message.text);
    expect(stringIn(run.translations[0])).toMatch(/^不符合 \[必须\]：120\/200, 通过率 ≥ 80\.0%。/);
    expect(resultOf(run, 'C14.7.1').message.text).toBe(
      'not tested [MUST]: Needs review by people.',
    );
  });
});

function keysOf(value: object | undefined): readonly string[] {
  return Object.keys(value ?? {});
}

describe('locations', () => {
  test('of a result are the files of its suites', async () => {
    const run = await sarif();
    const [{ physicalLocation, logicalLocations } = {} as Location] = resultOf(
      run,
      'C3.1.2',
    ).locations;
    const { uri, index } = physicalLocation?.artifactLocation ?? { uri: '', index: -1 };
    expect(decodeURIComponent(uri)).toBe('应用题 1.yaml');
    expect(run.artifacts[index]).toMatchObject({
      location: { uri },
      hashes: { 'sha-256': '02'.repeat(32) },
    });
    expect(logicalLocations[0]?.fullyQualifiedName).toBe('C3.1.2');
  });

  test('of an indicator without a suite is the catalogue', async () => {
    const [location] = resultOf(await sarif(), 'C14.7.1').locations;
    expect(location?.physicalLocation?.artifactLocation.uri).toBe('plan/catalogue.json');
  });

  test('of a suite that the plan does not name is no file', async () => {
    const [, , hostile] = (await sarif()).results;
    expect(hostile?.locations[0]?.physicalLocation).toBeUndefined();
  });
});

describe('failing cases', () => {
  test('are related locations, without what was asked or answered', async () => {
    const related = resultOf(await sarif(), 'C3.1.2').relatedLocations ?? [];
    expect(related.map(({ message }) => message?.arguments)).toEqual([
      ['C3.1.2-0001', 'ok'],
      ['C3.1.2-hostile', 'unparsed'],
      ['C3.1.2-long', 'ok'],
      ['C3.1.2-turns', 'ok'],
      ['C3.1.2-tools', 'ok'],
      ['C3.1.2-timeout', 'timeout'],
    ]);
    expect(related.at(-1)?.message).toMatchObject({
      id: 'case-not-judged',
      text: 'Case {0} could not be judged (status: {1})',
    });
    expect(JSON.stringify(related)).not.toMatch(/86|仓库/);
  });

  test('of the hidden pool are not even named', async () => {
    const { text } = await renderOne('sarif');
    expect(text).not.toMatch(/secret|hidden/i);
  });

  test('are ten at most', async () => {
    const cases = Array.from({ length: 30 }, (_, at) =>
      caseView(`C3.1.2-${at}`, 'C3.1.2', response('86')),
    );
    const context = contextOf('en', cases);
    const run = await sarif({ ...RESULTS, indicators: [WORD_PROBLEMS] }, context);
    expect(run.results[0]?.relatedLocations).toHaveLength(10);
  });

  test('are not looked for where every case passed', async () => {
    const context = contextOf('en');
    const all = { ...WORD_PROBLEMS, outcome: 'conforming' as const, k: WORD_PROBLEMS.n };
    await sarif({ ...RESULTS, indicators: [all] }, context);
    expect(context.asked).toEqual([]);
  });
});

test('a text has neither placeholders nor links of its own', async () => {
  const { text } = await renderOne('sarif');
  const run: Run = JSON.parse(text).runs[0];
  for (const { help, messageStrings } of run.tool.driver.rules) {
    for (const one of [help.text, messageStrings['verdict']?.text ?? '']) {
      expect(one.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
      expect(one).not.toContain('](');
    }
  }
});

test('a run that has not ended was not carried out successfully', async () => {
  const going = await sarif(RESULTS, contextOf('en', [], { ...RUN, finishedAt: null }));
  expect(going.invocations).toEqual([{ executionSuccessful: false, startTimeUtc: RUN.startedAt }]);
  expect((await sarif()).invocations).toMatchObject([{ executionSuccessful: true }]);
});
