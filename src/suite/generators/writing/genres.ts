import type { Random } from '../../random.ts';
import { CITIES, PEOPLE } from '../material/names.ts';
import { TOPIC_FAMILIES } from '../material/writing-topics.ts';
import type { Draft, Sentence, Topic } from './draft.ts';
import { drawSentences, drawTopic, someKeywords } from './draft.ts';
import type { Requirement } from './requirements.ts';
import * as requirement from './requirements.ts';

const BUREAUS = ['教育局', '文化和旅游局', '水务局', '交通运输局', '园林绿化局', '应急管理局'];
const UNITS = [
  '街道办事处',
  '社区服务中心',
  '实验小学',
  '图书馆',
  '青少年活动中心',
  '养老服务中心',
];
const TODOS = [
  '排查隐患，建立台账',
  '明确责任人，落实到岗',
  '做好宣传，张贴告示',
  '备足物资，定点存放',
  '加强值守，及时上报',
  '完善预案，组织演练',
];
const WORKS = [
  '汛期安全检查',
  '消防设施维护',
  '环境卫生整治',
  '节约用水宣传',
  '全民阅读推广',
  '冬季防寒准备',
];
const SUPERLATIVES = ['最', '第一', '顶级', '绝无仅有'];

const text = (...parts: readonly string[]): string => parts.join('\n\n');

function topicOf(random: Random, ...ids: readonly string[]): Topic {
  return drawTopic(
    random,
    TOPIC_FAMILIES.filter((family) => ids.includes(family.id)),
  );
}

const told = (sentences: readonly Sentence[]): string => sentences.map((s) => s.text).join('');

/** The text with a line of it left out. */
function lacking(whole: string, part: string): string {
  return whole.replace(part, '').replace(/\n{3,}/gu, '\n\n');
}

function contains(whole: string, part: string, say: string): Requirement {
  return {
    constraint: { check: 'keywords', all: [part] },
    say,
    broken: lacking(whole, part),
  };
}

/** The last line, without a full stop. */
function signature(whole: string, name: string): Requirement {
  return {
    constraint: { check: 'ends-with', text: name },
    say: `最后一行写“${name}”`,
    broken: `${whole}\n\n以上内容供参考。`,
  };
}

/** Clauses that begin with 一、 二、 三、. */
function clauses(whole: string, count: number): Requirement {
  return {
    constraint: { check: 'numbering', style: 'chinese', exactly: count },
    say: `具体事项用“一、”“二、”这样的序号分条写，恰好 ${count} 条，每条一段`,
    broken: whole.replace(/\n\n[一二三四五]、/gu, ' '),
  };
}

function circular(random: Random): Draft {
  const [city, work] = [random.pick(CITIES), random.pick(WORKS)];
  const [from, to] = [`${city}市${random.pick(BUREAUS)}`, `各${random.pick(UNITS)}`];
  const todos = random.sample(TODOS, random.int(2, 4));
  const listed = todos.map((todo, i) => `${'一二三四'[i]}、${todo}。`);
  const lead = `为做好${work}工作，现将有关事项通知如下：`;
  const whole = text(
    `《关于做好${work}工作的通知》`,
    `${to}：`,
    lead,
    ...listed,
    '特此通知。',
    from,
  );
  return {
    task: `以${from}的名义，就${work}工作写一份通知`,
    anyReader: false,
    text: whole,
    musts: [
      requirement.title(whole, 'book'),
      contains(whole, `${to}：`, `标题之下顶格写主送机关“${to}：”`),
      clauses(whole, todos.length),
      signature(whole, from),
    ],
    mays: [requirement.forbidden(whole, random), requirement.withoutDigits(whole)],
  };
}

