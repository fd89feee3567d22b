import type { Random } from '../../random.ts';
import type { DayNumber } from '../calendar.ts';
import {
  dayNumber,
  formatDate,
  formatTime,
  formatWeekday,
  isLeapYear,
  weekday,
} from '../calendar.ts';
import { CITIES, PEOPLE } from './names.ts';
import type { SpaceTimeQuestion } from './space-questions.ts';

export const TIME_QUESTIONS = {
  weekday: weekdayOf,
  'date-after': dateAfter,
  'days-between': daysBetween,
  'working-day': workingDay,
  duration,
  'end-time': endTime,
  'time-zone': timeZone,
  'leap-years': leapYears,
  'common-cycle': commonCycle,
  'clock-hand': clockHand,
} satisfies Record<string, (random: Random) => SpaceTimeQuestion>;

function anyDay(random: Random): DayNumber {
  return random.int(dayNumber(1990, 1, 1), dayNumber(2060, 12, 31));
}

/** Different wrong texts made from near misses; the right one is left out. */
function nearMisses(
  right: string,
  misses: readonly string[],
  count: number,
  random: Random,
): string[] {
  return random.sample(
    [...new Set(misses)].filter((m) => m !== right),
    count,
  );
}

function weekdayOf(random: Random): SpaceTimeQuestion {
  const known = anyDay(random);
  const gap = random.int(40, 700) * (random.chance(0.3) ? -1 : 1);
  const asked = known + gap;
  const [a, b] = [formatDate(known), formatDate(asked)];
  const day = formatWeekday(weekday(known));
  const text = random.pick([
    `已知${a}是${day}，那么${b}是星期几？`,
    `${random.pick(PEOPLE)}的日历上，${a}标着${day}。${b}应当是星期几？`,
    `如果${a}是${day}，请推算${b}是星期几。`,
  ]);
  const right = formatWeekday(weekday(asked));
  const wrong = [1, 2, 3, 4, 5, 6].map((d) => formatWeekday(weekday(asked) + d));
  return { text, right, wrong, difficulty: 3 };
}

function dateAfter(random: Random): SpaceTimeQuestion {
  const start = anyDay(random);
  const days = random.int(25, 420);
  const back = random.chance(0.3);
  const end = back ? start - days : start + days;
  const who = random.pick(PEOPLE);
  const text = back
    ? random.pick([
        `一份合同在${formatDate(start)}到期，${who}须在到期日的前 ${days} 天发出通知。应在哪一天发出？`,
        `${formatDate(start)}往前推 ${days} 天是哪一天？`,
      ])
    : random.pick([
        `${who}在${formatDate(start)}领到设备，质保期从次日算第 1 天，第 ${days} 天是哪一天？`,
        `从${formatDate(start)}起再过 ${days} 天是哪一天？`,
      ]);
  const right = formatDate(end);
  const misses = [-30, -2, -1, 1, 2, 3, 30].map((d) => formatDate(end + d));
  return { text, right, wrong: nearMisses(right, misses, 4, random), difficulty: 3 };
}

function daysBetween(random: Random): SpaceTimeQuestion {
  const start = anyDay(random);
  const gap = random.int(18, 620);
  const [a, b] = [formatDate(start), formatDate(start + gap)];
  const who = random.pick(PEOPLE);
  const [text, days] = random.pick([
    [`${who}从${a}入住，到${b}退房，一共住了多少晚？`, gap],
    [`展览从${a}开幕，到${b}闭幕，首尾两天都开放，中间不休息，一共开放多少天？`, gap + 1],
    [`${a}到${b}相隔多少天？（起始日不算，结束日算。）`, gap],
    [`${who}从${a}开始打卡，到${b}为止天天打卡，包括首尾两天，共打卡多少天？`, gap + 1],
  ] as const);
  return { text, number: String(days), difficulty: 3 };
}

function workingDay(random: Random): SpaceTimeQuestion {
  const start = anyDay(random);
  const first = weekday(start) === 0 ? start + 1 : weekday(start) === 6 ? start + 2 : start;
  const count = random.int(6, 45);
  const end = nthWorkingDay(first, count);
  const who = random.pick(PEOPLE);
  const text = `某办事大厅周一到周五办公，周末休息，不考虑节假日和调休。${who}的申请在${formatDate(first)}（${formatWeekday(weekday(first))}）受理，当天算第 1 个工作日，第 ${count} 个工作日是哪一天？`;
  const right = formatDate(end);
  const misses = [-3, -2, -1, 1, 2, 3].map((d) => formatDate(end + d));
  misses.push(formatDate(first + count), formatDate(first + count - 1));
  return { text, right, wrong: nearMisses(right, misses, 4, random), difficulty: 4 };
}

function nthWorkingDay(first: DayNumber, count: number): DayNumber {
  let day = first;
  for (let left = count - 1; left > 0; ) {
    day += 1;
    if (weekday(day) !== 0 && weekday(day) !== 6) left -= 1;
  }
  return day;
}

function duration(random: Random): SpaceTimeQuestion {
  const start = random.int(0, 1439);
  const length = random.int(75, 1400);
  const arrival = start + length >= 1440 ? '次日' : '当天';
  const [x, y] = random.sample(CITIES, 2) as [string, string];
  const who = random.pick(PEOPLE);
  const text = random.pick([
    `列车 ${formatTime(start)} 从${x}开出，${arrival} ${formatTime(start + length)} 到达${y}，全程多少分钟？`,
    `${who}的货车 ${formatTime(start)} 由${x}出发，${arrival} ${formatTime(start + length)} 抵达${y}。路上一共用了多少分钟？`,
    `一项监测 ${formatTime(start)} 在${x}启动，${arrival} ${formatTime(start + length)} 结束，持续了多少分钟？`,
  ]);
  return { text, number: String(length), difficulty: 2 };
}

