import type { Document, Node, Scalar, YAMLError } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { LocalText } from '../model/index.ts';
import { WrittenNumber } from './exact-json.ts';
import { isHeld, jsonNumeral } from './numeral.ts';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A YAML file read strictly: its plain value, what is wrong with it, and where things stand. */
export interface YamlDocument {
  readonly file: string;
  /** Plain JSON value; undefined when the text cannot be read at all. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value at `path` stands, or the nearest ancestor that is in the text. */
  place(path: Path): Place;
  /** Where the key of the entry at `path` stands. */
  placeOfKey(path: Path): Place;
}

/** Bytes of a YAML file at most: cases in bulk belong into JSON Lines. */
const MAX_YAML_CHARS = 16 * 1024 * 1024;
const MAX_ALIASES = 100;

/** What becomes of a number that no double holds, such as 9007199254740993. */
export type LongNumbers = 'problem' | 'written';

/**
 * Reads one YAML 1.2 document: no custom tags, no duplicate keys, no second document, bounded
 * aliases. No number is rounded: one that no double holds is a problem, or stands in the value as a
 * `WrittenNumber`. Never throws for what stands in the text.
 */
export function readYaml(
  text: string,
  file: string,
  longNumbers: LongNumbers = 'problem',
): YamlDocument {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const fail: Fail = (code, offset, zh, en, hint) => {
    const problem = { code, severity: 'error', ...at(offset), message: { zh, en } } as const;
    problems.push(hint === undefined ? problem : { ...problem, hint });
  };

  if (text.length > MAX_YAML_CHARS) {
    const limit = MAX_YAML_CHARS / 1024 / 1024;
    fail(
      'yaml-too-large',
      0,
      `YAML 文件超过 ${limit} MiB；请把大量用例放入 JSON Lines 文件并用 from 引用。`,
      `The YAML file is larger than ${limit} MiB; put cases in bulk into a JSON Lines file and name it with "from".`,
    );
    return { file, value: undefined, problems, place: () => at(0), placeOfKey: () => at(0) };
  }
  const document = parseBounded(text, lines);
  if (document === null) {
    fail('yaml-too-deep', 0, '嵌套过深，无法读取。', 'Nested too deeply to be read.');
    return { file, value: undefined, problems, place: () => at(0), placeOfKey: () => at(0) };
  }
  for (const error of document.errors) problems.push(yamlProblem(error, at(error.pos[0])));
  for (const warning of document.warnings) problems.push(yamlProblem(warning, at(warning.pos[0])));
  checkNodes(document, longNumbers, fail);

  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch {
      fail(
        'yaml-alias-bomb',
        0,
        `别名展开超过 ${MAX_ALIASES} 次，疑似“别名炸弹”。`,
        `Aliases expand more than ${MAX_ALIASES} times; this looks like an alias bomb.`,
      );
    }
  }
  return {
    file,
    value,
    problems,
    place: (path) => at(nodeOffset(document, path)),
    placeOfKey: (path) => at(keyOffset(document, path)),
  };
}

/** The parser is recursive; a text made to exhaust the stack ends here and not the program. */
function parseBounded(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      strict: true,
      uniqueKeys: true,
      version: '1.2',
      schema: 'core',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Fail = (code: string, offset: number, zh: string, en: string, hint?: LocalText) => void;

function checkNodes(document: Document.Parsed, longNumbers: LongNumbers, fail: Fail): void {
  visit(document, (key, node) => {
    if (isScalar(node) && typeof node.value === 'number') {
      // The keys of JSON are texts.
      if (key === 'key') node.value = node.source ?? node.value;
      else checkNumber(node, longNumbers, fail);
    }
    if (isPair(node) && isScalar(node.key) && node.key.value === '<<') {
      fail(
        'yaml-merge-key',
        node.key.range?.[0] ?? 0,
        '不支持合并键 “<<”；请写出各键，或使用 defaults。',
        'The merge key "<<" is not supported; write the keys out, or use "defaults".',
      );
    }
    if (isPair(node) && !isScalar(node.key)) {
      fail('yaml-key-not-text', 0, '键必须是文本。', 'A key has to be text.');
    }
  });
}

const LONG_NUMBER_HINT: LocalText = {
  zh: '请加引号写成文本；评分方法 json-schema 的 target 可用 targetAs: json-text，tool-call 的 arguments 可把整个 JSON 写成文本。',
  en: 'Put it in quotation marks; a target of json-schema can be a text with "targetAs: json-text", and the "arguments" of tool-call can be a text of JSON.',
};

function checkNumber(node: Scalar, longNumbers: LongNumbers, fail: Fail): void {
  const { value, source = '', format, range } = node;
  const offset = range?.[0] ?? 0;
  if (/^[-+]?\.(?:inf|nan)$/i.test(source)) {
    if (longNumbers === 'written') return;
    fail('yaml-not-a-number', offset, `${source} 不是 JSON 中的数。`, `JSON has no ${source}.`);
    return;
  }
  // Octal and hexadecimal numbers (YAML 1.2.2, section 10.3.2) are whole.
  const numeral = format === 'OCT' || format === 'HEX' ? String(BigInt(source)) : source;
  if (isHeld(numeral)) return;
  if (longNumbers === 'written') {
    node.value = new WrittenNumber(jsonNumeral(numeral));
    return;
  }
  fail(
    'yaml-long-number',
    offset,
    `数值 ${source} 读入时会被舍入为 ${String(value)}。`,
    `The number ${source} would be rounded to ${String(value)}.`,
    LONG_NUMBER_HINT,
  );
}

function yamlProblem(error: YAMLError, place: Place): Problem {
  const first = error.message.split('\n', 1)[0] ?? error.message;
  const known: Readonly<Record<string, readonly [code: string, zh: string, en: string]>> = {
    DUPLICATE_KEY: ['yaml-duplicate-key', '键重复。', 'A key occurs twice.'],
    TAG_RESOLVE_FAILED: ['yaml-tag', '不支持自定义标签。', 'Custom tags are not supported.'],
    MULTIPLE_DOCS: [
      'yaml-two-documents',
      '一个文件只能有一个 YAML 文档。',
      'A file holds one YAML document only.',
    ],
    TAB_AS_INDENT: ['yaml-tab', '不能用制表符缩进。', 'Tabs cannot be used to indent.'],
  };
  const [code, zh, en] = known[error.code] ?? ['yaml-syntax', 'YAML 语法错误：', 'YAML syntax: '];
  const detail = error.code in known ? ` (${first})` : first;
  return {
    code,
    severity: 'error',
    ...place,
    message: { zh: `${zh}${detail}`, en: `${en}${detail}` },
  };
}

function nodeOffset(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as Node | null | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}

function keyOffset(document: Document.Parsed, path: Path): number {
  const key = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const map = isAlias(parent) ? parent.resolve(document) : parent;
  if (isMap(map)) {
    const pair = map.items.find((p) => isScalar(p.key) && String(p.key.value) === String(key));
    const range = isScalar(pair?.key) ? pair.key.range : undefined;
    if (range) return range[0];
  }
  if (isSeq(map)) return nodeOffset(document, path);
  return nodeOffset(document, path);
}
