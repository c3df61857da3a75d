import type {
  ActionInput,
  InstructionState,
  Means,
  NoticeRole,
  Severity,
  Zone,
} from '../instructions/types.ts';

/*
 * Registers are official Chinese forms whatever language the screen speaks: their wording stands here, for the paper and
 * the workbook alike, and not in the locales.
 */

export const stateWords: Record<InstructionState, string> = {
  received: '待派送',
  declined: '不受理',
  dispatched: '已派送',
  enRoute: '赶赴途中',
  onScene: '已到场',
  handling: '处置中',
  outOfScopeOnScene: '待移交',
  transferred: '已移交',
  followUp: '后续处理',
  resolved: '待反馈',
  closed: '已办结',
  voided: '已作废',
};

export const zoneWords: Record<Zone, string> = { mainUrban: '主城区', other: '其它区域' };

export const severityWords: Record<Severity, string> = { ordinary: '一般', serious: '较大', grave: '重大' };

export const meansWords: Record<Means, string> = {
  phone: '电话',
  radio: '对讲机',
  inPerson: '当面',
  message: '短信',
};

export const noticeRoleWords: Record<NoticeRole, string> = {
  deputy: '分管领导',
  head: '主要领导',
  both: '领导',
  other: '',
};

export const correctFieldWords: Record<ActionInput<'correct'>['field'], string> = {
  zone: '区域',
  takenAt: '接令时间',
  takenBy: '接令人',
  arrivedAt: '到场时间',
  scene: '现场情况',
  place: '地点',
  phone: '联系电话',
  caller: '报警人',
  category: '类别',
  text: '内容',
  centreNo: '指令编号',
  issuedAt: '下达时间',
  grid: '网格',
  disposition: '处置情况',
};
