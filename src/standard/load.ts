import { readFile } from 'node:fs/promises';
import type { Problem } from '../document/index.ts';
import { readYaml, UserError } from '../document/index.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './read.ts';

/**
 * Loads a catalogue file. The problems that come back are warnings.
 *
 * @throws UserError with everything that is wrong with the file.
 */
export async function loadCatalogue(
  file: string,
): Promise<{ catalogue: Catalogue; problems: readonly Problem[] }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'error';
    throw UserError.of(
      'file-unreadable',
      `无法读取指标目录（${detail}）。`,
      `The catalogue cannot be read (${detail}).`,
      { file },
    );
  }
  const { catalogue, problems } = readCatalogue(readYaml(text, file));
  if (catalogue === null) throw new UserError(problems);
  return { catalogue, problems };
}