function request(random: Random): Draft {
  const [city, unit] = [random.pick(CITIES), random.pick(UNITS)];
  const [from, to] = [`${city}市${unit}`, `${city}市财政局`];
  const need = random.pick([
    '更换照明灯具',
    '修缮屋面',
    '增设无障碍坡道',
    '购置急救设备',
    '改造排水管道',
  ]);
  const sum = `${random.pick(['三', '五', '八', '十二', '十五', '二十'])}万元`;
  const body = `我单位现有设施使用多年，已不能满足需要。经研究，拟${need}，所需经费约${sum}，特申请拨付。`;
  const plea = random.pick(['妥否，请批示。', '以上请示妥否，请批复。', '当否，请批示。']);
  const whole = text(`《关于${need}的请示》`, `${to}：`, body, plea, from);
  return {
    task: `以${from}的名义向${to}写一份请示，申请${need}的经费${sum}`,
    anyReader: false,
    text: whole,
    musts: [
      requirement.title(whole, 'book'),
      contains(whole, `${to}：`, `主送机关写“${to}：”，单独成行`),
      contains(whole, plea, `正文之后另起一段写“${plea}”`),
      signature(whole, from),
    ],
    mays: [
      contains(whole, sum, `写明金额“${sum}”`),
      requirement.forbidden(whole, random),
      requirement.length(whole, random),
    ],
  };
}

function news(random: Random): Draft {
  const topic = topicOf(random, 'event');
  const { zh } = topic.subject;
  const [city, reporter] = [random.pick(CITIES), random.pick(PEOPLE)];
  const sentences = drawSentences(topic, 4, random);
  const opening = `本报${city}讯`;
  const whole = text(
    `《${city}举办${zh}》`,
    `${opening}（记者${reporter}）近日，${city}举办${zh}。${told(sentences.slice(0, 2))}`,
    told(sentences.slice(2)),
  );
  return {
    task: `写一则消息，报道${city}举办${zh}`,
    anyReader: false,
    text: whole,
    musts: [
      requirement.title(whole, 'book'),
      contains(whole, `${opening}（记者${reporter}）`, `正文以“${opening}（记者${reporter}）”开头`),
      {
        ...requirement.paragraphs(whole, random),
        say: '标题之外写两段，标题与正文、段与段之间都空一行',
      },
    ],
    mays: [
      requirement.withoutMark(whole, random),
      requirement.forbidden(whole, random),
      someKeywords(whole, sentences, random),
    ],
  };
}

function invitation(random: Random): Draft {
  const topic = topicOf(random, 'event');
  const [guest, city] = [random.pick(PEOPLE), random.pick(CITIES)];
  const from = `${city}市${random.pick(UNITS)}`;
  const [hello, polite] = [
    `尊敬的${guest}${random.pick(['老师', '馆长', '主任', '会长'])}：`,
    '敬请光临',
  ];
  const body = `我们将举办${topic.subject.zh}，诚邀您拨冗出席。时间为【时间】，地点为【地点】。${polite}。`;
  const whole = text('《邀请函》', hello, body, '此致', '敬礼', from);
  return {
    task: `以${from}的名义写一封邀请函，邀请${guest}出席${topic.subject.zh}，时间和地点暂缺`,
    anyReader: false,
    text: whole,
    musts: [
      requirement.startsWith(whole, '《邀请函》', random),
      contains(whole, hello, `标题之下另起一行写称谓“${hello}”`),
      {
        constraint: { check: 'placeholder-count', exactly: 2 },
        say: '时间和地点用【】占位符表示，占位符恰好 2 个',
        broken: whole.replace('【时间】', '周六'),
      },
      signature(whole, from),
    ],
    mays: [
      requirement.keywords(whole, ['此致', '敬礼'], random),
      contains(whole, polite, `出现“${polite}”`),
      requirement.withoutDigits(whole),
    ],
  };
}

