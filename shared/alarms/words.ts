import type { EscalationStep } from './escalation.ts';
import type { AlarmFilter } from './filter.ts';
import type { AlarmClass } from './types.ts';

/*
 * Notifications, workbooks and paper are made without the screen and its language: their words stand here, and a form
 * that was printed never depends on a setting.
 */

/** Classes of alarms as notifications and paper write them. */
export const classWords: Record<AlarmClass, string> = {
  dispatchDue: '指令尚未派送',
  arrivalSoon: '到场时限将至',
  arrivalOverdue: '到场已超时',
  sceneReportDue: '到场后未报现场情况',
  leaderNoticeDue: '事件升级,尚未告知领导',
  reportBackDue: '处置结果未向110反馈',
  followUpDue: '跟踪事项到期',
  followUpRemind: '跟踪事项提醒',
  urgentPaperDue: '紧急公文未报告领导',
  handoverLate: '到点未交接班',
};

/** Levels by numeral and shape, so that black and white say the same. */
export const levelWords = { 1: '一 ▲', 2: '二 ◆', 3: '三 ■' } as const;

/** To whom an alarm is carried up. */
export const stepWords: Record<EscalationStep, string> = { shiftLead: '值班长', leaderOnDuty: '带班领导' };

/** Who acknowledged while the desk was locked or nobody had signed in: recorded in place of a person. */
export const LOCKED_DESK = 'desk';

/** Who acknowledged, as paper writes it. */
export const acknowledgedBy = (name: string): string => (name === LOCKED_DESK ? '值班台（锁定）' : name);

const statusWords: Record<AlarmFilter['status'], string> = {
  any: '全部',
  active: '未确认',
  acknowledged: '已确认未了',
  settled: '已了结',
};

/** What a filter covers, in words for the head of a list. */
export function filterWords(filter: AlarmFilter): string {
  const { fromDay, toDay } = filter;
  const days = fromDay === null && toDay === null ? '不限' : `${fromDay ?? '最早'} 至 ${toDay ?? '今日'}`;
  const classes = filter.classes.map((c) => classWords[c]).join('、') || '全部';
  return `日期：${days}；类别：${classes}；状态：${statusWords[filter.status]}`;
}
