import { NICKNAMES, PEOPLE } from './names.ts';

/** What is said of the positions of one or two things in a row. Positions count from 0. */
export type Clue =
  | { readonly kind: 'at' | 'not-at'; readonly a: string; readonly position: number }
  | {
      readonly kind: 'before' | 'directly-before' | 'beside' | 'not-beside';
      readonly a: string;
      readonly b: string;
    }
  | { readonly kind: 'apart'; readonly a: string; readonly b: string; readonly between: number };

/** A setting in which things stand in one row, and the words for it. */
export interface OrderingScene {
  readonly id: string;
  readonly things: readonly string[];
  /** Name of the position, 0-based, in a row of `size`. */
  place(position: number, size: number): string;
  intro(things: readonly string[]): string;
  say(clue: Clue, size: number): string;
  askThing(place: string): string;
  askPlace(thing: string): string;
  /** Direction in which a whole order is written down. */
  readonly direction: string;
}

const DIGITS = '一二三四五六七八';
/** As counted before a measure word: 两个, not 二个. */
const COUNTS = '一两三四五六七八';
const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

const ordinal = (position: number): string => `第${DIGITS[position]}`;
const list = (things: readonly string[]): string => things.join('、');

/** The words of a setting; {a}, {b}, {p} and {k} are filled in. */
interface Words {
  readonly at: string;
  readonly 'not-at': string;
  readonly before: string;
  readonly 'directly-before': string;
  readonly beside: string;
  readonly 'not-beside': string;
  readonly apart: string;
}

type SceneData = Omit<OrderingScene, 'say' | 'askThing' | 'askPlace'> & {
  readonly words: Words;
  readonly askThing: string;
  readonly askPlace: string;
};

function scene({ words, askThing, askPlace, ...rest }: SceneData): OrderingScene {
  return {
    ...rest,
    say: (clue, size) =>
      words[clue.kind]
        .replace('{a}', clue.a)
        .replace('{b}', 'b' in clue ? clue.b : '')
        .replace('{p}', 'position' in clue ? rest.place(clue.position, size) : '')
        .replace('{k}', clue.kind === 'apart' ? (COUNTS[clue.between - 1] ?? '') : ''),
    askThing: (place) => askThing.replace('{p}', place),
    askPlace: (thing) => askPlace.replace('{a}', thing),
  };
}

const SHIPS = ['海丰轮', '北极星轮', '长荣轮', '金洋轮', '瑞安轮', '东方红轮', '远景轮', '和顺轮'];
const TALKS = ['能源', '交通', '水利', '医疗', '教育', '农业', '环保', '物流'].map(
  (t) => `${t}报告`,
);
const BOOKS = ['地理', '历史', '诗词', '园艺', '烹饪', '天文', '摄影', '法律'].map((t) => `${t}书`);
const BOXES = ['红', '黄', '蓝', '绿', '白', '黑', '紫', '橙'].map((c) => `${c}箱`);
const EXHIBITS = ['铜镜', '瓷瓶', '玉佩', '竹简', '陶俑', '漆盒', '银壶', '石砚'];
const TASKS = ['调研', '设计', '采购', '培训', '测试', '验收', '宣传', '建档'].map(
  (t) => `${t}工作`,
);

