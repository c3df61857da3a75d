import type { PhraseField } from '../../../shared/dictionary/types.ts';

/** How instructions of 篇三 二 usually end. */
export const firstCodes = [
  '现场清理完毕',
  '教育劝离',
  '责令限期整改',
  '依法暂扣物品',
  '加固排险',
  '抢修恢复',
  '犬只收容',
  '设警示隔离',
  '移交主管部门',
  '权属不清，已移交核实',
  '到场未发现',
  '报警人撤回',
  '误报',
  '其他',
] as const;

/** Sentences that are typed many times a night. */
export const firstPhrases: readonly (readonly [PhraseField, string])[] = [
  ['text', '占道经营影响通行'],
  ['text', '乱倒建筑垃圾'],
  ['text', '户外广告牌松动，有坠落危险'],
  ['text', '商家使用高音喇叭扰民'],
  ['text', '流浪犬伤人'],
  ['text', '环卫设施损坏'],
  ['text', '道路积雪结冰，请求除雪'],
  ['scene', '现场秩序正常，无人员受伤'],
  ['scene', '已设置警示标志，疏导行人绕行'],
  ['scene', '当事人在场，正在劝导'],
  ['scene', '到场未发现报警所述情况'],
  ['scene', '权属不清，已通知相关部门到场'],
  ['disposition', '已现场教育劝离，恢复秩序'],
  ['disposition', '已清理完毕，现场恢复畅通'],
  ['disposition', '已加固处理，险情排除'],
  ['disposition', '已责令当事人限期整改'],
  ['delay', '道路积雪，车辆行驶缓慢'],
  ['delay', '道路拥堵，车辆受阻'],
  ['delay', '距离较远，正在途中'],
  ['delay', '行动组正在处置另一起指令'],
  ['log', '班次一切正常'],
  ['log', '设备检查正常'],
];
