import type { Kysely } from 'kysely';
import type { AlarmFilter } from '../../../shared/alarms/filter.ts';
import {
  acknowledgedBy,
  classWords,
  filterWords,
  levelWords,
  stepWords,
} from '../../../shared/alarms/words.ts';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import type { Workbook } from '../../../shared/papers/types.ts';
import { localDate, minuteOfDay } from '../../../shared/time/zone.ts';
import type { Database } from '../db/schema.ts';
import { type SheetCell, workbookReply, writeWorkbook } from '../office/xlsx.ts';
import { siteAt } from '../settings/store.ts';
import { alarmHistory, readFilter } from './reading.ts';

/** As many as the contract's list shows at most. */
const MOST_ROWS = 100_000;
/** Rows worded together. */
const PORTION = 500;

const columns = [
  { header: '告警', width: 22 },
  { header: '级别', width: 7 },
  { header: '编号', width: 14 },
  { header: '地点', width: 28 },
  { header: '到期', width: 17 },
  { header: '响起', width: 17 },
  { header: '重复', width: 6 },
  { header: '漏报', width: 6 },
  { header: '确认人', width: 10 },
  { header: '确认时间', width: 17 },
  { header: '响应（分钟）', width: 9 },
  { header: '了结', width: 17 },
  { header: '升级', width: 26 },
];

/** The alarms of a filter as a workbook, oldest first, with the response in minutes (篇三 五(一)). */
export async function alarmWorkbook(
  db: Kysely<Database>,
  asked: AlarmFilter,
  nowMs: number,
): Promise<Workbook> {
  const filter = await readFilter(db, asked, nowMs);
  const { timeZone, name } = await siteAt(db, nowMs);
  const time = (ms: number | null) => (ms === null ? '' : wallClock(ms, timeZone));
  const alarms = (await alarmHistory(db, { ...filter, limit: MOST_ROWS }, nowMs)).reverse();
  const rows: SheetCell[][] = [];
  for (const [n, alarm] of alarms.entries()) {
    // Ten thousands of local times take seconds: calls and alarms come between.
    if (n % PORTION === PORTION - 1) await new Promise(setImmediate);
    rows.push(rowOf(alarm, time));
  }
  const bytes = await writeWorkbook({
    sheetName: '告警记录',
    title: `${name} 告警记录`,
    notes: [`${filterWords(filter)}；共 ${alarms.length} 次`, `导出时间：${time(nowMs)}；响应 = 确认 − 响起`],
    columns,
    rows,
  });
  return workbookReply(`告警记录_${localDate(nowMs, timeZone)}.xlsx`, bytes);
}

function rowOf(a: Alarm, time: (ms: number | null) => string): SheetCell[] {
  const ack = a.acknowledged;
  return [
    classWords[a.class],
    levelWords[a.level],
    a.number,
    a.place,
    time(a.dueAtMs),
    time(a.raisedAtMs),
    a.repeat,
    a.missed ? '漏报' : '',
    ack ? acknowledgedBy(ack.byName) : '',
    time(ack?.atMs ?? null),
    ack ? Math.round((ack.atMs - a.raisedAtMs) / 6000) / 10 : null,
    time(a.settledAtMs),
    a.escalation ? `${stepWords[a.escalation.step]} ${a.escalation.person} ${time(a.escalation.atMs)}` : '',
  ];
}

function wallClock(ms: number, timeZone: string): string {
  const minute = minuteOfDay(ms, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${localDate(ms, timeZone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
