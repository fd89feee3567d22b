import { type ExactJson, readYaml, WrittenNumber } from '../../document/index.ts';
import { type Format, fault } from './reading.ts';

/** Longer documents are not read: the parser takes about a second for a megabyte. */
const LONGEST = 100_000;

/** Deeper nesting is not read; the parser is recursive. */
const DEEPEST = 64;

/**
 * One YAML 1.2 document with a map or a list at the top: any prose is a YAML text. Duplicate keys,
 * custom tags and merge keys are faults, and aliases are bounded.
 */
export const yaml: Format = {
  tags: ['yaml', 'yml', ''],
  embedded: () => [],
  read(source) {
    if (source.length > LONGEST) {
      return fault(
        `YAML 超过 ${LONGEST} 个字符，不予读取。`,
        `The YAML has more than ${LONGEST} characters and is not read.`,
      );
    }
    if (isDeep(source)) return fault('YAML 嵌套过深。', 'The YAML is nested too deeply.');
    const { value, problems } = readYaml(source, '', 'written');
    const [problem] = problems;
    if (problem !== undefined) {
      const { zh, en } = problem.message;
      return fault(
        `不是可用的 YAML：第 ${problem.line ?? 1} 行，${zh}`,
        `Not usable YAML: line ${problem.line ?? 1}, ${en}`,
      );
    }
    if (typeof value !== 'object' || value === null) {
      return fault(
        'YAML 的顶层不是映射或列表。',
        'The top of the YAML is neither a map nor a list.',
      );
    }
    const rows = Array.isArray(value) ? value.length : Object.keys(value).length;
    return { ok: true, content: { columns: columnsOf(value), rows, value: value as ExactJson } };
  },
};

/** The keys that all entries of a list of maps have, in the order of the first. */
function columnsOf(value: object): readonly string[] | null {
  if (!Array.isArray(value)) return Object.keys(value);
  const maps = value.filter(
    (entry) => typeof entry === 'object' && entry !== null && !(entry instanceof WrittenNumber),
  );
  const [first] = maps;
  if (first === undefined || maps.length !== value.length || Array.isArray(first)) return null;
  const keys = Object.keys(first);
  const same = maps.every((entry) => keys.join('\n') === Object.keys(entry).join('\n'));
  return same ? keys : null;
}

/** Nesting by indicators: brackets, and rows of `- - -` or `? ? ?`. An upper bound, quotes included. */
function isDeep(source: string): boolean {
  let brackets = 0;
  let row = 0;
  for (const character of source) {
    if (character === '[' || character === '{') brackets++;
    else if ((character === ']' || character === '}') && brackets > 0) brackets--;
    if (character === '-' || character === '?' || character === ':') row++;
    else if (character !== ' ') row = 0;
    if (brackets > DEEPEST || row > DEEPEST * 4) return true;
  }
  return false;
}