function endTime(random: Random): SpaceTimeQuestion {
  const start = random.int(28, 48) * 15;
  const count = random.int(3, 6);
  const [lesson, pause] = [random.int(25, 95), random.int(5, 25)];
  const end = start + count * lesson + (count - 1) * pause;
  const [one, many] = random.pick([
    ['节课', '课间休息'],
    ['场面试', '场间间隔'],
    ['轮比赛', '轮间休息'],
    ['段培训', '段间休息'],
    ['批参观', '批次间隔'],
  ] as const);
  const city = random.pick(CITIES);
  const text = random.pick([
    `${city}的一项活动 ${formatTime(start)} 开始，共 ${count} ${one}，每${one[0]} ${lesson} 分钟，${many} ${pause} 分钟。全部结束是几点几分？`,
    `安排表上写着：${formatTime(start)} 起连续进行 ${count} ${one}，每${one[0]}用时 ${lesson} 分钟，${many}均为 ${pause} 分钟，地点在${city}。最后一${one[0]}结束于什么时刻？`,
  ]);
  const right = formatTime(end);
  const misses = [end + pause, end - pause, end + lesson, end + 10, end - 10, end + 60, end - 60];
  const wrong = nearMisses(right, misses.map(formatTime), 4, random);
  return { text, right, wrong, difficulty: 2 };
}

function timeZone(random: Random): SpaceTimeQuestion {
  const home = 8;
  const away = random.pick([-10, -8, -7, -5, -4, -3, 0, 1, 2, 3, 4, 5, 7, 9, 10, 12]);
  const start = anyDay(random);
  const minute = random.int(0, 287) * 5;
  const flight = random.int(9, 170) * 5;
  const landing = minute + flight + (away - home) * 60;
  const zone =
    away === 0
      ? '零时区'
      : `${away > 0 ? '东' : '西'}${'一二三四五六七八九十'[Math.abs(away) - 1] ?? '十二'}区`;
  const stamp = (m: number): string =>
    `${formatDate(start + Math.floor(m / 1440))} ${formatTime(m)}`;
  const city = random.pick(CITIES);
  const text = random.pick([
    `飞机于北京时间（东八区）${stamp(minute)} 从${city}起飞，飞行 ${hours(flight)}后降落在${zone}的一座城市。降落时当地是什么时间？（不考虑夏令时。）`,
    `${city}的一场线上会议在北京时间（东八区）${stamp(minute)} 开始，持续 ${hours(flight)}。会议结束时，${zone}的同事看到的当地时间是什么？（不考虑夏令时。）`,
  ]);
  const right = stamp(landing);
  const misses = [-1440, 1440, -120, 120, -60, 60].map((d) => stamp(landing + d));
  misses.push(stamp(minute + flight - (away - home) * 60));
  return { text, right, wrong: nearMisses(right, misses, 4, random), difficulty: 4 };
}

function hours(minutes: number): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return [h > 0 ? `${h} 小时` : '', m > 0 ? `${m} 分钟` : ''].filter((t) => t !== '').join(' ');
}

function leapYears(random: Random): SpaceTimeQuestion {
  const from = random.int(1583, 2300);
  const to = from + random.int(28, 420);
  let count = 0;
  for (let year = from; year <= to; year++) if (isLeapYear(year)) count += 1;
  const text = random.pick([
    `按公历规则，从 ${from} 年到 ${to} 年（包括这两年）一共有多少个闰年？`,
    `${from} 年至 ${to} 年之间（含首尾两年），2 月有 29 天的年份有多少个？`,
  ]);
  return { text, number: String(count), difficulty: 3 };
}

function commonCycle(random: Random): SpaceTimeQuestion {
  const start = anyDay(random);
  const [a, b] = random.sample([4, 6, 8, 9, 10, 12, 14, 15, 16, 18, 20, 21, 24], 2) as [
    number,
    number,
  ];
  const both = (a * b) / gcd(a, b);
  const [x, y] = random.sample(PEOPLE, 2) as [string, string];
  const place = random.pick(['图书馆', '体育馆', '仓库', '实验室', '泵房', '档案室']);
  const text = `${x}每 ${a} 天去一次${place}，${y}每 ${b} 天去一次${place}（“每 ${a} 天”指第 1 次之后过 ${a} 天再去，依此类推）。两人在${formatDate(start)}都去了，下一次同一天都去是哪一天？`;
  const right = formatDate(start + both);
  const misses = [both - 1, both + 1, a * b, a + b, both + a, both + b, both * 2];
  const wrong = nearMisses(
    right,
    misses.map((d) => formatDate(start + d)),
    4,
    random,
  );
  return { text, right, wrong, difficulty: 4 };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function clockHand(random: Random): SpaceTimeQuestion {
  const start = random.int(0, 1439);
  const length = random.int(8, 700);
  const [hand, degrees] = random.pick([
    ['分针', length * 6],
    ['时针', length / 2],
  ] as const);
  const later = start + length >= 1440 ? '次日 ' : ' ';
  const text = random.pick([
    `从 ${formatTime(start)} 到${later}${formatTime(start + length)}，钟面上的${hand}一共转过多少度？`,
    `一只走得准的钟，${formatTime(start)} 至${later}${formatTime(start + length)} 这段时间里${hand}转了多少度（满圈累计）？`,
  ]);
  return { text, number: String(degrees), difficulty: 3 };
}
