import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { UserError } from '../document/index.ts';
import type { Disclosure, EvidenceFinding } from '../evidence/index.ts';
import type { Cli, ExitCode } from './cli.ts';
import type { DefineCommand } from './command.ts';
import { folderPath } from './options.ts';

interface DiscloseOptions {
  readonly out?: string;
  readonly check?: string;
  readonly bundle?: string;
}

export const defineDisclose: DefineCommand = (program, cli, done) => {
  program
    .command('disclose')
    .argument('[run]', cli.text('运行文件夹', 'run folder'), folderPath)
    .argument('[case]', cli.text('用例编号', 'id of a case'))
    .option(
      '--out <file>',
      cli.text('写出的 JSON 文件（默认写到标准输出）', 'JSON file to write (default: stdout)'),
    )
    .option('--check <file>', cli.text('检验一份披露文件', 'check a disclosure'))
    .option('--bundle <file>', cli.text('检验所依据的 bundle.json', 'bundle.json to check against'))
    .description(
      cli.text(
        '披露一个用例的题目、回答与评分，并附其在证据中的证明；或检验这样的披露',
        'disclose what a case asked, was answered and scored, with proof that it is in the evidence; or check such a disclosure',
      ),
    )
    .action(
      async (
        folder: string | undefined,
        id: string | undefined,
        options: DiscloseOptions,
        command: Command,
      ) => {
        const json = command.optsWithGlobals().json === true;
        if (options.check === undefined) done(await discloseCase(folder, id, options, json, cli));
        else done(await check(options, folder, json, cli));
      },
    );
};

async function discloseCase(
  folder: string | undefined,
  id: string | undefined,
  { out, bundle }: DiscloseOptions,
  json: boolean,
  cli: Cli,
): Promise<ExitCode> {
  if (folder === undefined || id === undefined || bundle !== undefined) throw usage();
  const { canonicalJson, disclose } = await import('../evidence/index.ts');
  const disclosure = disclose(folder, id);
  const text = canonicalJson(disclosure);
  if (out === undefined) {
    cli.print(text);
  } else {
    const { writeOutputFile } = await import('../run/output-file.ts');
    writeOutputFile(out, text);
    if (json) cli.printJson({ file: out, ...figures(disclosure) });
    else cli.print(out);
  }
  if (disclosure.items.some(({ item }) => item !== undefined)) {
    cli.note(
      cli.text(
        '注意：披露文件含有保密题的全文；公开之后，该题不再保密。',
        'Note: the disclosure holds a hidden item in full; once it is given away the item is no longer hidden.',
      ),
    );
  }
  return 0;
}

async function check(
  options: DiscloseOptions,
  folder: string | undefined,
  json: boolean,
  cli: Cli,
): Promise<ExitCode> {
  const { check: file = '', bundle, out } = options;
  if (bundle === undefined || folder !== undefined || out !== undefined) throw usage();
  const { checkDisclosure } = await import('../evidence/index.ts');
  const manifest = read(bundle);
  const document = parsed(file);
  const findings = checkDisclosure(document, manifest);
  const good = findings.length === 0;
  if (json) {
    const about = good ? figures(document as Disclosure) : {};
    cli.printJson({ outcome: good ? 'verified' : 'failed', ...about, findings });
  } else if (good) {
    const { case: id, items, attempts, scores } = figures(document as Disclosure);
    cli.print(
      cli.text(
        `检验通过：用例 ${id}，样本 ${items} 个，调用 ${attempts} 次，评分 ${scores} 条，均在清单所列的证据之中。`,
        `Verified: case ${id} with ${items} samples, ${attempts} attempts and ${scores} scores, all in the evidence of the manifest.`,
      ),
    );
  } else {
    for (const finding of findings) cli.print(line(finding, cli));
  }
  return good ? 0 : 1;
}

function line({ code, place, message }: EvidenceFinding, cli: Cli): string {
  return [code, ...(place === undefined ? [] : [place]), cli.local(message)].join(' ');
}

function figures({ case: id, items, attempts, scores }: Disclosure) {
  return { case: id, items: items.length, attempts: attempts.length, scores: scores.length };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw UserError.of(
      'file-unreadable',
      `无法读取 ${file}（${code}）。`,
      `${file} cannot be read (${code}).`,
    );
  }
}

/** Anything; what is no JSON is reported as what it is, a document that is no disclosure. */
function parsed(file: string): unknown {
  try {
    return JSON.parse(read(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    return undefined;
  }
}

function usage(): UserError {
  return UserError.of(
    'disclose-usage',
    '请写 aigc disclose <运行文件夹> <用例编号> [--out 文件]，或 aigc disclose --check 文件 --bundle bundle.json。',
    'Write aigc disclose RUN CASE [--out FILE], or aigc disclose --check FILE --bundle bundle.json.',
  );
}
