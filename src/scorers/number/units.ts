import { multiply, type Rational, rational } from '../../text/index.ts';

/** A unit of measurement: `factor` base units of its dimension. */
export interface Unit {
  /** Its usual Chinese name; two units of one name are the same. */
  readonly name: string;
  readonly dimension: string;
  readonly factor: Rational;
}

/** A unit as found in a text. */
export interface UnitFound {
  /** What the word may mean: 分 is money, time or a mark. */
  readonly units: readonly Unit[];
  readonly end: number;
}

/** `names factor; …` per dimension; the first name of a group is the unit's own. */
const TABLE: Readonly<Record<string, string>> = {
  length:
    '毫米|mm 1/1000; 厘米|公分|cm 1/100; 分米|dm 1/10; 米|公尺|m 1; 千米|公里|km 1000; 里|华里|市里 500; ' +
    '丈 10/3; 尺|市尺 1/3; 寸|市寸 1/30; 微米|μm|um 1/1000000; 纳米|nm 1/1000000000; 海里 1852; 英寸 254/10000; 英尺 3048/10000; 英里 1609344/1000; 光年 9460730472580800',
  area:
    '平方毫米|mm²|mm2|mm^2 1/1000000; 平方厘米|平方公分|cm²|cm2|cm^2|㎠ 1/10000; 平方分米|dm²|dm2|dm^2 1/100; ' +
    '平方米|平方公尺|平米|m²|m2|m^2|㎡|平方 1; 公顷|hm²|ha 10000; 平方千米|平方公里|km²|km2|km^2 1000000; 亩 2000/3',
  volume:
    '立方毫米|mm³|mm3|mm^3 1/1000000000; 立方厘米|立方公分|cm³|cm3|cm^3|cc|毫升|mL|ml 1/1000000; 立方分米|dm³|dm3|dm^3|升|公升|L 1/1000; 立方米|立方公尺|m³|m3|m^3|方 1',
  mass: '毫克|mg 1/1000000; 克|g 1/1000; 千克|公斤|kg|KG|Kg 1; 吨|t 1000; 斤|市斤 1/2; 两 1/20; 钱 1/200',
  time: '毫秒|ms 1/1000; 秒|秒钟|s|sec 1; 分钟|分|min 60; 刻钟|刻 900; 小时|个小时|钟头|个钟头|时|h|hr 3600; 天|日|昼夜|d 86400; 周|星期|个星期|礼拜|个礼拜 604800',
  calendar: '月|个月 1; 季度|个季度 3; 年|周年|岁|周岁 12; 世纪|个世纪 1200',
  money:
    '元|块|块钱|圆|元整|圆整|元钱|人民币|元人民币|RMB|CNY|¥|￥ 1; 角|毛|毛钱 1/10; 分|分钱 1/100',
  dollar: '美元|美金|USD|$ 1; 美分 1/100',
  euro: '欧元|EUR|€ 1',
  temperature: '摄氏度|℃|°C|度|ºC 1',
  fahrenheit: '华氏度|℉|°F 1',
  kelvin: '开尔文|K 1',
  angle: '度|°|º 1; 弧度|rad 0',
  energy:
    '焦耳|焦|J 1; 千焦|kJ 1000; 度|千瓦时|kWh|kW·h 3600000; 卡路里|卡|cal 4184/1000; 千卡|大卡|kcal 4184',
  power: '瓦特|瓦|W 1; 千瓦|kW 1000; 兆瓦|MW 1000000; 马力 735',
  voltage: '伏特|伏|V 1; 千伏|kV 1000',
  current: '安培|安|A 1; 毫安|mA 1/1000',
  resistance: '欧姆|欧|Ω 1; 千欧|kΩ 1000',
  force: '牛顿|牛|N 1; 千牛|kN 1000',
  pressure: '帕斯卡|帕|Pa 1; 千帕|kPa 1000; 兆帕|MPa 1000000; 百帕|hPa 100',
  frequency: '赫兹|赫|Hz 1; 千赫|kHz 1000; 兆赫|MHz 1000000',
  amount: '摩尔|摩|mol 1',
  data: '字节|B 1',
  'data-kb': 'KB|kB 1',
  'data-mb': 'MB|兆字节 1',
  'data-gb': 'GB 1',
  'data-tb': 'TB 1',
  'percent-point': '百分点|个百分点 1',
  people: '人|名|位|口|个人|口人|人次 1',
  score: '分|分数 1',
  times: '倍 1',
};

/** Measure words: each counts things of its own kind, 个 of any kind. */
const MEASURE_WORDS =
  '个 只 本 箱 件 台 辆 条 张 支 枝 根 棵 株 朵 头 匹 双 套 组 对 份 杯 瓶 盒 包 袋 块 片 粒 颗 页 篇 章 节 层 间 栋 幢 座 家 户 所 项 种 类 门 次 遍 回 场 届 班 步 圈 题 道 票 桶 筐 车 排 列 行 桌 串 束 盆 幅 封 把 顶 艘 架 枚 滴 碗 盘 罐 卷 册 部 首 句 字 个字 词 段 堆 捆 扇 床 副 副 具 盏 面 发 批 笔 单 局 轮 队 枪 刀 尾 羽 员 个人 条边 条腿 只脚 种方法 点 号 楼 级 阶 站 趟 车次 例 起 宗 期 单位 个单位';

const UNITS: ReadonlyMap<string, readonly Unit[]> = unitsByName();
const BY_FIRST: ReadonlyMap<string, readonly string[]> = namesByFirstCharacter();

