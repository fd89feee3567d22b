import { CITIES, PEOPLE } from './names.ts';
import type { ProblemFamily } from './problem.ts';
import { hundredths, stepped } from './problem.ts';

/** Distance, work and flow: rates over time. */
export const MOTION_PROBLEMS: readonly ProblemFamily[] = [
  {
    id: 'meeting',
    difficulty: 2,
    tell: (random) => {
      const [u, v] = [stepped(random, 50, 110, 5), stepped(random, 50, 110, 5)];
      const hours = random.int(2, 9);
      const [x, y] = random.sample(CITIES, 2);
      const text = random.pick([
        `一辆客车从${x}、一辆货车从${y}同时出发，相向而行，客车每小时行 ${u} 千米，货车每小时行 ${v} 千米，经过 ${hours} 小时相遇。这条公路全长多少千米？`,
        `两列火车分别从${x}和${y}同时相对开出，速度分别为每小时 ${u} 千米和每小时 ${v} 千米，${hours} 小时后相遇。两地间的铁路长多少千米？`,
      ]);
      return { text, answer: String((u + v) * hours) };
    },
  },
  {
    id: 'chase',
    difficulty: 3,
    tell: (random) => {
      const slow = stepped(random, 50, 90, 2);
      const gain = random.pick([10, 12, 15, 20]);
      const minutes = random.int(6, 40);
      const lead = gain * minutes;
      const [a, b] = random.sample(PEOPLE, 2);
      const text = random.pick([
        `${a}以每分钟 ${slow} 米的速度步行，已经走出 ${lead} 米时，${b}从同一地点出发沿同一方向追赶，速度是每分钟 ${slow + gain} 米。${b}出发后多少分钟追上${a}？`,
        `操场外的直道上，${a}每分钟走 ${slow} 米，在前面 ${lead} 米处；后面的${b}每分钟走 ${slow + gain} 米。两人同时同向出发，多少分钟后${b}赶上${a}？`,
      ]);
      return { text, answer: String(minutes) };
    },
  },
  {
    id: 'round-trip-average',
    difficulty: 4,
    tell: (random) => {
      const [u, v] = random.pick([
        [40, 60],
        [60, 90],
        [30, 60],
        [36, 45],
        [48, 80],
        [72, 90],
        [75, 50],
        [80, 120],
        [90, 45],
        [100, 60],
      ] as const);
      const distance = stepped(random, 60, 720, 10);
      const average = (2 * u * v) / (u + v);
      const who = random.pick(PEOPLE);
      const text = random.pick([
        `${who}开车往返于相距 ${distance} 千米的两地，去时平均每小时 ${u} 千米，原路返回时平均每小时 ${v} 千米。往返全程的平均速度是每小时多少千米？`,
        `${random.pick(CITIES)}郊外的甲、乙两镇相距 ${distance} 千米。一辆班车从甲镇到乙镇时速 ${u} 千米，从乙镇原路返回时速 ${v} 千米，不计停车时间。班车全程的平均时速是多少千米？`,
      ]);
      return { text, answer: String(average) };
    },
  },
  {
    id: 'bridge',
    difficulty: 3,
    tell: (random) => {
      const speed = random.int(18, 42);
      const train = stepped(random, 120, 420, 5);
      const seconds = Math.ceil((train + random.int(260, 2400)) / speed);
      const bridge = speed * seconds - train;
      const [one, place] = random.pick([
        ['座', '大桥'],
        ['条', '隧道'],
        ['座', '高架桥'],
      ] as const);
      const text = random.pick([
        `一列长 ${train} 米的火车以每秒 ${speed} 米的速度通过一${one}${place}，从车头进入到车尾离开共用 ${seconds} 秒。这${one}${place}长多少米？`,
        `火车车身长 ${train} 米，每秒行 ${speed} 米，从车头驶入${place}到车尾完全驶离，历时 ${seconds} 秒，求${place}的长度（米）。`,
      ]);
      return { text, answer: String(bridge) };
    },
  },
  {
    id: 'current',
    difficulty: 3,
    tell: (random) => {
      const boat = random.int(14, 40);
      const stream = random.int(2, 6);
      const hours = random.int(2, 12);
      const ship = `“${random.pick(['海燕', '江豚', '白鹭', '启明', '远帆', '晨曦', '飞鱼', '长风'])}号”`;
      const captain = random.pick(PEOPLE);
      const distance = (boat + stream) * hours;
      const text = random.pick([
        `${captain}驾驶的轮船${ship}在静水中的速度是每小时 ${boat} 千米，水流速度是每小时 ${stream} 千米。它从上游码头顺流而下 ${hours} 小时到达下游码头。两个码头相距多少千米？`,
        `${captain}驾驶快艇${ship}，静水时速 ${boat} 千米，江水时速 ${stream} 千米，顺水航行 ${hours} 小时，一共驶过多少千米？`,
      ]);
      return { text, answer: String(distance) };
    },
  },
  {
    id: 'joint-work',
    difficulty: 4,
    tell: (random) => {
      const [x, y] = random.pick([
        [6, 12],
        [10, 15],
        [12, 24],
        [20, 30],
        [15, 30],
        [12, 36],
        [18, 36],
        [20, 60],
        [24, 48],
        [30, 45],
        [21, 42],
        [28, 21],
        [40, 60],
      ] as const);
      const site = random.pick([
        '修一段路',
        '铺设一段管线',
        '安装一批路灯',
        '清理一片河道',
        '粉刷一层办公楼',
      ]);
      const desk = random.pick([
        '整理一批档案',
        '录入一批数据',
        '校对一部书稿',
        '加工一批零件',
        '翻译一份手册',
      ]);
      const whole = [...Array(x).keys()].filter((d) => d > 0 && ((x - d) * y) % (x + y) === 0);
      const alone = random.pick(whole);
      const rest = ((x - alone) * y) / (x + y);
      const [a, b] = random.sample(PEOPLE, 2);
      const text = random.pick([
        `${site}，${a}带的甲队单独做要 ${x} 天，${b}带的乙队单独做要 ${y} 天。甲队先做了 ${alone} 天，余下的由两队合做，还需要多少天？`,
        `${a}单独${desk}需 ${x} 天，${b}单独做需 ${y} 天。${a}独自干了 ${alone} 天后，${b}加入，两人一起做完剩下的部分。从${b}加入算起，用了多少天？`,
      ]);
      return { text, answer: String(rest) };
    },
  },
  {
    id: 'tank',
    difficulty: 4,
    tell: (random) => {
      const inflow = random.int(18, 90);
      const outflow = random.int(5, inflow - 6);
      const minutes = random.int(15, 120);
      const first = random.int(40, 400);
      const volume = first + (inflow - outflow) * minutes;
      const text = random.pick([
        `水箱里原有水 ${first} 升，容量 ${volume} 升。进水管每分钟进水 ${inflow} 升，同时出水管每分钟放水 ${outflow} 升，多少分钟后水箱正好装满？`,
        `一个蓄水池已有水 ${first} 立方米，满容量是 ${volume} 立方米；进水口每分钟注入 ${inflow} 立方米，漏水每分钟流失 ${outflow} 立方米。从现在起几分钟注满？`,
      ]);
      return { text, answer: String(minutes) };
    },
  },
  {
    id: 'fuel',
    difficulty: 2,
    tell: (random) => {
      const per100 = stepped(random, 520, 1240, 20);
      const distance = stepped(random, 150, 950, 50);
      const price = stepped(random, 690, 860, 10);
      // Whole: the factors are multiples of 20, 50 and 10.
      const cost = (per100 * distance * price) / 10_000;
      const text = random.pick([
        `${random.pick(PEOPLE)}的汽车每 100 千米耗油 ${hundredths(per100)} 升，行驶 ${distance} 千米，油价每升 ${hundredths(price)} 元，这段路的油费是多少元？`,
        `${random.pick(PEOPLE)}自驾 ${distance} 千米，车辆百公里油耗 ${hundredths(per100)} 升，每升汽油 ${hundredths(price)} 元，需要油费多少元？`,
      ]);
      return { text, answer: hundredths(cost) };
    },
  },
  {
    id: 'machines',
    difficulty: 2,
    tell: (random) => {
      const each = random.int(12, 60);
      const [machines, hours] = [random.int(2, 9), random.int(3, 9)];
      const [more, longer] = [machines + random.int(1, 7), hours + random.int(1, 6)];
      const product = random.pick(['口罩', '螺栓', '纸盒', '电路板', '灌装饮料', '玻璃瓶']);
      const text = random.pick([
        `${machines} 台同样的机器 ${hours} 小时能生产${product} ${each * machines * hours} 件。照这样的效率，${more} 台机器 ${longer} 小时能生产多少件？`,
        `车间用 ${machines} 台设备加工${product}，${hours} 小时完成 ${each * machines * hours} 件。若改用 ${more} 台、开动 ${longer} 小时，每台效率不变，可完成多少件？`,
      ]);
      return { text, answer: String(each * more * longer) };
    },
  },
  {
    id: 'reading-plan',
    difficulty: 2,
    tell: (random) => {
      const perDay = random.int(12, 45);
      const days = random.int(5, 14);
      const later = perDay + random.int(3, 20);
      const restDays = random.int(3, 12);
      const pages = perDay * days + later * restDays;
      const who = random.pick(PEOPLE);
      const text = random.pick([
        `一本书共 ${pages} 页。${who}前 ${days} 天每天读 ${perDay} 页，以后每天读 ${later} 页，还要读多少天才能读完？`,
        `${who}要校对 ${pages} 页书稿，先按每天 ${perDay} 页的进度做了 ${days} 天，随后加快到每天 ${later} 页，还需多少天完成？`,
      ]);
      return { text, answer: String(restDays) };
    },
  },
];
