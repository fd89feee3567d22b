import { Option } from 'commander';
import { OUTCOME_TITLES } from '../derive/results.ts';
import type { LocalText } from '../model/index.ts';
import { STEPS } from '../verify/contract.ts';
import type { Finding, StepResult, Verification } from '../verify/index.ts';
import type { Cli } from './cli.ts';
import type { DefineCommand } from './command.ts';

interface VerifyCommandOptions {
  readonly trust?: string;
  readonly profile?: 'submission';
  readonly at?: string;
  readonly out?: string;
}

export const defineVerify: DefineCommand = (program, cli, done) => {
  program
    .command('verify')
    .argument('<run>', cli.text('运行文件夹或 zip 文件', 'run folder or zip file'))
    .description(
      cli.text(
        '离线核验：签名、证据链、重新评分、重新推导结论',
        'verify offline: signatures, chains, scores and verdicts made again',
      ),
    )
    .option('--trust <file>', cli.text('信任策略：相信哪些密钥', 'trust policy: whose keys count'))
    .addOption(
      new Option(
        '--profile <name>',
        cli.text('另按送审要求核验', 'also check what a submission needs'),
      ).choices(['submission']),
    )
    .option(
      '--at <time>',
      cli.text('按此时间判断有效期（默认现在）', 'judge validity at this time (default: now)'),
    )
    .option('--out <file>', cli.text('把核验结果写入该文件', 'write the verification to this file'))
    .action(async (path: string, options: VerifyCommandOptions, command) => {
      const { verifyPath } = await import('../verify/index.ts');
      const { writeOutputFile } = await import('../run/output-file.ts');
      const verification = await verifyPath(path, {
        ...(options.trust === undefined ? {} : { trust: options.trust }),
        ...(options.at === undefined ? {} : { at: options.at }),
        profile: options.profile ?? null,
      });
      if (options.out !== undefined) {
        writeOutputFile(options.out, `${JSON.stringify(verification, null, 2)}\n`);
      }
      if (command.optsWithGlobals().json === true) cli.printJson(verification);
      else printVerification(verification, cli);
      done(verification.outcome === 'failed' ? 1 : 0);
    });
};

function printVerification(verification: Verification, cli: Cli): void {
  for (const step of verification.steps) printStep(step, cli);
  const { outcome, concluded, assuranceLevel, bundle } = verification;
  const words = {
    verified: ['核验通过', 'Verified'],
    'verified-with-warnings': ['核验通过，但有提示', 'Verified, with warnings'],
    failed: ['核验不通过', 'Verification failed'],
  } as const;
  const [zh, en] = words[outcome];
  cli.print(cli.text(`${zh}。`, `${en}.`));
  if (outcome !== 'failed' && concluded !== null) {
    const title = cli.local(OUTCOME_TITLES[concluded]);
    const level = assuranceLevel === null ? '' : cli.local(LEVELS[assuranceLevel]);
    cli.print(
      cli.text(
        `运行的结论：${title}；保证等级：${level}。`,
        `The run concluded: ${title}; assurance: ${level}.`,
      ),
    );
  }
  printStanding(verification, cli);
  const counts = Object.groupBy(verification.indicators, ({ status }) => status);
  const count = (status: keyof typeof counts): number => counts[status]?.length ?? 0;
  cli.print(
    cli.text(
      `有用例的指标：重新推导 ${count('re-derived')}，采信记录 ${count('trusted')}，无法核验 ${count('not-verifiable')}。`,
      `Indicators with cases: ${count('re-derived')} derived again, ${count('trusted')} trusted as recorded, ${count('not-verifiable')} not verifiable.`,
    ),
  );
  if (bundle !== null) cli.print(`bundle.json sha256:${bundle}`);
}

/** Said only where something else stands than was concluded. */
function printStanding({ outcome, concluded, standing }: Verification, cli: Cli): void {
  if (outcome === 'failed' || standing === null) return;
  const { indicators, deviations } = standing;
  if (indicators.length === 0 && deviations.length === 0 && standing.outcome === concluded) return;
  const title = cli.local(OUTCOME_TITLES[standing.outcome]);
  const changed = indicators.map(({ indicator }) => indicator);
  cli.print(
    cli.text(
      `计入已批准的豁免与说明后：${title}（涉及指标：${changed.join('、') || '无'}；偏离 ${deviations.length} 项）。`,
      `With the approved records: ${title} (indicators: ${changed.join(', ') || 'none'}; deviations: ${deviations.length}).`,
    ),
  );
}

const LEVELS: Readonly<Record<NonNullable<Verification['assuranceLevel']>, LocalText>> = {
  self_attested: { zh: '自行声明', en: 'self-attested' },
  witnessed: { zh: '见证', en: 'witnessed' },
  third_party: { zh: '第三方', en: 'third party' },
  reproduced: { zh: '已复现', en: 'reproduced' },
};

/** Findings of a step that a terminal shows; `--json` has more. */
const MOST_FINDINGS = 8;

function printStep({ id, code, outcome, findings, count }: StepResult, cli: Cli): void {
  const marks = {
    passed: cli.text('通过', 'passed'),
    warning: cli.text('提示', 'warning'),
    failed: cli.text('不通过', 'FAILED'),
    'not-checked': cli.text('未核对', 'not checked'),
  };
  cli.print(
    `${id.padEnd(3)} ${code.padEnd(10)} ${cli.local(STEPS[id].title)}${cli.text('：', ': ')}${marks[outcome]}`,
  );
  for (const finding of findings.slice(0, MOST_FINDINGS)) cli.print(`    ${line(finding, cli)}`);
  const more = count - Math.min(findings.length, MOST_FINDINGS);
  if (more > 0) cli.print(`    ${cli.text(`另有 ${more} 处。`, `${more} more.`)}`);
}

function line({ code, file, line: number, sample, indicator, message }: Finding, cli: Cli): string {
  const place = [
    ...(file === undefined ? [] : [number === undefined ? file : `${file}:${number}`]),
    ...[indicator, sample].filter((name) => name !== undefined),
  ].join(' ');
  return `${code} ${place}${place === '' ? '' : ' '}${cli.local(message)}`;
}
