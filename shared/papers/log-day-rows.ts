import type { DetailField } from '../duty-log/details.ts';
import { paperOwed } from '../duty-log/paper-case.ts';
import type { LogStep } from '../duty-log/steps.ts';
import {
  answerSeconds,
  type FollowUp,
  isLateEntry,
  type LogCorrection,
  type LogEntry,
} from '../duty-log/types.ts';
import { detailTexts, fieldValue, fieldWords, urgencyWords } from './log-words.ts';
import { logKindWords } from './sheet-words.ts';

/** A struck text with what came in its place. */
export type Struck = { before: string; note: string };

/** How the log writes instants: short, and to the second. */
export type LogTime = { at: (ms: number) => string; seconds: (ms: number) => string };

/** One row of the 值班日志; a cell without content is empty. */
export type LogRow = {
  key: string;
  shiftId: string;
  atMs: number;
  recordedAtMs: number;
  late: boolean;
  source: string;
  marks: string[];
  party: string;
  phone: string;
  /** What was struck, oldest first; then the text that holds. */
  struck: Struck[];
  heading: string;
  text: string;
  /** 附件, 关联, what the kind has besides. */
  notes: string[];
  handling: string[];
  orders: string[];
  outcome: string[];
  by: string;
};

/** `09:12 沈若衡批示：加派登高车`. */
const stepText = (s: LogStep, word: string, time: LogTime): string =>
  `${time.at(s.occurredAtMs)} ${s.who}${word}${s.text === '' ? '' : `：${s.text}`}`;

/** How far something charged is; what it is about stands in the row already unless there are several. */
function followUpText(f: FollowUp, named: boolean, time: LogTime): string {
  const about = named ? `${f.text}：` : '';
  return f.doneAtMs === null
    ? `未办：${about}${f.owner}，限${time.at(f.dueAtMs)}`
    : `已办：${about}${f.doneText}（${f.owner}，${time.at(f.doneAtMs)}）`;
}

/** What a paper still owes, in the words of the log. */
export const owedPaperWords = {
  leaderReport: '未报告领导',
  orderEnd: '批示未办结',
  paperResult: '未办结',
} as const;

/** One entry as its row of the 值班日志 (篇五 四(二)): corrections struck, 补记 with both times, nothing left out. */
export function entryRow(e: LogEntry, time: LogTime, urgentPaperMinutes: number): LogRow {
  const of = (kind: LogStep['kind']) => e.steps.filter((s) => s.kind === kind);
  const owed = paperOwed(e, urgentPaperMinutes).filter((o) => o.code !== 'orderEnd');
  return {
    key: e.id,
    shiftId: e.shiftId,
    atMs: e.occurredAtMs,
    recordedAtMs: e.recordedAtMs,
    late: isLateEntry(e),
    source: logKindWords[e.kind],
    marks: [e.urgency === null ? '' : urgencyWords[e.urgency], e.important ? '重要' : ''].filter(Boolean),
    party: [e.details.callerUnit, e.from, e.kind === 'walkIn' ? e.details.address : '']
      .filter(Boolean)
      .join('\n'),
    phone: e.phone,
    struck: e.corrections.map((c, n) =>
      struckOf(c, n === 0 ? e.original : (e.corrections[n - 1]?.text ?? ''), time),
    ),
    heading: e.title,
    text: e.text,
    notes: notesOf(e, time),
    handling: [
      e.handling,
      ...of('reported').map((s) => stepText({ ...s, who: '' }, `已报告${s.who}`, time)),
      ...of('proposal').map((s) => stepText(s, '拟办', time)),
    ].filter(Boolean),
    orders: of('order').map((s) => stepText(s, '批示', time)),
    outcome: [
      ...of('result').map((s) => stepText(s, '办结', time)),
      ...e.followUps.map((f) => followUpText(f, e.followUps.length > 1, time)),
      ...owed.map((o) => owedPaperWords[o.code]),
    ],
    by: e.actorName,
  };
}

/** What one correction struck, and by whom, when and why. */
export function struckOf(c: LogCorrection, before: string, time: LogTime): Struck {
  const said = (field: (typeof c.changes)[number]['field'], value: (typeof c.changes)[number]['after']) =>
    fieldValue(field, value, (ms) => time.at(ms)) || '空';
  const fields = c.changes.map(
    (f) => `${fieldWords[f.field]}：“${said(f.field, f.before)}”改为“${said(f.field, f.after)}”`,
  );
  return {
    before: before === c.text ? '' : before,
    note: [`更正（${c.actorName} ${time.at(c.recordedAtMs)}，${c.reason}）`, ...fields].join('；'),
  };
}

/** What stands below an entry's text: the roll call in seconds, the kind's own fields, links and files by name. */
function notesOf(e: LogEntry, time: LogTime): string[] {
  const seconds = answerSeconds(e);
  const call =
    e.calledAtMs === null
      ? ''
      : [
          `呼叫 ${time.seconds(e.calledAtMs)}`,
          e.answeredAtMs === null ? '未应答' : `应答 ${time.seconds(e.answeredAtMs)}`,
          seconds === null ? '' : `用时 ${seconds} 秒`,
        ]
          .filter(Boolean)
          .join('，');
  // What the party's column or the text itself says already.
  const said: DetailField[] = [
    'callerUnit',
    ...(e.kind === 'walkIn' ? (['address'] as const) : []),
    ...(['warning', 'device', 'area'] as const).filter((field) => e.text.includes(e.details[field])),
  ];
  return [
    call,
    e.receivedBy === '' ? '' : `${e.kind === 'rollCall' ? '应答人' : '接待人'}：${e.receivedBy}`,
    detailTexts(e, said).join('；'),
    e.links.length > 0 ? `关联：${e.links.map((l) => l.label).join('、')}` : '',
    e.attachments.length > 0
      ? `附件 ${e.attachments.length} 件：${e.attachments.map((a) => a.name).join('、')}`
      : '',
  ].filter(Boolean);
}
