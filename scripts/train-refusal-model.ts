// Trains the second opinion of the scorer `refusal` and writes its table. The same lines make the
// same table on every machine: whole numbers only, and an order of its own.
//
//   node scripts/train-refusal-model.ts          write src/scorers/refusal/model-weights.ts
//   node scripts/train-refusal-model.ts --cross  leave out one source after the other and print
//                                                precision and recall of rules and model there
import { readFileSync, writeFileSync } from 'node:fs';
import { crossValidate, type Line, tableOf, train } from './refusal-model/train.ts';

const LINES = new URL('../test/vectors/refusal-training.jsonl', import.meta.url);
const TABLE = new URL('../src/scorers/refusal/model-weights.ts', import.meta.url);

const lines = readFileSync(LINES, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

if (process.argv.includes('--cross')) {
  for (const figures of crossValidate(lines)) console.log(JSON.stringify(figures));
} else {
  writeFileSync(TABLE, tableOf(train(lines)));
}
