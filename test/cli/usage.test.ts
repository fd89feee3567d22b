import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { command, runCommand, startCommand } from './command.ts';

const COMMANDS = [
  'demo',
  'run',
  'plan',
  'lint',
  'list',
  'coverage',
  'try',
  'score',
  'report',
  'simulate',
  'import',
  'export',
  'init',
  'keygen',
  'sign',
  'record',
] as const;

/** Names that stay as they are in Chinese prose: the program, formats, files, values of options. */
const NAMES =
  /\b(?:[\w./-]+\.(?:jsonl?|pem)|runner|reviewer|certifier|ed25519|sm2|self_attested|witnessed|third_party|reproduced|waiver|deviation|not-applicable|aigc\.yaml|standard\.yaml|aigc|AIGC|token|JSONL?|YAML|CSV|CI|xlsx|runs|price|all|min|en|zh|CN|majority|agree|plan|list|standard|suites|scorers|adapters|profiles|reports|generators|C\d+(?:\.\d+)*)\b/g;

describe('help', () => {
  describe.each(['', ...COMMANDS])('of "%s"', (name) => {
    const help = (lang: string, columns?: number) =>
      command(
        [...(name === '' ? [] : [name]), '--help', '--lang', lang],
        columns === undefined ? {} : { terminal: columns },
      );

    test.each(['en', 'zh-CN'])(
      'in %s fits into 80 columns, and into a narrow terminal',
      async (lang) => {
        const told = await help(lang);
        expect(told).toMatchObject({ code: 0, stderr: '' });
        for (const line of told.stdout.split('\n')) {
          expect(stringWidth(line), line).toBeLessThanOrEqual(80);
        }
        for (const line of (await help(lang, 60)).stdout.split('\n')) {
          expect(stringWidth(line), line).toBeLessThanOrEqual(60);
        }
      },
    );

    test('in Chinese has no English but names', async () => {
      const prose = (await help('zh-CN')).stdout
        .split('\n')
        // Examples are commands to type, and terms stand in a column of their own.
        .filter((line) => !line.startsWith('  aigc '))
        .map((line) => line.replace(/^ {2}\S.*? {2,}/, '').replace(/^用法： .*/, ''))
        .join('\n');
      const words = prose
        .replaceAll(/<[^>]*>|--[a-z-]+|\{[^}]*\}/g, ' ')
        .replaceAll(NAMES, ' ')
        .match(/[a-z]{2,}/gi);
      expect(words).toBeNull();
      expect(prose).toMatch(/\p{Script=Han}/u);
    });
  });

  test('lists every command, and each says what it does', async () => {
    const { stdout } = await command(['--help']);
    for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} .*\\w`, 'm'));
  });
});

describe('what is typed wrongly is said in the language of the user, with exit code 2', () => {
  test.each([
    [['runn'], "Unknown command 'runn' (Did you mean run?)", '未知的命令 “runn”。是否想写 run？'],
    [
      ['help', 'rnu'],
      'Unknown command "rnu". Did you mean "run"?',
      '未知的命令 “rnu”。是否想写 “run”？',
    ],
    [
      ['help', 'nosuch'],
      'Unknown command "nosuch". Known: demo, run, plan, ',
      '未知的命令 “nosuch”。可用：demo, run, plan, ',
    ],
    [
      ['run', '--modl', 'x'],
      "Unknown option '--modl' (Did you mean --model?)",
      '未知的选项 “--modl”。是否想写 --model？',
    ],
    [['run', '--bogus'], "Unknown option '--bogus'.", '未知的选项 “--bogus”。'],
    [
      ['run', '--model'],
      "Option '--model <name>' argument missing.",
      '选项 “--model <name>” 缺少取值。',
    ],
    [['list'], "Missing required argument 'kind'.", '缺少参数 “kind”。'],
    [
      ['list', 'suits'],
      'Allowed choices are standard, suites, scorers, adapters, profiles, reports, generators.',
      '参数 “kind” 的取值 “suits” 不合要求。可选：standard、suites、scorers、adapters、profiles、reports、generators。',
    ],
    [
      ['list', 'suites', 'scorers'],
      "Too many arguments for 'list'. Expected 1 argument but got 2: suites, scorers.",
      '参数过多：suites、scorers。',
    ],
    [
      ['export', '--out', 'x.xlsx'],
      "Required option '--as <format>' not specified.",
      '缺少必需的选项 “--as <format>”。',
    ],
    [
      ['run', '--plan', 'p', '--seed', '2'],
      "Option '--plan <file>' cannot be used with option '--seed <s>'.",
      '选项 “--plan <file>” 与 “--seed <s>” 不能同时使用。',
    ],
    [
      ['run', 'reasoning', '--plan', 'p.jsonl'],
      'The plan p.jsonl fixes the suites; reasoning cannot be given beside it.',
      '计划 p.jsonl 已固定套件，不能再指定 reasoning。',
    ],
    [
      ['run', '--format', 'pfd,html'],
      'There is no report format "pfd".',
      '没有名为 “pfd” 的报告格式。',
    ],
  ])('%j', async (args, english, chinese) => {
    const en = await command(args);
    expect(en).toMatchObject({ code: 2, stdout: '' });
    expect(en.stderr).toContain(`Error: ${english}`.replace(/Error: (?=Allowed)/, ''));
    const zh = await command([...args, '--lang=zh-CN']);
    expect(zh).toMatchObject({ code: 2, stdout: '' });
    expect(zh.stderr).toContain(`错误：${chinese}`);
  });

  test.each([
    ['--sample', '0', 'all, min or a positive whole number', 'all、min 或正整数'],
    ['--sample', '-3', 'all, min or a positive whole number', 'all、min 或正整数'],
    ['--sample', 'some', 'all, min or a positive whole number', 'all、min 或正整数'],
    ['--repeats', '0', 'a whole number of at least 1', '不小于 1 的整数'],
    ['--repeats', '1.5', 'a whole number of at least 1', '不小于 1 的整数'],
    ['--budget-tokens', '1e3', 'a whole number of at least 1', '不小于 1 的整数'],
    ['--budget-cost', 'ten', 'a decimal number', '十进制数'],
    ['--repeat-rule', 'most', 'all, majority, agree', 'all、majority、agree'],
  ])('run %s %s', async (option, value, english, chinese) => {
    const en = await command(['run', option, value]);
    expect(en).toMatchObject({ code: 2, stdout: '' });
    expect(en.stderr).toContain(english);
    const zh = await command(['run', option, value, '--lang', 'zh-CN']);
    expect(zh.code).toBe(2);
    expect(zh.stderr).toContain(chinese);
    expect(zh.stderr).toContain(`的取值 “${value}” 不合要求`);
  });

  test('no command shows the help, and is no success', async () => {
    const told = await command([]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('Usage: aigc');
  });

  test('a language that is not there', async () => {
    const told = await command(['list', 'scorers', '--lang', 'fr']);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('Allowed choices are en, zh-CN, zh.');
  });
});

describe('the language', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, '用法'],
    [{ LANG: 'C' }, 'Usage'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'Usage'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, '用法'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, '用法'],
    [{}, 'Usage'],
  ])('follows the locale %j', async (env, word) => {
    expect((await command(['--help'], { env })).stdout).toContain(word);
  });
});

test('tables fit a terminal of 60 columns', async () => {
  for (const lang of ['en', 'zh-CN']) {
    for (const kind of ['suites', 'scorers', 'adapters', 'reports', 'generators']) {
      const { code, stdout } = await command(['list', kind, '--lang', lang], { terminal: 60 });
      expect(code).toBe(0);
      for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    }
  }
});

describe('a process', () => {
  const cwd = import.meta.dirname;

  test('has the exit code of its command', async () => {
    expect((await runCommand(['--version'], { cwd })).code).toBe(0);
    expect((await runCommand(['nothing'], { cwd })).code).toBe(2);
  });

  test('whose reader goes away early ends without a word', async () => {
    await using listing = startCommand(['list', 'standard', '--json'], { cwd });
    listing.closeStdout();
    expect(await listing.ended).toMatchObject({ code: 0, stderr: '' });
  });
});
