import { lengthOf } from '../../../text/length.ts';
import type { Random } from '../../random.ts';
import { PEOPLE } from '../material/names.ts';
import { ACROSTICS, VERSE_STARTS, verseLine } from '../material/verses.ts';
import { TOPIC_FAMILIES } from '../material/writing-topics.ts';
import type { Draft, Topic } from './draft.ts';
import { about, drawSentences, drawTopic, someKeywords } from './draft.ts';
import type { Requirement } from './requirements.ts';
import * as requirement from './requirements.ts';

const NUMBERINGS = {
  arabic: (i: number) => `${i + 1}. `,
  chinese: (i: number) => `${'一二三四五六七八'[i]}、`,
  circled: (i: number) => '①②③④⑤⑥⑦⑧'[i] ?? '',
  parenthesis: (i: number) => `（${i + 1}）`,
} as const;

const NUMBERING_NAMES: Readonly<Record<keyof typeof NUMBERINGS, string>> = {
  arabic: '每条前用“1.”“2.”这样的阿拉伯数字编号',
  chinese: '每条前用“一、”“二、”这样的中文数字编号',
  circled: '每条前用“①”“②”这样的带圈数字编号',
  parenthesis: '每条前用“（1）”“（2）”这样的编号',
};

export function list(random: Random): Draft {
  const topic = drawTopic(random);
  const count = random.int(3, 8);
  const sentences = drawSentences(topic, count, random);
  const style = random.pick(['bullet', 'arabic', 'chinese', 'circled', 'parenthesis'] as const);
  const mark = style === 'bullet' ? () => '- ' : NUMBERINGS[style];
  const rows = sentences.map((s, i) => `${mark(i)}${s.text}`);
  const text = rows.join('\n');
  const longest = Math.max(...rows.map((row) => lengthOf(row, 'han')));
  const max = Math.ceil(longest / 5) * 5;
  const must: Requirement =
    style === 'bullet'
      ? {
          constraint: { check: 'list-items', style: 'bullet', exactly: count },
          say: `用 Markdown 无序列表（“- ”开头），恰好 ${count} 条`,
          broken: rows.slice(1).join('\n'),
        }
      : {
          constraint: { check: 'numbering', style, exactly: count },
          say: `恰好 ${count} 条，${NUMBERING_NAMES[style]}`,
          broken: sentences.map((s) => s.text).join('\n'),
        };
  return {
    task: about(random.pick(topic.family.listTasks), topic.subject.zh),
    anyReader: true,
    text,
    musts: [must],
    mays: [
      requirement.lines(text, random),
      someKeywords(text, sentences, random),
      requirement.forbidden(text, random),
      requirement.withoutLatin(text),
      {
        constraint: { check: 'line-length', unit: 'han', max },
        say: `每行不超过 ${max} 个汉字`,
        broken: rows.map((row, i) => (i === 0 ? row.repeat(3) : row)).join('\n'),
      },
      requirement.plainText(text, random),
    ],
  };
}

/** A notice as a form to fill in: salutation, placeholders, signature. */
export function notice(random: Random): Draft {
  const places = TOPIC_FAMILIES.filter((f) => f.id === 'place' || f.id === 'event');
  const topic = drawTopic(random, places);
  const { zh } = topic.subject;
  const slots = random.sample(
    ['时间', '地点', '联系人', '电话', '截止日期', '名额'],
    random.int(2, 5),
  );
  const sentences = drawSentences(topic, random.int(1, 3), random);
  const readers = random.pick(['各位居民', '各位同事', '各位家长', '各位读者', '各位老师']);
  const sender = random.pick([
    '社区服务站',
    '综合办公室',
    '活动筹备组',
    '读者服务部',
    '家长委员会',
  ]);
  const blanks = slots.map((slot) => `${slot}为【${slot}】`).join('，');
  const body = `现将与${zh}有关的安排告知如下：${blanks}。${sentences.map((s) => s.text).join('')}`;
  const text = `${readers}：\n\n${body}\n\n特此通知\n\n${sender}`;
  return {
    task: `写一份关于${zh}的通知模板，暂时不知道的信息用占位符表示`,
    anyReader: false,
    text,
    musts: [
      {
        constraint: { check: 'placeholder-count', exactly: slots.length },
        say: `用【】做占位符，恰好 ${slots.length} 个，分别对应${slots.join('、')}`,
        broken: `${text}\n\n【其他】`,
      },
    ],
    mays: [
      requirement.startsWith(text, readers, random),
      requirement.endsWith(text, sender, random),
      requirement.length(text, random),
      someKeywords(text, [...sentences, { text: '', keyword: '特此通知' }], random),
      requirement.forbidden(text, random),
      requirement.paragraphs(text, random),
      requirement.withoutDigits(text),
    ],
  };
}

