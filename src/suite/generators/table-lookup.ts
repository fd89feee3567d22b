import { createHash } from 'node:crypto';
import type { Random } from '../random.ts';
import { choiceLines, labelOf, shuffledChoices } from './choices.ts';
import { defineGenerator, type GeneratedCase } from './contract.ts';
import { type Measure, TABLE_SCENES, type TableScene } from './material/table-scenes.ts';

const KINDS = [
  'lookup',
  'row-sum',
  'column-sum',
  'average',
  'difference',
  'extreme',
  'second',
  'count',
  'group-sum',
  'reverse',
  'two-step',
  'gap',
] as const;
type Kind = (typeof KINDS)[number];

interface Options {
  /** Rows of the table; absent: 4 to 8, drawn per case. */
  readonly rows?: number;
  /** Kinds of question, drawn evenly; absent: all. */
  readonly kinds?: readonly Kind[];
}

interface Row {
  readonly key: string;
  readonly group: string;
  /** Values by title of the measure. */
  readonly values: Readonly<Record<string, number>>;
}

interface Table {
  readonly scene: TableScene;
  readonly rows: readonly Row[];
}

/** A question with its computed answer: a number, or the key of a row. */
type Question = { readonly text: string; readonly difficulty: 1 | 2 | 3 | 4 } & (
  | { readonly number: number }
  | { readonly key: string }
);

/** No column repeats a value, so that largest, smallest and second are always unique. */
function drawTable(scene: TableScene, size: number, random: Random): Table {
  const keys = random.sample(scene.key.pool, size);
  const columns = scene.measures.map((m) => {
    const values = new Set<number>();
    while (values.size < size) values.add(random.int(m.min, m.max));
    return [m.title, [...values]] as const;
  });
  const rows = keys.map((key, i) => ({
    key,
    group: random.pick(scene.group.pool),
    values: Object.fromEntries(columns.map(([title, values]) => [title, values[i] as number])),
  }));
  return { scene, rows };
}

function markdown({ scene, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const head = [scene.key.title, scene.group.title];
  return [
    line([...head, ...scene.measures.map((m) => `${m.title}（${m.unit}）`)]),
    line([...head.map(() => '---'), ...scene.measures.map(() => '---:')]),
    ...rows.map((r) =>
      line([r.key, r.group, ...scene.measures.map((m) => r.values[m.title] ?? '')]),
    ),
  ].join('\n');
}

const read = (row: Row, measure: Measure): number => row.values[measure.title] as number;
const total = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);
const descending = (table: Table, measure: Measure): Row[] =>
  [...table.rows].sort((a, b) => read(b, measure) - read(a, measure));

