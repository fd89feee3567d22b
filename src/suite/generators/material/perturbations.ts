import type { Random } from '../../random.ts';

/** A change of the text that a reader sees through: the answer stays what it was. */
export type Perturb = (text: string, random: Random) => string;

/** Slips of a pinyin keyboard and look-alikes. None of them makes another word that fits. */
const TYPOS: readonly (readonly [string, string])[] = [
  ['仓库', '仓裤'],
  ['货物', '货务'],
  ['运走', '云走'],
  ['运来', '云来'],
  ['现在', '现再'],
  ['原来', '元来'],
  ['多少', '多小'],
  ['平均', '平钧'],
  ['班级', '班机'],
  ['铅笔', '铅毕'],
  ['学校', '学笑'],
  ['码头', '码投'],
  ['售票', '售漂'],
  ['儿童', '儿同'],
  ['一共', '一供'],
  ['客车', '课车'],
  ['公里', '公理'],
  ['返回', '反回'],
  ['行驶', '行使'],
  ['小时', '小石'],
  ['车间', '车见'],
  ['计划', '计化'],
  ['生产', '生铲'],
  ['零件', '零伴'],
  ['已经', '以经'],
  ['水果', '水裹'],
  ['苹果', '平果'],
  ['千克', '千刻'],
  ['图书馆', '图书管'],
  ['故事', '故是'],
  ['科技', '科计'],
  ['渔船', '鱼船'],
  ['捕鱼', '补鱼'],
  ['昨天', '作天'],
  ['水池', '水迟'],
  ['注入', '住入'],
  ['以后', '已后'],
  ['公交', '公郊'],
  ['乘客', '成客'],
  ['显示器', '显视器'],
  ['长方形', '长方型'],
  ['菜地', '莱地'],
  ['篱笆', '离笆'],
  ['小说', '小税'],
  ['停车场', '停车厂'],
  ['收费', '收废'],
];

/** Two to four words of the text with a wrong character each, the same everywhere in the text. */
const typos: Perturb = (text, random) => {
  const found = TYPOS.filter(([word]) => text.includes(word));
  const chosen = random.sample(found, Math.min(found.length, random.int(2, 4)));
  return chosen.reduce((out, [word, slip]) => out.replaceAll(word, slip), text);
};

/** The characters of the problems and asides whose traditional form differs. */
const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  [
    '仓倉 库庫 来來 货貨 运運 现現 还還 学學 买買 铅鉛 笔筆',
    '个個 级級 码碼 头頭 处處 卖賣 张張 儿兒 辆輛 车車 时時',
    '驶駛 从從 间間 计計 划劃 产產 经經 苹蘋 图圖 书書 馆館',
    '渔漁 鱼魚 后後 显顯 长長 宽寬 围圍 篱籬 说說 页頁 读讀',
    '没沒 场場 费費 给給 墙牆 挂掛 钟鐘 温溫 摄攝 电電 话話',
    '号號 机機 门門 气氣 办辦 离離 务務 灯燈 里裡 进進 对對',
    '楼樓 层層 当當 轿轎',
  ]
    .flatMap((line) => line.split(' '))
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** The whole text in traditional characters; the 里 of 公里 is the same in both scripts. */
const traditional: Perturb = (text) =>
  text.replace(/公里|\p{Script=Han}/gu, (found) => TRADITIONAL.get(found) ?? found);

const HAN_PAIR = /(?<=\p{Script=Han})(?=\p{Script=Han})/u;

/** Puts `insert()` between Han characters at `count` places; a number is never cut or touched. */
function between(text: string, count: number, random: Random, insert: (before: string) => string) {
  const pieces = text.split(HAN_PAIR);
  const last = pieces.length - 2;
  if (last < 0) return text;
  const places = Array.from({ length: last + 1 }, (_, i) => i);
  const chosen = new Set(random.sample(places, Math.min(count, places.length)));
  return pieces.map((piece, i) => (chosen.has(i) ? piece + insert(piece) : piece)).join('');
}

const SYMBOLS = ['~', '#', '…', '*', '^_^', '@@', '¥', '😂', '\u200b', '　', '!!', '￥#', '☆', '|'];

const noise: Perturb = (text, random) =>
  between(text, random.int(4, 8), random, () => random.pick(SYMBOLS));

/** Never doubled: 一, 两, 千 would become another number, 多 and 少 another question. */
const NEVER_DOUBLED = /[一两千个首多少每]$/u;

const stutter: Perturb = (text, random) =>
  between(text, random.int(4, 7), random, (before) =>
    NEVER_DOUBLED.test(before) ? '' : before.slice(-1),
  );

const spacing: Perturb = (text) => text.split(HAN_PAIR).join(' ');

/** Digits full-width, commas and question marks half-width: the reverse of clean typing. */
const width: Perturb = (text) =>
  text
    .replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    .replaceAll('，', ',')
    .replaceAll('？', '?');

const ASIDES: readonly ((n: number) => string)[] = [
  (n) => `（墙上的挂钟慢了${n}分钟）`,
  (n) => `（当天气温是${n}摄氏度）`,
  (n) => `（门口的灯柱高${n}分米）`,
  (n) => `（值班电话的分机号是${n}）`,
  (n) => `（办公室的门牌号是${n}）`,
  (n) => `（对面的楼房有${n}层）`,
];

/** An aside in brackets with a number that has nothing to do with the question. */
const aside: Perturb = (text, random) => {
  const stop = text.indexOf('，') + 1;
  return `${text.slice(0, stop)}${random.pick(ASIDES)(random.int(6, 39))}${text.slice(stop)}`;
};

/** In the order in which they are applied: words first, then characters, then widths. */
export const PERTURBATIONS = { aside, typos, traditional, stutter, noise, spacing, width } as const;

export type Perturbation = keyof typeof PERTURBATIONS;