export function verse(random: Random): Draft {
  const size = random.pick([5, 7] as const);
  const spelled = random.chance(0.6);
  const starts = spelled
    ? random.pick(ACROSTICS).split('')
    : random.sample(VERSE_STARTS, random.pick([2, 4, 6, 8]));
  const rows = starts.map((first) => verseLine(first, size));
  const text = rows.map((row, i) => `${row}${i % 2 === 0 ? '，' : '。'}`).join('\n');
  const lineLength: Requirement = {
    constraint: { check: 'line-length', unit: 'han', exactly: size },
    say: `每行 ${size} 个汉字（标点不计），一句一行`,
    broken: text.replace(/\p{Script=Han}/u, ''),
  };
  const acrostic: Requirement = {
    constraint: { check: 'acrostic', text: starts.join('') },
    say: `每行第一个字依次连成“${starts.join('')}”`,
    broken: [...rows].reverse().join('\n'),
  };
  const occasion = random.pick(['生日', '乔迁', '毕业', '退休', '远行', '开业', '获奖', '新年']);
  return {
    task: `为${random.pick(PEOPLE)}的${occasion}写一首小诗，不要标题`,
    anyReader: false,
    text,
    musts: [lineLength, spelled ? acrostic : requirement.lines(text, random)],
    mays: [
      ...(spelled ? [requirement.lines(text, random)] : []),
      requirement.forbidden(text, random),
      requirement.withoutMark(text, random),
      requirement.withoutLatin(text),
    ],
  };
}

const TABLE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  负责人: PEOPLE,
  时间: ['上午', '下午', '傍晚', '前一天', '当天清早'],
  地点: ['礼堂', '操场', '门厅', '仓库', '会议室'],
  状态: ['已完成', '进行中', '未开始', '待确认'],
  备注: ['提前联系', '需要两人', '自备工具', '留意天气', '无'],
};
const CHORES = [
  '场地布置',
  '物资采购',
  '人员签到',
  '安全检查',
  '摄影记录',
  '茶水供应',
  '海报宣传',
  '现场清理',
];

export function table(random: Random): Draft {
  const topic = drawTopic(random);
  const chores = random.sample(CHORES, random.int(3, 7));
  const columns = random.sample(Object.keys(TABLE_COLUMNS), random.int(1, 4));
  const cell = (column: string): string => random.pick(TABLE_COLUMNS[column] as readonly string[]);
  const rows = chores.map((chore) => [chore, ...columns.map(cell)]);
  const head = ['事项', ...columns];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const text = [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
  const named = random.sample(chores, 2);
  return {
    task: `围绕${topic.subject.zh}列一张准备事项表，只输出 Markdown 表格`,
    anyReader: false,
    text,
    musts: [
      {
        constraint: { check: 'table', rows: rows.length, columns: head.length },
        say: `表格有 ${head.length} 列（${head.join('、')}），表头之外 ${rows.length} 行`,
        broken: text.slice(0, text.lastIndexOf('\n')),
      },
    ],
    mays: [
      requirement.keywords(text, named, random),
      requirement.forbidden(text, random),
      requirement.withoutLatin(text),
      requirement.plainText(text, random),
    ],
  };
}

const JSON_KEYS: Readonly<Record<string, (topic: Topic, random: Random) => unknown>> = {
  name: ({ subject }) => subject.zh,
  summary: (topic, random) => drawSentences(topic, 1, random)[0]?.text,
  highlights: (topic, random) => drawSentences(topic, 2, random).map((s) => s.keyword),
  audience: (_, random) => random.pick(['老人', '孩子', '学生', '上班族']),
  rating: (_, random) => random.int(6, 10),
  recommended: () => true,
  remark: (topic, random) => drawSentences(topic, 1, random)[0]?.text,
};

export function json(random: Random): Draft {
  const topic = drawTopic(random);
  const keys = random.sample(Object.keys(JSON_KEYS), random.int(3, 6));
  const value = Object.fromEntries(keys.map((key) => [key, JSON_KEYS[key]?.(topic, random)]));
  const text = JSON.stringify(value, null, 2);
  return {
    task: `为${topic.subject.zh}做一张信息卡，值由你拟定`,
    anyReader: false,
    text,
    musts: [
      {
        constraint: { check: 'json' },
        say: random.pick(['只输出一个 JSON 对象', '整个回答是一个合法的 JSON 对象']),
        broken: `下面是信息卡：\n${text}`,
      },
      {
        constraint: { check: 'keywords', all: keys.map((key) => `"${key}"`) },
        say: `键名为 ${keys.join('、')}`,
        broken: text.replace(`"${keys[0]}"`, '"other"'),
      },
    ],
    mays: [
      requirement.forbidden(text, random),
      {
        constraint: { check: 'length', unit: 'han', max: lengthOf(text, 'han') + 40 },
        say: `其中的汉字总数不超过 ${lengthOf(text, 'han') + 40} 个`,
        broken: JSON.stringify({ ...value, more: '啰唆'.repeat(lengthOf(text, 'han') + 40) }),
      },
    ],
  };
}
