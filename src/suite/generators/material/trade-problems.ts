import { CITIES, PEOPLE } from './names.ts';
import type { ProblemFamily } from './problem.ts';
import { hundredths, stepped } from './problem.ts';

const GOODS = [
  { name: '笔记本', unit: '本' },
  { name: '签字笔', unit: '支' },
  { name: '保温杯', unit: '个' },
  { name: '毛巾', unit: '条' },
  { name: '台灯', unit: '盏' },
  { name: '雨伞', unit: '把' },
  { name: '羽毛球', unit: '筒' },
  { name: '绿萝', unit: '盆' },
  { name: '茶叶', unit: '盒' },
  { name: '绘本', unit: '册' },
  { name: '饼干', unit: '袋' },
  { name: '鸡蛋', unit: '盒' },
] as const;

/** Money problems: prices in yuan with at most two decimals, answers exact. */
export const TRADE_PROBLEMS: readonly ProblemFamily[] = [
  {
    id: 'change',
    difficulty: 1,
    tell: (random) => {
      const [a, b] = random.sample(GOODS, 2) as [(typeof GOODS)[number], (typeof GOODS)[number]];
      const [m, n] = [random.int(2, 9), random.int(2, 9)];
      const [p, q] = [stepped(random, 250, 4800, 50), stepped(random, 250, 4800, 50)];
      const total = m * p + n * q;
      const paid = (Math.floor(total / 10_000) + random.int(1, 2)) * 10_000;
      const who = random.pick(PEOPLE);
      const goods = `${a.name} ${m} ${a.unit}，每${a.unit} ${hundredths(p)} 元；又买了${b.name} ${n} ${b.unit}，每${b.unit} ${hundredths(q)} 元`;
      const text = random.pick([
        `${who}在${random.pick(['超市', '百货商场', '批发市场', '社区商店'])}买了${goods}。付给收银员 ${hundredths(paid)} 元，应找回多少元？`,
        `单位办活动，${who}负责采购：买了${goods}。预支的现金是 ${hundredths(paid)} 元，买完还剩多少元？`,
        `${who}网购了${goods}，运费全免。账户里原有 ${hundredths(paid)} 元，付款后余额是多少元？`,
      ]);
      return { text, answer: hundredths(paid - total) };
    },
  },
  {
    id: 'discount-coupon',
    difficulty: 2,
    tell: (random) => {
      const price = stepped(random, 160, 2400, 20);
      const tenths = random.pick([6, 7, 8, 9]);
      const coupon = random.pick([10, 15, 20, 30, 50]);
      const who = random.pick(PEOPLE);
      const item = random.pick(['羽绒服', '行李箱', '电饭煲', '跑步鞋', '书桌', '空气净化器']);
      const text = random.pick([
        `${who}看中的${item}标价 ${price} 元，现在打 ${tenths} 折出售，折后还能再减 ${coupon} 元。${who}实际要付多少元？`,
        `${item}原价 ${price} 元，店庆期间按 ${tenths} 折销售，${who}结账时又用了一张 ${coupon} 元的抵用券（在折后价上直接减），实付多少元？`,
        `商场规定先打折、后减券。${item}标价 ${price} 元，打 ${tenths} 折，券面 ${coupon} 元，${who}的成交价是多少元？`,
      ]);
      return { text, answer: hundredths(price * tenths * 10 - coupon * 100) };
    },
  },
  {
    id: 'profit',
    difficulty: 3,
    tell: (random) => {
      const cost = stepped(random, 40, 900, 20);
      const markup = random.pick([25, 30, 40, 50, 60]);
      const tenths = random.pick([8, 9]);
      const count = random.int(12, 95);
      const each = (cost * (100 + markup) * tenths) / 10 - cost * 100;
      const item = random.pick(['台灯', '背包', '电水壶', '运动手环', '砂锅', '收纳箱', '手电筒']);
      const text = random.pick([
        `商店以每件 ${cost} 元的价格购进一批${item}，先加价 ${markup}% 定出标价，再按标价的 ${tenths} 折售出，共卖出 ${count} 件。这批${item}一共盈利多少元（亏损记为负数）？`,
        `某网店的${item}进价每件 ${cost} 元，标价比进价高 ${markup}%，促销时打 ${tenths} 折，活动当天售出 ${count} 件。不计其他费用，当天的利润是多少元（亏损记为负数）？`,
      ]);
      return { text, answer: hundredths(each * count) };
    },
  },
  {
    id: 'simple-interest',
    difficulty: 2,
    tell: (random) => {
      const principal = stepped(random, 5000, 80_000, 1000);
      const rate = random.pick([150, 175, 200, 225, 240, 260, 275, 310]);
      const years = random.int(2, 5);
      const interest = (principal * rate * years) / 100;
      const who = random.pick(PEOPLE);
      const text = random.pick([
        `${who}把 ${principal} 元存入银行，定期年利率为 ${hundredths(rate)}%，存期 ${years} 年，到期一次支付利息（单利）。到期时本金和利息共多少元？`,
        `一笔 ${principal} 元的存款按单利计息，年利率 ${hundredths(rate)}%，存满 ${years} 年后，${who}连本带息可取出多少元？`,
      ]);
      return { text, answer: hundredths(principal * 100 + interest) };
    },
  },
  {
    id: 'taxi-fare',
    difficulty: 3,
    tell: (random) => {
      const base = random.pick([8, 9, 10, 11, 12, 13]);
      const within = random.pick([2, 3]);
      const perKm = stepped(random, 150, 320, 10);
      const distance = random.int(within + 3, 38);
      const fare = base * 100 + (distance - within) * perKm;
      const text = random.pick([
        `某市出租车起步价 ${base} 元，含 ${within} 千米；超出部分每千米 ${hundredths(perKm)} 元，不计等候费。${random.pick(PEOPLE)}乘车 ${distance} 千米，车费是多少元？`,
        `打车软件的计价规则：起步费 ${base} 元，可行驶 ${within} 千米，之后每千米加收 ${hundredths(perKm)} 元。${random.pick(PEOPLE)}一段 ${distance} 千米的行程收费多少元？`,
      ]);
      return { text, answer: hundredths(fare) };
    },
  },
  {
    id: 'tiered-tariff',
    difficulty: 3,
    tell: (random) => {
      const [kind, unit] = random.pick([
        ['电', '度'],
        ['水', '立方米'],
        ['天然气', '立方米'],
      ] as const);
      const limit = stepped(random, 20, 240, 10);
      const low = stepped(random, 45, 340, 5);
      const high = low + stepped(random, 20, 160, 5);
      const used = limit + random.int(7, 120);
      const text = random.pick([
        `居民用${kind}实行阶梯价：每月不超过 ${limit} ${unit}的部分每${unit} ${hundredths(low)} 元，超过部分每${unit} ${hundredths(high)} 元。${random.pick(PEOPLE)}家本月用${kind} ${used} ${unit}，应缴费多少元？`,
        `某地用${kind}的收费标准分两档，第一档为每月 ${limit} ${unit}以内（含），单价 ${hundredths(low)} 元；超出的部分按单价 ${hundredths(high)} 元计。一户人家一个月用了 ${used} ${unit}，费用是多少元？`,
      ]);
      return { text, answer: hundredths(limit * low + (used - limit) * high) };
    },
  },
  {
    id: 'two-ticket-kinds',
    difficulty: 3,
    tell: (random) => {
      const [adult, child] = [stepped(random, 60, 140, 5), stepped(random, 15, 55, 5)];
      const [adults, children] = [random.int(8, 160), random.int(8, 160)];
      const total = adults * adult + children * child;
      const place = random.pick(['海洋馆', '植物园', '科技馆', '古城墙', '儿童剧场', '热带雨林馆']);
      const text = random.pick([
        `${place}成人票每张 ${adult} 元，儿童票每张 ${child} 元。某天上午售出两种票共 ${adults + children} 张，收入 ${total} 元。售出成人票多少张？`,
        `去${place}的门票，成人每人 ${adult} 元，儿童每人 ${child} 元。一个 ${adults + children} 人的旅行团共花门票费 ${total} 元，团里有多少名成人？`,
      ]);
      return { text, answer: String(adults) };
    },
  },
  {
    id: 'exchange-rate',
    difficulty: 2,
    tell: (random) => {
      const rate = random.int(640, 795);
      const foreign = stepped(random, 200, 6000, 50);
      const back = stepped(random, 50, foreign - 50, 50);
      const lowerRate = rate - random.int(3, 15);
      const text = random.pick([
        `${random.pick(PEOPLE)}出差前按 1 外币兑 ${hundredths(rate)} 元人民币换了 ${foreign} 外币，回国后把剩下的 ${back} 外币按 1 外币兑 ${hundredths(lowerRate)} 元换回人民币。这一来一回净支出人民币多少元？`,
        `买入时汇率为每 1 外币 ${hundredths(rate)} 元，共买入 ${foreign} 外币；几天后卖出其中 ${back} 外币，每 1 外币得 ${hundredths(lowerRate)} 元。买入的支出比卖出的收入多多少元人民币？`,
      ]);
      return { text, answer: hundredths(rate * foreign - lowerRate * back) };
    },
  },
  {
    id: 'wages-overtime',
    difficulty: 2,
    tell: (random) => {
      const hourly = random.int(18, 65);
      const normal = stepped(random, 120, 176, 8);
      const over = random.int(4, 36);
      const text = random.pick([
        `${random.pick(PEOPLE)}的时薪是 ${hourly} 元，本月正常工作 ${normal} 小时，另外加班 ${over} 小时，加班时薪是平时的 1.5 倍。本月应得工资多少元？`,
        `按合同，正常工时每小时 ${hourly} 元。${random.pick(PEOPLE)}当月出勤 ${normal} 小时（正常工时），又加班 ${over} 小时，加班按正常工时的 1.5 倍计酬，合计报酬多少元？`,
      ]);
      return { text, answer: hundredths(hourly * normal * 100 + hourly * over * 150) };
    },
  },
  {
    id: 'group-buying',
    difficulty: 2,
    tell: (random) => {
      const single = random.int(24, 98);
      const off = random.int(3, 9);
      const people = random.int(21, 48);
      const threshold = 20;
      const city = random.pick(CITIES);
      const text = random.pick([
        `${city}的一门研学课程单独报名每人 ${single} 元；满 ${threshold} 人成团后，每人优惠 ${off} 元。某班 ${people} 人一起报名，一共要交多少元？`,
        `${city}一家农场的采摘票原价每张 ${single} 元，一次购买达到 ${threshold} 张时每张便宜 ${off} 元。公司组织 ${people} 人去采摘，购票共需多少元？`,
      ]);
      return { text, answer: String((single - off) * people) };
    },
  },
];
