import { isLateEntry } from '../../shared/duty-log/types.ts';
import { isOpen } from '../../shared/instructions/lifecycle.ts';
import { obligationsOf } from '../../shared/instructions/obligations.ts';
import type { LogRow, LogTime } from '../../shared/papers/log-day-rows.ts';
import type { LogDayPaper, LogInstruction } from '../../shared/papers/log-papers.ts';
import { owedWords } from '../../shared/papers/sheet-words.ts';
import { severityWords, stateWords } from '../../shared/papers/words.ts';
import { eventWords } from './event-words.ts';

type Happened = { shiftId: string; occurredAtMs: number; recordedAtMs: number; words: string; by: string };

/**
 * Receipt and actions of an instruction as far as the day's shifts recorded them, in the order of recording. Whose they are
 * stands in the record: a clock that was set back would put them before the shift took the desk.
 */
function courseOf({ detail, shiftOf }: LogInstruction, day: LogDayPaper, time: LogTime): Happened[] {
  const i = detail.instruction;
  const categoryName = (no: string) => day.categories.find((c) => String(c.no) === no)?.short ?? no;
  const receipt = {
    shiftId: i.shiftId,
    occurredAtMs: i.receivedAtMs,
    recordedAtMs: i.backEnteredAtMs ?? i.receivedAtMs,
    words: i.backEnteredAtMs === null ? '签收' : '签收（纸面登记，补录）',
    by: detail.receivedByName,
  };
  const events = detail.events.map((e) => ({
    shiftId: shiftOf[e.id] ?? '',
    occurredAtMs: e.occurredAtMs,
    recordedAtMs: e.recordedAtMs,
    words: eventWords(e, { time: time.at, categoryName }),
    by: e.actorName,
  }));
  return [receipt, ...events].filter((e) => isOfDay(day, e.shiftId));
}

const isOfDay = (day: LogDayPaper, shiftId: string) => day.shifts.some((s) => s.shift.id === shiftId);

/** One instruction with its whole course of the day as one row: an auditor reads the case, not its single clicks. */
export function instructionRow(of: LogInstruction, day: LogDayPaper, time: LogTime): LogRow | null {
  const i = of.detail.instruction;
  const course = courseOf(of, day, time);
  const [first] = course;
  if (!first) return null;
  const before = !isOfDay(day, i.shiftId);
  return {
    key: i.id,
    shiftId: first.shiftId,
    atMs: first.occurredAtMs,
    recordedAtMs: first.recordedAtMs,
    late: i.backEnteredAtMs === null && isLateEntry(first),
    source: '110指令',
    marks: [
      i.severity === 'ordinary' ? '' : severityWords[i.severity],
      i.backEnteredAtMs === null || before ? '' : '补录',
      before ? '续办' : '',
    ].filter(Boolean),
    party: i.caller || '匿名',
    phone: i.phone,
    struck: [],
    heading: `${i.number} ${i.place}`,
    text: i.text,
    notes: [
      [of.categoryName, i.centreNo === '' ? '' : `指令编号 ${i.centreNo}`].filter(Boolean).join('；'),
    ].filter(Boolean),
    handling: course.map((c) => `${time.at(c.occurredAtMs)} ${c.words}${lateNote(c, time)}`),
    orders: i.orders.map(
      (o) =>
        `${o.who}：${o.text}（${o.owner}，${o.done ? `${time.at(o.done.atMs)} 已落实` : `限${time.at(o.dueAtMs)}`}）`,
    ),
    outcome: outcomeOf(of, day, course.at(-1)?.recordedAtMs ?? first.recordedAtMs, time),
    by: [...new Set(course.map((c) => c.by).filter(Boolean))].join('、'),
  };
}

const lateNote = (c: Happened, time: LogTime) =>
  isLateEntry(c) ? `（补记 ${time.at(c.recordedAtMs)}）` : '';

/** How the case stood when the paper was made: ended, or what it still owes. */
function outcomeOf({ detail }: LogInstruction, day: LogDayPaper, lastMs: number, time: LogTime): string[] {
  const i = detail.instruction;
  const state = stateWords[i.state];
  if (!isOpen(i.state)) return [`${state} ${time.at(lastMs)}`];
  const owed = [...new Set(obligationsOf(i, day.printedAtMs, day.limits).map((o) => owedWords[o.code]))];
  return [owed.length > 0 ? `${state}；尚欠：${owed.join('、')}` : state];
}