function unitsByName(): ReadonlyMap<string, readonly Unit[]> {
  const map = new Map<string, Unit[]>();
  const put = (alias: string, unit: Unit): void => {
    const known = map.get(alias) ?? [];
    if (known.some((other) => other.dimension === unit.dimension)) return;
    map.set(alias, [...known, unit]);
  };
  for (const [dimension, groups] of Object.entries(TABLE)) {
    for (const group of groups.split(';')) {
      const [names = '', size = '1'] = group.trim().split(' ');
      const [n = '1', d = '1'] = size.split('/');
      const factor = rational(BigInt(n), BigInt(d));
      const aliases = names.split('|');
      for (const alias of aliases) put(alias, { name: aliases[0] ?? alias, dimension, factor });
    }
  }
  for (const word of MEASURE_WORDS.split(' ')) {
    put(word, { name: word, dimension: `count:${word}`, factor: rational(1n) });
  }
  return map;
}

function namesByFirstCharacter(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const name of UNITS.keys()) {
    const first = name[0] ?? '';
    map.set(first, [...(map.get(first) ?? []), name]);
  }
  for (const names of map.values()) names.sort((a, b) => b.length - a.length);
  return map;
}

/** The unit that begins at `at`, a unit per another (元/千克, km/h, 米每秒) included. */
export function unitAt(text: string, at: number, own: string | null): UnitFound | null {
  const first = simpleUnitAt(text, at, own);
  if (first === null) return null;
  const per = /^\s?(?:\/|每|p(?=h\b))\s?/.exec(text.slice(first.end, first.end + 3));
  if (per === null) return first;
  const second = simpleUnitAt(text, first.end + per[0].length, null);
  if (second === null) return first;
  const units = first.units.flatMap((a) => second.units.map((b) => ratio(a, b)));
  return { units, end: second.end };
}

function ratio(a: Unit, b: Unit): Unit {
  return {
    name: `${a.name}/${b.name}`,
    dimension: `${a.dimension}/${b.dimension}`,
    factor: b.factor.n === 0n ? a.factor : multiply(a.factor, rational(b.factor.d, b.factor.n)),
  };
}

function simpleUnitAt(text: string, at: number, own: string | null): UnitFound | null {
  if (own !== null && !UNITS.has(own) && text.startsWith(own, at)) {
    return { units: [ownUnit(own)], end: at + own.length };
  }
  for (const name of BY_FIRST.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(name, at)) continue;
    const end = at + name.length;
    // `m` is a unit in `3 m`, not in `3 more`.
    if (/[A-Za-z]$/.test(name) && /[A-Za-z]/.test(text[end] ?? '')) continue;
    if (NOT_UNITS.test(text.slice(at, at + 4))) continue;
    return { units: UNITS.get(name) ?? [], end };
  }
  return null;
}

/** Words that begin like a unit and are none. */
const NOT_UNITS =
  /^(?:分之|分别|分成|分为|分给|分配|分析|分布|分开|元素|元件|人均|人民(?!币)|名义|位于|位小|位有|位数|倍数|倍增|度过|时候|时间|时刻|时段|日期|日常|天然|周长|周围|周期|月份|年级|年龄|年代|角形|角度|角的|角函|边形|次方|次幂|次函|元一|元二|元方|面积|面体|点钟|行驶|行为|行走|列车|列出|列方|部分|对应|对于|项式|项目|类似|类型|级数|组成|组合|段时|方程|方法|方面|方式|里面|米饭|号码|条件|张口|封闭|把握|发现|发生|单价|单个|局部|轮流|口气|只有|只能|只需|只要|本来|本题|本身|起来|起点|期间|章节|节约|节省|层次|步骤|题目|首先|句话|字母|笔直|具体|副本|面对|例如|宗旨|站立|阶段|楼梯|堆积|批准|批评|队伍|员工|支付|支持|家庭|户外|所以|所有|种植|门口|场景|回到|回答|遍历|套用|双方|根据|头部|条纹)/;

/** A unit that only the case knows: 84 纸箱. */
export function ownUnit(name: string): Unit {
  return { name, dimension: `own:${name}`, factor: rational(1n) };
}

/** The meanings of a unit's name; a name that is in no table is a unit of its own. */
export function unitsNamed(name: string): readonly Unit[] {
  const found = unitAt(name, 0, null);
  return found !== null && found.end === name.length ? found.units : [ownUnit(name)];
}

/** Factor from one unit to another, or null when they do not measure the same. */
export function conversion(from: readonly Unit[], to: readonly Unit[]): Rational | null {
  for (const a of from) {
    for (const b of to) {
      if (a.dimension === b.dimension && a.factor.n !== 0n && b.factor.n !== 0n) {
        return multiply(a.factor, rational(b.factor.d, b.factor.n));
      }
    }
  }
  const counts = (units: readonly Unit[]): boolean =>
    units.some((u) => u.dimension.startsWith('count:') || u.dimension === 'people');
  const general = (units: readonly Unit[]): boolean => units.some((u) => u.name === '个');
  const comparable = (general(from) && counts(to)) || (counts(from) && general(to));
  return comparable ? rational(1n) : null;
}

/** Dimensions whose units are written one after another: 一年六个月, 2小时30分, 3元5角. */
const COMPOUND = new Set(['time', 'calendar', 'money', 'length', 'mass', 'angle']);

/** The dimension in which `b` may follow `a` as the smaller part of one quantity. */
export function compoundDimension(a: readonly Unit[], b: readonly Unit[]): string | null {
  for (const x of a) {
    const y = b.find((unit) => unit.dimension === x.dimension && unit.factor.n !== 0n);
    if (
      y !== undefined &&
      COMPOUND.has(x.dimension) &&
      x.factor.n * y.factor.d > y.factor.n * x.factor.d
    ) {
      return x.dimension;
    }
  }
  return null;
}
