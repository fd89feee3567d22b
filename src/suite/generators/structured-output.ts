import type { Json, JsonObject } from '../../model/index.ts';
import type { Random } from '../random.ts';
import type { GeneratedCase } from './contract.ts';
import { defineGenerator } from './contract.ts';
import type { Field, FieldSchema, FieldValue, RecordKind } from './material/records.ts';
import { RECORD_KINDS } from './material/records.ts';

const KINDS = ['extract', 'list', 'summary'] as const;
type Kind = (typeof KINDS)[number];
type KeyStyle = 'snake' | 'camel' | 'chinese';

/**
 * JSON from running text or from a list, against a small random schema: extract a record, turn a
 * list into sorted or filtered records, or summarise a list. The expected value is computed from
 * the same fields that the text was told from; the schema admits no further keys.
 */
export const structuredOutput = defineGenerator<{ readonly kinds?: readonly Kind[] }>({
  id: 'structured-output',
  version: '1.0.0',
  title: { zh: '按模式输出 JSON', en: 'JSON output against a schema' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      kinds: { type: 'array', items: { enum: KINDS }, minItems: 1, uniqueItems: true },
    },
  },
  generate: (options, random) => {
    const kind = random.pick(options.kinds ?? KINDS);
    const record = random.pick(RECORD_KINDS);
    const style = random.pick(['snake', 'camel', 'chinese'] as const);
    switch (kind) {
      case 'extract':
        return extract(record, style, random);
      case 'list':
        return listed(record, style, random);
      case 'summary':
        return summary(record, style, random);
    }
  },
});

/** The key of a field: `unit_price`, `unitPrice` or 单价. */
function keyOf(field: Field, style: KeyStyle): string {
  switch (style) {
    case 'snake':
      return field.words.replaceAll(' ', '_');
    case 'camel':
      return field.words.replaceAll(/ (\w)/gu, (_, letter: string) => letter.toUpperCase());
    case 'chinese':
      return field.label.replace(/（.*$/u, '');
  }
}

function objectSchema(fields: readonly Field[], style: KeyStyle): JsonObject {
  const keys = fields.map((f) => keyOf(f, style));
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((f, i) => [keys[i], f.schema])),
    required: keys,
    additionalProperties: false,
  };
}

type Drawn = ReadonlyMap<Field, FieldValue>;

function drawRecord(fields: readonly Field[], random: Random): Drawn {
  return new Map(fields.map((field) => [field, field.draw(random)]));
}

function drawnValue(drawn: Drawn, field: Field): FieldValue {
  const value = drawn.get(field);
  if (value === undefined) throw new RangeError(`no value of ${field.words}`);
  return value;
}

function objectOf(drawn: Drawn, fields: readonly Field[], style: KeyStyle): JsonObject {
  return Object.fromEntries(fields.map((f) => [keyOf(f, style), drawnValue(drawn, f).value]));
}

