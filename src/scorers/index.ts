import { choice } from './choice/index.ts';
import { citation } from './citation/index.ts';
import { codeJs } from './code-js/index.ts';
import { codePython } from './code-python/index.ts';
import { contains } from './contains.ts';
import type { Scorer } from './contract.ts';
import { dialogue } from './dialogue/index.ts';
import { errorRate } from './error-rate/index.ts';
import { exact } from './exact.ts';
import { format } from './format/index.ts';
import { instruction } from './instruction/index.ts';
import { jsonSchema } from './json-schema/index.ts';
import { math } from './math/index.ts';
import { needle } from './needle/index.ts';
import { number } from './number/index.ts';
import { refusal } from './refusal/index.ts';
import { regex } from './regex.ts';
import { repetition } from './repetition/index.ts';
import { response } from './response.ts';
import { scriptRatio } from './script-ratio.ts';
import { sql } from './sql/index.ts';
import { textOverlap } from './text-overlap/index.ts';
import { toolCall } from './tool-call/index.ts';

export * from './contract.ts';
export { scoreResponse } from './gate.ts';

const ALL: readonly Scorer[] = [
  exact,
  contains,
  regex,
  choice,
  number,
  math,
  instruction,
  jsonSchema,
  refusal,
  toolCall,
  codeJs,
  codePython,
  sql,
  textOverlap,
  errorRate,
  response,
  format,
  repetition,
  scriptRatio,
  citation,
  needle,
  dialogue,
];

/** All scorers by id. A new one is a file and a line here. */
export const SCORERS: ReadonlyMap<string, Scorer> = new Map(
  ALL.map((scorer) => [scorer.id, scorer]),
);
