import type { AlarmClass } from '../../../shared/alarms/types.ts';

/** Notifications and workbooks are written without the window: the words of the classes live here, in the desk's language. */
export const classWords: Record<AlarmClass, string> = {
  dispatchDue: '指令尚未派送',
  arrivalSoon: '到场时限将至',
  arrivalOverdue: '到场已超时',
  sceneReportDue: '到场后未报现场情况',
  leaderNoticeDue: '事件升级,尚未告知领导',
  reportBackDue: '处置结果未向110反馈',
  followUpDue: '跟踪事项到期',
  followUpRemind: '跟踪事项提醒',
  handoverLate: '到点未交接班',
};

/** One line for a notification: what, which instruction, where. */
export const alarmText = (alarmClass: AlarmClass, number: string, place: string): string =>
  [classWords[alarmClass], number, place].filter((part) => part !== '').join(' · ');