/** The case around a task: the schema as JSON, or its fields as a list. */
function pose(
  task: string,
  material: string,
  schema: JsonObject,
  target: Json,
  random: Random,
): GeneratedCase {
  const form = random.chance(0.5)
    ? `JSON Schema：\n${JSON.stringify(schema, null, 2)}`
    : `格式要求：\n${describe(schema).join('\n')}`;
  const end = random.pick([
    '只输出 JSON，不要解释。',
    '回答中只包含 JSON 本身。',
    '请直接给出 JSON，不加任何说明文字。',
  ]);
  const prompt = random.pick([
    `${task}\n\n${material}\n\n${form}\n\n${end}`,
    `${task}${end}\n\n${form}\n\n原文：\n${material}`,
  ]);
  return {
    prompt,
    target,
    scorer: { use: 'json-schema', schema, mode: 'lenient' },
    difficulty: Array.isArray(target) ? 3 : 2,
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '字符串',
  integer: '整数',
  number: '数',
  boolean: '布尔值 true 或 false',
  array: '字符串数组',
};

function describe(schema: JsonObject): string[] {
  if (schema.type === 'array') {
    const items = describe(schema.items as JsonObject);
    return ['- 整体是一个数组，每个元素是一个对象', ...items];
  }
  const properties = Object.entries(schema.properties as Record<string, FieldSchema>);
  return [
    ...properties.map(([key, s]) => `- ${key}：${TYPE_NAMES[s.type]}，${s.description}`),
    '- 以上键都要有，不得有其他键',
  ];
}

function extract(record: RecordKind, style: KeyStyle, random: Random): GeneratedCase {
  const told = random.sample(record.fields, random.int(5, record.fields.length));
  // What is told and not asked for has to be left out.
  const asked = random.sample(told, random.int(3, Math.min(6, told.length)));
  const drawn = drawRecord(told, random);
  const clauses = told.map((field) => drawnValue(drawn, field).clause);
  const half = Math.ceil(clauses.length / 2);
  const material = random.pick([
    `${clauses.join('，')}。`,
    `${clauses.slice(0, half).join('，')}；${clauses.slice(half).join('，')}。`,
    `${clauses.slice(0, half).join('，')}。另外，${clauses.slice(half).join('，')}。`,
  ]);
  const task = random.pick([
    `从下面关于一条${record.name}的文字中提取信息，输出一个 JSON 对象。`,
    `把这段${record.name}说明整理成一个 JSON 对象，文字里没有要求的内容不要写入。`,
    `下面一段话描述了一条${record.name}。请按要求的键提取，结果为一个 JSON 对象。`,
  ]);
  const schema = objectSchema(asked, style);
  return pose(task, material, schema, objectOf(drawn, asked, style), random);
}

/** Records of a list: a text that names them, a whole number that orders them, two more fields. */
function drawRows(record: RecordKind, random: Random) {
  const texts = record.fields.filter((f) => f.kind === 'text');
  const numbers = record.fields.filter((f) => f.kind === 'integer');
  const name = random.pick(texts);
  const number = random.pick(numbers);
  const others = record.fields.filter((f) => f !== name && f !== number && f.kind !== 'list');
  const fields = [name, number, ...random.sample(others, random.int(1, 2))];
  const rows: Drawn[] = [];
  const count = random.int(3, 5);
  while (rows.length < count) {
    const row = drawRecord(fields, random);
    // Names and numbers differ, so that no order and no extreme is a matter of taste.
    const fresh = [name, number].every((f) =>
      rows.every((r) => drawnValue(r, f).value !== drawnValue(row, f).value),
    );
    if (fresh) rows.push(row);
  }
  return { name, number, fields, rows };
}

function material(fields: readonly Field[], rows: readonly Drawn[], random: Random): string {
  const shown = rows.map((row) => fields.map((f) => drawnValue(row, f).shown));
  const labels = fields.map((f) => f.label);
  if (random.chance(0.5)) {
    return [labels, labels.map(() => '---'), ...shown]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  }
  return shown
    .map((cells, i) => `${i + 1}. ${cells.map((cell, k) => `${labels[k]}：${cell}`).join('；')}`)
    .join('\n');
}

const byNumber =
  (field: Field, sign: 1 | -1) =>
  (a: Drawn, b: Drawn): number =>
    sign * (Number(drawnValue(a, field).value) - Number(drawnValue(b, field).value));

function listed(record: RecordKind, style: KeyStyle, random: Random): GeneratedCase {
  const { number, fields, rows } = drawRows(record, random);
  const values = rows.map((row) => Number(drawnValue(row, number).value)).toSorted((a, b) => a - b);
  const limit = values[random.int(1, values.length - 1)] as number;
  const [how, kept] = random.pick([
    [`按${number.label}从小到大排列`, rows.toSorted(byNumber(number, 1))],
    [`按${number.label}从大到小排列`, rows.toSorted(byNumber(number, -1))],
    [
      `只保留${number.label}不低于 ${limit} 的，保持原来的先后`,
      rows.filter((row) => Number(drawnValue(row, number).value) >= limit),
    ],
    ['保持原来的先后', rows],
  ] as const);
  const task = random.pick([
    `把下面的${record.name}转换成 JSON 数组，${how}。`,
    `下面列出了若干条${record.name}，请输出对应的 JSON 数组：${how}。`,
  ]);
  const schema = { type: 'array', items: objectSchema(fields, style) };
  const target = kept.map((row) => objectOf(row, fields, style));
  return pose(task, material(fields, rows, random), schema, target, random);
}

function summary(record: RecordKind, style: KeyStyle, random: Random): GeneratedCase {
  const { name, number, fields, rows } = drawRows(record, random);
  const ordered = rows.toSorted(byNumber(number, 1));
  const names = (some: readonly Drawn[]): string[] => some.map((r) => drawnValue(r, name).shown);
  const total = rows.reduce((sum, row) => sum + Number(drawnValue(row, number).value), 0);
  const parts: readonly (readonly [string, string, FieldSchema, Json])[] = [
    ['count', '条数', { type: 'integer', description: `${record.name}的条数` }, rows.length],
    ['total', '合计', { type: 'integer', description: `${number.label}的合计` }, total],
    [
      'largest',
      '最大者',
      { type: 'string', description: `${number.label}最大的一条的${name.label}` },
      names(ordered).at(-1) ?? '',
    ],
    [
      'smallest',
      '最小者',
      { type: 'string', description: `${number.label}最小的一条的${name.label}` },
      names(ordered)[0] ?? '',
    ],
    [
      'names',
      '名单',
      {
        type: 'array',
        items: { type: 'string' },
        description: `全部${name.label}，按原文顺序`,
      },
      names(rows),
    ],
  ];
  const chosen = random.sample(parts, random.int(3, 4));
  const key = ([en, zh]: (typeof parts)[number]): string => (style === 'chinese' ? zh : en);
  const schema: JsonObject = {
    type: 'object',
    properties: Object.fromEntries(chosen.map((part) => [key(part), part[2]])),
    required: chosen.map(key),
    additionalProperties: false,
  };
  const task = random.pick([
    `根据下面的${record.name}清单算出汇总信息，输出一个 JSON 对象。`,
    `请汇总这些${record.name}，结果写成一个 JSON 对象。`,
  ]);
  const target = Object.fromEntries(chosen.map((part) => [key(part), part[3]]));
  return pose(task, material(fields, rows, random), schema, target, random);
}
