import { writeFileSync } from 'node:fs';
import type { Workspace } from '../run/workspace.ts';

const HEAD = `version: 1.0.0
indicator: custom
licence: CC0-1.0
source: own
`;

/** A question with one right option, its place different from case to case. */
function choiceCase(id: string, n: number, more = ''): string {
  const labels = ['A', 'B', 'C', 'D'];
  const options = labels.map((label, at) => `${label}: "${n * 10 + ((at + n) % 4)}"`).join(', ');
  const target = labels[(4 - (n % 4)) % 4];
  return `  - {id: ${id}, prompt: "下面哪个数等于 ${n * 10}？", choices: {${options}}, target: ${target}${more}}`;
}

const numbered = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Every kind of item: media, dialogue, permuted options, public and hidden. */
const MIXED = `suite: own.mixed
${HEAD}title: {zh: 混合, en: Mixed}
requirement: {level: MUST, threshold: "0.3", rule: simple, minN: 5, text: {zh: 过半, en: half}}
defaults:
  scorer: {use: choice}
  frame: |
    {{prompt}}
    {{choices}}
    只写选项字母。
cases:
${numbered(8, (i) => choiceCase(`m-${i}`, 1 + i))}
${numbered(4, (i) => choiceCase(`h-${i}`, 21 + i, ', pool: hidden'))}
${choiceCase('m-turned', 31, ', permute: circular')}
  - id: m-image
    messages: [{role: user, content: [{text: 图中的数是多少？只写数字。}, {image: data/one.png}]}]
    target: "7"
    scorer: {use: number}
  - id: m-talk
    prompt: 请记住数字 41。
    scorer: none
    turns:
      - {content: 再加 1 是多少？只写数字。, target: "42", scorer: {use: number}}
      - {content: 再加 2 是多少？只写数字。, target: "44", scorer: {use: number}}
`;

const REPEATED = `suite: own.repeated
${HEAD}title: {zh: 重复, en: Repeated}
repeat: {times: 2, rule: majority}
requirement: {level: MUST, threshold: "0.1", rule: simple, minN: 3, text: {zh: 一致, en: alike}}
defaults:
  scorer: {use: number}
cases:
${numbered(4, (i) => `  - {id: r-${i}, prompt: "${50 + i} 加 ${i} 等于多少？", target: "${50 + 2 * i}"}`)}
  - {id: r-h, prompt: "90 减 1 等于多少？", target: "89", pool: hidden}
`;

/** Not reached by the model of the fixture, and waived. */
const STRICT = `suite: own.strict
${HEAD}title: {zh: 严格, en: Strict}
requirement: {level: MUST, threshold: "1", rule: simple, minN: 5, text: {zh: 全对, en: all}}
defaults:
  scorer: {use: number}
cases:
${numbered(6, (i) => `  - {id: s-${i}, prompt: "${70 + i} 减 ${i} 等于多少？", target: "70"}`)}
`;

/** The smallest PNG image: one pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Writes the suites and the image that one of them shows; returns the paths of the suites. */
export function writeSuites(workspace: Workspace): readonly string[] {
  workspace.write('data/one.png', '');
  writeFileSync(workspace.path('data/one.png'), Buffer.from(PNG, 'base64'));
  return [
    workspace.write('mixed.yaml', MIXED),
    workspace.write('repeated.yaml', REPEATED),
    workspace.write('strict.yaml', STRICT),
  ];
}

/** The indicator that the model fails, and that is waived. */
export const WAIVED = 'custom:own.strict';
