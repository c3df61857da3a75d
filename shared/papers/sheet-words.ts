import type { LogKind } from '../duty-log/types.ts';
import type { SheetPerson } from '../handover/types.ts';
import type { ObligationCode } from '../instructions/obligations.ts';
import type { ActionName } from '../instructions/types.ts';

/*
 * The paper is an official Chinese form whatever language the screen speaks, and an archived sheet must never
 * depend on a setting: so its wording stands here, beside the form, and not in the locales.
 */

/** Duties of a crew as the sheet writes them. */
export const dutyWords: Record<SheetPerson['duty'], string> = {
  shiftLead: '值班长',
  liaison: '联络员',
  officer: '值班员',
  leaderOnDuty: '带班领导',
};

/** Kinds of entry as the paper writes them. */
export const logKindWords: Record<LogKind, string> = {
  callIn: '来电',
  instruction: '指令',
  walkIn: '来访',
  document: '来文',
  inspection: '检查',
  rollCall: '点名',
  patrol: '巡查',
  report: '报送',
  leaderInstruction: '批示',
  equipment: '设备',
  weather: '天气',
  other: '其他',
};

/** What is still owed for an instruction, as the sheet writes it. */
export const owedWords: Record<ObligationCode, string> = {
  dispatch: '派送',
  arrival: '到场',
  explainDelay: '说明迟到原因',
  sceneReport: '现场情况',
  confirmScope: '确认受理范围',
  explainOutOfScope: '向110说明不属受理',
  transfer: '移交',
  notifyDeputy: '告知分管领导',
  notifyHead: '告知主要领导',
  resolve: '处置结果',
  reportBack: '反馈110',
  followUp: '后续处理',
  leaderOrder: '落实领导要求',
};

/** Codes that may stand among the words of an addendum. */
export const codeWords: Record<string, string> = {
  ordinary: '一般',
  serious: '较大',
  grave: '重大',
  mainUrban: '主城区',
  other: '其它区域',
  inScope: '属受理范围',
  outOfScope: '不属受理范围',
};

/** Actions on an instruction, as an addendum names them. */
export const actionWords: Record<ActionName | 'receive', string> = {
  receive: '接收',
  decline: '不受理',
  duplicate: '并入',
  void: '作废',
  dispatch: '派送',
  take: '接令',
  recall: '撤回',
  notify: '告知领导',
  orderDone: '领导要求落实',
  raiseSeverity: '升级',
  enRoute: '出动',
  turnout: '出动人员登记',
  returned: '归队',
  delayed: '说明迟到原因',
  onScene: '到达现场',
  sceneReport: '现场情况',
  confirmScope: '确认受理范围',
  transfer: '移交',
  resolve: '处置完毕',
  reportBack: '反馈110',
  followUp: '后续处理',
  followUpNote: '后续进展',
  followUpDone: '后续完成',
  close: '办结',
  reopen: '重新打开',
  restore: '撤销误操作',
  correct: '更正',
};

/** The word for a code, or the code itself when a newer engine sends one this form does not know. */
export function word(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
