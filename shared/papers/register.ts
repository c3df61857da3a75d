import type { RegisterRow } from '../contract/instructions.ts';
import { arrivalDeadlineMs, isLate, lateMinutes } from '../instructions/clock.ts';
import type { Dispatch } from '../instructions/types.ts';
import {
  correctFieldWords,
  meansWords,
  noticeRoleWords,
  severityWords,
  stateWords,
  zoneWords,
} from './words.ts';

/** How a form writes an instant. */
export type WriteTime = (ms: number) => string;

const LIST = '、';
const marks = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The mark before the n-th team where several were sent, so that its lines are found in every column. */
export const teamMark = (n: number, of: number): string => (of > 1 ? (marks[n] ?? `(${n + 1})`) : '');

/** What the register says about one team; a field without content is empty. */
export type TeamFields = {
  team: string;
  dispatched: string;
  takenBy: string;
  taken: string;
  deadline: string;
  arrived: string;
  /** 迟到原因: how late, and every explanation given. */
  late: string;
  scene: string;
  members: string;
  vehicle: string;
  uniform: string;
};

/** One team as the register prints it (篇三 四(二)1: 应到, 到场, 迟到原因; 五: 出动人员, 车辆, 着装). */
export function teamFields(d: Dispatch, time: WriteTime, nowMs: number): TeamFields {
  return {
    team: d.recalled ? `${d.to.name}（撤回：${d.recalled.reason}）` : d.to.name,
    dispatched: time(d.dispatchedAtMs),
    takenBy: d.takenBy,
    taken: d.takenAtMs === null ? '' : time(d.takenAtMs),
    deadline: time(arrivalDeadlineMs(d)),
    arrived: d.arrivedAtMs === null ? '' : time(d.arrivedAtMs),
    late: lateText(d, time, nowMs),
    scene: d.sceneText,
    members: d.members.join(LIST),
    vehicle: d.vehicle,
    uniform: d.uniformed === null ? '' : d.uniformed ? '着装' : '便装',
  };
}

function lateText(d: Dispatch, time: WriteTime, nowMs: number): string {
  const minutes = lateMinutes(d);
  const reasons = d.explanations.map((e) => `${e.reason}（${time(e.explainedAtMs)}向${e.explainedTo}说明）`);
  if (!isLate(d, nowMs)) return reasons.join('；');
  const how = minutes === null ? '逾期未到' : `迟到${minutes}分钟`;
  return `${how}：${reasons.join('；') || '未说明'}`;
}

/** Everything the register says about one instruction (篇三), text by text; teams are joined line by line. */
export type RegisterFields = Record<RegisterField, string>;

/** The columns of the register in the order of the form. `width` is in characters, for the workbook. */
export const registerColumns = [
  { key: 'number', header: '编号', width: 14 },
  { key: 'centreNo', header: '指令编号', width: 16 },
  { key: 'issued', header: '下达时间', width: 17 },
  { key: 'received', header: '签收时间', width: 17 },
  { key: 'receivedBy', header: '签收人', width: 10 },
  { key: 'caller', header: '报警人', width: 14 },
  { key: 'phone', header: '联系电话', width: 16 },
  { key: 'place', header: '地点', width: 26 },
  { key: 'zone', header: '区域', width: 10 },
  { key: 'grid', header: '网格', width: 18 },
  { key: 'category', header: '类别', width: 16 },
  { key: 'severity', header: '紧急程度', width: 10 },
  { key: 'text', header: '内容', width: 40 },
  { key: 'team', header: '承办', width: 22 },
  { key: 'dispatched', header: '派送时间', width: 19 },
  { key: 'takenBy', header: '接令人', width: 12 },
  { key: 'taken', header: '接令时间', width: 19 },
  { key: 'notices', header: '告知领导', width: 28 },
  { key: 'deadline', header: '应到时间', width: 19 },
  { key: 'arrived', header: '到场时间', width: 19 },
  { key: 'late', header: '迟到原因', width: 28 },
  { key: 'scene', header: '现场情况', width: 34 },
  { key: 'scope', header: '是否属受理范围', width: 18 },
  { key: 'disposition', header: '处置情况', width: 36 },
  { key: 'code', header: '处置代码', width: 12 },
  { key: 'reported', header: '反馈110时间', width: 24 },
  { key: 'followUps', header: '后续处理', width: 34 },
  { key: 'transferTo', header: '移交去向', width: 18 },
  { key: 'transferred', header: '移交时间', width: 17 },
  { key: 'receiver', header: '移交接收人', width: 14 },
  { key: 'members', header: '出动人员', width: 26 },
  { key: 'vehicle', header: '车辆', width: 14 },
  { key: 'uniform', header: '着装', width: 10 },
  { key: 'state', header: '状态', width: 10 },
  { key: 'remarks', header: '备注', width: 40 },
] as const;
export type RegisterField = (typeof registerColumns)[number]['key'];

