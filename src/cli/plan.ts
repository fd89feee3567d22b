import type { Command } from 'commander';
import { Option } from 'commander';
import { UserError } from '../document/index.ts';
import type { PreparedPlan } from '../run/index.ts';
import type { Cli } from './cli.ts';
import type { DefineCommand } from './command.ts';
import { wholeNumber } from './options.ts';
import type { PlanningOptions } from './run.ts';
import { addPlanningOptions } from './run.ts';
import { endOfValidity, requireFuture, signingKeyOf } from './signing.ts';
import { counted, table } from './table.ts';

interface PlanCommandOptions extends PlanningOptions {
  readonly out?: string;
  readonly sign?: string;
  readonly passphraseEnv?: string;
  readonly runner?: readonly string[];
  readonly issuer?: string;
  readonly validUntil?: string;
  readonly validDays: number;
}

export const definePlan: DefineCommand = (program, cli, done) => {
  const command = program
    .command('plan')
    .description(
      cli.text(
        '在产生费用之前固定用例、种子、规则与评分方法',
        'fix cases, seeds, rules and scorers before anything is spent',
      ),
    );
  addPlanningOptions(command, cli)
    .option('--out <file>', cli.text('把计划写入该文件', 'write the plan to this file'))
    .option(
      '--sign <key>',
      cli.text(
        '用该私钥签署计划；之后任何改动都会被发现（含 --canaries）',
        'sign the plan with this private key, so that no change goes unnoticed (implies --canaries)',
      ),
    )
    .option(
      '--passphrase-env <variable>',
      cli.text('存放私钥口令的环境变量', 'environment variable with the passphrase of the key'),
    )
    .option(
      '--runner <file...>',
      cli.text(
        '允许执行计划的公钥文件（默认任何受信任的 runner）',
        'public keys that may run the plan (default: any trusted runner)',
      ),
    )
    .option('--issuer <name>', cli.text('签发方名称', 'who issues the plan'))
    .addOption(
      new Option('--valid-until <date>', cli.text('计划有效期至', 'end of the plan’s validity'))
        .argParser(endOfValidity(cli))
        .conflicts('validDays'),
    )
    .option(
      '--valid-days <n>',
      cli.text('计划的有效天数', 'days for which the plan is valid'),
      wholeNumber(cli, 1),
      90,
    )
    .action(async (suites: string[], options: PlanCommandOptions, self: Command) => {
      requireFitting(options);
      const { planOverview, prepare, writePlanFile } = await import('../run/index.ts');
      const signs = options.sign !== undefined;
      const ready = await prepare({
        ...{ named: suites, env: cli.env, ...options },
        ...(signs ? { canaries: true } : {}),
      });
      cli.problems(ready.warnings);
      const prepared = signs
        ? { ...ready.prepared, planSignature: await signed(ready.prepared, options, cli) }
        : ready.prepared;
      if (options.out !== undefined) writePlanFile(options.out, prepared);
      const overview = planOverview(ready.prepared);
      if (self.optsWithGlobals().json === true) {
        cli.printJson({ ...overview, file: options.out ?? null });
      } else {
        const head = cli
          .text(
            '指标 名称 用例 最少 限值 符合需通过 把握(p)',
            'Indicator Title Cases Minimum Limit Passes-needed Power(p)',
          )
          .split(' ');
        const rows = overview.indicators.map((row) => [
          row.indicator,
          cli.local(row.title),
          String(row.cases),
          String(row.minN),
          row.limit ?? '–',
          neededText(row.criticalK, row.clusters !== undefined, cli),
          row.power === null ? '–' : `${(row.power * 100).toFixed(1)}% (${row.assumedRate})`,
        ]);
        cli.print(table(head, rows, cli.columns));
        const most = overview.maxOutputTokens;
        cli.print(
          cli.text(
            `共 ${overview.samples} 个样本，至少 ${overview.calls} 次调用；输入约 ${overview.inputTokens} token，输出${most === null ? '未设上限' : `至多 ${most} token`}。`,
            `${counted(overview.samples, 'sample')}, at least ${counted(overview.calls, 'call')}; about ${overview.inputTokens} input tokens, output ${most === null ? 'without a bound' : `of at most ${most} tokens`}.`,
          ),
        );
        cli.print(
          cli.text(
            '把握：真实通过率为 p 的模型被判为符合的概率。',
            'Power: the probability that a model whose true rate is p is called conforming.',
          ),
        );
        if (overview.indicators.some(({ clusters }) => clusters !== undefined)) {
          cli.print(
            cli.text(
              '* 用例分属题组，同组用例并不独立；“符合需通过”与“把握”均按独立用例计算。',
              '* Cases of one cluster are not independent; passes needed and power are computed for independent cases.',
            ),
          );
        }
        if (options.out !== undefined)
          cli.print(cli.text(`计划：${options.out}`, `Plan: ${options.out}`));
      }
      done(0);
    });
};

/** Passes needed, with a mark where they hold for independent cases only. */
function neededText(criticalK: number | null, clustered: boolean, cli: Cli): string {
  if (criticalK === null) return cli.text('不可能', 'impossible');
  return `${criticalK}${clustered ? '*' : ''}`;
}

/** A signature goes into the plan's file, and what belongs to a signature needs one. */
function requireFitting({ sign, out, runner, issuer, validUntil }: PlanCommandOptions): void {
  if (sign !== undefined && out === undefined) {
    throw UserError.of(
      'sign-needs-out',
      '--sign 需要用 --out 指明计划文件。',
      '--sign needs --out, the file of the plan.',
    );
  }
  if (sign !== undefined) return;
  const given = { '--runner': runner, '--issuer': issuer, '--valid-until': validUntil };
  const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (flag === undefined) return;
  throw UserError.of(
    'needs-sign',
    `${flag} 只用于签署计划（--sign）。`,
    `${flag} is for signing the plan (--sign).`,
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The envelope of the signed plan as text. */
async function signed(
  { plan }: PreparedPlan,
  { sign = '', passphraseEnv, runner = [], issuer, validUntil, validDays }: PlanCommandOptions,
  cli: Cli,
): Promise<string> {
  const attest = await import('../attest/index.ts');
  const key = await signingKeyOf(
    { key: sign, ...(passphraseEnv === undefined ? {} : { passphraseEnv }) },
    cli,
  );
  const now = new Date();
  if (validUntil !== undefined) requireFuture(validUntil, now, '--valid-until');
  const at = now.toISOString();
  const envelope = attest.signPlan(
    attest.planDigests(plan),
    {
      ...{ issuedAt: at, notBefore: at },
      notAfter: validUntil ?? new Date(now.getTime() + validDays * DAY_MS).toISOString(),
      runnerKeys: runner.map((file) => attest.readPublicKey(file).keyid),
      ...(issuer === undefined ? {} : { issuer }),
    },
    key,
  );
  return attest.envelopeText(envelope);
}
