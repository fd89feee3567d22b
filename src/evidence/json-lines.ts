import { existsSync } from 'node:fs';
import { UserError } from '../document/index.ts';
import { readLines } from './lines.ts';

/**
 * The values of a JSON Lines file with the text of their lines; a torn last line is left out.
 *
 * @throws UserError when the file is missing or a line is no JSON
 */
export function* readJsonLines<T>(file: string): Generator<{ value: T; text: string }> {
  let number = 0;
  const damaged = (zh: string, en: string): UserError =>
    UserError.of('evidence-damaged', zh, en, { file, ...(number > 0 ? { line: number } : {}) });
  if (!existsSync(file)) throw damaged('文件缺失。', 'The file is missing.');
  for (const { text, complete } of readLines(file)) {
    number++;
    if (!complete) return;
    let value: T;
    try {
      value = JSON.parse(text) as T;
    } catch {
      throw damaged(
        '这一行已损坏，不是合法的 JSON。',
        'This line is damaged; it is not valid JSON.',
      );
    }
    yield { value, text };
  }
}
