// The least that asks a model: SDK, p-limit, one line of JSON per answer; nothing is checked,
// scored or chained. `node bench/bare-process.ts <base URL> <file> <cases> <concurrency>`.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import OpenAI from 'openai';
import pLimit from 'p-limit';
import { measureLoop } from './measured-loop.ts';
import { promptOf } from './workplace.ts';

const [baseURL = '', file = '', cases = '', concurrency = ''] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0 });
const figures = await measureLoop(async () => {
  const out = createWriteStream(file);
  const limit = pLimit(Number(concurrency));
  const ask = async (n: number): Promise<void> => {
    const completion = await client.chat.completions.create({
      model: 'm',
      messages: [{ role: 'user', content: promptOf(n) }],
      max_tokens: 512,
      temperature: 0,
    });
    out.write(`${JSON.stringify({ n, text: completion.choices[0]?.message.content })}\n`);
  };
  await Promise.all(Array.from({ length: Number(cases) }, (_, n) => limit(ask, n)));
  out.end();
  await finished(out);
});
console.log(JSON.stringify(figures));
