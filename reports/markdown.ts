import { type IndicatorResult, OUTCOMES, type Results } from '../src/derive/index.ts';
import type { Report, RunInfo } from './contract.ts';
import { grouped } from './decimal.ts';
import { byAttention, groupByReason, hasFigures, type ReasonGroup } from './leaves.ts';
import { manifestOf } from './manifest.ts';
import { markdownText } from './markdown-text.ts';
import { clip } from './plain-text.ts';
import { utcTime } from './time.ts';
import { type Wording, wordingFor } from './wording.ts';

/** UTF-16 units of one cell at most: a step summary may have 1 MiB in all. */
const TEXT_LIMIT = 300;
/** Indicator ids listed of one group at most. */
const IDS_LIMIT = 60;

/** A summary in GitHub-flavoured Markdown, made for the step summary of a CI job. */
export const markdown: Report = {
  id: 'markdown',
  title: { zh: 'Markdown：持续集成摘要', en: 'Markdown: a summary for CI' },
  produces: /^report\.(?:zh-CN|en)\.md$/,
  async *render(results, context) {
    yield {
      path: `report.${context.language}.md`,
      mediaType: 'text/markdown',
      content: summary(results, context.run, wordingFor(context.language)),
    };
  },
};

function summary(results: Results, run: RunInfo, wording: Wording): string {
  const { messages } = wording;
  const sections = [
    `# ${escapeMarkdown(messages.reportTitle)}`,
    simulated(results, wording),
    `**${messages.overall}${messages.colon}${escapeMarkdown(wording.outcome(results.outcome))}**`,
    escapeMarkdown(wording.conclusion(results), 1000),
    outcomeTable(results, wording),
    `> **${messages.noticeTitle}** ${escapeMarkdown(wording.local(results.catalogue.notice), 1000)}`,
    facts(results, run, wording),
    `## ${messages.markdownAttention}`,
    indicatorTable(results.indicators.filter(hasFigures), wording),
    clusters(results, wording),
    ...reasons(results, wording),
    `<sub>${escapeMarkdown(messages.disclaimer, 1000)}</sub>`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function simulated(results: Results, { messages }: Wording): string {
  if (!results.simulated) return '';
  return `> **${messages.simulatedTitle}** ${messages.simulatedText}`;
}

function outcomeTable(results: Results, wording: Wording): string {
  return table(
    OUTCOMES.map((outcome) => wording.outcome(outcome)),
    [OUTCOMES.map((outcome) => grouped(results.outcomes[outcome]))],
    OUTCOMES.map(() => '---:'),
  );
}

function facts(results: Results, run: RunInfo, wording: Wording): string {
  const { messages } = wording;
  const words = messages.facts;
  const answered = results.model.answered.join(messages.listSeparator);
  const manifest = manifestOf(results, run);
  const lines: readonly (readonly [string, string])[] = [
    [words.requested, results.model.requested],
    [words.answered, answered === '' ? messages.answeredNone : answered],
    [words.started, utcTime(run.startedAt)],
    [words.finished, run.finishedAt === null ? messages.notFinished : utcTime(run.finishedAt)],
    [words.scope, messages.scopes[results.scope]],
    [words.assurance, messages.assuranceLevels[results.assuranceLevel]],
    [words.harness, `${run.harness.name} ${run.harness.version}`],
    [words.run, run.id],
    [words.planDigest, results.planDigest],
    ...(manifest === null ? [] : [[words.manifestDigest, manifest.digest.sha256] as const]),
  ];
  return lines
    .map(([name, value]) => `- ${name}${messages.colon}${escapeMarkdown(value)}`)
    .join('\n');
}

function indicatorTable(leaves: readonly IndicatorResult[], wording: Wording): string {
  const { columns, levels, markdownNone } = wording.messages;
  if (leaves.length === 0) return markdownNone;
  return table(
    [
      columns.id,
      columns.title,
      columns.level,
      columns.outcome,
      columns.passed,
      columns.rate,
      wording.messages.figures.interval,
      columns.limit,
      columns.reason,
    ],
    byAttention(leaves).map((leaf) => [
      leaf.indicator,
      wording.local(leaf.title),
      levels[leaf.level],
      wording.outcome(leaf.outcome),
      `${leaf.k}/${leaf.n}`,
      wording.rate(leaf),
      wording.interval(leaf),
      wording.limit(leaf),
      wording.reason(leaf),
    ]),
    ['---', '---', '---', '---', '---:', '---:', '---', '---', '---'],
  );
}

/** A line for each indicator whose cases are not independent. */
function clusters({ indicators }: Results, { messages }: Wording): string {
  return indicators
    .flatMap(({ indicator, n, clusters: found }) => {
      if (found === undefined) return [];
      const [count, effectiveN] = [grouped(found.count), grouped(found.effectiveN)];
      const line = messages.markdownClusters({ indicator, n: grouped(n), count, effectiveN });
      return [`- ${escapeMarkdown(line)}`];
    })
    .join('\n');
}

function reasons(results: Results, wording: Wording): readonly string[] {
  const groups = groupByReason(results);
  if (groups.length === 0) return [];
  const lines = groups.map((group) => reasonLine(group, wording));
  return [`## ${wording.messages.undecidedTitle}`, lines.join('\n')];
}

function reasonLine({ outcome, reason, leaves }: ReasonGroup, wording: Wording): string {
  const { messages } = wording;
  const why = reason === null ? messages.reasonMissing : wording.local(reason);
  const ids = leaves.slice(0, IDS_LIMIT).map((leaf) => escapeMarkdown(leaf.indicator, 60));
  const list = ids.join(messages.listSeparator);
  const more = leaves.length > IDS_LIMIT ? messages.markdownMore(grouped(leaves.length)) : '';
  return `- **${escapeMarkdown(wording.outcome(outcome))}**${messages.colon}${escapeMarkdown(why)}${messages.brackets(`${list}${more}`)}`;
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignment: readonly string[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const escaped = (cells: readonly string[]): string =>
    line(cells.map((cell) => escapeMarkdown(cell)));
  return [escaped(head), line(alignment), ...rows.map(escaped)].join('\n');
}

function escapeMarkdown(text: string, limit: number = TEXT_LIMIT): string {
  return markdownText(clip(text, limit));
}
