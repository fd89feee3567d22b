/** How a measure is compared in words: 多 / 最多 / 最少 for amounts, 高 / 最高 / 最低 for levels. */
export interface Wording {
  readonly more: string;
  readonly most: string;
  readonly least: string;
}

const AMOUNT: Wording = { more: '多', most: '最多', least: '最少' };
const LEVEL: Wording = { more: '高', most: '最高', least: '最低' };
const DURATION: Wording = { more: '长', most: '最长', least: '最短' };

/** A column of whole numbers. */
export interface Measure {
  readonly title: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly wording: Wording;
  /** False for temperatures and durations, whose total over rows means nothing. */
  readonly additive: boolean;
}

/** What a table is about: its key column, a grouping column and its measures. */
export interface TableScene {
  readonly id: string;
  readonly caption: string;
  readonly key: {
    readonly title: string;
    /** What a row is, with its measure word: `艘` and `船`. */
    readonly classifier: string;
    readonly noun: string;
    readonly pool: readonly string[];
  };
  readonly group: { readonly title: string; readonly pool: readonly string[] };
  readonly measures: readonly Measure[];
  /** Two measures of one unit, the first larger than the second, and the name of the difference. */
  readonly gap: { readonly whole: string; readonly part: string; readonly title: string };
}

const amount = (title: string, unit: string, min: number, max: number): Measure => ({
  title,
  unit,
  min,
  max,
  wording: AMOUNT,
  additive: true,
});

const reading = (
  title: string,
  unit: string,
  min: number,
  max: number,
  wording: Wording,
): Measure => ({ title, unit, min, max, wording, additive: false });

const numbered = (count: number, name: (n: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, i) => name(i + 1));

const suffixed = (names: string, suffix: string): readonly string[] =>
  names.split(' ').map((name) => `${name}${suffix}`);

export const TABLE_SCENES: readonly TableScene[] = [
  {
    id: 'berths',
    caption: '某港区一天的卸船记录',
    key: {
      title: '泊位',
      classifier: '个',
      noun: '泊位',
      pool: numbered(16, (n) => `${n}号泊位`),
    },
    group: { title: '货种', pool: ['铁矿石', '煤炭', '大豆', '原木'] },
    measures: [
      amount('计划卸货量', '吨', 4200, 9800),
      amount('实际卸货量', '吨', 1200, 4100),
      reading('候泊时间', '小时', 1, 60, DURATION),
    ],
    gap: { whole: '计划卸货量', part: '实际卸货量', title: '未卸货量' },
  },
  {
    id: 'shops',
    caption: '一家连锁超市各门店的半年销售情况',
    key: {
      title: '门店',
      classifier: '家',
      noun: '门店',
      pool: suffixed('东湖 西山 南门 北苑 新港 学府 桥头 广场 河滨 车站 花园 工业园', '店'),
    },
    group: { title: '片区', pool: ['一区', '二区', '三区'] },
    measures: [
      amount('二季度销售额', '万元', 310, 690),
      amount('一季度销售额', '万元', 120, 300),
      amount('退货笔数', '笔', 3, 95),
    ],
    gap: { whole: '二季度销售额', part: '一季度销售额', title: '二季度比一季度的增加额' },
  },
  {
    id: 'weather',
    caption: '某市各气象站一天的观测结果',
    key: {
      title: '站点',
      classifier: '个',
      noun: '站点',
      pool: suffixed('石岭 沙湾 龙潭 松坪 白塔 渡头 云岗 湾头 梅溪 金滩 望江 高桥', '站'),
    },
    group: { title: '所属区县', pool: ['东川区', '西陵县', '南浦县'] },
    measures: [
      reading('最高气温', '℃', 18, 36, LEVEL),
      reading('最低气温', '℃', -4, 15, LEVEL),
      amount('降水量', '毫米', 0, 88),
    ],
    gap: { whole: '最高气温', part: '最低气温', title: '气温日较差' },
  },
  {
    id: 'service-hall',
    caption: '政务服务大厅一周的办件统计',
    key: {
      title: '窗口',
      classifier: '个',
      noun: '窗口',
      pool: numbered(20, (n) => `${String(n).padStart(2, '0')}号窗口`),
    },
    group: { title: '业务类别', pool: ['社保', '户籍', '不动产登记', '企业开办'] },
    measures: [
      amount('受理件数', '件', 160, 420),
      amount('办结件数', '件', 40, 155),
      reading('平均等候时间', '分钟', 2, 45, DURATION),
    ],
    gap: { whole: '受理件数', part: '办结件数', title: '未办结件数' },
  },
  {
    id: 'lines',
    caption: '某工厂各产线的日报',
    key: {
      title: '产线',
      classifier: '条',
      noun: '产线',
      pool: suffixed('甲 乙 丙 丁 戊 庚 辛 壬 癸 子 丑 寅', '线'),
    },
    group: { title: '产品', pool: ['阀门', '水泵', '法兰'] },
    measures: [
      amount('计划产量', '件', 900, 1600),
      amount('完成产量', '件', 420, 890),
      amount('不合格品', '件', 0, 39),
    ],
    gap: { whole: '计划产量', part: '完成产量', title: '产量缺口' },
  },
  {
    id: 'fishing',
    caption: '渔业合作社一个航次的渔获',
    key: {
      title: '船名',
      classifier: '艘',
      noun: '船',
      pool: suffixed('海丰 顺远 金鲨 鸿运 长浪 东升 新程 蓝湾 广源 平安', '号'),
    },
    group: { title: '作业方式', pool: ['拖网', '围网', '延绳钓'] },
    measures: [
      amount('鲅鱼产量', '公斤', 1500, 3800),
      amount('鱿鱼产量', '公斤', 200, 1450),
      reading('作业时间', '小时', 30, 160, DURATION),
    ],
    gap: { whole: '鲅鱼产量', part: '鱿鱼产量', title: '两种渔获的产量差' },
  },
  {
    id: 'charging',
    caption: '城区充电站的运行数据',
    key: {
      title: '充电站',
      classifier: '个',
      noun: '充电站',
      pool: suffixed('体育馆 医院 科技园 老城 会展中心 大学城 客运码头 植物园 文化宫 物流园', '站'),
    },
    group: { title: '运营单位', pool: ['甲公司', '乙公司', '丙公司'] },
    measures: [
      amount('充电桩总数', '个', 40, 120),
      amount('在用充电桩', '个', 4, 38),
      amount('当日充电量', '千瓦时', 600, 5200),
    ],
    gap: { whole: '充电桩总数', part: '在用充电桩', title: '空闲桩数' },
  },
  {
    id: 'library',
    caption: '图书馆各类图书的流通情况',
    key: {
      title: '类别',
      classifier: '个',
      noun: '类别',
      pool: suffixed('文学 历史 哲学 艺术 医药 农业 机械 化工 天文 地理 法律 教育', '类'),
    },
    group: { title: '楼层', pool: ['一层', '二层', '三层'] },
    measures: [
      amount('馆藏册数', '册', 2100, 6900),
      amount('借出册数', '册', 150, 2000),
      amount('污损册数', '册', 0, 60),
    ],
    gap: { whole: '馆藏册数', part: '借出册数', title: '在馆册数' },
  },
];
