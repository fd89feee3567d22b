import type { Path } from '../../document/index.ts';
import type { LocalText } from '../../model/index.ts';

/** How a cell holds its value: text, a whole number, yes or no, or words separated by commas. */
export type CellKind = 'text' | 'count' | 'yes-no' | 'list';

/** One column of a table and the key of the catalogue that it holds. */
export interface Column {
  readonly path: Path;
  readonly label: LocalText;
  readonly kind: CellKind;
  /** True when a table cannot do without the column; its cells may still be empty. */
  readonly required: boolean;
  /** Characters. */
  readonly width: number;
}

/** A sheet with one row per entry of a list of the catalogue. */
export interface Table {
  readonly key: 'rules' | 'categories' | 'indicators';
  readonly label: LocalText;
  readonly columns: readonly Column[];
}

/** A row of the sheet about the catalogue as a whole. */
export interface HeadRow {
  readonly key: 'id' | 'edition' | 'title' | 'notice' | 'publishers';
  readonly label: LocalText;
  /** `plain`: one value; `pair`: Chinese and English; `pairs`: as `pair`, on any number of rows. */
  readonly shape: 'plain' | 'pair' | 'pairs';
}

export const HEAD_SHEET: LocalText = { zh: '目录', en: 'Catalogue' };

export const HEAD_COLUMNS: readonly LocalText[] = [
  { zh: '项目', en: 'Item' },
  { zh: '取值或中文', en: 'Value or Chinese' },
  { zh: '英文', en: 'English' },
];

export const HEAD_ROWS: readonly HeadRow[] = [
  { key: 'id', label: { zh: '目录编号', en: 'Catalogue id' }, shape: 'plain' },
  { key: 'edition', label: { zh: '版次', en: 'Edition' }, shape: 'plain' },
  { key: 'title', label: { zh: '目录名称', en: 'Title' }, shape: 'pair' },
  { key: 'notice', label: { zh: '声明', en: 'Notice' }, shape: 'pair' },
  { key: 'publishers', label: { zh: '发布单位', en: 'Publisher' }, shape: 'pairs' },
];

function column(
  path: Path,
  zh: string,
  en: string,
  options: { kind?: CellKind; optional?: boolean; width?: number } = {},
): Column {
  const { kind = 'text', optional = false, width = 14 } = options;
  return { path, label: { zh, en }, kind, required: !optional, width };
}

function textColumns(
  key: string,
  zh: string,
  en: string,
  options: { optional?: boolean; width?: number } = {},
): readonly Column[] {
  return [
    column([key, 'zh'], `${zh}（中文）`, `${en} (Chinese)`, { width: 30, ...options }),
    column([key, 'en'], `${zh}（英文）`, `${en} (English)`, { width: 30, ...options }),
  ];
}

function provenanceColumns(path: Path, zh: string, en: string, optional: boolean): Column[] {
  return [
    column([...path, 'kind'], `${zh}类型`, `${en} kind`, { optional, width: 22 }),
    column([...path, 'ref'], `${zh}依据`, `${en} reference`, { optional, width: 40 }),
    column([...path, 'textDigest'], `${zh}文本摘要`, `${en} text digest`, { optional: true }),
  ];
}

export const TABLES: readonly Table[] = [
  {
    key: 'rules',
    label: { zh: '判定规则', en: 'Rules' },
    columns: [
      column(['id'], '规则编号', 'Rule id', { width: 20 }),
      column(['kind'], '规则类型', 'Kind'),
      column(['alpha'], '单侧风险', 'Alpha'),
      column(['maxInvalidRate'], '无效用例上限', 'Maximum invalid rate'),
      column(['zeroFailureMinN'], '零失效最少样本量', 'Zero-failure minimum', {
        kind: 'count',
        optional: true,
      }),
      ...textColumns('title', '名称', 'Title'),
      ...provenanceColumns(['provenance'], '来源', 'Source', false),
    ],
  },
  {
    key: 'categories',
    label: { zh: '大类', en: 'Categories' },
    columns: [
      column(['id'], '大类编号', 'Category id'),
      ...textColumns('title', '名称', 'Title'),
      column(['weight'], '权重', 'Weight'),
      ...provenanceColumns(['provenance'], '来源', 'Source', false),
    ],
  },
  {
    key: 'indicators',
    label: { zh: '测试项', en: 'Indicators' },
    columns: [
      column(['id'], '编号', 'Id'),
      column(['category'], '大类', 'Category'),
      ...textColumns('group', '指标', 'Group', { width: 20 }),
      ...textColumns('title', '测试项', 'Title'),
      ...textColumns('requirement', '要求', 'Requirement', { width: 50 }),
      column(['level'], '级别', 'Level'),
      column(['methods'], '方法', 'Methods', { kind: 'list', width: 24 }),
      column(['metric'], '度量', 'Metric'),
      column(['rule'], '判定规则', 'Rule', { width: 20 }),
      column(['threshold', 'comparator'], '比较符', 'Comparator', { optional: true }),
      column(['threshold', 'value'], '限值', 'Limit', { optional: true }),
      ...provenanceColumns(['threshold', 'provenance'], '限值来源', 'Limit source', true),
      column(['minN'], '最少样本量', 'Minimum cases', { kind: 'count' }),
      ...provenanceColumns(['minNProvenance'], '样本量来源', 'Minimum source', true),
      column(['appliesWhen'], '适用能力（全部）', 'Applies when (all of)', {
        kind: 'list',
        width: 24,
      }),
      column(['appliesWhenAny'], '适用能力（任一）', 'Applies when (any of)', {
        kind: 'list',
        optional: true,
        width: 24,
      }),
      column(['verifiable'], '可由程序验证', 'Verifiable', { kind: 'yes-no' }),
      ...textColumns('notTestedReason', '未测原因', 'Reason not tested', { optional: true }),
      column(['weight'], '权重', 'Weight'),
      ...provenanceColumns(['provenance'], '来源', 'Source', false),
    ],
  },
];

/** What a sheet is called and what stands in a header cell: both languages, the Chinese first. */
export function sheetName({ zh, en }: LocalText): string {
  return `${zh} ${en}`;
}

export function headerText({ zh, en }: LocalText): string {
  return `${zh}\n${en}`;
}

/** True when a person meant this label: one of its languages or both, however they are spaced. */
export function isLabel(text: string, { zh, en }: LocalText): boolean {
  const plain = (s: string): string => s.replace(/\s+/g, '').toLowerCase();
  return [zh, en, zh + en].some((label) => plain(label) === plain(text));
}
