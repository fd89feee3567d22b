import type { YamlDocument } from '../document/index.ts';
import { readYaml } from '../document/index.ts';

/**
 * Reads a JSON text strictly and with places. What only YAML allows is refused, since other
 * programs that check the same signatures read JSON; so are keys that occur twice, of which
 * programs take different ones.
 */
export function readJsonText(text: string, file: string): YamlDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const place = { file, line: 1, column: 1 };
    return {
      file,
      value: undefined,
      problems: [
        {
          code: 'not-json',
          severity: 'error',
          file,
          message: {
            zh: `不是合法的 JSON（${(error as Error).message}）。`,
            en: `This is not valid JSON (${(error as Error).message}).`,
          },
        },
      ],
      place: () => place,
      placeOfKey: () => place,
    };
  }
  return { ...readYaml(text, file), value };
}
