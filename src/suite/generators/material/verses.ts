/** A line of five and a line of seven characters that begin with the same character. */
type Couple = readonly [string, string];

/** Lines by first character; original, without marks. */
const LINES: Readonly<Record<string, Couple>> = {
  春: ['春雨润新芽', '春来河岸柳丝长'],
  夏: ['夏木覆凉亭', '夏夜荷塘月色清'],
  秋: ['秋光满稻田', '秋到山村稻谷黄'],
  冬: ['冬雪掩柴门', '冬夜围炉话旧年'],
  山: ['山路绕云行', '山前小径入松林'],
  高: ['高楼望远帆', '高处回望万家灯'],
  水: ['水落见平沙', '水边人家晒网忙'],
  长: ['长堤接柳烟', '长桥卧在碧波间'],
  风: ['风过竹声轻', '风送花香过小楼'],
  雨: ['雨后笋初生', '雨打芭蕉夜未央'],
  同: ['同窗夜读书', '同在檐前听雨声'],
  舟: ['舟行浅水边', '舟过江心起白鸥'],
  海: ['海日照渔村', '海上晨光照远帆'],
  阔: ['阔野起炊烟', '阔别多年又重逢'],
  天: ['天边雁字斜', '天清云淡雁南飞'],
  空: ['空庭落叶闲', '空谷幽兰自在开'],
  一: ['一灯照夜归', '一壶清茶待客来'],
  路: ['路转见梅花', '路旁野菊正芬芳'],
  平: ['平湖映晚霞', '平明鸟语入窗来'],
  安: ['安步向村西', '安居小院种青蔬'],
  花: ['花影上东墙', '花落庭前无人扫'],
  好: ['好友远方来', '好雨知人添绿意'],
  月: ['月出照溪桥', '月上松梢夜已深'],
  圆: ['圆荷滴露珠', '圆月如盘照故园'],
};

/** Sayings that lines can spell out. */
export const ACROSTICS: readonly string[] = [
  '春夏秋冬',
  '山高水长',
  '风雨同舟',
  '海阔天空',
  '一路平安',
  '花好月圆',
  '春风',
  '山水',
  '平安',
  '月圆花好',
  '高山',
  '秋水长天',
];

/** The line of 5 or 7 characters that begins with `first`. */
export function verseLine(first: string, length: 5 | 7): string {
  const couple = LINES[first];
  if (couple === undefined) throw new RangeError(`no line for ${first}`);
  return couple[length === 5 ? 0 : 1];
}

export const VERSE_STARTS: readonly string[] = Object.keys(LINES);
