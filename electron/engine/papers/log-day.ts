import { type Kysely, sql } from 'kysely';
import type { ChainMark, LogDayPaper, LogShift } from '../../../shared/papers/log-papers.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { dutyDaySpan } from '../../../shared/time/duty-day.ts';
import type { Database } from '../db/schema.ts';
import { entriesOf } from '../duty-log/store.ts';
import { readingsOf } from '../handover/readings.ts';
import { getHandover } from '../handover/store.ts';
import { instructionDetail } from '../instructions/detail.ts';
import { limitsAt, listCategories, siteAt } from '../settings/store.ts';
import { getShift } from '../shifts/store.ts';

/** All that the 值班日志 of a duty day prints (篇五 四(二)): every shift of the day, every entry, every instruction. */
export async function logDayPaper(
  db: Kysely<Database>,
  dutyDay: string,
  nowMs: number,
): Promise<LogDayPaper> {
  const site = await siteAt(db, nowMs);
  const rows = await db
    .selectFrom('shift')
    .select('id')
    .where('duty_day', '=', dutyDay)
    .where('taken_at', 'is not', null)
    .orderBy('taken_at')
    .execute();
  const ids = rows.map((r) => r.id);
  const shifts: LogShift[] = [];
  for (const id of ids) shifts.push(await logShift(db, await getShift(db, id)));
  const categories = (await listCategories(db)).map(({ no, short }) => ({ no, short }));
  const instructions: LogDayPaper['instructions'] = [];
  const touched = await touchedBy(db, ids);
  const shiftOf = await shiftsOfEvents(db, touched);
  for (const id of touched) {
    const detail = await instructionDetail(db, id);
    const { categoryNo } = detail.instruction;
    const categoryName = categories.find((c) => c.no === categoryNo)?.short ?? '';
    instructions.push({ detail, categoryName, shiftOf: shiftOf.get(id) ?? {} });
  }
  return {
    site,
    day: { dutyDay, ...dutyDaySpan(dutyDay, site), entries: await entriesOf(db, ids) },
    shifts,
    instructions,
    categories,
    limits: (await limitsAt(db, nowMs)).limits,
    chain: await chainNow(db),
    printedAtMs: nowMs,
  };
}

async function logShift(db: Kysely<Database>, shift: Shift): Promise<LogShift> {
  const { id, takenAtMs, relievedAtMs, extraReason, members } = shift;
  const row = await db
    .selectFrom('handover')
    .select('id')
    .where('outgoing_shift_id', '=', id)
    .where('signed_at', 'is not', null)
    .executeTakeFirst();
  const sheet = row ? await getHandover(db, row.id) : null;
  return {
    shift: { id, takenAtMs, relievedAtMs, extraReason, members },
    handover: sheet && {
      number: sheet.number,
      outgoing: sheet.outgoingSignature,
      incoming: sheet.incomingSignature,
    },
    readings: await readingsOf(db, id),
  };
}

/** Instructions on which these shifts did something, in the order in which they first did. */
async function touchedBy(db: Kysely<Database>, shiftIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT instruction_id AS id FROM instruction_event
    WHERE shift_id IN (SELECT value FROM json_each(${JSON.stringify(shiftIds)}))
    GROUP BY instruction_id ORDER BY min(recorded_at), min(id)`.execute(db);
  return rows.map((r) => r.id);
}

/** Which shift recorded each event of these instructions: its own word, which no clock can take away. */
async function shiftsOfEvents(
  db: Kysely<Database>,
  instructionIds: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const { rows } = await sql<{ instruction_id: string; id: string; shift_id: string }>`
    SELECT instruction_id, id, shift_id FROM instruction_event
    WHERE instruction_id IN (SELECT value FROM json_each(${JSON.stringify(instructionIds)}))`.execute(db);
  const of = Map.groupBy(rows, (r) => r.instruction_id);
  return new Map(
    [...of].map(([id, events]) => [id, Object.fromEntries(events.map((e) => [e.id, e.shift_id]))]),
  );
}

/** The last link of the chain: what a paper made now can be checked against later. */
async function chainNow(db: Kysely<Database>): Promise<ChainMark | null> {
  const row = await db
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { seq: row.seq, head: row.hash } : null;
}
