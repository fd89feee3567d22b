import type { SchemaObject } from 'ajv';
import type { Path, Problem, YamlDocument } from '../document/index.ts';
import { checkSchema } from '../document/index.ts';
import { instant } from './instant.ts';

/**
 * The schema's findings about a document whose texts at `times` have to be RFC 3339 in UTC. A
 * pattern cannot know a calendar, and says nothing to a person; of these texts it is said in words.
 */
export function checkWithTimes(
  document: YamlDocument,
  schema: SchemaObject,
  times: readonly Path[],
): readonly Problem[] {
  const wrong = times
    .filter((path) => {
      const text = valueAt(document.value, path);
      return typeof text === 'string' && instant(text) === null;
    })
    .map((path) => wrongTime(path, document));
  const placeOf = ({ line, column }: Problem): string => `${line}:${column}`;
  const said = new Set(wrong.map(placeOf));
  const found = checkSchema(document, schema).filter(
    (problem) => problem.code !== 'schema-pattern' || !said.has(placeOf(problem)),
  );
  return [...found, ...wrong];
}

/**
 * A window that ends before it begins.
 *
 * @param path of the object that holds both times
 */
export function checkWindow(
  document: YamlDocument,
  path: Path,
  from: string,
  to: string,
): readonly Problem[] {
  const [begin, end] = [from, to].map((key) => {
    const text = valueAt(document.value, [...path, key]);
    return typeof text === 'string' ? instant(text) : null;
  });
  if (begin == null || end == null || begin < end) return [];
  return [
    {
      code: 'wrong-window',
      severity: 'error',
      ...document.place([...path, to]),
      message: { zh: `${to} 必须晚于 ${from}。`, en: `${to} has to be later than ${from}.` },
    },
  ];
}

function wrongTime(path: Path, document: YamlDocument): Problem {
  const key = String(path.at(-1));
  return {
    code: 'wrong-time',
    severity: 'error',
    ...document.place(path),
    message: {
      zh: `${key} 应为 RFC 3339 格式的 UTC 时间，例如 2026-11-23T09:00:00Z。`,
      en: `${key} has to be an RFC 3339 time in UTC, e.g. 2026-11-23T09:00:00Z.`,
    },
  };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
