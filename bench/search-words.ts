/** An entry as the bench makes it up. */
export type MadeEntry = {
  kind: string;
  text: string;
  from: string;
  phone: string;
  handling: string;
  actor: { id: string; name: string };
  unit: { id: string; name: string } | null;
};

/** The same numbers in every run: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const streetSyllables = [
  ...'新和平华建设文昌胜利解放朝阳光明东风北京南湖西江桥头柳荫望潮音盐场梧桐紫金凤凰龙泉白云青松翠竹梅岭兰亭锦绣康宁福寿安泰兴隆永丰长春万达中山人民',
];
const streetEnds = ['路', '街', '大道', '巷', '北路', '南街', '东路', '西街'];
const spots = [
  '路口',
  '菜市场门口',
  '小区东门',
  '公交站旁',
  '小学门前',
  '医院后门',
  '广场西侧',
  '地铁口',
  '桥下',
  '停车场入口',
  '人行道上',
  '绿化带旁',
];
const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳',
];
const given = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰文辉力晶健鹏宇浩然子涵欣怡梓轩思雨嘉琪俊峰晓东海燕志国建华玉梅春生',
];
const subjects = [
  '流动摊贩',
  '店外经营',
  '烧烤摊',
  '户外广告牌',
  '施工围挡',
  '渣土车',
  '共享单车',
  '违章搭建',
  '生活垃圾',
  '建筑垃圾',
  '井盖',
  '路灯',
  '行道树',
  '夜间施工',
  '油烟',
  '装修噪声',
  '广场舞音响',
  '占道洗车',
  '废品收购点',
  '水果摊',
  '早餐车',
  '电动三轮车',
  '横幅',
  '小广告',
  '积水',
  '积雪',
  '道板',
  '护栏',
  '公厕',
  '散养犬只',
];
const troubles = [
  '占道经营影响通行',
  '噪声扰民到凌晨',
  '堆放多日无人清理',
  '破损严重有安全隐患',
  '被大风吹倒压住车辆',
  '缺失导致行人摔倒',
  '遮挡交通信号灯',
  '漏油污染路面',
  '散发异味居民反映强烈',
  '倾斜随时可能坠落',
  '乱停放堵塞消防通道',
  '未按规定时间作业',
  '拒不配合还与人争执',
  '反复出现整改后又回潮',
  '夜里无人看管',
  '冒溢流到马路上',
  '张贴得到处都是',
  '与周边住户发生纠纷',
];
const asks = [
  '要求尽快处理',
  '希望答复结果',
  '请求现场查看',
  '多次投诉未解决',
  '要求回电',
  '情绪激动',
  '表示将继续关注',
  '态度平和',
  '愿意配合',
  '已拍照留存',
];
const handlings = [
  '已转执法大队现场处置',
  '已劝离',
  '责令限期整改',
  '已联系物业清运',
  '移交市政维护单位',
  '告知来电人处理时限',
  '现场未发现反映情况',
  '已恢复原状',
  '记录在案待回访',
  '已通知环卫清扫',
  '当事人承诺自行拆除',
  '正在协调权属单位',
];
const kinds = [
  'callIn',
  'callIn',
  'callIn',
  'callIn',
  'walkIn',
  'patrol',
  'document',
  'report',
  'equipment',
  'weather',
  'other',
];

/** Plausible entries one after the other, the same in every run. */
export function entryMaker(
  people: readonly { id: string; name: string }[],
  units: readonly { id: string; name: string }[],
): () => MadeEntry {
  const random = randomNumbers(7);
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = (most: number) => 1 + Math.floor(random() * most);
  const street = () => `${of(streetSyllables)}${of(streetSyllables)}${of(streetEnds)}`;
  const person = () => `${of(surnames)}${of(given)}${random() < 0.7 ? of(given) : ''}`;
  const phone = () => `1${of(['38', '39', '50', '77', '86'])}${String(number(99_999_999)).padStart(8, '0')}`;
  return () => {
    const unit = random() < 0.3 ? of(units) : null;
    const text = [
      `${street()}${number(400)}号${of(spots)}${of(subjects)}${of(troubles)}`,
      random() < 0.5 ? `，来电人称${of(subjects)}${of(troubles)}` : '',
      random() < 0.6 ? `，${of(asks)}` : '',
      random() < 0.2 ? `，联系人${person()}${phone()}` : '',
      unit ? `，已告知${unit.name}` : '',
      '。',
    ].join('');
    return {
      kind: of(kinds),
      text,
      from: random() < 0.8 ? person() : '居民',
      phone: random() < 0.8 ? phone() : '',
      handling: random() < 0.7 ? `${of(handlings)}，${person()}负责` : '',
      actor: of(people),
      unit,
    };
  };
}
