import type { Told } from '../cli/command.ts';
import { command } from '../cli/command.ts';
import type { Workspace } from '../run/workspace.ts';
import { makeWorkspace, writeConfig } from '../run/workspace.ts';

/**
 * Stands in everything that is secret of a hidden item: prompts, system messages, options, targets,
 * answers, reasoning, tool calls, media, and what the provider says when a call fails.
 */
export const SECRET = 'qzxsecret';

/** A run with hidden and public items of every kind, over a model that quotes what it was asked. */
export interface HiddenRun extends Disposable {
  readonly workspace: Workspace;
  /** The run folder. */
  readonly folder: string;
}

const HEAD = `version: 1.0.0
indicator: custom
licence: CC0-1.0
source: own
`;

const SUITE = `suite: own.mixed
${HEAD}title: {zh: 混合, en: Mixed}
defaults:
  scorer: {use: exact}
  frame: "{{prompt}}\\n{{choices}}"
cases:
  - {id: p-right, prompt: 公开甲, target: 甲}
  - {id: p-wrong, prompt: 公开乙, target: 丙}
  - id: p-image
    messages: [{role: user, content: [{text: 公开图}, {image: data/public.png}, {image: data/shared.png}]}]
    target: 图
  - {id: h-right, pool: hidden, system: ${SECRET} 系统, prompt: ${SECRET} 题干, target: ${SECRET} 对}
  - {id: h-wrong, pool: hidden, prompt: ${SECRET} 错题, target: ${SECRET} 标准答案, cluster: c-1}
  - {id: h-fails, pool: hidden, prompt: ${SECRET} 失败, target: ${SECRET} 无}
  - id: h-image
    pool: hidden
    messages: [{role: user, content: [{text: ${SECRET} 图题}, {image: data/hidden.png}, {image: data/shared.png}]}]
    target: ${SECRET} 图
  - id: h-choice
    pool: hidden
    permute: circular
    prompt: ${SECRET} 选择
    choices: {A: ${SECRET} 一, B: ${SECRET} 二, C: ${SECRET} 三}
    target: B
    scorer: {use: choice}
  - id: h-dialogue
    pool: hidden
    prompt: ${SECRET} 你好
    scorer: none
    turns:
      - {content: ${SECRET} 第二轮, target: ${SECRET} 二, scorer: {use: exact}}
      - {content: ${SECRET} 第三轮, target: ${SECRET} 三, scorer: {use: exact}}
`;

const REPEATED = `suite: own.repeated
${HEAD}title: {zh: 重复, en: Repeated}
repeat: {times: 3, rule: agree}
requirement: {level: MUST, threshold: "0.5", rule: simple, minN: 1, text: {zh: 一致, en: alike}}
defaults:
  scorer: {use: exact}
  pool: hidden
cases:
  - {id: h-same, prompt: ${SECRET} 同, target: ${SECRET} 同}
  - {id: h-other, prompt: ${SECRET} 异, target: ${SECRET} 异}
  - {id: h-unread, prompt: ${SECRET} 空, target: ${SECRET} 空}
`;

/** The model: quotes every prompt, and answers by the id of the sample. */
const ADAPTER = `import { existsSync } from 'node:fs';
const timing = { totalMs: 1 };
export default {
  id: 'quoting', title: { zh: '引述', en: 'quoting' },
  async open(model) {
    return {
      capabilities: new Set(['text', 'image-input']),
      async generate(request, signal, id) {
        const quoted = JSON.stringify(request.messages);
        const wire = { url: 'http://127.0.0.1/', body: { messages: request.messages }, requestId: 'r-' + id };
        const failed = (outcome) => ({ outcome, text: '', timing, wire,
          error: { status: 500, code: 'e', message: outcome + ': ' + quoted } });
        if (id === 'h-fails') {
          return failed(existsSync(model.options.stop) ? 'auth' : 'context_exceeded');
        }
        const say = (text) => ({ outcome: 'ok', text, reasoning: quoted, timing, wire, model: 'm-1',
          toolCalls: [{ id: 't', name: 'f', arguments: quoted }],
          usage: { inputTokens: quoted.length, outputTokens: text.length } });
        if (id === 'p-right') return say('甲');
        if (id === 'p-wrong') return say('乙');
        if (id === 'p-image') return say('图');
        if (id === 'h-right') return say('${SECRET} 对');
        if (id === 'h-image') return say('${SECRET} 图');
        if (id.startsWith('h-choice')) return say('B');
        if (id === 'h-dialogue') {
          const turn = request.messages.filter(({ role }) => role === 'user').length;
          if (turn === 3) return { outcome: 'filtered_input', text: '', timing, wire };
          return say('${SECRET} ' + '一二'[turn - 1]);
        }
        if (id.startsWith('h-same')) return say('${SECRET} 同');
        if (id.startsWith('h-unread')) return { ...say(''), outcome: 'truncated_in_reasoning' };
        return say('${SECRET} 回答 ' + id);
      },
    };
  },
};
`;

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Runs: stops once at an error that quotes a hidden item, goes on, and comes to its end. */
export async function hiddenRun(): Promise<HiddenRun> {
  const workspace = makeWorkspace();
  const { writeFileSync, mkdirSync, rmSync } = await import('node:fs');
  mkdirSync(workspace.path('data'));
  for (const name of ['public', 'shared', 'hidden']) {
    const mark = name === 'hidden' ? SECRET : name;
    const bytes = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.from(mark)]);
    writeFileSync(workspace.path(`data/${name}.png`), bytes);
  }
  const suites = [workspace.write('mixed.yaml', SUITE), workspace.write('repeated.yaml', REPEATED)];
  workspace.write('quoting.mjs', ADAPTER);
  const stop = workspace.write('stop', '');
  const config = writeConfig(workspace, {
    ...{ adapter: './quoting.mjs', capabilities: ['text', 'image-input'], options: { stop } },
    limits: { concurrency: 1 },
  });
  const folder = workspace.path('run');
  const run = (...more: string[]): Promise<Told> =>
    command(['run', ...suites, '--config', config, '--out', folder, ...more]);
  const stopped = await run();
  rmSync(stop);
  const finished = await run('--resume');
  const events = workspace.lines('run/evidence/journal.000.jsonl').map(({ event }) => event);
  if (events.join() !== 'started,stopped,resumed,finished') {
    throw new Error(`${stopped.code} ${stopped.stderr}\n${finished.code} ${finished.stderr}`);
  }
  return { workspace, folder, [Symbol.dispose]: () => workspace[Symbol.dispose]() };
}
