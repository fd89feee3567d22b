import type { Random } from '../../random.ts';

/** A short word problem in clean simplified Chinese with half-width digits, answer a whole number. */
export interface PlainProblem {
  readonly text: string;
  readonly answer: number;
}

/** One way to calculate; `difficulty` is that of the clean text. */
export interface PlainFamily {
  readonly id: string;
  readonly difficulty: 1 | 2 | 3;
  tell(random: Random): PlainProblem;
}

/**
 * Problems that a reader solves at once when the text is clean: what is tested is reading, not
 * arithmetic. No numeral is written in Chinese where it takes part in the calculation.
 */
export const PLAIN_FAMILIES: readonly PlainFamily[] = [
  {
    id: 'warehouse',
    difficulty: 1,
    tell(random) {
      const [stock, out, back] = [random.int(150, 980), random.int(20, 140), random.int(15, 190)];
      return {
        text: `仓库原来有${stock}箱货物，上午运走${out}箱，下午又运来${back}箱，现在仓库里还剩多少箱货物？`,
        answer: stock - out + back,
      };
    },
  },
  {
    id: 'pencils',
    difficulty: 2,
    tell(random) {
      const [classes, share, each] = [random.int(3, 16), random.int(2, 12), random.int(6, 60)];
      const thing = random.pick(['铅笔', '彩笔', '粉笔', '毛笔']);
      return {
        text: `学校买来${classes * share}盒${thing}，每盒${each}支，平均分给${classes}个班级，每个班级分到多少支${thing}？`,
        answer: share * each,
      };
    },
  },
  {
    id: 'tickets',
    difficulty: 2,
    tell(random) {
      const [adults, price] = [random.int(11, 90), random.int(25, 80)];
      const [children, reduced] = [random.int(11, 60), random.int(8, 24)];
      return {
        text: `码头售票处上午卖出${adults}张成人票，每张${price}元，又卖出${children}张儿童票，每张${reduced}元，一共收入多少元？`,
        answer: adults * price + children * reduced,
      };
    },
  },
  {
    id: 'coach',
    difficulty: 2,
    tell(random) {
      const [there, back] = random.sample([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], 2) as [
        number,
        number,
      ];
      const unit = random.int(4, 9);
      const vehicle = random.pick(['客车', '货车', '轿车', '卡车']);
      const [from, to] = random.sample(['甲地', '码头', '学校', '仓库', '车站', '海港'], 2);
      return {
        text: `一辆${vehicle}每小时行驶${unit * back}公里，从${from}到${to}用了${there}小时，原路返回用了${back}小时，返回时每小时行驶多少公里？`,
        answer: unit * there,
      };
    },
  },
  {
    id: 'workshop',
    difficulty: 2,
    tell(random) {
      const [days, each] = [random.int(3, 18), random.int(35, 260)];
      const rest = random.int(60, 900);
      return {
        text: `车间计划生产${days * each + rest}个零件，已经生产了${days}天，每天生产${each}个，还要生产多少个零件才能完成计划？`,
        answer: rest,
      };
    },
  },
  {
    id: 'apples',
    difficulty: 2,
    tell(random) {
      const [baskets, each] = [random.int(12, 60), random.int(15, 40)];
      const sold = random.int(30, baskets * each - 20);
      return {
        text: `水果店运来苹果${baskets}筐，每筐${each}千克，已经卖出${sold}千克，还剩多少千克苹果？`,
        answer: baskets * each - sold,
      };
    },
  },
  {
    id: 'library',
    difficulty: 2,
    tell(random) {
      const [stories, more] = [random.int(120, 960), random.int(15, 240)];
      return {
        text: `图书馆有故事书${stories}本，科技书比故事书多${more}本，故事书和科技书一共有多少本？`,
        answer: 2 * stories + more,
      };
    },
  },
  {
    id: 'catch',
    difficulty: 2,
    tell(random) {
      const [first, less] = [random.int(420, 2600), random.int(25, 380)];
      return {
        text: `渔船昨天捕鱼${first}公斤，今天比昨天少捕${less}公斤，昨天和今天一共捕鱼多少公斤？`,
        answer: 2 * first - less,
      };
    },
  },
  {
    id: 'basin',
    difficulty: 1,
    tell(random) {
      const [start, inflow, hours] = [random.int(40, 600), random.int(6, 75), random.int(3, 14)];
      return {
        text: `水池里原来有${start}立方米水，进水管每小时注入${inflow}立方米，${hours}小时以后水池里有多少立方米水？`,
        answer: start + inflow * hours,
      };
    },
  },
  {
    id: 'bus',
    difficulty: 1,
    tell(random) {
      const [start, off, on] = [random.int(24, 70), random.int(3, 22), random.int(2, 29)];
      return {
        text: `公交车上原来有${start}名乘客，到站后下去${off}名，又上来${on}名，现在车上有多少名乘客？`,
        answer: start - off + on,
      };
    },
  },
  {
    id: 'savings',
    difficulty: 2,
    tell(random) {
      const [each, months] = [random.int(120, 650), random.int(3, 14)];
      const spent = random.int(80, each * months - 50);
      return {
        text: `小林每个月存${each}元，存了${months}个月以后，花${spent}元买了显示器，还剩多少元？`,
        answer: each * months - spent,
      };
    },
  },
  {
    id: 'fence',
    difficulty: 2,
    tell(random) {
      const width = random.int(8, 70);
      const length = width + random.int(3, 60);
      return {
        text: `长方形菜地长${length}米，宽${width}米，四周围上篱笆，篱笆一共长多少米？`,
        answer: 2 * (length + width),
      };
    },
  },
  {
    id: 'pages',
    difficulty: 2,
    tell(random) {
      const [each, days, rest] = [random.int(12, 48), random.int(3, 15), random.int(20, 260)];
      return {
        text: `小周借来的小说共${each * days + rest}页，已经读了${days}天，每天读${each}页，还剩多少页没有读？`,
        answer: rest,
      };
    },
  },
  {
    id: 'parking',
    difficulty: 3,
    tell(random) {
      const [first, further, hours] = [random.int(5, 30), random.int(2, 15), random.int(3, 47)];
      return {
        text: `停车场首个小时收费${first}元，以后每小时收费${further}元，停车${hours}小时一共要付多少元？`,
        answer: first + (hours - 1) * further,
      };
    },
  },
];
