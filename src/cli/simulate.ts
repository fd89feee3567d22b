import type { DefineCommand } from './command.ts';
import { wholeNumber } from './options.ts';

interface SimulateOptions {
  readonly port: number;
  readonly ability: string;
  readonly latency: number;
  readonly faults?: string;
  readonly seed: string;
}

export const defineSimulate: DefineCommand = (program, cli, done) => {
  program
    .command('simulate')
    .argument(
      '[suite...]',
      cli.text(
        '模拟器认识的套件（默认全部自带套件）',
        'suites it knows (default: all shipped ones)',
      ),
    )
    .description(
      cli.text(
        '启动能力已知的模拟模型服务；标准输出第一行是它的地址',
        'start a model service of known ability; the first line of stdout is its address',
      ),
    )
    .option(
      '--port <p>',
      cli.text('端口，0 为任意空闲端口', 'port, 0 for any free one'),
      wholeNumber(cli, 0),
      0,
    )
    .option(
      '--ability <x>',
      cli.text(
        '答对的概率，可按指标：0.95,C3.1.2=0.8',
        'probability of a right answer, per indicator if wished: 0.95,C3.1.2=0.8',
      ),
      '1',
    )
    .option(
      '--latency <ms>',
      cli.text('每次回答的时延，毫秒', 'latency of each answer, ms'),
      wholeNumber(cli, 0),
      0,
    )
    .option(
      '--faults <spec>',
      cli.text(
        '注入的故障及其概率：429=0.05,500=0.02',
        'faults and their shares: 429=0.05,500=0.02',
      ),
    )
    .option('--seed <s>', cli.text('种子', 'seed'), '1')
    .action(async (suites: string[], options: SimulateOptions) => {
      const { simulate } = await import('../run/simulate.ts');
      await using simulator = await simulate({ named: suites, ...options });
      cli.printJson({ url: simulator.url });
      await new Promise<void>((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      });
      done(0);
    });
};
