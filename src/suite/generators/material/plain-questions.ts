/** A question that everybody can answer, for cases in which the answer is not the point. */
export interface PlainQuestion {
  readonly ask: string;
  /** One of these is in every right answer. */
  readonly accept: readonly string[];
  /** One sentence with a full stop; at most 30 Han characters, no digits, no letters. */
  readonly zh: string;
  readonly en: string;
}

export const PLAIN_QUESTIONS: readonly PlainQuestion[] = [
  {
    ask: '一年有几个月？',
    accept: ['十二', '12'],
    zh: '一年有十二个月。',
    en: 'A year has twelve months.',
  },
  {
    ask: '三角形有几条边？',
    accept: ['三', '3'],
    zh: '三角形有三条边。',
    en: 'A triangle has three sides.',
  },
  {
    ask: '太阳从哪个方向升起？',
    accept: ['东'],
    zh: '太阳从东方升起。',
    en: 'The sun rises in the east.',
  },
  {
    ask: '蜘蛛有几条腿？',
    accept: ['八', '8'],
    zh: '蜘蛛有八条腿。',
    en: 'A spider has eight legs.',
  },
  {
    ask: '水结成冰以后是固体还是液体？',
    accept: ['固'],
    zh: '水结成冰以后是固体。',
    en: 'Ice is a solid.',
  },
  {
    ask: '中国的首都是哪座城市？',
    accept: ['北京'],
    zh: '中国的首都是北京。',
    en: 'The capital of China is Beijing.',
  },
  {
    ask: '一个星期有几天？',
    accept: ['七', '7'],
    zh: '一个星期有七天。',
    en: 'A week has seven days.',
  },
  {
    ask: '钢琴的黑键和白键一共有八十八个，白键多还是黑键多？',
    accept: ['白键'],
    zh: '钢琴的白键更多。',
    en: 'A piano has more white keys.',
  },
  {
    ask: '长江和黄河，哪一条更长？',
    accept: ['长江'],
    zh: '长江更长。',
    en: 'The Yangtze is longer.',
  },
  {
    ask: '植物进行光合作用吸收的是哪种气体？',
    accept: ['二氧化碳', 'CO'],
    zh: '光合作用吸收二氧化碳。',
    en: 'Plants take in carbon dioxide.',
  },
  {
    ask: '红灯亮时，车辆应当停还是行？',
    accept: ['停'],
    zh: '红灯亮时车辆应当停下。',
    en: 'Cars have to stop at a red light.',
  },
  {
    ask: '地球绕着哪颗恒星转？',
    accept: ['太阳'],
    zh: '地球绕着太阳转。',
    en: 'The Earth goes round the sun.',
  },
  {
    ask: '竹子是草本植物还是木本植物？',
    accept: ['草本', '禾本'],
    zh: '竹子是草本植物。',
    en: 'Bamboo is a kind of grass.',
  },
  {
    ask: '五十的一半是多少？',
    accept: ['二十五', '25'],
    zh: '五十的一半是二十五。',
    en: 'Half of fifty is twenty-five.',
  },
  {
    ask: '冬天之后是什么季节？',
    accept: ['春'],
    zh: '冬天之后是春天。',
    en: 'Spring comes after winter.',
  },
  { ask: '海水是咸的还是淡的？', accept: ['咸'], zh: '海水是咸的。', en: 'Sea water is salty.' },
];
