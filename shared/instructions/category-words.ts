/**
 * How callers name things, and what the same thing is called in a category's own text. A rule counts for a category only
 * when the category's text holds one of `means`, so that the list serves every bureau.
 */
export type SaidRule = { said: readonly string[]; means: readonly string[] };

/** Words of the street for the matters of 篇三 二. */
export const saidRules: readonly SaidRule[] = [
  {
    said: [
      '占道',
      '地摊',
      '摆摊',
      '摊贩',
      '小贩',
      '流动摊',
      '烧烤',
      '大排档',
      '水果车',
      '早餐车',
      '占路',
      '游商',
    ],
    means: ['摆设摊点', '摊点', '流动商贩', '占道经营'],
  },
  { said: ['店外', '出店', '门外经营', '跨门', '占人行道卖', '摆到门口'], means: ['店外经营', '出店经营'] },
  {
    said: ['倒垃圾', '垃圾堆', '乱扔', '渣土', '装修垃圾', '建筑垃圾', '泔水', '偷倒', '砖头堆'],
    means: ['乱倒', '垃圾'],
  },
  {
    said: ['乱停', '违停', '停车', '车停', '停在人行道', '停满', '堵住门口', '挪车'],
    means: ['停放机动车', '乱停', '停车'],
  },
  { said: ['狗', '犬', '咬人', '咬伤'], means: ['犬类', '犬只', '养犬', '犬'] },
  {
    said: ['喇叭', '噪音', '噪声', '音响', '喊麦', '叫卖', '吆喝', '放音乐', '吵得', '太吵', '扰民'],
    means: ['高音喇叭', '喇叭', '噪声'],
  },
  {
    said: ['小广告', '违规广告', '横幅', '牛皮癣', '宣传单', '未经批准的广告'],
    means: ['户外广告管理', '广告管理', '小广告'],
  },
  {
    said: [
      '违建',
      '搭棚',
      '搭建',
      '私搭',
      '加盖',
      '违章建筑',
      '违法建筑',
      '彩钢',
      '阳光房',
      '楼顶盖',
      '圈地',
      '砌墙',
    ],
    means: ['违法建设', '违法建筑', '违章建筑'],
  },
  { said: ['积雪', '除雪', '扫雪', '铲雪', '结冰', '冰雪', '路滑', '大雪'], means: ['除雪', '冰雪'] },
  {
    said: ['广告牌', '招牌', '灯箱', '店招', '门头牌', '铁皮松', '铁皮掉', '广告布'],
    means: ['广告牌加固', '广告牌'],
  },
  {
    said: ['垃圾桶', '果皮箱', '垃圾箱', '垃圾房', '中转站', '公厕', '厕所', '环卫车', '下水道盖'],
    means: ['环卫设施', '环境卫生设施'],
  },
  {
    said: ['菜市场', '农贸市场', '菜场', '集贸市场', '市场里', '市场内', '短斤缺两', '缺斤少两', '摊位费'],
    means: ['市场服务中心', '农贸市场', '市场经营', '市场'],
  },
  { said: ['应急办', '局领导', '领导交办', '交办'], means: ['交办'] },
];

/** Words that stand in most categories and say nothing about the matter. */
export const emptyWords: ReadonlySet<string> = new Set(
  [
    '投诉 举报 受理 处置 处理 方面 方面的 工作 负责 组织 市区 行为 影响 求助 抢修 管理 经营 活动 使用 商业 场所 应急 等方面',
    '进行 我们 有人 人行 的投 理处 其它 其他 中心 服务 设施 环境 车辆 机动 人行道 经营活动 影响市 生活',
  ]
    .join(' ')
    .split(' '),
);
