import { CITIES, PEOPLE } from './names.ts';
import { someDay, someTime } from './public-tools.ts';
import type { ToolDomain } from './tools.ts';
import { boolean, clock, integer, isoDay, listOf, number, oneOf, string, tool } from './tools.ts';

/** Tools of offices, shops, ports and warehouses. */
export const WORK_TOOLS: readonly ToolDomain[] = [
  {
    id: 'orders',
    temptsIn: ['trains'],
    tools: [
      tool('get_order_status', '查询网店订单的状态', { order_id: string('订单号') }, (random) => {
        const id = `SO${random.int(1_000_000, 9_999_999)}`;
        return {
          say: random.pick([`查一下订单 ${id} 到哪一步了`, `看看订单号 ${id} 的状态`]),
          arguments: { order_id: id },
        };
      }),
      tool(
        'change_delivery_address',
        '修改未发货订单的收货地址',
        {
          order_id: string('订单号'),
          city: string('城市名，不带“市”字'),
          address: string('街道与门牌'),
        },
        (random) => {
          const id = `SO${random.int(1_000_000, 9_999_999)}`;
          const city = random.pick(CITIES);
          const address = `${random.pick(['和平路', '解放街', '长江路', '建设街', '中山路'])}${random.int(1, 399)}号`;
          return {
            say: `订单 ${id} 还没发货，把收货地址改到${city}，街道门牌是${address}`,
            arguments: { order_id: id, city, address },
          };
        },
      ),
      tool(
        'request_refund',
        '申请退款',
        {
          order_id: string('订单号'),
          amount: number('退款金额（元）'),
          reason: oneOf('原因', ['damaged', 'wrong_item', 'late', 'unwanted']),
        },
        (random) => {
          const id = `SO${random.int(1_000_000, 9_999_999)}`;
          const amount = random.int(9, 1800);
          const [shown, reason] = random.pick([
            ['商品破损', 'damaged'],
            ['发错货', 'wrong_item'],
            ['送得太晚', 'late'],
            ['不想要了', 'unwanted'],
          ] as const);
          return {
            say: `给订单 ${id} 申请退款 ${amount} 元，原因是${shown}`,
            arguments: { order_id: id, amount, reason },
          };
        },
      ),
      tool(
        'apply_coupon',
        '给订单使用优惠券',
        { order_id: string('订单号'), coupon_code: string('优惠券代码') },
        (random) => {
          const id = `SO${random.int(1_000_000, 9_999_999)}`;
          const code = `${random.pick(['NEW', 'VIP', 'MAY', 'TEA'])}${random.int(100, 999)}`;
          return {
            say: random.pick([
              `订单 ${id} 用上优惠券 ${code}`,
              `把优惠券 ${code} 用在订单 ${id} 上`,
            ]),
            arguments: { order_id: id, coupon_code: code },
          };
        },
      ),
    ],
  },
  {
    id: 'port',
    tools: [
      tool(
        'book_berth',
        '为船舶预订泊位',
        {
          vessel: string('船名'),
          berth_no: integer('泊位号'),
          date: isoDay('靠泊日期'),
          hours: integer('占用小时数'),
        },
        (random) => {
          const vessel = random.pick([
            '海丰轮',
            '北极星轮',
            '瑞安轮',
            '远景轮',
            '和顺轮',
            '金洋轮',
          ]);
          const [berth, day, hours] = [random.int(1, 48), someDay(random), random.int(6, 60)];
          return {
            say: random.pick([
              `给${vessel}订 ${berth} 号泊位，${day.shown}靠泊，占用 ${hours} 小时`,
              `${vessel}${day.shown}要靠 ${berth} 号泊位，预订 ${hours} 小时`,
            ]),
            arguments: { vessel, berth_no: berth, date: day.iso, hours },
          };
        },
      ),
      tool('track_container', '查询集装箱位置', { container_no: string('箱号') }, (random) => {
        const no = `${random.pick(['QDGU', 'TEMU', 'HLXU', 'SEGU'])}${random.int(1_000_000, 9_999_999)}`;
        return {
          say: random.pick([`查箱号 ${no} 的集装箱现在在哪儿`, `定位集装箱 ${no}`]),
          arguments: { container_no: no },
        };
      }),
      tool(
        'request_pilot',
        '申请引航员',
        {
          vessel: string('船名'),
          direction: oneOf('进出港', ['inbound', 'outbound']),
          date: isoDay('日期'),
          time: clock('登轮时间'),
        },
        (random) => {
          const vessel = random.pick([
            '海丰轮',
            '北极星轮',
            '瑞安轮',
            '远景轮',
            '和顺轮',
            '金洋轮',
          ]);
          const inbound = random.chance(0.5);
          const [day, time] = [someDay(random), someTime(random)];
          return {
            say: `为${vessel}申请引航员，${inbound ? '进港' : '出港'}，${day.shown} ${time} 登轮`,
            arguments: { vessel, direction: inbound ? 'inbound' : 'outbound', date: day.iso, time },
          };
        },
      ),
      tool(
        'declare_dangerous_goods',
        '申报危险货物',
        {
          container_no: string('箱号'),
          un_no: string('联合国编号，四位数字'),
          weight_kg: number('净重（千克）'),
        },
        (random) => {
          const no = `${random.pick(['QDGU', 'TEMU', 'HLXU'])}${random.int(1_000_000, 9_999_999)}`;
          const un = random.pick(['1263', '1993', '3082', '1866', '2794']);
          const weight = random.int(40, 9000);
          return {
            say: `给集装箱 ${no} 申报危险货物，联合国编号 ${un}，净重 ${weight} 千克`,
            arguments: { container_no: no, un_no: un, weight_kg: weight },
          };
        },
      ),
    ],
  },
  {
    id: 'calendar',
    temptsIn: [
      'library',
      'trains',
      'port',
      'logistics',
      'city-services',
      'smart-home',
      'personnel',
    ],
    tools: [
      tool(
        'create_event',
        '在日历中新建日程',
        {
          title: string('日程标题'),
          date: isoDay('日期'),
          start: clock('开始时间'),
          duration_min: integer('时长（分钟）'),
          location: string('地点，用户没有说就不填'),
        },
        (random) => {
          const title = random.pick([
            '预算评审',
            '客户拜访',
            '周例会',
            '项目复盘',
            '体检',
            '合同洽谈',
          ]);
          const [day, start, minutes] = [someDay(random), someTime(random), random.int(3, 24) * 5];
          const location = random.chance(0.5)
            ? `${random.int(2, 9)}楼第${random.int(1, 6)}会议室`
            : null;
          return {
            say: `新建日程“${title}”，${day.shown} ${start} 开始，时长 ${minutes} 分钟${location === null ? '' : `，地点是${location}`}`,
            arguments: {
              title,
              date: day.iso,
              start,
              duration_min: minutes,
              ...(location === null ? {} : { location }),
            },
          };
        },
        ['location'],
      ),
      tool(
        'cancel_event',
        '取消一条日程',
        { event_id: string('日程编号'), notify: boolean('是否通知参加者') },
        (random) => {
          const id = `EV-${random.int(1000, 9999)}`;
          const notify = random.chance(0.5);
          return {
            say: `取消日程 ${id}，${notify ? '并通知参加者' : '不用通知参加者'}`,
            arguments: { event_id: id, notify },
          };
        },
      ),
      tool(
        'invite_people',
        '邀请同事参加日程',
        { event_id: string('日程编号'), names: listOf('被邀请人姓名，照用户说的顺序') },
        (random) => {
          const id = `EV-${random.int(1000, 9999)}`;
          const names = random.sample(PEOPLE, random.int(2, 4));
          return {
            say: random.pick([
              `邀请${names.join('、')}参加日程 ${id}`,
              `日程 ${id} 再加上${names.join('、')}，把他们都邀请进来`,
            ]),
            arguments: { event_id: id, names },
          };
        },
      ),
    ],
  },
  {
    id: 'logistics',
    tools: [
      tool(
        'quote_freight',
        '询问公路运费报价',
        {
          from_city: string('装货城市，不带“市”字'),
          to_city: string('卸货城市，不带“市”字'),
          weight_t: number('重量（吨）'),
          cold_chain: boolean('是否冷链'),
        },
        (random) => {
          const [a, b] = random.sample(CITIES, 2) as [string, string];
          const weight = random.int(2, 60) / 2;
          const cold = random.chance(0.5);
          return {
            say: `问一下 ${weight} 吨货从${a}用卡车运到${b}的运费报价，${cold ? '要冷链' : '不要冷链'}`,
            arguments: { from_city: a, to_city: b, weight_t: weight, cold_chain: cold },
          };
        },
      ),
      tool(
        'schedule_pickup',
        '预约上门取件',
        {
          name: string('联系人'),
          phone: string('电话'),
          date: isoDay('取件日期'),
          parcels: integer('件数'),
        },
        (random) => {
          const [name, day, parcels] = [random.pick(PEOPLE), someDay(random), random.int(1, 30)];
          const phone = `1990000${random.int(1000, 9999)}`;
          return {
            say: `预约${day.shown}上门取件，共 ${parcels} 件，联系人${name}，电话 ${phone}`,
            arguments: { name, phone, date: day.iso, parcels },
          };
        },
      ),
      tool(
        'register_inbound',
        '登记入库',
        { sku: string('货号'), quantity: integer('数量'), shelf: string('货位') },
        (random) => {
          const sku = `K${random.int(10_000, 99_999)}`;
          const quantity = random.int(5, 900);
          const shelf = `${random.pick(['A', 'B', 'C', 'D'])}-${random.int(1, 40)}-${random.int(1, 6)}`;
          return {
            say: random.pick([
              `货号 ${sku} 入库 ${quantity} 件，放在货位 ${shelf}`,
              `登记一笔入库：货号 ${sku}，数量 ${quantity}，货位 ${shelf}`,
            ]),
            arguments: { sku, quantity, shelf },
          };
        },
      ),
    ],
  },
  {
    id: 'personnel',
    tools: [
      tool(
        'submit_leave',
        '提交请假申请',
        {
          name: string('姓名'),
          type: oneOf('假别', ['annual', 'sick', 'personal']),
          start_date: isoDay('开始日期'),
          days: number('天数'),
        },
        (random) => {
          const [shown, type] = random.pick([
            ['年假', 'annual'],
            ['病假', 'sick'],
            ['事假', 'personal'],
          ] as const);
          const [name, day, days] = [random.pick(PEOPLE), someDay(random), random.int(1, 20) / 2];
          return {
            say: random.pick([
              `替${name}请${shown}，从${day.shown}开始，共 ${days} 天`,
              `提交${name}的${shown}申请，${day.shown}起，${days} 天`,
            ]),
            arguments: { name, type, start_date: day.iso, days },
          };
        },
      ),
      tool(
        'look_up_extension',
        '查询员工的分机号',
        { name: string('姓名'), employee_no: string('工号') },
        (random) => {
          const name = random.pick(PEOPLE);
          const no = `E${random.int(1000, 9999)}`;
          return {
            say: random.pick([
              `查工号 ${no} 的${name}的分机号`,
              `我要给${name}（工号 ${no}）打内线，查一下分机`,
            ]),
            arguments: { name, employee_no: no },
          };
        },
      ),
      tool(
        'enroll_training',
        '报名内部培训',
        { course_no: string('课程编号'), names: listOf('参加人姓名，照用户说的顺序') },
        (random) => {
          const course = `TR${random.int(100, 999)}`;
          const names = random.sample(PEOPLE, random.int(2, 3));
          return {
            say: `给${names.join('、')}报名编号 ${course} 的培训课程`,
            arguments: { course_no: course, names },
          };
        },
      ),
    ],
  },
  {
    id: 'maintenance',
    temptsIn: ['city-services'],
    tools: [
      tool(
        'create_work_order',
        '新建维修工单',
        {
          device_id: string('设备编号'),
          priority: oneOf('优先级', ['low', 'normal', 'urgent']),
          symptom: oneOf('现象', ['leak', 'noise', 'overheat', 'no_power']),
        },
        (random) => {
          const device = `EQ-${random.int(1000, 9999)}`;
          const [level, priority] = random.pick([
            ['低', 'low'],
            ['普通', 'normal'],
            ['紧急', 'urgent'],
          ] as const);
          const [shown, symptom] = random.pick([
            ['漏液', 'leak'],
            ['有异响', 'noise'],
            ['过热', 'overheat'],
            ['不通电', 'no_power'],
          ] as const);
          return {
            say: `设备 ${device} ${shown}，新建一张维修工单，优先级${level}`,
            arguments: { device_id: device, priority, symptom },
          };
        },
      ),
      tool(
        'read_sensor',
        '读取传感器在某一时刻的数值',
        {
          sensor_id: string('传感器编号'),
          date: isoDay('日期'),
          time: clock('时刻'),
        },
        (random) => {
          const id = `SN${random.int(100, 9999)}`;
          const [day, time] = [someDay(random), someTime(random)];
          return {
            say: `读取传感器 ${id} 在${day.shown} ${time} 的数值`,
            arguments: { sensor_id: id, date: day.iso, time },
          };
        },
      ),
      tool(
        'set_threshold',
        '设置报警阈值',
        {
          sensor_id: string('传感器编号'),
          metric: oneOf('指标', ['temperature', 'pressure', 'vibration']),
          upper: number('上限'),
        },
        (random) => {
          const id = `SN${random.int(100, 9999)}`;
          const [shown, metric] = random.pick([
            ['温度', 'temperature'],
            ['压力', 'pressure'],
            ['振动', 'vibration'],
          ] as const);
          const upper = random.int(10, 900) / 10;
          return {
            say: random.pick([
              `把传感器 ${id} 的${shown}报警上限设为 ${upper}`,
              `传感器 ${id}：${shown}超过 ${upper} 就报警，设置一下`,
            ]),
            arguments: { sensor_id: id, metric, upper },
          };
        },
      ),
    ],
  },
];
