import type { Json, JsonObject } from '../../../model/index.ts';
import type { Random } from '../../random.ts';
import { dayNumber, formatDate, formatTime, isoDate } from '../calendar.ts';
import { CITIES, PEOPLE } from './names.ts';

/** A value of a field, and how running text says it. */
export interface FieldValue {
  readonly value: Json;
  /** A clause without a full stop. */
  readonly clause: string;
  /** The bare value as a list or table shows it. */
  readonly shown: string;
}

/** JSON Schema of one value; the description settles its form. */
export type FieldSchema = JsonObject & { type: string; description: string };

/** One field of a record: enough to say it, to ask for it and to check it. */
export interface Field {
  /** Words of the key in English, e.g. `unit price`. */
  readonly words: string;
  readonly label: string;
  /** `ordinal`: whole numbers that have an order and no meaningful sum. */
  readonly kind:
    | 'text'
    | 'integer'
    | 'ordinal'
    | 'decimal'
    | 'flag'
    | 'code'
    | 'date'
    | 'time'
    | 'list';
  readonly schema: FieldSchema;
  draw(random: Random): FieldValue;
}

export interface RecordKind {
  readonly id: string;
  /** What one record is called, e.g. 订单. */
  readonly name: string;
  readonly fields: readonly Field[];
}

/** `says` are clauses with `{}` where the value goes. */
type Says = readonly [string, ...string[]];

function field(
  [words, label]: readonly [string, string],
  kind: Field['kind'],
  schema: FieldSchema,
  draw: (random: Random) => FieldValue,
): Field {
  return { words, label, kind, schema, draw };
}

const say = (says: Says, shown: string, random: Random): string =>
  random.pick(says).replace('{}', shown);

function text(
  name: readonly [string, string],
  draw: readonly string[] | ((random: Random) => string),
  ...says: Says
): Field {
  return field(
    name,
    'text',
    { type: 'string', description: `${name[1]}，照原文写法` },
    (random) => {
      const shown = typeof draw === 'function' ? draw(random) : random.pick(draw);
      return { value: shown, shown, clause: say(says, shown, random) };
    },
  );
}

function whole(
  kind: 'integer' | 'ordinal',
  name: readonly [string, string],
  [min, max]: readonly [number, number],
  says: Says,
): Field {
  return field(name, kind, { type: 'integer', description: name[1] }, (random) => {
    const value = random.int(min, max);
    return { value, shown: String(value), clause: say(says, String(value), random) };
  });
}

type Range = readonly [number, number];

const integer = (name: readonly [string, string], range: Range, ...says: Says): Field =>
  whole('integer', name, range, says);

const ordinal = (name: readonly [string, string], range: Range, ...says: Says): Field =>
  whole('ordinal', name, range, says);

/** Whole tenths, so that the value is exact in print. */
function decimal(
  name: readonly [string, string],
  [min, max]: readonly [number, number],
  ...says: Says
): Field {
  return field(name, 'decimal', { type: 'number', description: name[1] }, (random) => {
    const value = random.int(min * 10, max * 10) / 10;
    return { value, shown: String(value), clause: say(says, String(value), random) };
  });
}

function flag(name: readonly [string, string], yes: string, no: string): Field {
  return field(name, 'flag', { type: 'boolean', description: name[1] }, (random) => {
    const value = random.chance(0.5);
    return { value, shown: value ? '是' : '否', clause: value ? yes : no };
  });
}

function code(
  name: readonly [string, string],
  codes: Readonly<Record<string, string>>,
  ...says: Says
): Field {
  const meaning = Object.entries(codes)
    .map(([value, shown]) => `${shown}写 ${value}`)
    .join('，');
  const schema = {
    type: 'string',
    enum: Object.keys(codes),
    description: `${name[1]}：${meaning}`,
  };
  return field(name, 'code', schema, (random) => {
    const [value, shown] = random.pick(Object.entries(codes));
    return { value, shown, clause: say(says, shown, random) };
  });
}