/** Writes one instruction into the columns of the register. */
export function registerFields(row: RegisterRow, time: WriteTime, nowMs: number): RegisterFields {
  const teams = row.dispatches.map((d) => teamFields(d, time, nowMs));
  const perTeam = (field: keyof TeamFields) =>
    teams
      .map((t, n) => (t[field] === '' ? '' : teamMark(n, teams.length) + t[field]))
      .filter(Boolean)
      .join('\n');
  return {
    number: row.number,
    centreNo: row.centreNo,
    issued: time(row.issuedAtMs),
    received: time(row.receivedAtMs),
    receivedBy: row.receivedByName,
    caller: row.caller || '匿名',
    phone: row.phone,
    place: row.place,
    zone: zoneWords[row.zone],
    grid: row.gridNo === null ? '' : `${row.gridNo} ${row.gridName}`.trim(),
    category: row.categoryName,
    severity: severityWords[row.severity],
    text: row.text,
    team: perTeam('team'),
    dispatched: perTeam('dispatched'),
    takenBy: perTeam('takenBy'),
    taken: perTeam('taken'),
    notices: noticesText(row, time),
    deadline: perTeam('deadline'),
    arrived: perTeam('arrived'),
    late: perTeam('late'),
    scene: perTeam('scene'),
    scope: scopeText(row),
    disposition: row.disposition?.text ?? '',
    code: row.disposition?.code ?? '',
    reported: row.reportBack ? reportedText(row.reportBack, time) : '',
    followUps: followUpsText(row, time),
    transferTo: row.transfer?.to ?? '',
    transferred: row.transfer ? time(row.transfer.transferredAtMs) : '',
    receiver: row.transfer?.receiver ?? '',
    members: perTeam('members'),
    vehicle: perTeam('vehicle'),
    uniform: perTeam('uniform'),
    state: stateOf(row),
    remarks: remarksOf(row, time).join('\n'),
  };
}

function noticesText(row: RegisterRow, time: WriteTime): string {
  return row.notices
    .map((n) => {
      const who = [noticeRoleWords[n.role], n.who].filter(Boolean).join(' ');
      const through = n.through ? `经${n.through}，` : '';
      return `${who}（${through}${time(n.notifiedAtMs)} ${meansWords[n.means]}）${n.text}`;
    })
    .join('\n');
}

function scopeText(row: RegisterRow): string {
  if (row.declined) return `不属；${explained(row.declined.explainedTo)}：${row.declined.text}`;
  if (!row.scope) return '';
  if (row.scope.inScope) return '属';
  const kind = row.scope.kind === 'unclear' ? '权属不清' : '不属';
  const competent = row.scope.competent ? `；受理部门：${row.scope.competent}` : '';
  return `${kind}${row.scope.explainedTo ? `；${explained(row.scope.explainedTo)}` : ''}${competent}`;
}

const explained = (who: string) => `已向${who}说明`;

function followUpsText(row: RegisterRow, time: WriteTime): string {
  return row.followUps
    .map((f) => {
      const end = f.done ? `已完成：${f.done.text}` : `限${time(f.dueAtMs)}前`;
      const notes = f.notes.map((n) => `；${time(n.atMs)}进展：${n.text}`).join('');
      return `${f.text}（${f.owner}，${end}${notes}）`;
    })
    .join('\n');
}

function reportedText(report: NonNullable<RegisterRow['reportBack']>, time: WriteTime): string {
  const linked = report.linked.length > 0 ? `；一并反馈${report.linked.join('、')}` : '';
  return `${time(report.reportedAtMs)}（${report.to}）${linked}`;
}

function stateOf(row: RegisterRow): string {
  if (row.duplicateOf) return '重复';
  return row.state === 'resolved' && row.reportBack ? '已反馈' : stateWords[row.state];
}

/** 备注: what the columns do not hold: 补录, links, orders of leaders, ends, every correction with both versions. */
export function remarksOf(row: RegisterRow, time: WriteTime): string[] {
  const orders = row.orders.map((o) => {
    const end = o.done ? `已落实：${o.done.text}` : `${o.owner}限${time(o.dueAtMs)}前落实`;
    return `领导批示（${o.who}）：${o.text}（${end}）`;
  });
  const corrections = row.corrections.map(
    (c) =>
      `更正${correctFieldWords[c.field]}：原“${c.before || '空'}”改为“${c.after || '空'}”，${c.reason}（${c.byName} ${time(c.atMs)}）`,
  );
  const duplicates = row.duplicates.map((d) =>
    ['重复指令', d.number, d.centreNo, d.caller || '匿名', d.phone].filter(Boolean).join(' '),
  );
  return [
    row.backEnteredAtMs === null ? '' : `补录（${time(row.backEnteredAtMs)}）`,
    row.originalNumber === null ? '' : `与${row.originalNumber}重复`,
    ...duplicates,
    row.earlier === null ? '' : row.earlier.kind === 'rework' ? '返工' : '重复投诉',
    row.voided === null ? '' : `作废：${row.voided.reason}`,
    ...row.earlierResults.map((r) => {
      const report = r.reportBack ? `，${reportedText(r.reportBack, time)}反馈110` : '';
      const closed = r.closedAtMs === null ? '' : `，${time(r.closedAtMs)}办结`;
      return `重新打开前：${r.disposition?.text ?? '移交'}${report}${closed}`;
    }),
    ...row.dispatches.filter((d) => d.despite).map((d) => `${d.to.name}无人在岗仍派：${d.despite}`),
    row.transfer?.orderKept ? '移交前维护现场秩序' : '',
    ...orders,
    ...corrections,
  ].filter(Boolean);
}
