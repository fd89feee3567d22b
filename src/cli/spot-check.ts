import type { Command } from 'commander';
import type { DefineCommand } from './command.ts';
import { folderPath, wholeNumber } from './options.ts';
import { showProgress } from './progress-line.ts';
import { stopOnSignals, stopText } from './running.ts';
import { signingKeyOf } from './signing.ts';

interface SpotCheckOptions {
  readonly n: number;
  readonly model?: string;
  readonly config?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly key?: string;
  readonly passphraseEnv?: string;
}

export const defineSpotCheck: DefineCommand = (program, cli, done) => {
  program
    .command('spot-check')
    .argument('<run>', cli.text('已签名的运行文件夹', 'folder of a signed run'), folderPath)
    .description(
      cli.text(
        '签名之后随机抽题复测，检验结果是否可信',
        'ask items of a signed run again, drawn at random, to see whether its claim holds',
      ),
    )
    .option('--n <n>', cli.text('复测的题数', 'items to ask again'), wholeNumber(cli, 1), 200)
    .option('--model <name>', cli.text('配置中的模型名', 'a model of the configuration'))
    .option(
      '--config <file>',
      cli.text('配置文件（默认 aigc.yaml）', 'configuration (default: aigc.yaml)'),
    )
    .option('--seed <s>', cli.text('抽题的种子（默认随机）', 'seed of the draw (default: random)'))
    .option(
      '--out <dir>',
      cli.text('复测的运行文件夹', 'run folder of what is asked again'),
      folderPath,
    )
    .option(
      '--key <file>',
      cli.text('用该私钥签署复测结果', 'sign the outcome with this private key'),
    )
    .option(
      '--passphrase-env <variable>',
      cli.text('存放私钥口令的环境变量', 'environment variable with the passphrase of the key'),
    )
    .action(async (folder: string, options: SpotCheckOptions, self: Command) => {
      const api = await import('../run/index.ts');
      const { randomBytes } = await import('node:crypto');
      const { SCORERS } = await import('../scorers/index.ts');
      const config = api.readConfig(options.config ?? api.DEFAULT_CONFIG_FILE);
      const { model, price } = api.configuredModel(config, options.model, cli.env);
      const { key: keyFile, passphraseEnv } = options;
      const key =
        keyFile === undefined
          ? null
          : await signingKeyOf(
              { key: keyFile, ...(passphraseEnv === undefined ? {} : { passphraseEnv }) },
              cli,
            );
      const seed = options.seed ?? randomBytes(16).toString('hex');
      const check = api.prepareSpotCheck(folder, { n: options.n, seed, model });
      const out = options.out ?? `${folder}-spot-check-${seed.slice(0, 8)}`;
      using signals = stopOnSignals(cli);
      let display: { end(): void } | undefined;
      const outcome = await api
        .run({
          ...{ prepared: check.prepared, folder: out, resume: false, model, price },
          ...{ scorers: SCORERS, stop: signals.stop, abort: signals.abort },
          ...(cli.wait === undefined ? {} : { wait: cli.wait }),
          onStart: (progress) => {
            display = showProgress(cli, progress);
          },
        })
        .finally(() => display?.end());
      if (outcome.stopped !== null) {
        cli.note(stopText(outcome.stopped, cli));
        done(outcome.stopped.kind === 'interrupted' ? 130 : 3);
        return;
      }
      const result = api.concludeSpotCheck(check, out);
      const at = new Date().toISOString();
      const signed = key === null ? null : api.signSpotCheck(folder, check, result, { key, at });
      const { asked, passed, claim, p, lost, won, failedCalls } = result;
      if (self.optsWithGlobals().json === true) {
        cli.printJson({ run: folder, again: out, seed, ...result, signed });
      } else {
        cli.print(
          cli.text(
            `运行声称 ${claim.n} 题中通过 ${claim.k} 题；复测 ${asked} 题，通过 ${passed} 题（由通过变为不通过 ${lost}，由不通过变为通过 ${won}）。`,
            `The run claims ${claim.k} passes of ${claim.n}; of ${asked} asked again ${passed} pass (${lost} no longer, ${won} newly).`,
          ),
        );
        if (failedCalls > 0) {
          cli.print(
            cli.text(
              `另有 ${failedCalls} 题调用失败，未计入。`,
              `${failedCalls} more could not be asked and are not counted.`,
            ),
          );
        }
        cli.print(
          cli.text(
            `若所声称的成立，通过数如此之少的概率为 ${p}：${result.outcome === 'accepted' ? '未推翻所声称的结果' : '所声称的结果不可信'}（显著性水平 1 %）。`,
            `If the claim holds, so few passes have a probability of ${p}: the claim is ${result.outcome === 'accepted' ? 'not refuted' : 'refuted'} (level 1 %).`,
          ),
        );
        cli.print(cli.text(`种子：${seed}`, `Seed: ${seed}`));
        if (signed !== null) cli.print(`${folder}/${signed}`);
      }
      done(result.outcome === 'accepted' ? 0 : 1);
    });
};
