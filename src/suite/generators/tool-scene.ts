import type { Random } from '../random.ts';
import type { GeneratedCase } from './contract.ts';
import { defineGenerator } from './contract.ts';
import { IDLE_REQUESTS } from './material/idle-requests.ts';
import { PUBLIC_TOOLS } from './material/public-tools.ts';
import type { ToolDomain, ToolRequest, ToolScene } from './material/tools.ts';
import { WORK_TOOLS } from './material/work-tools.ts';

interface ToolSceneOptions {
  /** Two or three calls in one request. */
  readonly parallel?: boolean;
  /** Share of requests that none of the tools serves, percent. */
  readonly irrelevantPercent?: number;
}

const DOMAINS: readonly ToolDomain[] = [...PUBLIC_TOOLS, ...WORK_TOOLS];

/**
 * Tool definitions and a request that settles the calls to make, names and arguments both. With
 * `irrelevantPercent`, some requests belong to a tool that is not offered, or to none at all; the
 * right answer is then to call nothing.
 */
export const toolScene = defineGenerator<ToolSceneOptions>({
  id: 'tool-scene',
  version: '1.0.0',
  title: { zh: '工具调用场景', en: 'Tool-calling scenes' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      parallel: { type: 'boolean', description: 'two or three calls in one request' },
      irrelevantPercent: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'share of requests that no offered tool serves (0)',
      },
    },
  },
  generate: (options, random) => {
    if (random.int(1, 100) <= (options.irrelevantPercent ?? 0)) return withoutTool(random);
    return options.parallel === true ? severalCalls(random) : oneCall(random);
  },
});

function definitions(scenes: readonly ToolScene[], random: Random) {
  return random.shuffle(scenes).map((scene) => scene.definition);
}

/** Tools of other domains, at most one from each, none that could pass for a tool of `domain`. */
function strangers(domain: ToolDomain, count: number, random: Random): ToolScene[] {
  const others = DOMAINS.filter((d) => d !== domain && !d.temptsIn?.includes(domain.id));
  return random.sample(others, count).map((d) => random.pick(d.tools));
}

function oneCall(random: Random): GeneratedCase {
  const domain = random.pick(DOMAINS);
  const scene = random.pick(domain.tools);
  const { say, arguments: args } = scene.request(random);
  const near = domain.tools.filter((t) => t !== scene);
  const kept = random.sample(near, random.int(1, near.length));
  const tools = [scene, ...kept, ...strangers(domain, random.int(1, 5 - kept.length), random)];
  return {
    prompt: politely(say, random),
    tools: definitions(tools, random),
    target: [{ name: scene.definition.name, arguments: args }],
    scorer: { use: 'tool-call' },
    difficulty: 2,
  };
}

function severalCalls(random: Random): GeneratedCase {
  const domain = random.pick(DOMAINS);
  const count = random.int(2, 3);
  const guests = strangers(domain, count - 1, random);
  const scenes = [random.pick(domain.tools), ...guests];
  // The same tool twice, now and then: one call per request, not one per tool.
  if (random.chance(0.4)) scenes[scenes.length - 1] = scenes[0] as ToolScene;
  const requests: { scene: ToolScene; request: ToolRequest }[] = [];
  for (const scene of scenes) {
    let request = scene.request(random);
    while (requests.some((r) => r.request.say === request.say)) request = scene.request(random);
    requests.push({ scene, request });
  }
  const offered = new Set([...scenes, ...domain.tools.slice(0, 2)]);
  const said = requests.map(({ request }) => request.say);
  const prompt = random.pick([
    `请同时办好这几件互不相关的事：${said.join('；')}。`,
    `${said.length === 2 ? '两' : '三'}件事一起办：\n${said.map((s, i) => `${i + 1}. ${s}`).join('\n')}`,
    `麻烦一次处理完：${said.join('；')}。几件事没有先后之分。`,
  ]);
  return {
    prompt,
    tools: definitions([...offered], random),
    target: requests.map(({ scene, request }) => ({
      name: scene.definition.name,
      arguments: request.arguments,
    })),
    scorer: { use: 'tool-call', order: 'any' },
    difficulty: 4,
  };
}

/** No tool of the request's own domain is offered: none could serve it even in part. */
function withoutTool(random: Random): GeneratedCase {
  const domain = random.pick(DOMAINS);
  const say = random.chance(0.6)
    ? random.pick(domain.tools).request(random).say
    : random.pick(IDLE_REQUESTS)(random);
  return {
    prompt: politely(say, random),
    tools: definitions(strangers(domain, random.int(3, 6), random), random),
    target: [],
    scorer: { use: 'tool-call' },
    difficulty: 3,
  };
}

function politely(say: string, random: Random): string {
  return random.pick([
    `${say}。`,
    `您好，${say}，谢谢。`,
    `现在需要办一件事：${say}。`,
    `帮我处理一下：${say}。`,
    `${say}，有结果了告诉我。`,
  ]);
}
