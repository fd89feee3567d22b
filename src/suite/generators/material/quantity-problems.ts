import { CITIES, PEOPLE } from './names.ts';
import type { ProblemFamily } from './problem.ts';
import { stepped } from './problem.ts';

/** Ages today, where `later` years from now the parent is `times` as old as the child. */
const PLAUSIBLE_AGES = [2, 3, 4, 5].flatMap((times) =>
  Array.from({ length: 11 }, (_, i) => i + 2).flatMap((later) =>
    Array.from({ length: 12 }, (_, i) => i + 3)
      .map((child) => ({ times, later, child, parent: times * (child + later) - later }))
      .filter(({ child, parent }) => parent - child >= 22 && parent - child <= 38),
  ),
);

/** Counting, shares, percentages, geometry. */
export const QUANTITY_PROBLEMS: readonly ProblemFamily[] = [
  {
    id: 'stock',
    difficulty: 1,
    tell: (random) => {
      const start = stepped(random, 300, 2400, 10);
      const batches = random.int(3, 9);
      const batch = random.int(12, 30);
      const arrived = stepped(random, 40, 900, 10);
      const goods = random.pick([
        '矿泉水',
        '面粉',
        '瓷砖',
        '化肥',
        '复印纸',
        '苹果',
        '轮胎',
        '洗衣液',
      ]);
      const unit = goods === '面粉' || goods === '化肥' ? '袋' : goods === '轮胎' ? '条' : '箱';
      const text = random.pick([
        `仓库里有${goods} ${start} ${unit}，上午分 ${batches} 车运出，每车 ${batch} ${unit}；下午又运进 ${arrived} ${unit}。现在仓库里有${goods}多少${unit}？`,
        `物流中心盘点：期初存放${goods} ${start} ${unit}，当日出库 ${batches} 批、每批 ${batch} ${unit}，入库 ${arrived} ${unit}。期末库存是多少${unit}？`,
      ]);
      return { text, answer: String(start - batches * batch + arrived) };
    },
  },
  {
    id: 'heads-and-legs',
    difficulty: 3,
    tell: (random) => {
      const [fewer, more] = [random.int(6, 90), random.int(6, 90)];
      const who = random.pick(PEOPLE);
      const city = random.pick(CITIES);
      const telling = random.pick([
        (heads: number, legs: number) =>
          `${city}一处停车场里停着两轮摩托车和四轮小汽车共 ${heads} 辆，合计 ${legs} 个轮子。四轮小汽车有多少辆？`,
        (heads: number, legs: number) =>
          `${who}家的院子里养着鸡和兔，数头有 ${heads} 个，数脚有 ${legs} 只。兔有多少只？`,
        (heads: number, legs: number) =>
          `${city}的一场乒乓球活动安排了单打（每台 2 人）和双打（每台 4 人），共用 ${heads} 张球台，正好容纳 ${legs} 人同时打球。双打用了多少张球台？`,
        (heads: number, legs: number) =>
          `${who}布置的阅览室里有双人桌和四人桌共 ${heads} 张，坐满时正好坐 ${legs} 人。四人桌有多少张？`,
      ]);
      return { text: telling(fewer + more, 2 * fewer + 4 * more), answer: String(more) };
    },
  },
  {
    id: 'ratio-share',
    difficulty: 2,
    tell: (random) => {
      const [a, b, c] = random.sample([2, 3, 4, 5, 6, 7, 8, 9], 3) as [number, number, number];
      const share = random.int(14, 180);
      const total = (a + b + c) * share;
      const [thing, unit] = random.pick([
        ['树苗', '棵'],
        ['图书', '册'],
        ['防护手套', '副'],
        ['宣传单', '张'],
        ['有机肥', '千克'],
      ] as const);
      const which = random.int(0, 2);
      const parts = [a, b, c];
      const text = random.pick([
        `把 ${total} ${unit}${thing}按 ${a}:${b}:${c} 分给一、二、三组，第${'一二三'[which]}组分得多少${unit}？`,
        `三个部门按 ${a}:${b}:${c} 的比例领取${thing}，总数是 ${total} ${unit}。排在第${'一二三'[which]}位的部门领到多少${unit}？`,
      ]);
      return { text, answer: String((parts[which] as number) * share) };
    },
  },
  {
    id: 'average-missing',
    difficulty: 2,
    tell: (random) => {
      const count = random.int(4, 7);
      const scores = Array.from({ length: count - 1 }, () => random.int(68, 98));
      const last = random.int(70, 99);
      const rest = scores.reduce((s, x) => s + x, last) % count;
      const fixed = last - rest < 60 ? last + count - rest : last - rest;
      const mean = (scores.reduce((s, x) => s + x, 0) + fixed) / count;
      const who = random.pick(PEOPLE);
      const text = random.pick([
        `${who}的前 ${count - 1} 次测验成绩是 ${scores.join('、')} 分。要使 ${count} 次测验的平均分正好是 ${mean} 分，第 ${count} 次要考多少分？`,
        `评审会上 ${count} 位评委打分的平均值是 ${mean} 分，其中 ${count - 1} 位给出的分数是 ${scores.join('、')}。余下一位评委打了多少分？`,
      ]);
      return { text, answer: String(fixed) };
    },
  },
  {
    id: 'two-clubs',
    difficulty: 2,
    tell: (random) => {
      const both = random.int(4, 18);
      const [onlyA, onlyB, none] = [random.int(5, 32), random.int(5, 32), random.int(2, 12)];
      const all = both + onlyA + onlyB + none;
      const [x, y] = random.sample(
        ['合唱团', '篮球队', '书法社', '摄影社', '羽毛球队', '编程社'],
        2,
      );
      const text = random.pick([
        `部门共有 ${all} 人，参加${x}的有 ${onlyA + both} 人，参加${y}的有 ${onlyB + both} 人，两样都没参加的有 ${none} 人。两样都参加的有多少人？`,
        `一个班 ${all} 名学生里，${x}成员 ${onlyA + both} 名，${y}成员 ${onlyB + both} 名，另有 ${none} 名两个都没加入。同时加入${x}和${y}的有多少名？`,
      ]);
      return { text, answer: String(both) };
    },
  },
  {
    id: 'growth-two-years',
    difficulty: 3,
    tell: (random) => {
      const base = stepped(random, 400, 40_000, 400);
      const [p, q] = [random.pick([5, 10, 15, 20, 25]), random.pick([5, 10, 20, 30])];
      const thing = random.pick(['产量', '客流量', '用水量', '借书量', '发电量']);
      const unit = { 产量: '吨', 客流量: '人次', 用水量: '吨', 借书量: '册', 发电量: '万度' }[
        thing
      ];
      const answer = (base * (100 + p) * (100 - q)) / 10_000;
      const text = random.pick([
        `${random.pick(CITIES)}一家单位前年的${thing}是 ${base} ${unit}，去年比前年增加 ${p}%，今年又比去年减少 ${q}%。今年的${thing}是多少${unit}？`,
        `${random.pick(CITIES)}某机构基期${thing}为 ${base} ${unit}，第一年增长 ${p}%，第二年在此基础上下降 ${q}%，第二年的${thing}为多少${unit}？`,
      ]);
      return { text, answer: String(answer) };
    },
  },
  {
    id: 'percent-back',
    difficulty: 3,
    tell: (random) => {
      const whole = stepped(random, 200, 4000, 20);
      const [first, second] = [random.pick([15, 20, 25, 30, 35]), random.pick([10, 20, 30, 40])];
      const left = (whole * (100 - first - second)) / 100;
      const text = random.pick([
        `${random.pick(PEOPLE)}领到一批零件，第一天加工了总数的 ${first}%，第二天加工了总数的 ${second}%，还剩 ${left} 个没有加工。这批零件共多少个？`,
        `${random.pick(PEOPLE)}读一份数据表，上午核对了全部记录的 ${first}%，下午核对了全部记录的 ${second}%，剩下 ${left} 条留到第二天。数据表共有多少条记录？`,
      ]);
      return { text, answer: String(whole) };
    },
  },
  {
    id: 'ages',
    difficulty: 3,
    tell: (random) => {
      const { times, later, child, parent } = random.pick(PLAUSIBLE_AGES);
      const name = random.pick(PEOPLE);
      const elder = random.pick(['妈妈', '爸爸', '叔叔', '姑姑', '舅舅', '老师']);
      const text = random.pick([
        `${name}今年 ${child} 岁。再过 ${later} 年，${elder}的年龄正好是${name}的 ${times} 倍。${elder}今年多少岁？`,
        `${later} 年以后，${elder}的岁数将是${name}的 ${times} 倍，而${name}今年 ${child} 岁。问${elder}现在的岁数。`,
      ]);
      return { text, answer: String(parent) };
    },
  },
  {
    id: 'trees',
    difficulty: 2,
    tell: (random) => {
      const gap = random.int(3, 25);
      const gaps = random.int(12, 90);
      const [thing, unit] = random.pick([
        ['栽银杏', '棵'],
        ['装路灯', '盏'],
        ['插彩旗', '面'],
        ['放长椅', '把'],
      ] as const);
      const city = random.pick(CITIES);
      const [text, answer] = random.pick([
        [
          `在${city}一条长 ${gap * gaps} 米的直路一侧${thing}，每隔 ${gap} 米一${unit}，两端都有。一共需要多少${unit}？`,
          gaps + 1,
        ],
        [
          `${city}的环湖步道一圈长 ${gap * gaps} 米，沿步道${thing}，每隔 ${gap} 米一${unit}，绕湖一圈共需多少${unit}？`,
          gaps,
        ],
        [
          `${city}一条大道长 ${gap * gaps} 米，两侧都要${thing}，每侧相邻两${unit}相距 ${gap} 米，起点和终点处都有。总共要用多少${unit}？`,
          2 * (gaps + 1),
        ],
      ] as const);
      return { text, answer: String(answer) };
    },
  },
  {
    id: 'tiles',
    difficulty: 2,
    tell: (random) => {
      const side = random.pick([15, 20, 25, 30, 40, 50, 60, 80]);
      const across = random.int(6, 28);
      const along = across + random.int(1, 14);
      const [w, l] = [across * side, along * side];
      const text = random.pick([
        `${random.pick(PEOPLE)}家有一间长 ${l} 厘米、宽 ${w} 厘米的房间，用边长 ${side} 厘米的正方形地砖铺满，不切割、不留缝，需要多少块？`,
        `${random.pick(CITIES)}一个展厅的地面是长 ${l} 厘米、宽 ${w} 厘米的长方形，铺边长 ${side} 厘米的方砖，恰好铺满，共用多少块砖？`,
      ]);
      return { text, answer: String(across * along) };
    },
  },
  {
    id: 'path-around',
    difficulty: 3,
    tell: (random) => {
      const [w, b] = [random.int(8, 60), random.int(1, 4)];
      const l = w + random.int(2, 40);
      const plot = random.pick(['花坛', '游泳池', '草坪', '菜地', '广场']);
      const text = random.pick([
        `${random.pick(CITIES)}某小区的长方形${plot}长 ${l} 米，宽 ${w} 米，在它的四周外侧修一条宽 ${b} 米的环形小路（四角是直角），小路的面积是多少平方米？`,
        `${random.pick(CITIES)}一所学校有一块长 ${l} 米、宽 ${w} 米的长方形${plot}，外围一圈铺宽 ${b} 米的步道，转角处也铺成直角。步道占地多少平方米？`,
      ]);
      return { text, answer: String((l + 2 * b) * (w + 2 * b) - l * w) };
    },
  },
  {
    id: 'salt-water',
    difficulty: 4,
    tell: (random) => {
      const [p, q] = random.pick([
        [5, 4],
        [8, 5],
        [10, 8],
        [12, 8],
        [15, 10],
        [15, 12],
        [20, 15],
        [20, 16],
        [25, 20],
        [30, 20],
        [30, 24],
      ] as const);
      const mass = stepped(random, 60, 6000, 60);
      const water = (mass * p) / q - mass;
      const thing = random.pick(['盐水', '糖水', '消毒液', '营养液']);
      const text = random.pick([
        `${random.pick(PEOPLE)}有浓度为 ${p}% 的${thing} ${mass} 克，要把它稀释成浓度为 ${q}% 的${thing}，需要加水多少克？`,
        `${random.pick(PEOPLE)}要把 ${p}% 的${thing}配成 ${q}% 的，手头有原液 ${mass} 克，应加入清水多少克？`,
      ]);
      return { text, answer: String(water) };
    },
  },
  {
    id: 'buses',
    difficulty: 2,
    tell: (random) => {
      const seats = random.pick([19, 22, 33, 37, 45, 49, 53]);
      const people = random.int(seats * 2 + 1, seats * 12);
      const text = random.pick([
        `${random.pick(CITIES)}一所学校的 ${people} 名师生去参观，每辆大巴限坐 ${seats} 人（不含司机），至少要租多少辆大巴？`,
        `${random.pick(CITIES)}一场论坛结束后要送 ${people} 位代表去机场，中巴每车最多载客 ${seats} 位，至少要派多少车次？`,
      ]);
      return { text, answer: String(Math.ceil(people / seats)) };
    },
  },
  {
    id: 'map-scale',
    difficulty: 2,
    tell: (random) => {
      const scale = random.pick([2, 4, 5, 6, 8]);
      const tenths = random.int(21, 180);
      const answer = (tenths * scale) / 10;
      const spot = random.pick(['景点', '车站', '村子', '码头', '气象站', '服务区']);
      const text = random.pick([
        `${random.pick(PEOPLE)}在比例尺为 1:${scale * 100_000} 的地图上，量得两个${spot}间的距离是 ${tenths / 10} 厘米，实际距离是多少千米？`,
        `${random.pick(PEOPLE)}手里的地图比例尺是 1:${scale * 100_000}，图上两个${spot}之间的公路长 ${tenths / 10} 厘米，这段公路实际长多少千米？`,
      ]);
      return { text, answer: String(answer) };
    },
  },
  {
    id: 'outfits',
    difficulty: 3,
    tell: (random) => {
      const [a, b, c, d] = [random.int(3, 9), random.int(3, 9), random.int(2, 6), random.int(2, 5)];
      const text = random.pick([
        `${random.pick(CITIES)}一家食堂的套餐由一种主食、一种荤菜、一种素菜和一种汤组成，今天供应主食 ${c} 种、荤菜 ${a} 种、素菜 ${b} 种、汤 ${d} 种。一共能搭配出多少种不同的套餐？`,
        `${random.pick(PEOPLE)}要配礼盒，每盒选一款封面、一款本册、一支笔和一枚书签，封面有 ${c} 款，本册有 ${a} 款，笔有 ${b} 款，书签有 ${d} 款，可以组成多少种礼盒？`,
        `${random.pick(PEOPLE)}设计的旅游线路分四段，各段可选的交通方式分别有 ${c}、${a}、${b}、${d} 种，走完全程共有多少种选法？`,
      ]);
      return { text, answer: String(a * b * c * d) };
    },
  },
  {
    id: 'surplus-shortage',
    difficulty: 4,
    tell: (random) => {
      const people = random.int(8, 60);
      const few = random.int(3, 9);
      const more = few + random.int(1, 4);
      const over = random.int(1, people - 2);
      const things = people * few + over;
      const short = people * more - things;
      const [thing, unit] = random.pick([
        ['橘子', '个'],
        ['练习本', '本'],
        ['铅笔', '支'],
        ['贴纸', '张'],
      ] as const);
      const text = random.pick([
        `把一些${thing}分给小朋友，每人分 ${few} ${unit}则多 ${over} ${unit}，每人分 ${more} ${unit}则缺 ${short} ${unit}。${thing}共有多少${unit}？`,
        `活动室发${thing}：按每人 ${few} ${unit}发，剩下 ${over} ${unit}；按每人 ${more} ${unit}发，还差 ${short} ${unit}。准备的${thing}一共是多少${unit}？`,
      ]);
      return { text, answer: String(things) };
    },
  },
];
