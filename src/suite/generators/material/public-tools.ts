import type { Random } from '../../random.ts';
import { dayNumber, formatDate, formatTime, isoDate } from '../calendar.ts';
import { CITIES, PEOPLE } from './names.ts';
import type { ToolDomain } from './tools.ts';
import { boolean, clock, integer, isoDay, listOf, number, oneOf, string, tool } from './tools.ts';

export function someDay(random: Random): { readonly shown: string; readonly iso: string } {
  const day = random.int(dayNumber(2026, 1, 1), dayNumber(2028, 12, 31));
  return { shown: formatDate(day), iso: isoDate(day) };
}

export const someTime = (random: Random): string => formatTime(random.int(84, 260) * 5);

/** Services that citizens use: weather, travel, library, city services, money, home. */
export const PUBLIC_TOOLS: readonly ToolDomain[] = [
  {
    id: 'weather',
    tools: [
      tool(
        'get_weather_forecast',
        '查询一个城市某一天的天气预报',
        { city: string('城市名，不带“市”字'), date: isoDay('日期') },
        (random) => {
          const [city, day] = [random.pick(CITIES), someDay(random)];
          return {
            say: random.pick([
              `查一下${city}在${day.shown}的天气预报`,
              `看看${day.shown}${city}的天气怎么样`,
            ]),
            arguments: { city, date: day.iso },
          };
        },
      ),
      tool(
        'get_air_quality',
        '查询一个城市某一天的空气质量',
        {
          city: string('城市名，不带“市”字'),
          date: isoDay('日期'),
          pollutant: oneOf('污染物', ['pm25', 'pm10', 'o3']),
        },
        (random) => {
          const [city, day] = [random.pick(CITIES), someDay(random)];
          const [shown, pollutant] = random.pick([
            ['PM2.5', 'pm25'],
            ['PM10', 'pm10'],
            ['臭氧', 'o3'],
          ] as const);
          return {
            say: random.pick([
              `查${day.shown}${city}的${shown}数值`,
              `我想知道${city}在${day.shown}空气里${shown}的情况，查一下`,
            ]),
            arguments: { city, date: day.iso, pollutant },
          };
        },
      ),
      tool(
        'subscribe_storm_warning',
        '订阅一个城市的气象预警短信',
        {
          city: string('城市名，不带“市”字'),
          phone: string('接收短信的手机号'),
          level: oneOf('从哪一级开始提醒', ['blue', 'yellow', 'orange', 'red']),
        },
        (random) => {
          const city = random.pick(CITIES);
          const phone = `1990000${random.int(1000, 9999)}`;
          const [shown, level] = random.pick([
            ['蓝色', 'blue'],
            ['黄色', 'yellow'],
            ['橙色', 'orange'],
            ['红色', 'red'],
          ] as const);
          return {
            say: `给手机号 ${phone} 订阅${city}的气象预警，从${shown}预警开始提醒`,
            arguments: { city, phone, level },
          };
        },
      ),
    ],
  },
  {
    id: 'trains',
    tools: [
      tool(
        'search_trains',
        '查询两个城市之间某一天的火车车次',
        {
          from_city: string('出发城市，不带“市”字'),
          to_city: string('到达城市，不带“市”字'),
          date: isoDay('出发日期'),
        },
        (random) => {
          const [a, b] = random.sample(CITIES, 2) as [string, string];
          const day = someDay(random);
          return {
            say: random.pick([
              `查${day.shown}从${a}到${b}的火车`,
              `我打算${day.shown}坐火车由${a}去${b}，查一下有哪些车次`,
            ]),
            arguments: { from_city: a, to_city: b, date: day.iso },
          };
        },
      ),
      tool(
        'book_train_ticket',
        '预订一张火车票',
        {
          train_no: string('车次'),
          date: isoDay('乘车日期'),
          passenger: string('乘客姓名'),
          seat: oneOf('席别', ['second', 'first', 'business']),
        },
        (random) => {
          const train = `${random.pick(['G', 'D'])}${random.int(100, 9899)}`;
          const day = someDay(random);
          const passenger = random.pick(PEOPLE);
          const [shown, seat] = random.pick([
            ['二等座', 'second'],
            ['一等座', 'first'],
            ['商务座', 'business'],
          ] as const);
          return {
            say: random.pick([
              `给${passenger}订一张${day.shown} ${train} 次的${shown}`,
              `订${train}次${shown}一张，乘车日期${day.shown}，乘客是${passenger}`,
            ]),
            arguments: { train_no: train, date: day.iso, passenger, seat },
          };
        },
      ),
      tool(
        'refund_train_ticket',
        '退掉一张已出的火车票',
        { order_no: string('订单号'), reason: string('退票原因，可不填') },
        (random) => {
          const order = `TK${random.int(100_000, 999_999)}`;
          return {
            say: random.pick([
              `把订单 ${order} 的火车票退掉`,
              `订单号 ${order} 的车票不要了，办理退票`,
            ]),
            arguments: { order_no: order },
          };
        },
        ['reason'],
      ),
    ],
  },
  {
    id: 'library',
    tools: [
      tool(
        'search_books',
        '按书名或作者检索馆藏图书',
        {
          keyword: string('检索词'),
          field: oneOf('检索字段', ['title', 'author']),
          limit: integer('最多返回几条'),
        },
        (random) => {
          const limit = random.int(3, 60);
          if (random.chance(0.5)) {
            const author = random.pick(PEOPLE);
            return {
              say: `在馆藏里检索作者${author}的书，最多列 ${limit} 条`,
              arguments: { keyword: author, field: 'author', limit },
            };
          }
          const title = `${random.pick(['海边的', '山中的', '旧城的', '北方的', '雨后的', '沿河的'])}${random.pick(['灯塔', '车站', '茶园', '钟楼', '渡口', '果园', '磨坊'])}`;
          return {
            say: `按书名检索馆藏，书名是“${title}”，返回 ${limit} 条以内`,
            arguments: { keyword: title, field: 'title', limit },
          };
        },
      ),
      tool(
        'renew_loan',
        '续借一本已借出的图书',
        { card_no: string('读者证号'), barcode: string('图书条码'), days: integer('续借天数') },
        (random) => {
          const card = `R${random.int(10_000, 99_999)}`;
          const barcode = `B${random.int(1_000_000, 9_999_999)}`;
          const days = random.pick([7, 10, 14, 15, 20, 30]);
          return {
            say: random.pick([
              `读者证 ${card} 借的条码 ${barcode} 那本书，续借 ${days} 天`,
              `给读者证号 ${card} 续借图书 ${barcode}，时间 ${days} 天`,
            ]),
            arguments: { card_no: card, barcode, days },
          };
        },
      ),
      tool(
        'reserve_study_room',
        '预约图书馆研讨间',
        {
          card_no: string('读者证号'),
          date: isoDay('使用日期'),
          start: clock('开始时间'),
          people: integer('使用人数'),
        },
        (random) => {
          const card = `R${random.int(10_000, 99_999)}`;
          const [day, start, people] = [someDay(random), someTime(random), random.int(2, 10)];
          return {
            say: `用读者证 ${card} 预约研讨间，${day.shown} ${start} 开始，${people} 个人用`,
            arguments: { card_no: card, date: day.iso, start, people },
          };
        },
      ),
    ],
  },
  {
    id: 'city-services',
    tools: [
      tool(
        'report_streetlight',
        '上报路灯故障',
        {
          road: string('路名'),
          pole_no: string('灯杆编号'),
          problem: oneOf('故障', ['off', 'flicker', 'tilted']),
        },
        (random) => {
          const road = random.pick(['松岭路', '滨河路', '文昌街', '望江路', '槐安路', '桃源街']);
          const pole = `P${random.int(1000, 9999)}`;
          const [shown, problem] = random.pick([
            ['不亮了', 'off'],
            ['一直闪烁', 'flicker'],
            ['杆子歪了', 'tilted'],
          ] as const);
          return {
            say: `上报故障：${road}编号 ${pole} 的路灯${shown}`,
            arguments: { road, pole_no: pole, problem },
          };
        },
      ),
      tool(
        'find_parking',
        '查找某地点附近的停车场',
        {
          place: string('地点名称'),
          radius_m: integer('搜索半径（米）'),
          charging: boolean('是否要有充电桩'),
        },
        (random) => {
          const place = random.pick([
            '人民医院',
            '中心书城',
            '奥体中心',
            '客运总站',
            '大剧院',
            '动物园',
            '会展中心',
            '湿地公园',
            '科技馆',
          ]);
          const radius = random.int(10, 200) * 10;
          const charging = random.chance(0.5);
          return {
            say: `找${place}周围 ${radius} 米以内的停车场，${charging ? '必须带充电桩' : '不需要充电桩'}`,
            arguments: { place, radius_m: radius, charging },
          };
        },
      ),
      tool(
        'book_service_window',
        '预约政务大厅办事窗口',
        {
          matter: oneOf('事项', ['residence', 'business_license', 'social_security', 'property']),
          name: string('办理人姓名'),
          date: isoDay('预约日期'),
        },
        (random) => {
          const [shown, matter] = random.pick([
            ['居住证', 'residence'],
            ['营业执照', 'business_license'],
            ['社保', 'social_security'],
            ['不动产登记', 'property'],
          ] as const);
          const [name, day] = [random.pick(PEOPLE), someDay(random)];
          return {
            say: `替${name}预约${day.shown}到政务大厅办理${shown}业务`,
            arguments: { matter, name, date: day.iso },
          };
        },
      ),
    ],
  },
  {
    id: 'finance',
    tools: [
      tool(
        'convert_currency',
        '按当日汇率换算货币',
        {
          amount: number('金额'),
          from: oneOf('原币种', ['CNY', 'USD', 'EUR', 'JPY']),
          to: oneOf('目标币种', ['CNY', 'USD', 'EUR', 'JPY']),
        },
        (random) => {
          const names = { CNY: '人民币', USD: '美元', EUR: '欧元', JPY: '日元' } as const;
          const [from, to] = random.sample(['CNY', 'USD', 'EUR', 'JPY'] as const, 2) as [
            keyof typeof names,
            keyof typeof names,
          ];
          const amount = random.int(12, 9800);
          return {
            say: random.pick([
              `把 ${amount} ${names[from]}换算成${names[to]}`,
              `算一下 ${amount} ${names[from]}等于多少${names[to]}，按今天的汇率`,
            ]),
            arguments: { amount, from, to },
          };
        },
      ),
      tool(
        'record_expense',
        '记一笔支出',
        {
          category: oneOf('类别', ['food', 'transport', 'office', 'travel']),
          amount: number('金额（元）'),
          date: isoDay('日期'),
        },
        (random) => {
          const [shown, category] = random.pick([
            ['餐饮', 'food'],
            ['交通', 'transport'],
            ['办公用品', 'office'],
            ['差旅', 'travel'],
          ] as const);
          const [amount, day] = [random.int(15, 6400) / 2, someDay(random)];
          return {
            say: `记账：${day.shown}${shown}支出 ${amount} 元`,
            arguments: { category, amount, date: day.iso },
          };
        },
      ),
      tool(
        'pay_utility_bill',
        '缴纳水、电、燃气费',
        {
          kind: oneOf('缴费种类', ['water', 'electricity', 'gas']),
          account_no: string('户号'),
          amount: number('金额（元）'),
        },
        (random) => {
          const [shown, kind] = random.pick([
            ['水费', 'water'],
            ['电费', 'electricity'],
            ['燃气费', 'gas'],
          ] as const);
          const account = String(random.int(10_000_000, 99_999_999));
          const amount = random.int(30, 800);
          return {
            say: random.pick([
              `给户号 ${account} 交 ${amount} 元${shown}`,
              `缴${shown} ${amount} 元，户号是 ${account}`,
            ]),
            arguments: { kind, account_no: account, amount },
          };
        },
      ),
    ],
  },
  {
    id: 'smart-home',
    tools: [
      tool(
        'set_air_conditioner',
        '设置空调',
        {
          room: oneOf('房间', ['living_room', 'bedroom', 'study']),
          mode: oneOf('模式', ['cool', 'heat', 'dry']),
          temperature: integer('温度（摄氏度）'),
          off_after_min: integer('多少分钟后自动关机'),
        },
        (random) => {
          const [place, room] = random.pick([
            ['客厅', 'living_room'],
            ['卧室', 'bedroom'],
            ['书房', 'study'],
          ] as const);
          const [shown, mode] = random.pick([
            ['制冷', 'cool'],
            ['制热', 'heat'],
            ['除湿', 'dry'],
          ] as const);
          const [temperature, minutes] = [random.int(17, 30), random.int(3, 96) * 5];
          return {
            say: random.pick([
              `把${place}空调调到${shown}模式、${temperature} 度，${minutes} 分钟后自动关机`,
              `${place}的空调开${shown}，温度设成 ${temperature} 度，过 ${minutes} 分钟关掉`,
            ]),
            arguments: { room, mode, temperature, off_after_min: minutes },
          };
        },
      ),
      tool(
        'set_alarm',
        '设置闹钟',
        {
          time: clock('响铃时间'),
          days: listOf('重复的星期，用 mon tue wed thu fri sat sun 表示，按星期先后'),
          label: string('闹钟名称'),
        },
        (random) => {
          const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
          const codes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
          const at = random
            .sample([0, 1, 2, 3, 4, 5, 6], random.int(2, 4))
            .toSorted((a, b) => a - b);
          const [time, label] = [
            someTime(random),
            random.pick(['晨跑', '吃药', '浇花', '练琴', '遛狗']),
          ];
          return {
            say: `设一个名叫“${label}”的闹钟，${at.map((i) => names[i]).join('、')}的 ${time} 响`,
            arguments: { time, days: at.map((i) => codes[i] as string), label },
          };
        },
      ),
      tool(
        'start_robot_vacuum',
        '让扫地机器人清扫',
        {
          rooms: listOf('要清扫的房间，照用户的说法和顺序'),
          power: oneOf('吸力', ['quiet', 'standard', 'strong']),
          mop: boolean('是否拖地'),
          start: clock('开始时间'),
        },
        (random) => {
          const rooms = random.sample(
            ['客厅', '卧室', '书房', '厨房', '阳台', '餐厅'],
            random.int(2, 3),
          );
          const [shown, power] = random.pick([
            ['安静', 'quiet'],
            ['标准', 'standard'],
            ['强力', 'strong'],
          ] as const);
          const [mop, start] = [random.chance(0.5), someTime(random)];
          return {
            say: `让扫地机器人 ${start} 开始用${shown}吸力清扫${rooms.join('、')}，${mop ? '同时拖地' : '不拖地'}`,
            arguments: { rooms, power, mop, start },
          };
        },
      ),
    ],
  },
];
