import type { Random } from '../../random.ts';
import { CITIES, PEOPLE } from './names.ts';

export type Flaw = 'missing' | 'contradictory';

export interface Variant {
  readonly text: string;
  /** Null when the data do not lead to exactly one value. */
  readonly answer: number | null;
  /** What a careless reader would compute. */
  readonly lures: readonly number[];
}

export type FlawedProblem = (random: Random) => Readonly<Record<'sound' | Flaw, Variant>>;

const undetermined = (text: string, lures: readonly number[]): Variant => ({
  text,
  answer: null,
  lures,
});

/** Each tells the same story three times: complete, with a gap, with data that cannot all be true. */
export const FLAWED_PROBLEMS: readonly FlawedProblem[] = [
  function purchase(random) {
    const who = random.pick(PEOPLE);
    const [a, b] = random.sample(['苹果', '梨', '橙子', '火龙果', '猕猴桃', '柚子'], 2);
    const [m, n, p, q] = [
      random.int(2, 9),
      random.int(2, 9),
      random.int(31, 89),
      random.int(31, 89),
    ];
    const head = `${who}买了 ${m} 箱${a}，每箱 ${p} 元，又买了 ${n} 箱${b}`;
    const paid = m * p + random.int(3, 20);
    return {
      sound: {
        text: `${head}，每箱 ${q} 元，没有折扣。两种水果一共花了多少元？`,
        answer: m * p + n * q,
        lures: [m * p, n * q, (m + n) * p],
      },
      missing: undetermined(`${head}，没有折扣。两种水果一共花了多少元？`, [
        (m + n) * p,
        m * p,
        m * p + n * q,
      ]),
      contradictory: undetermined(
        `${who}买了 ${m} 箱${a}，每箱 ${p} 元，没有折扣也没有其他费用，${m} 箱一共付了 ${paid} 元；又按同样的单价买了 ${n} 箱。后买的 ${n} 箱要付多少元？`,
        [n * p, Math.round((paid / m) * n), paid],
      ),
    };
  },
  function journey(random) {
    const [x, y] = random.sample(CITIES, 2);
    const [v, h] = [random.int(12, 24) * 5, random.int(2, 8)];
    const later = random.int(1, 3);
    return {
      sound: {
        text: `货车从${x}开往${y}，平均每小时行 ${v} 千米，途中不停，${h} 小时到达。返程走同一条路，用了 ${h + later} 小时。这条路全长多少千米？`,
        answer: v * h,
        lures: [v * (h + later), v * (2 * h + later), v * later],
      },
      missing: undetermined(
        `货车从${x}开往${y}，途中不停，${h} 小时到达；返程走同一条路，用了 ${h + later} 小时，返程平均每小时少行一些。这条路全长多少千米？`,
        [h * 60, (h + later) * 60, h * (h + later)],
      ),
      contradictory: undetermined(
        `货车以每小时 ${v} 千米的固定速度从${x}开往${y}，途中不停，${h} 小时正好到达；同一份记录里又写着这条路全长 ${v * (h + later)} 千米。这条路全长多少千米？`,
        [v * h, v * (h + later), v * (2 * h + later)],
      ),
    };
  },
  function headcount(random) {
    const [men, women] = [random.int(12, 38), random.int(12, 38)];
    const city = random.pick(CITIES);
    const total = men + women;
    const off = total + random.int(2, 7);
    return {
      sound: {
        text: `${city}一家公司的研发部有 ${total} 人，其中男员工 ${men} 人，其余是女员工。女员工有多少人？`,
        answer: women,
        lures: [men, total, Math.abs(men - women)],
      },
      missing: undetermined(
        `${city}一家公司的研发部有 ${total} 人，今年新来了 ${random.int(3, 9)} 人，其中有男有女。现在部门里女员工有多少人？`,
        [Math.floor(total / 2), women, men],
      ),
      contradictory: undetermined(
        `${city}一家公司的研发部共有 ${off} 人，只分男女两类，男员工 ${men} 人，女员工 ${women} 人。按这份资料，如果再来 5 名男员工，全部门共有多少人？`,
        [off + 5, total + 5, men + 5],
      ),
    };
  },
  function ages(random) {
    const [elder, younger] = random.sample(PEOPLE, 2);
    const gap = random.int(3, 19);
    const low = random.int(8, 40);
    const years = random.int(2, 9);
    return {
      sound: {
        text: `${elder}比${younger}大 ${gap} 岁，两人今年的年龄之和是 ${2 * low + gap} 岁。${years} 年后${younger}多少岁？`,
        answer: low + years,
        lures: [low, low + gap, low + gap + years],
      },
      missing: undetermined(
        `${elder}比${younger}大 ${gap} 岁，${years} 年后${elder}仍比${younger}大 ${gap} 岁。${younger}今年多少岁？`,
        [low, gap + years, gap],
      ),
      contradictory: undetermined(
        `今年${elder}比${younger}大 ${gap} 岁，${years} 年后${elder}将比${younger}大 ${gap + 2} 岁，那时两人年龄之和是 ${2 * low + gap} 岁。${younger}今年多少岁？`,
        [low - years, low, low + gap],
      ),
    };
  },
  function rectangle(random) {
    const [w, d] = [random.int(4, 45), random.int(2, 30)];
    const l = w + d;
    const field = random.pick(['菜地', '操场', '展板', '鱼塘', '停车区', '苗圃']);
    const place = random.pick(CITIES);
    return {
      sound: {
        text: `${place}有一块长方形${field}，周长 ${2 * (l + w)} 米，长 ${l} 米。它的面积是多少平方米？`,
        answer: l * w,
        lures: [2 * (l + w) * l, l * l, (l + w) * w],
      },
      missing: undetermined(
        `${place}有一块长方形${field}，周长 ${2 * (l + w)} 米，长比宽多一些。它的面积是多少平方米？`,
        [l * w, Math.floor(((l + w) / 2) ** 2), (l + w) * 2],
      ),
      contradictory: undetermined(
        `${place}有一块长方形${field}，周长 ${2 * (l + w)} 米，长 ${l + w + random.int(1, 9)} 米。它的面积是多少平方米？`,
        [l * w, 2 * (l + w), l * (l + w)],
      ),
    };
  },
  function mean(random) {
    const who = random.pick(PEOPLE);
    const [a, b, c] = [random.int(72, 95), random.int(72, 95), random.int(72, 95)];
    const d = 4 * Math.ceil((a + b + c + 70) / 4) - (a + b + c);
    const average = (a + b + c + d) / 4;
    const top = Math.max(a, b, c);
    return {
      sound: {
        text: `${who}四项考核的平均分是 ${average} 分，前三项得分是 ${a}、${b}、${c}。第四项得多少分？`,
        answer: d,
        lures: [average, Math.round((a + b + c) / 3), d + 4],
      },
      missing: undetermined(
        `${who}参加了四项考核，前三项得分是 ${a}、${b}、${c}，第四项发挥正常。四项的总分是多少？`,
        [a + b + c, Math.round(((a + b + c) / 3) * 4), a + b + c + d],
      ),
      contradictory: undetermined(
        `${who}四项考核中，前三项得分是 ${a}、${b}、${c}，四项里的最高分是 ${top} 分，四项的平均分却是 ${top + random.int(2, 4)} 分。第四项得多少分？`,
        [top, d, (top + 3) * 4 - (a + b + c)],
      ),
    };
  },
  function triangle(random) {
    const [a, b] = [random.int(25, 80), random.int(25, 80)];
    const name = random.pick([
      '三角形花坛',
      '三角形支架',
      '三角形标志牌',
      '三角形屋架',
      '三角形风筝',
    ]);
    const who = random.pick(PEOPLE);
    return {
      sound: {
        text: `${who}测量一个${name}，两个内角分别是 ${a} 度和 ${b} 度。第三个内角是多少度？`,
        answer: 180 - a - b,
        lures: [180 - a, 180 - b, a + b],
      },
      missing: undetermined(
        `${who}测量一个${name}，一个内角是 ${a} 度，其余两个内角大小不同。最大的内角是多少度？`,
        [180 - a, 180 - a - b, a],
      ),
      contradictory: undetermined(
        `${who}测量一个平面上的${name}，记录的三个内角中有两个是 ${a + 80} 度和 ${b + 60} 度。第三个内角是多少度？`,
        [a + b - 40, 180 - a, 180 - b],
      ),
    };
  },
  function queue(random) {
    const who = random.pick(PEOPLE);
    const [front, back] = [random.int(5, 40), random.int(5, 40)];
    const place = random.pick(['售票窗口', '体检中心', '安检口', '食堂', '登记处', '检票口']);
    return {
      sound: {
        text: `${who}在${place}前排队，前面有 ${front} 人，后面有 ${back} 人。这一队一共有多少人？`,
        answer: front + back + 1,
        lures: [front + back, front + back + 2, front + back - 1],
      },
      missing: undetermined(
        `${who}在${place}前排队，前面有 ${front} 人，后面还站着几个刚到的人。这一队一共有多少人？`,
        [front + 1, front + back + 1, front],
      ),
      contradictory: undetermined(
        `${place}前的一队共有 ${Math.max(front, back) + 3} 人，${who}也在其中，前面有 ${front + 2} 人，后面有 ${back + 2} 人。${who}排在第几位？`,
        [front + 3, front + 2, Math.max(front, back) + 1],
      ),
    };
  },
  function sharedWork(random) {
    const [a, b] = random.sample(PEOPLE, 2);
    const [perA, perB] = [random.int(12, 48), random.int(12, 48)];
    const hours = random.int(3, 9);
    const total = (perA + perB) * hours;
    const thing = random.pick(['零件', '表格', '包裹', '样品', '信封', '票据']);
    return {
      sound: {
        text: `${a}每小时处理 ${perA} 件${thing}，${b}每小时处理 ${perB} 件，两人同时做 ${total} 件，需要多少小时？`,
        answer: hours,
        lures: [hours + 1, hours * 2, Math.round(total / perA)],
      },
      missing: undetermined(
        `${a}每小时处理 ${perA} 件${thing}，${b}比${a}慢一些。两人同时做 ${total} 件，需要多少小时？`,
        [hours, Math.round(total / perA), Math.round(total / perA / 2)],
      ),
      contradictory: undetermined(
        `${a}每小时处理 ${perA} 件${thing}，${b}每小时处理 ${perB} 件，速度始终不变。两人同时做，${hours} 小时一共处理了 ${total + random.int(5, 30)} 件，没有别人帮忙。${a}处理了多少件？`,
        [perA * hours, perB * hours, Math.round(total / 2)],
      ),
    };
  },
  function remaining(random) {
    const city = random.pick(CITIES);
    const whole = random.int(20, 160) * 20;
    const percent = random.pick([15, 25, 35, 40, 45, 60]);
    const used = (whole * percent) / 100;
    const thing = random.pick(['燃煤', '水泥', '原油', '玉米', '钢材', '饲料']);
    return {
      sound: {
        text: `${city}的仓库存有${thing} ${whole} 吨，用去了 ${percent}%。还剩多少吨？`,
        answer: whole - used,
        lures: [used, whole - percent, whole],
      },
      missing: undetermined(
        `${city}的仓库存有一批${thing}，上半月用去了 ${percent}%，下半月用去余下的一部分，两次共用 ${used + 20} 吨。还剩多少吨？`,
        [whole - used - 20, whole - used, used],
      ),
      contradictory: undetermined(
        `${city}的仓库存有${thing} ${whole} 吨，只用过一次，用去了 ${percent}%，正好是 ${used + 30} 吨。还剩多少吨？`,
        [whole - used, whole - used - 30, used],
      ),
    };
  },
  function overlap(random) {
    const [onlyA, both, onlyB] = [random.int(4, 30), random.int(3, 20), random.int(4, 30)];
    const [x, y] = random.sample(['英语', '日语', '法语', '德语', '俄语', '西班牙语'], 2);
    const city = random.pick(CITIES);
    const [p, q] = [onlyA + both, onlyB + both];
    return {
      sound: {
        text: `${city}一家旅行社的导游每人至少会${x}和${y}中的一种，共 ${p + onlyB} 人，会${x}的 ${p} 人，会${y}的 ${q} 人。两种都会的有多少人？`,
        answer: both,
        lures: [p + q, onlyA, onlyB],
      },
      missing: undetermined(
        `${city}一家旅行社的导游里，会${x}的有 ${p} 人，会${y}的有 ${q} 人，有些人两种都会。两种都会的有多少人？`,
        [both, Math.abs(p - q), Math.min(p, q)],
      ),
      contradictory: undetermined(
        `${city}一家旅行社的导游里，会${x}的有 ${p} 人，两种外语（${x}和${y}）都会的有 ${p + random.int(2, 9)} 人。只会${x}、不会${y}的有多少人？`,
        [both, onlyA, p],
      ),
    };
  },
  function ratio(random) {
    const [a, b] = random.pick([
      [2, 3],
      [3, 4],
      [3, 5],
      [4, 7],
      [5, 6],
      [5, 8],
    ] as const);
    const part = random.int(6, 90);
    const [x, y] = random.sample(PEOPLE, 2);
    const thing = random.pick(['邮票', '卡片', '积分', '书籍', '徽章']);
    return {
      sound: {
        text: `${x}和${y}的${thing}数量之比是 ${a}:${b}，两人合计 ${(a + b) * part}。${y}的${thing}数量是多少？`,
        answer: b * part,
        lures: [a * part, (b - a) * part, part],
      },
      missing: undetermined(
        `${x}和${y}的${thing}数量之比是 ${a}:${b}，上月两人的数量之比也是这样。${y}的${thing}数量是多少？`,
        [b * part, a * part, b * 10],
      ),
      contradictory: undetermined(
        `${x}和${y}的${thing}数量之比是 ${a}:${b}，其中${x}有 ${a * part}，${y}比${x}多 ${(b - a) * part + random.int(1, 5)}。两人合计多少？`,
        [(a + b) * part, b * part, 2 * a * part],
      ),
    };
  },
  function temperature(random) {
    const city = random.pick(CITIES);
    const [d1, d2, start] = [random.int(2, 8), random.int(2, 8), random.int(12, 24)];
    return {
      sound: {
        text: `${city}周一的最高气温是 ${start} 度，周二比周一高 ${d1} 度，周三比周二低 ${d2} 度。周三的最高气温是多少度？`,
        answer: start + d1 - d2,
        lures: [start + d1, start - d2, start + d1 + d2],
      },
      missing: undetermined(
        `${city}周二的最高气温比周一高 ${d1} 度，周三比周二低 ${d2} 度，周一是近几天里较凉的一天，最低气温 ${start} 度。周三的最高气温是多少度？`,
        [start + d1 - d2, start + d1, start],
      ),
      contradictory: undetermined(
        `${city}周二的最高气温比周一高 ${d1} 度，周三比周二高 ${d2} 度，周三又比周一低 ${d1 + d2} 度，周一是 ${start} 度。周三的最高气温是多少度？`,
        [start + d1 + d2, Math.abs(start - d1 - d2), start + d1],
      ),
    };
  },
  function reading(random) {
    const who = random.pick(PEOPLE);
    const [days, perDay, left] = [random.int(4, 15), random.int(12, 45), random.int(20, 160)];
    const pages = days * perDay + left;
    return {
      sound: {
        text: `${who}读一本 ${pages} 页的书，每天读 ${perDay} 页，读了 ${days} 天。还剩多少页没读？`,
        answer: left,
        lures: [days * perDay, pages - perDay, pages - days],
      },
      missing: undetermined(
        `${who}读一本书，每天读 ${perDay} 页，读了 ${days} 天，比计划多读了 ${random.int(3, 20)} 页。还剩多少页没读？`,
        [left, days * perDay, left + perDay],
      ),
      contradictory: undetermined(
        `${who}从头读一本共 ${days * perDay - 15} 页的书，不重复读，每天读 ${perDay} 页，已经读了 ${days} 天，每天都读满。还剩多少页没读？`,
        [15, perDay, days * perDay],
      ),
    };
  },
  function seating(random) {
    const city = random.pick(CITIES);
    const [rows, each, free] = [random.int(8, 30), random.int(10, 30), random.int(11, 70)];
    const all = rows * each;
    return {
      sound: {
        text: `${city}的小剧场有 ${rows} 排座位，每排 ${each} 个，今晚空着 ${free} 个座位。来了多少名观众（每人坐一个座位）？`,
        answer: all - free,
        lures: [all, all + free, all - each],
      },
      missing: undetermined(
        `${city}的小剧场有 ${rows} 排座位，前排比后排少几个座位，今晚空着 ${free} 个。来了多少名观众（每人坐一个座位）？`,
        [all - free, rows * 20 - free, all],
      ),
      contradictory: undetermined(
        `${city}的小剧场有 ${rows} 排座位，每排都是 ${each} 个，此外没有别的座位；全场共有 ${all + free} 个座位，今晚坐满。观众有多少名（每人坐一个座位）？`,
        [all, all + free, free],
      ),
    };
  },
];
