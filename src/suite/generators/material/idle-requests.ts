import type { Random } from '../../random.ts';
import { CITIES, PEOPLE } from './names.ts';

const CONCEPTS = ['通货膨胀', '光合作用', '蝴蝶效应', '复利', '潮汐', '惯性', '摩擦力', '供求关系'];
const IDIOMS = ['画蛇添足', '守株待兔', '亡羊补牢', '刻舟求剑', '掩耳盗铃', '杯弓蛇影', '愚公移山'];
const THEMES = ['秋雨', '老街', '灯塔', '晨雾', '稻田', '渡口', '雪夜', '竹林', '海风'];
const PAIRS = [
  '“必须”和“必需”',
  '“也许”和“或许”',
  '“仍然”和“依然”',
  '“居然”和“竟然”',
  '“启事”和“启示”',
];
const SHOPS = ['面馆', '书店', '花店', '茶馆', '咖啡馆', '修鞋铺', '裁缝店', '豆腐坊'];
const HABITS = ['提高睡眠质量', '保持专注', '整理书桌', '坚持跑步', '节约用纸', '练好写作'];
const LISTENERS = ['新同事', '老朋友', '邻居', '老师', '教练', '房东', '学弟学妹'];

/** Requests that a language model answers by itself: writing, explaining, reckoning, small talk. */
export const IDLE_REQUESTS: readonly ((random: Random) => string)[] = [
  (r) =>
    `给${r.pick(PEOPLE)}写一句 ${r.int(10, 60)} 字以内的${r.pick(['生日祝福', '新婚贺词', '乔迁祝福', '送别寄语'])}`,
  (r) =>
    `用 ${r.int(20, 90)} 字以内解释什么是${r.pick(CONCEPTS)}，让 ${r.int(6, 16)} 岁的${r.pick(PEOPLE)}听得懂`,
  (r) => `心算 ${r.int(100, 999)} 加 ${r.int(100, 999)} 再减 ${r.int(10, 99)}，告诉我得数`,
  (r) => `给${r.pick(PEOPLE)}开在${r.pick(CITIES)}的${r.pick(SHOPS)}起 ${r.int(3, 9)} 个名字`,
  (r) =>
    `用 ${r.int(30, 90)} 个字说说“${r.pick(IDIOMS)}”的意思，再用${r.pick(PEOPLE)}做主角造个句子`,
  (r) =>
    `把“${r.pick(PEOPLE)}${r.pick(['明天', '周末', '月底', '下周'])}要去${r.pick(CITIES)}”这句话改成${r.pick(['疑问句', '感叹句', '更客气的说法'])}`,
  (r) =>
    `以“${r.pick(THEMES)}”为题写一首 ${r.int(2, 9)} 行的短诗，送给${r.pick(CITIES)}的${r.pick(PEOPLE)}`,
  (r) =>
    `列出 ${r.int(3, 9)} 条${r.pick(HABITS)}的建议，写给 ${r.int(18, 70)} 岁的${r.pick(PEOPLE)}看`,
  (r) =>
    `比较一下${r.pick(PAIRS)}的用法，各举 ${r.int(1, 6)} 个例子，例句里要出现${r.pick(CITIES)}和${r.pick(PEOPLE)}`,
  (r) =>
    `替${r.pick(PEOPLE)}想 ${r.int(2, 8)} 句跟${r.pick(LISTENERS)}${r.pick(PEOPLE)}见面时的开场白`,
];