function date(name: readonly [string, string], ...says: Says): Field {
  const schema = {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description: `${name[1]}，写成 YYYY-MM-DD`,
  };
  return field(name, 'date', schema, (random) => {
    const day = random.int(dayNumber(2024, 1, 1), dayNumber(2027, 12, 31));
    const shown = formatDate(day);
    return { value: isoDate(day), shown, clause: say(says, shown, random) };
  });
}

function time(name: readonly [string, string], ...says: Says): Field {
  const schema = {
    type: 'string',
    pattern: '^\\d{2}:\\d{2}$',
    description: `${name[1]}，24 小时制，写成 HH:MM`,
  };
  return field(name, 'time', schema, (random) => {
    const shown = formatTime(random.int(84, 250) * 5);
    return { value: shown, shown, clause: say(says, shown, random) };
  });
}

function list(name: readonly [string, string], pool: readonly string[], ...says: Says): Field {
  const schema = {
    type: 'array',
    items: { type: 'string' },
    description: `${name[1]}，按原文顺序`,
  };
  return field(name, 'list', schema, (random) => {
    const value = random.sample(pool, random.int(2, 4));
    const shown = value.join('、');
    return { value, shown, clause: say(says, shown, random) };
  });
}

const serial =
  (prefix: string, digits: number) =>
  (random: Random): string =>
    `${prefix}${random.int(10 ** (digits - 1), 10 ** digits - 1)}`;