function advertisement(random: Random): Draft {
  const topic = topicOf(random, 'object');
  const shop = `${random.pick(CITIES)}${random.pick(['小铺', '良物', '生活馆', '选物店'])}`;
  const sentences = drawSentences(topic, random.int(2, 4), random);
  const signs = random.sample(['🌿', '🌞', '🍵', '🎈', '🌊', '🎵'], random.int(1, 3));
  const rows = sentences.map((s, i) => (i === 0 ? `${s.text}${signs.join('')}` : s.text));
  const whole = [...rows, `${shop}有售。`].join('\n');
  return {
    task: `为${topic.subject.zh}写一条朋友圈营销文案`,
    anyReader: true,
    text: whole,
    musts: [
      { ...requirement.lines(whole, random), say: `一句一行，恰好 ${rows.length + 1} 行` },
      requirement.emoji(whole, signs.length, random),
      contains(whole, shop, `写出店名“${shop}”`),
      {
        constraint: { check: 'forbidden', words: SUPERLATIVES },
        say: `不得出现极限用语：${SUPERLATIVES.map((w) => `“${w}”`).join('')}`,
        broken: `${whole}全网第一`,
      },
    ],
    mays: [someKeywords(whole, sentences, random), requirement.withoutDigits(whole)],
  };
}

function appeal(random: Random): Draft {
  const [city, work] = [
    random.pick(CITIES),
    random.pick(['节约用水', '文明养犬', '绿色出行', '垃圾分类', '光盘行动']),
  ];
  const name = `《${work}倡议书》`;
  const pledges = random.sample(
    [
      '从自己做起，不等不靠',
      '带动家人，一起参与',
      '见到不当行为，友善提醒',
      '多学一点相关知识',
      '每月做一次志愿服务',
    ],
    random.int(3, 5),
  );
  const listed = pledges.map((pledge, i) => `${'一二三四五'[i]}、${pledge}。`);
  const last = `让我们行动起来，把${work}落到每一天。`;
  const whole = text(name, `${city}的各位居民：`, `为推动${work}，我们倡议：`, ...listed, last);
  return {
    task: `面向${city}的居民写一份${work}的倡议书`,
    anyReader: false,
    text: whole,
    musts: [
      requirement.startsWith(whole, name, random),
      clauses(whole, pledges.length),
      {
        constraint: { check: 'keywords', all: ['让我们'] },
        say: '最后一段以“让我们”开头',
        broken: whole.replace('让我们', '希望大家'),
      },
    ],
    mays: [
      requirement.withoutMark(whole, random),
      requirement.forbidden(whole, random),
      requirement.withoutDigits(whole),
    ],
  };
}

function minutes(random: Random): Draft {
  const [host, clerk] = random.sample(PEOPLE, 2) as [string, string];
  const work = random.pick(WORKS);
  const todos = random.sample(TODOS, random.int(2, 5));
  const head = [`# ${work}会议纪要`, '时间：周三上午', '地点：第二会议室', `主持人：${host}`];
  const items = todos.map((todo) => `- ${todo}`).join('\n');
  const closing = `记录人：${clerk}`;
  const whole = text(...head, '议定事项：', items, closing);
  return {
    task: `写一份${work}协调会的会议纪要，主持人是${host}`,
    anyReader: false,
    text: whole,
    musts: [
      requirement.title(whole, 'heading'),
      {
        constraint: { check: 'keywords', all: ['时间：', '地点：', `主持人：${host}`] },
        say: `依次写“时间：”“地点：”“主持人：${host}”三行`,
        broken: lacking(whole, '地点：第二会议室'),
      },
      {
        constraint: { check: 'list-items', style: 'bullet', exactly: todos.length },
        say: `议定事项用“- ”列出，恰好 ${todos.length} 条`,
        broken: whole.replace(items, todos.join('，')),
      },
      signature(whole, closing),
    ],
    mays: [requirement.forbidden(whole, random), requirement.withoutDigits(whole)],
  };
}

/** Formats of official, journalistic and commercial writing. */
export const GENRES = {
  circular,
  request,
  news,
  invitation,
  advertisement,
  appeal,
  minutes,
} satisfies Record<string, (random: Random) => Draft>;