/** Asks one question of the table, or returns null when this table has no unique answer to it. */
function ask(kind: Kind, table: Table, random: Random): Question | null {
  const { scene, rows } = table;
  const { noun, classifier } = scene.key;
  const which = `哪${classifier}${noun}`;
  const measure = random.pick(scene.measures);
  const additive = random.pick(scene.measures.filter((m) => m.additive));
  const [row, other] = random.sample(rows, 2) as [Row, Row];
  switch (kind) {
    case 'lookup':
      return {
        text: `${row.key}的${measure.title}是多少${measure.unit}？`,
        number: read(row, measure),
        difficulty: 1,
      };
    case 'row-sum':
      return {
        text: `${row.key}与${other.key}的${additive.title}合计是多少${additive.unit}？`,
        number: read(row, additive) + read(other, additive),
        difficulty: 2,
      };
    case 'column-sum':
      return {
        text: `表中各${noun}的${additive.title}合计是多少${additive.unit}？`,
        number: total(rows.map((r) => read(r, additive))),
        difficulty: 3,
      };
    case 'average': {
      const sum = total(rows.map((r) => read(r, additive)));
      if (sum % rows.length !== 0) return null;
      return {
        text: `表中各${noun}的${additive.title}平均是多少${additive.unit}？`,
        number: sum / rows.length,
        difficulty: 4,
      };
    }
    case 'difference': {
      const [high, low] = read(row, measure) > read(other, measure) ? [row, other] : [other, row];
      return {
        text: `${high.key}的${measure.title}比${low.key}${measure.wording.more}多少${measure.unit}？`,
        number: read(high, measure) - read(low, measure),
        difficulty: 2,
      };
    }
    case 'extreme': {
      const order = descending(table, measure);
      const most = random.chance(0.5);
      const { wording } = measure;
      return {
        text: `${which}的${measure.title}${most ? wording.most : wording.least}？`,
        key: (order.at(most ? 0 : -1) as Row).key,
        difficulty: 1,
      };
    }
    case 'second':
      return {
        text: `把表中各${noun}按${measure.title}从大到小排列，排在第二位的是${which}？`,
        key: (descending(table, measure)[1] as Row).key,
        difficulty: 2,
      };
    case 'count': {
      const limit = read(row, measure) + random.int(-1, 0);
      return {
        text: `表中有几${classifier}${noun}的${measure.title}大于${limit}${measure.unit}？`,
        number: rows.filter((r) => read(r, measure) > limit).length,
        difficulty: 3,
      };
    }
    case 'group-sum': {
      const members = rows.filter((r) => r.group === row.group);
      if (members.length < 2 || members.length === rows.length) return null;
      return {
        text: `${scene.group.title}为“${row.group}”的各${noun}，${additive.title}合计是多少${additive.unit}？`,
        number: total(members.map((r) => read(r, additive))),
        difficulty: 3,
      };
    }
    case 'reverse':
      return {
        text: `${which}的${measure.title}是${read(row, measure)}${measure.unit}？`,
        key: row.key,
        difficulty: 1,
      };
    case 'two-step': {
      const [by, wanted] = random.sample(scene.measures, 2) as [Measure, Measure];
      return {
        text: `${by.title}${by.wording.most}的${noun}，其${wanted.title}是多少${wanted.unit}？`,
        number: read(descending(table, by)[0] as Row, wanted),
        difficulty: 3,
      };
    }
    case 'gap': {
      const { whole, part, title } = scene.gap;
      const gaps = rows.map((r) => (r.values[whole] as number) - (r.values[part] as number));
      const largest = Math.max(...gaps);
      if (gaps.filter((g) => g === largest).length > 1) return null;
      return {
        text: `${which}的“${title}”（${whole}减去${part}）最大？`,
        key: (rows[gaps.indexOf(largest)] as Row).key,
        difficulty: 4,
      };
    }
  }
}

/**
 * Small Markdown tables with one question each: look-up, sums, averages, extremes, counts, sums of
 * a group, two-step look-ups. Half of the questions for a row are multiple-choice. Every prompt
 * shows its own options and answer format: use it in a suite without a frame.
 */
export const tableLookup = defineGenerator<Options>({
  id: 'table-lookup',
  version: '1.0.0',
  title: { zh: '表格查找与计算', en: 'Table look-up and computation' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      rows: { type: 'integer', minimum: 4, maximum: 10 },
      kinds: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: [...KINDS] } },
    },
  },
  generate(options, random): GeneratedCase {
    const kind = random.pick(options.kinds ?? KINDS);
    const scene = random.pick(TABLE_SCENES);
    const size = options.rows ?? random.int(4, 8);
    let table = drawTable(scene, size, random);
    let question = ask(kind, table, random);
    while (question === null) {
      table = drawTable(scene, size, random);
      question = ask(kind, table, random);
    }
    const text = markdown(table);
    const opening = `下表是${scene.caption}。\n\n${text}\n\n${question.text}`;
    const rest = {
      cluster: `table-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`,
      difficulty: question.difficulty,
    };
    if ('number' in question) {
      return {
        prompt: `${opening}\n只写数字，不写单位和计算过程。`,
        target: String(question.number),
        scorer: { use: 'number', unit: 'optional' },
        ...rest,
      };
    }
    if (random.chance(0.5)) {
      const others = table.rows.map((r) => r.key).filter((key) => key !== question.key);
      const choices = shuffledChoices([question.key, ...random.sample(others, 3)], random);
      return {
        prompt: `${opening}\n${choiceLines(choices)}\n只写选项字母。`,
        choices,
        target: labelOf(choices, question.key),
        scorer: { use: 'choice' },
        ...rest,
      };
    }
    return {
      prompt: `${opening}\n只照表中的写法写出${scene.key.title}。`,
      target: question.key,
      scorer: { use: 'exact' },
      ...rest,
    };
  },
});