export const RECORD_KINDS: readonly RecordKind[] = [
  {
    id: 'order',
    name: '订单',
    fields: [
      text(['order no', '订单号'], serial('SO-', 6), '订单号是 {}', '单号为 {}'),
      text(['customer', '客户姓名'], PEOPLE, '客户是{}', '下单人叫{}'),
      text(
        ['product', '商品名称'],
        ['台灯', '保温杯', '行李箱', '电饭煲', '蓝牙音箱', '瑜伽垫', '加湿器'],
        '买的是{}',
        '商品为{}',
      ),
      integer(['quantity', '数量'], [1, 60], '数量 {} 件', '一共要 {} 件'),
      decimal(['unit price', '单价（元）'], [12, 480], '单价 {} 元', '每件 {} 元'),
      flag(['paid', '是否已付款'], '货款已经付清', '货款还没有付'),
      code(
        ['channel', '下单渠道'],
        { online: '网店', store: '门店', phone: '电话' },
        '通过{}下单',
        '下单渠道是{}',
      ),
      date(['delivery date', '送货日期'], '要求{}送到', '约定送货日期为{}'),
    ],
  },
  {
    id: 'meeting',
    name: '会议',
    fields: [
      text(
        ['topic', '会议主题'],
        [
          '预算评审',
          '安全生产月度例会',
          '新员工培训计划',
          '供应商准入办法',
          '官网改版方案',
          '客户回访总结',
        ],
        '主题是{}',
        '这次讨论{}',
      ),
      date(['date', '会议日期'], '定于{}召开', '开会日期为{}'),
      time(['start time', '开始时间'], '{} 开始', '开始时间是 {}'),
      integer(['duration minutes', '时长（分钟）'], [20, 180], '预计 {} 分钟', '时长 {} 分钟'),
      text(
        ['room', '会议室'],
        (r) => `${r.pick(['东', '南', '西', '北'])}楼${r.int(201, 899)}室`,
        '地点在{}',
        '会场是{}',
      ),
      text(['host', '主持人'], PEOPLE, '由{}主持', '主持人是{}'),
      list(
        ['attendees', '参会部门'],
        ['财务部', '市场部', '法务部', '运维部', '人事部', '采购部', '质检部'],
        '参会部门有{}',
        '{}派人参加',
      ),
      flag(['online', '是否线上会议'], '采用线上方式', '采用线下方式'),
    ],
  },
  {
    id: 'flight',
    name: '航班',
    fields: [
      text(
        ['flight no', '航班号'],
        (r) => `${r.pick(['QW', 'ZH', 'GJ', 'LT', 'KN'])}${r.int(1000, 9899)}`,
        '航班号 {}',
        '编号为 {}',
      ),
      text(['from', '出发城市'], CITIES.slice(0, 15), '从{}起飞', '始发地是{}'),
      text(['to', '到达城市'], CITIES.slice(15), '飞往{}', '目的地是{}'),
      time(['departure', '起飞时间'], '起飞时间 {}', '{} 离港'),
      text(
        ['gate', '登机口'],
        (r) => `${r.pick(['A', 'B', 'C', 'D'])}${r.int(1, 48)}`,
        '登机口是 {}',
        '在 {} 登机口登机',
      ),
      integer(['delay minutes', '延误（分钟）'], [10, 240], '延误 {} 分钟', '因天气晚点 {} 分钟'),
      flag(['meal', '是否供餐'], '机上供应餐食', '机上不供应餐食'),
      code(
        ['cabin', '舱位'],
        { economy: '经济舱', business: '公务舱', first: '头等舱' },
        '旅客坐{}',
        '舱位为{}',
      ),
    ],
  },
  {
    id: 'parcel',
    name: '快件',
    fields: [
      text(['tracking no', '运单号'], serial('YD', 9), '运单号 {}', '单号是 {}'),
      text(['sender', '寄件人'], PEOPLE.slice(0, 16), '寄件人是{}', '由{}寄出'),
      text(['receiver', '收件人'], PEOPLE.slice(16), '收件人为{}', '寄给{}'),
      decimal(['weight kg', '重量（千克）'], [1, 30], '重 {} 千克', '称得 {} 千克'),
      text(['destination', '目的城市'], CITIES, '目的城市是{}', '发往{}'),
      flag(['fragile', '是否易碎'], '属于易碎品', '不属于易碎品'),
      integer(['insured value', '保价金额（元）'], [100, 5000], '保价 {} 元', '保价金额为 {} 元'),
      code(
        ['status', '状态'],
        { collected: '已揽收', transit: '运输中', delivered: '已签收' },
        '目前{}',
        '最新状态为{}',
      ),
    ],
  },
  {
    id: 'inspection',
    name: '巡检记录',
    fields: [
      text(['device id', '设备编号'], serial('EQ-', 4), '设备编号 {}', '检查的设备是 {}'),
      text(['inspector', '巡检人'], PEOPLE, '巡检人{}', '由{}负责检查'),
      date(['date', '巡检日期'], '巡检日期为{}', '检查时间是{}'),
      decimal(
        ['temperature', '温度（摄氏度）'],
        [18, 95],
        '测得温度 {} 摄氏度',
        '轴承温度为 {} 摄氏度',
      ),
      ordinal(
        ['speed rpm', '转速（转/分）'],
        [300, 2980],
        '转速 {} 转每分',
        '运行转速是 {} 转每分',
      ),
      integer(['minutes', '用时（分钟）'], [5, 90], '用时 {} 分钟', '检查花了 {} 分钟'),
      flag(['passed', '是否合格'], '结论为合格', '结论为不合格'),
      list(
        ['defects', '缺陷'],
        ['漏油', '松动', '锈蚀', '异响', '密封老化', '标牌缺失'],
        '发现{}',
        '缺陷有{}',
      ),
      code(
        ['level', '风险等级'],
        { low: '低风险', medium: '中风险', high: '高风险' },
        '评定为{}',
        '风险等级是{}',
      ),
    ],
  },
  {
    id: 'book',
    name: '馆藏图书',
    fields: [
      text(
        ['title', '书名'],
        [
          '海边的灯塔',
          '山路十八弯',
          '北方的雪季',
          '茶马古道纪行',
          '城市植物图谱',
          '一碗面的旅程',
          '旧站台',
        ],
        '书名是{}',
        '刚上架的是{}',
      ),
      text(['author', '作者'], PEOPLE, '作者是{}', '由{}所著'),
      integer(['pages', '页数'], [96, 720], '全书 {} 页', '共 {} 页'),
      decimal(['price', '定价（元）'], [18, 128], '定价 {} 元', '售价为 {} 元'),
      text(
        ['call no', '索书号'],
        (r) => `${r.pick(['I', 'K', 'Q', 'TS', 'TU'])}${r.int(100, 999)}.${r.int(1, 99)}`,
        '索书号 {}',
        '架位标的索书号是 {}',
      ),
      flag(['available', '是否可借'], '目前可以外借', '目前不能外借'),
      integer(['copies', '复本数'], [1, 12], '馆里有 {} 本复本', '复本数为 {}'),
      code(
        ['category', '类别'],
        { fiction: '小说', travel: '游记', science: '科普' },
        '归入{}类',
        '类别是{}',
      ),
    ],
  },
  {
    id: 'job',
    name: '招聘岗位',
    fields: [
      text(
        ['position', '岗位名称'],
        ['数据分析师', '仓库主管', '客服专员', '电气工程师', '平面设计师', '法务助理'],
        '招聘{}',
        '岗位是{}',
      ),
      text(['city', '工作城市'], CITIES, '工作地点在{}', '上班城市为{}'),
      integer(['headcount', '招聘人数'], [1, 15], '计划招 {} 人', '名额 {} 个'),
      integer(['salary', '月薪（元）'], [4500, 28_000], '月薪 {} 元', '税前月薪为 {} 元'),
      flag(['remote', '是否可远程'], '可以远程办公', '不可以远程办公'),
      list(
        ['skills', '技能要求'],
        ['英语', '驾驶', '表格处理', '项目管理', '文案写作', '数据库'],
        '要求会{}',
        '技能要求包括{}',
      ),
      date(['deadline', '截止日期'], '报名截止到{}', '{}截止投递'),
      code(
        ['contract', '用工形式'],
        { full_time: '全职', part_time: '兼职', intern: '实习' },
        '用工形式是{}',
        '属于{}岗位',
      ),
    ],
  },
  {
    id: 'rental',
    name: '房源',
    fields: [
      text(
        ['community', '小区名称'],
        ['梧桐苑', '滨河家园', '云栖里', '锦绣花园', '知春雅居', '南山小筑'],
        '房子在{}',
        '小区是{}',
      ),
      decimal(['area', '面积（平方米）'], [28, 160], '面积 {} 平方米', '套内 {} 平方米'),
      integer(['rent', '月租（元）'], [1200, 9800], '月租 {} 元', '租金每月 {} 元'),
      ordinal(['floor', '楼层'], [1, 32], '在第 {} 层', '楼层是 {} 层'),
      flag(['elevator', '是否有电梯'], '楼里有电梯', '楼里没有电梯'),
      code(
        ['orientation', '朝向'],
        { south: '朝南', east: '朝东', west: '朝西', north: '朝北' },
        '主卧{}',
        '房屋{}',
      ),
      list(
        ['furniture', '家具家电'],
        ['床', '衣柜', '书桌', '冰箱', '洗衣机', '空调', '沙发'],
        '配有{}',
        '屋内留有{}',
      ),
      text(['contact', '联系人'], PEOPLE, '联系人是{}', '看房找{}'),
    ],
  },
  {
    id: 'ticket',
    name: '报修工单',
    fields: [
      text(['ticket no', '工单号'], serial('WX', 5), '工单号 {}', '编号为 {}'),
      text(['reporter', '报修人'], PEOPLE.slice(0, 16), '报修人是{}', '由{}报修'),
      text(
        ['location', '位置'],
        (r) => `${r.int(1, 28)}号楼${r.int(101, 1999)}室`,
        '位置在 {}',
        '地点是 {}',
      ),
      code(
        ['category', '类别'],
        { water: '给排水', power: '供电', door: '门窗', network: '网络' },
        '类别为{}',
        '属于{}故障',
      ),
      integer(
        ['response minutes', '响应时长（分钟）'],
        [5, 300],
        '{} 分钟后到场',
        '响应用了 {} 分钟',
      ),
      flag(['urgent', '是否加急'], '需要加急处理', '不需要加急处理'),
      text(['engineer', '维修员'], PEOPLE.slice(16), '派{}上门', '维修员是{}'),
      decimal(['cost', '费用（元）'], [20, 600], '费用 {} 元', '收费 {} 元'),
      date(['finished', '完成日期'], '完成日期为{}', '{}修好'),
    ],
  },
  {
    id: 'activity',
    name: '活动',
    fields: [
      text(
        ['name', '活动名称'],
        ['亲子手作坊', '城市夜跑', '旧书交换市集', '观鸟入门课', '社区合唱节', '老街摄影行'],
        '活动叫{}',
        '名称是{}',
      ),
      text(
        ['place', '举办地点'],
        ['文化馆', '滨江公园', '图书馆报告厅', '体育中心', '老码头广场'],
        '在{}举行',
        '地点设在{}',
      ),
      date(['date', '举办日期'], '日期定在{}', '{}举办'),
      integer(['capacity', '名额'], [12, 300], '名额 {} 个', '最多接待 {} 人'),
      integer(['fee', '费用（元）'], [5, 260], '每人收费 {} 元', '费用为每人 {} 元'),
      flag(['children allowed', '是否允许儿童参加'], '允许儿童参加', '不允许儿童参加'),
      list(
        ['materials', '需自带物品'],
        ['雨衣', '水杯', '手电', '笔记本', '防晒帽', '折叠凳'],
        '请自带{}',
        '需自备{}',
      ),
      text(['organizer', '负责人'], PEOPLE, '负责人是{}', '由{}组织'),
    ],
  },
  {
    id: 'vessel',
    name: '船舶动态',
    fields: [
      text(
        ['vessel', '船名'],
        ['海丰轮', '北极星轮', '瑞安轮', '远景轮', '和顺轮', '金洋轮'],
        '船名{}',
        '到港的是{}',
      ),
      text(
        ['voyage', '航次'],
        (r) => `${r.int(100, 989)}${r.pick(['E', 'W', 'N', 'S'])}`,
        '航次 {}',
        '本航次编号 {}',
      ),
      ordinal(['berth', '泊位号'], [1, 48], '靠 {} 号泊位', '泊位号为 {}'),
      date(['arrival date', '到港日期'], '{}到港', '到港日期是{}'),
      time(['arrival time', '靠泊时间'], '{} 靠妥', '靠泊时间 {}'),
      integer(['containers', '箱量（标箱）'], [60, 4200], '装卸 {} 标箱', '箱量为 {} 标箱'),
      flag(['pilot', '是否申请引航'], '已申请引航', '未申请引航'),
      text(['last port', '上一港'], CITIES.slice(0, 12), '上一港是{}', '从{}驶来'),
    ],
  },
  {
    id: 'stock',
    name: '库存流水',
    fields: [
      text(['sku', '货号'], serial('K', 5), '货号 {}', '编码为 {}'),
      text(
        ['item', '品名'],
        ['防滑手套', '安全帽', '扎带', '封箱胶', '灭火器', '托盘'],
        '品名是{}',
        '货物为{}',
      ),
      integer(['amount', '数量'], [5, 900], '数量 {}', '共 {} 件'),
      code(['direction', '方向'], { in: '入库', out: '出库' }, '本次{}', '登记为{}'),
      text(
        ['shelf', '货位'],
        (r) => `${r.pick(['A', 'B', 'C', 'D', 'E'])}-${r.int(1, 40)}-${r.int(1, 6)}`,
        '货位 {}',
        '放在 {} 货位',
      ),
      text(['operator', '经手人'], PEOPLE, '经手人{}', '由{}办理'),
      date(['batch date', '批次日期'], '批次日期为{}', '属于{}的批次'),
      flag(['checked', '是否复核'], '已经复核', '尚未复核'),
    ],
  },
];
