import type { IndicatorResult, Results } from '../../src/derive/index.ts';
import type { Json, JsonObject, Language } from '../../src/model/index.ts';
import type { Level } from '../../src/standard/index.ts';
import type { RunInfo } from '../contract.ts';
import { nameUuid } from '../identifiers.ts';
import { hasFigures } from '../leaves.ts';
import { plainText } from '../plain-text.ts';
import { type Wording, wordingFor } from '../wording.ts';

/** The severity of not conforming. */
export const LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  MUST: 'error',
  SHOULD: 'warning',
  MAY: 'note',
};

/** What the message of a result is called in the rule it belongs to. */
export const VERDICT = 'verdict';

/** What messages that belong to no rule are called. */
export const GLOBAL = {
  conclusion: 'conclusion',
  fail: 'case-failed',
  invalid: 'case-not-judged',
  runFolder: 'run-folder',
  suiteFolder: 'suite-folder',
} as const;

/** This program as the tool of a run: one rule for each indicator, in the language of the run. */
export function driver(results: Results, run: RunInfo, language: Language): JsonObject {
  const { name, version } = run.harness;
  return {
    ...{ name, version, semanticVersion: version, guid: guid(run) },
    ...{ contents: ['localizedData', 'nonLocalizedData'], isComprehensive: true },
    ...localized(results, language, (leaf) => ({
      defaultConfiguration: { level: LEVELS[leaf.level] },
      properties: {
        tags: [leaf.category, leaf.level].map(plainText),
        ...{ metric: plainText(leaf.metric), rule: plainText(leaf.rule) },
        limit: leaf.limit === null ? null : plainText(leaf.limit),
      },
    })),
  };
}

/** Every text of the tool in another language (3.19.4). */
export function translation(results: Results, run: RunInfo, language: Language): JsonObject {
  const { name, version } = run.harness;
  const { projections } = wordingFor(language).messages;
  return {
    ...{ name, guid: guid(run), localizedDataSemanticVersion: version },
    ...{ contents: ['localizedData'], isComprehensive: true },
    associatedComponent: { name, guid: guid(run) },
    translationMetadata: { name: projections.translation },
    ...localized(results, language, () => ({})),
  };
}

function guid({ harness }: RunInfo): string {
  return nameUuid('sarif', harness.name, harness.version);
}

function localized(
  results: Results,
  language: Language,
  more: (leaf: IndicatorResult) => JsonObject,
): JsonObject {
  const wording = wordingFor(language);
  const { projections } = wording.messages;
  return {
    language,
    shortDescription: { text: messageText(projections.tool) },
    globalMessageStrings: {
      [GLOBAL.conclusion]: { text: conclusion(results, wording) },
      // Their placeholders are filled by each message.
      [GLOBAL.fail]: { text: projections.cases.fail },
      [GLOBAL.invalid]: { text: projections.cases.invalid },
      [GLOBAL.runFolder]: { text: messageText(projections.runFolder) },
      [GLOBAL.suiteFolder]: { text: messageText(projections.suiteFolder) },
    },
    rules: results.indicators.map((leaf) => ({
      id: ruleId(leaf),
      shortDescription: { text: messageText(wording.local(leaf.title)) },
      fullDescription: { text: messageText(wording.local(leaf.requirement)) },
      help: { text: messageText(help(leaf, wording)) },
      messageStrings: { [VERDICT]: { text: verdict(leaf, wording) } },
      ...more(leaf),
    })) as Json[],
  };
}

export function ruleId(leaf: IndicatorResult): string {
  return plainText(leaf.indicator);
}

/** The verdict in a sentence, which is all that many viewers show; then how it came about. */
export function verdict(leaf: IndicatorResult, wording: Wording): string {
  const { fullStop, sentenceGap } = wording.messages;
  const text = wording.verdict(leaf);
  const sentence = /[.。!！?？]$/.test(text) ? text : `${text}${fullStop}`;
  const decision = hasFigures(leaf) ? wording.decision(leaf) : [];
  return messageText([sentence, ...decision].join(sentenceGap));
}

export function conclusion(results: Results, wording: Wording): string {
  const { messages } = wording;
  const sentences = [
    ...(results.simulated ? [messages.simulatedText] : []),
    wording.conclusion(results),
  ];
  return messageText(sentences.join(messages.sentenceGap));
}

/** What is asked of the model, in this run or any other. */
function help(leaf: IndicatorResult, wording: Wording): string {
  const { messages } = wording;
  const named = (name: string, text: string): string => `${name}${messages.colon}${text}`;
  return [
    named(messages.requirement, wording.local(leaf.requirement)),
    named(messages.columns.level, messages.levels[leaf.level]),
    named(messages.figures.limit, wording.limit(leaf)),
    named(messages.figures.rule, wording.rule(leaf)),
  ].join('\n');
}

/**
 * A plain text message (3.11.3) without placeholders or links of its own: braces are doubled, and
 * what would be read as an embedded link is broken up.
 */
function messageText(text: string): string {
  return plainText(text).replaceAll('{', '{{').replaceAll('}', '}}').replaceAll('](', '] (');
}
