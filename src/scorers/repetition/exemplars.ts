import type { GradingKey } from '../../model/index.ts';
import type { Exemplar } from '../contract.ts';
import { measure, problemOf, type RepetitionOptions } from './measure.ts';
import { tokensOf } from './tokens.ts';

const WHO = ['老渔民', '邮递员', '果农', '船工', '教师', '木匠', '护士', '巡山人', '会计', '石匠'];
const WHEN = ['清晨', '傍晚', '雨后', '入冬时', '集市散了以后', '收工前', '月圆那夜', '开春'];
// Lengths without a common factor: neighbours meet again only after many sentences.
const WHERE = ['码头', '祠堂外', '松林', '渡口', '粮仓旁', '山坳', '县城车站', '窑洞口', '桥下'];
const WHAT = [
  '修补一张旧网',
  '清点剩下的种子',
  '给远方的兄弟写信',
  '教孩子辨认星座',
  '把船底刷上桐油',
  '记下当天的水位',
  '煮了一锅热粥',
  '量好最后一块木料',
  '听完整段广播',
  '把钥匙交给邻居',
  '修好漏雨的屋顶',
];
const END = ['，谁也没有催他', '，一直到灯灭', '，然后慢慢走回家', '，风声渐渐小了', ''];

/** Most units of an answer that is made up; a case that asks for more brings its own. */
const LONGEST = 5000;

/** A story of sentences drawn at random; or one sentence, again and again. */
export function exemplify(
  _key: GradingKey,
  options: RepetitionOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const { minLength = 1 } = options;
  if (minLength > LONGEST) return null;
  const starts = SLOTS.map((list) => Math.floor(random() * list.length));
  const text = kind === 'right' ? story(minLength, starts) : again(minLength, sentence(starts, 0));
  const passes = problemOf(measure(tokensOf(text), options), options) === null;
  return passes === (kind === 'right') ? { text } : null;
}

const SLOTS = [WHEN, WHERE, WHO, WHAT, END];

/** The sentence with number i of the story that begins at `starts`. */
function sentence(starts: readonly number[], i: number): string {
  const words = SLOTS.map((list, slot) => list[((starts[slot] ?? 0) + i) % list.length] ?? '');
  return `${words.join('')}。`;
}

function story(minLength: number, starts: readonly number[]): string {
  let text = '';
  for (let i = 0; i === 0 || text.length < minLength; i++) text += sentence(starts, i);
  return text;
}

function again(minLength: number, unit: string): string {
  return unit.repeat(Math.max(12, Math.ceil(minLength / unit.length) + 1));
}
