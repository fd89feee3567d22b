import type { Random } from '../../random.ts';
import type { GeneratedCase } from '../contract.ts';
import { AUDIENCES } from '../material/writing-topics.ts';
import type { Draft } from './draft.ts';
import type { Requirement } from './requirements.ts';

/**
 * The case of a draft: its musts and as many of its mays as bring the requirements to `count`, told
 * in random order; the draft's text is the reference answer.
 */
export function poseDraft(draft: Draft, count: number, random: Random): GeneratedCase {
  const extra = Math.max(0, count - draft.musts.length);
  const mays = random.sample(draft.mays, Math.min(extra, draft.mays.length));
  const chosen = [...draft.musts, ...mays];
  return {
    prompt: ask(draft, chosen, random),
    scorer: { use: 'instruction', constraints: chosen.map((r) => r.constraint) },
    reference: draft.text,
    wrong: random.sample(chosen, Math.min(3, chosen.length)).map((r) => r.broken),
    difficulty: Math.min(5, chosen.length + 1) as 2 | 3 | 4 | 5,
  };
}

function ask(draft: Draft, requirements: readonly Requirement[], random: Random): string {
  const { task } = draft;
  const whom = draft.anyReader && random.chance(0.6) ? `，写给${random.pick(AUDIENCES)}看` : '';
  const says = random.shuffle(requirements).map((r) => r.say);
  const listed = says.map((say, i) => `${i + 1}. ${say}。`).join('\n');
  const close = random.pick([
    '只输出要写的内容，不作说明。',
    '直接给出成品，不要附加解释。',
    '不要写多余的话。',
  ]);
  return random.pick([
    `请${task}${whom}。\n要求：\n${listed}\n${close}`,
    `${task}${whom}。要求：${says.join('；')}。${close}`,
    `写作任务：${task}${whom}。\n必须同时满足：\n${listed}\n${close}`,
    `请${task}${whom}，注意以下几点：${says.join('；')}。${close}`,
  ]);
}