export const ORDERING_SCENES: readonly OrderingScene[] = [
  scene({
    id: 'queue',
    things: NICKNAMES,
    place: (p) => `${ordinal(p)}位`,
    intro: (t) => `${list(t)}在窗口前从前到后排成一队。`,
    direction: '从前到后',
    words: {
      at: '{a}排在{p}',
      'not-at': '{a}没有排在{p}',
      before: '{a}排在{b}前面（不一定相邻）',
      'directly-before': '{a}的后面紧跟着{b}',
      beside: '{a}和{b}一前一后挨着，但不知谁在前',
      'not-beside': '{a}与{b}没有挨在一起',
      apart: '{a}与{b}之间恰好隔着{k}个人',
    },
    askThing: '排在{p}的是谁？',
    askPlace: '{a}排在哪一位？',
  }),
  scene({
    id: 'seats',
    things: PEOPLE,
    place: (p) => `左起${ordinal(p)}座`,
    intro: (t) =>
      `会议室前排有${DIGITS[t.length - 1]}个座位，${list(t)}各坐一个，都面向主席台，左右以就座者自己的左右手为准。`,
    direction: '从左到右',
    words: {
      at: '{a}坐在{p}',
      'not-at': '{p}上坐的不是{a}',
      before: '{a}坐在{b}左边某处',
      'directly-before': '{b}就坐在{a}右手边的第一个座位',
      beside: '{a}和{b}坐在相邻的座位',
      'not-beside': '{a}和{b}的座位不相邻',
      apart: '{a}和{b}之间坐着{k}个人',
    },
    askThing: '坐在{p}的是谁？',
    askPlace: '{a}坐在哪个座位？',
  }),
  scene({
    id: 'race',
    things: NICKNAMES,
    place: (p) => `${ordinal(p)}名`,
    intro: (t) => `${list(t)}参加长跑比赛，没有并列名次。`,
    direction: '从第一名到最后一名',
    words: {
      at: '{a}得了{p}',
      'not-at': '{a}没有得{p}',
      before: '{a}比{b}先到终点',
      'directly-before': '{a}到达终点后，下一个到达的就是{b}',
      beside: '{a}和{b}的名次相差一名',
      'not-beside': '{a}和{b}的名次不相连',
      apart: '{a}与{b}的名次之间还有{k}个人',
    },
    askThing: '得{p}的是谁？',
    askPlace: '{a}得了第几名？',
  }),
  scene({
    id: 'shelf',
    things: BOOKS,
    place: (p) => `左数${ordinal(p)}本`,
    intro: (t) => `书架的一层上竖放着${list(t)}，每种一本。`,
    direction: '从左到右',
    words: {
      at: '{a}是{p}',
      'not-at': '{p}不是{a}',
      before: '{a}放在{b}的左侧，中间可能有别的书',
      'directly-before': '{a}右边的第一本就是{b}',
      beside: '{a}紧贴着{b}',
      'not-beside': '{a}没有贴着{b}',
      apart: '{a}和{b}之间夹着{k}本书',
    },
    askThing: '{p}是哪一本？',
    askPlace: '{a}是左数第几本？',
  }),
  scene({
    id: 'floors',
    things: PEOPLE,
    place: (p) => `${DIGITS[p]}层`,
    intro: (t) => `一栋${DIGITS[t.length - 1]}层小楼每层住一户，户主是${list(t)}。`,
    direction: '从最低层到最高层',
    words: {
      at: '{a}住{p}',
      'not-at': '{a}不住{p}',
      before: '{a}住得比{b}低',
      'directly-before': '{b}就住在{a}的楼上一层',
      beside: '{a}与{b}住上下相邻的两层',
      'not-beside': '{a}与{b}住的楼层不相邻',
      apart: '{a}家与{b}家之间隔着{k}层楼',
    },
    askThing: '住{p}的是谁？',
    askPlace: '{a}住几层？',
  }),
  scene({
    id: 'talks',
    things: TALKS,
    place: (p) => `${ordinal(p)}场`,
    intro: (t) => `论坛上午依次安排了${list(t)}，一场接一场，没有并行。`,
    direction: '从最早到最晚',
    words: {
      at: '{a}安排在{p}',
      'not-at': '{a}不在{p}',
      before: '{a}早于{b}',
      'directly-before': '{a}一结束就轮到{b}',
      beside: '{a}与{b}前后相接，先后未说明',
      'not-beside': '{a}与{b}没有前后相接',
      apart: '{a}与{b}中间还有{k}场',
    },
    askThing: '{p}是哪个报告？',
    askPlace: '{a}安排在第几场？',
  }),
  scene({
    id: 'duty',
    things: PEOPLE,
    place: (p) => WEEKDAYS[p] ?? '',
    intro: (t) => `${list(t)}从星期一起每天一人轮流值班，到${WEEKDAYS[t.length - 1]}正好轮完。`,
    direction: '从星期一开始',
    words: {
      at: '{a}在{p}值班',
      'not-at': '{p}值班的不是{a}',
      before: '{a}值班的日子在{b}之前',
      'directly-before': '{a}值班的第二天由{b}值班',
      beside: '{a}和{b}值班的日子是连着的两天',
      'not-beside': '{a}和{b}值班的日子不相连',
      apart: '{a}与{b}的值班日之间隔了{k}天',
    },
    askThing: '{p}值班的是谁？',
    askPlace: '{a}在星期几值班？',
  }),
  scene({
    id: 'berths',
    things: SHIPS,
    place: (p) => `${p + 1} 号泊位`,
    intro: (t) => `码头自西向东有 1 至 ${t.length} 号泊位，停着${list(t)}，每个泊位一艘。`,
    direction: '从 1 号泊位起',
    words: {
      at: '{a}停在 {p}',
      'not-at': '{a}不在 {p}',
      before: '{a}停在{b}以西',
      'directly-before': '{a}东侧的相邻泊位停着{b}',
      beside: '{a}与{b}停在相邻泊位',
      'not-beside': '{a}与{b}的泊位不相邻',
      apart: '{a}与{b}之间隔着{k}艘船',
    },
    askThing: '停在 {p}的是哪艘船？',
    askPlace: '{a}停在哪个泊位？',
  }),
  scene({
    id: 'stack',
    things: BOXES,
    place: (p) => `自下而上${ordinal(p)}个`,
    intro: (t) => `${list(t)}在仓库里摞成一摞，一个压着一个。`,
    direction: '自下而上',
    words: {
      at: '{a}是{p}',
      'not-at': '{a}不是{p}',
      before: '{a}的位置比{b}低',
      'directly-before': '{b}直接压在{a}上面',
      beside: '{a}与{b}直接接触',
      'not-beside': '{a}与{b}没有直接接触',
      apart: '{a}与{b}之间有{k}个箱子',
    },
    askThing: '{p}是哪个箱子？',
    askPlace: '{a}是自下而上第几个？',
  }),
  scene({
    id: 'showcase',
    things: EXHIBITS,
    place: (p) => `${p + 1} 号展柜`,
    intro: (t) =>
      `展厅沿参观路线设 1 至 ${t.length} 号展柜，分别陈列${list(t)}（此处不按顺序列出），每柜一件。`,
    direction: '沿参观路线从 1 号展柜起',
    words: {
      at: '{a}在 {p}',
      'not-at': '{a}不在 {p}',
      before: '观众先看到{a}，后看到{b}',
      'directly-before': '看完{a}，下一个展柜就是{b}',
      beside: '{a}与{b}的展柜挨着',
      'not-beside': '{a}与{b}的展柜不挨着',
      apart: '{a}与{b}之间还有{k}个展柜',
    },
    askThing: '{p}里是哪件展品？',
    askPlace: '{a}在几号展柜？',
  }),
  scene({
    id: 'project',
    things: TASKS,
    place: (p) => `${ordinal(p)}步`,
    intro: (t) => `一个项目分${DIGITS[t.length - 1]}步进行，每步完成${list(t)}中的一项，不重复。`,
    direction: '从第一步到最后一步',
    words: {
      at: '{a}是{p}',
      'not-at': '{p}不是{a}',
      before: '{a}要先于{b}完成',
      'directly-before': '{a}做完，紧接着做{b}',
      beside: '{a}与{b}是相连的两步，先后未定',
      'not-beside': '{a}与{b}不是相连的两步',
      apart: '{a}与{b}之间隔着{k}步',
    },
    askThing: '{p}是哪项工作？',
    askPlace: '{a}是第几步？',
  }),
];
