import { styleText } from 'node:util';
import { exactPercent, percent } from '../../reports/decimal.ts';
import type { IndicatorResult, Outcome, Results } from '../derive/index.ts';
import { OUTCOME_TITLES, OUTCOMES } from '../derive/index.ts';
import type { Cli } from './cli.ts';
import { counted, table } from './table.ts';
import { wrap } from './wrap.ts';

const COLOURS = {
  conforming: 'green',
  nonconforming: 'red',
  inconclusive: 'yellow',
  'not-applicable': 'gray',
  'not-tested': 'gray',
  error: 'magenta',
} as const satisfies Record<Outcome, string>;

/** The column that a narrow terminal does without, and from where on it is shown. */
const INTERVAL_COLUMN = 5;
const WIDE_ENOUGH = 80;

/** What a run found, for people: the tested indicators, then the others in numbers. */
export function printSummary(results: Results, cli: Cli): void {
  const tested = results.indicators.filter((result) => result.n > 0);
  if (results.simulated) {
    cli.print(
      cli.text(
        '【模拟】被测的是模拟器，不是真实模型。',
        'SIMULATED: the simulator was tested, not a model.',
      ),
    );
  }
  const head = cli
    .text(
      '指标 名称 判定 通过 比例 95%区间 限值',
      'Indicator Title Outcome Passed Rate 95%-interval Limit',
    )
    .split(' ');
  const rows = tested.map((result) => row(result, cli));
  const kept = (_: string, column: number): boolean =>
    column !== INTERVAL_COLUMN || cli.columns >= WIDE_ENOUGH;
  const [first = '', ...lines] = table(
    head.filter(kept),
    rows.map((cells) => cells.filter(kept)),
    cli.columns,
  ).split('\n');
  cli.print(first);
  for (const [i, line] of lines.entries()) {
    cli.print(colourLine(line, tested[i]?.outcome ?? 'error', cli));
  }
  cli.print('');
  cli.print(wrap(countsLine(results, cli), cli.columns));
  const title = cli.local(OUTCOME_TITLES[results.outcome]);
  const scope =
    results.scope === 'catalogue'
      ? cli.text('全部目录', 'all of the catalogue')
      : cli.text(
          `所选 ${results.coverage.inScope} 项指标`,
          `the ${results.coverage.inScope} chosen`,
        );
  cli.print(
    cli.text(`总体结论（${scope}中的必选项）：`, `Overall (MUST indicators among ${scope}): `) +
      paint(title, results.outcome, cli),
  );
  cli.print(wrap(cli.local(results.catalogue.notice), cli.columns));
}

function row(result: IndicatorResult, cli: Cli): string[] {
  return [
    result.indicator,
    cli.local(result.title),
    cli.local(OUTCOME_TITLES[result.outcome]),
    `${result.k}/${result.n}${result.invalid > 0 ? cli.text(`（无效 ${result.invalid}）`, ` (invalid ${result.invalid})`) : ''}`,
    result.rate === null ? '–' : percent(result.rate),
    result.lower === null || result.upper === null
      ? '–'
      : `${percent(result.lower, 'down')}–${percent(result.upper, 'up')}`,
    // Always as a share of passing cases, so that it can be read beside the rate.
    result.threshold === null ? '–' : `≥ ${exactPercent(result.threshold)}`,
  ];
}

function countsLine(results: Results, cli: Cli): string {
  const outcomes = OUTCOMES.map(
    (outcome) => `${cli.local(OUTCOME_TITLES[outcome])} ${results.outcomes[outcome]}`,
  ).join(cli.text('，', ', '));
  const { cases, attempts, errors } = results.counts;
  return cli.text(
    `${results.indicators.length} 项指标：${outcomes}。用例 ${cases} 个，调用 ${attempts} 次，调用失败的样本 ${errors} 个。`,
    `${counted(results.indicators.length, 'indicator')}: ${outcomes}. ${counted(cases, 'case')}, ${counted(attempts, 'call')}, ${counted(errors, 'sample')} whose call failed.`,
  );
}

function colourLine(line: string, outcome: Outcome, cli: Cli): string {
  const title = cli.local(OUTCOME_TITLES[outcome]);
  return cli.colour ? line.replace(title, () => paint(title, outcome, cli)) : line;
}

function paint(text: string, outcome: Outcome, cli: Cli): string {
  return cli.colour ? styleText(COLOURS[outcome], text, { validateStream: false }) : text;
}
