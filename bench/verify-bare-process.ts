// The least that reads evidence: every line is hashed and parsed, and nothing is made of it.
// `node bench/verify-bare-process.ts <folder>`.
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { measureLoop } from './measured-loop.ts';

const [folder = ''] = process.argv.slice(2);
const figures = await measureLoop(async () => {
  for (const part of ['plan', 'evidence']) {
    for (const name of readdirSync(join(folder, part))) {
      if (!name.endsWith('.jsonl')) continue;
      const hash = createHash('sha256');
      for await (const line of createInterface(createReadStream(join(folder, part, name)))) {
        hash.update(line);
        JSON.parse(line);
      }
      hash.digest();
    }
  }
});
console.log(JSON.stringify(figures));
