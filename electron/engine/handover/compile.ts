import { type Kysely, sql } from 'kysely';
import { answerSeconds, type LogEntry, type LogKind } from '../../../shared/duty-log/types.ts';
import type { CarryItem } from '../../../shared/handover/sections.ts';
import { readPreparation } from '../../../shared/handover/snapshot.ts';
import { emptyPreparation, type Preparation, type Snapshot } from '../../../shared/handover/types.ts';
import { arrivalDeadlineMs, arrivalRate, isLate, lateMinutes } from '../../../shared/instructions/clock.ts';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { dutyDaySpan } from '../../../shared/time/duty-day.ts';
import type { Database } from '../db/schema.ts';
import { type OpenPaper, papersInHand } from '../duty-log/papers-in-hand.ts';
import { entriesById, entriesOf } from '../duty-log/store.ts';
import { postureAt } from '../posture/store.ts';
import { limitsAt, siteAt } from '../settings/store.ts';
import { getShift } from '../shifts/store.ts';
import { listItems, openIssues } from '../supplies/store.ts';
import { severityWords, toldText } from './compile-words.ts';
import { sectionsOf, textOf } from './sections.ts';
import { faultsOf, sheetAbsences, sheetPeople, watchOf } from './watch.ts';

/** What the outgoing lead has prepared so far. */
export async function preparationOf(db: Kysely<Database>, shiftId: string): Promise<Preparation> {
  const row = await db
    .selectFrom('handover_preparation')
    .select('value')
    .where('id', '=', shiftId)
    .executeTakeFirst();
  return row ? readPreparation(JSON.parse(row.value)) : emptyPreparation;
}

/** Instructions that the shift took, and all on which something was done in it or is still open. */
export async function instructionsOf(db: Kysely<Database>, shiftId: string): Promise<Instruction[]> {
  // Two questions with an index each: joined by OR they would be asked of every instruction there ever was.
  const { rows } = await sql<{ record: string }>`
    SELECT record FROM instruction WHERE id IN (SELECT id FROM instruction INDEXED BY instruction_open WHERE open = 1
      UNION SELECT instruction_id FROM instruction_event WHERE shift_id = ${shiftId}) ORDER BY number`.execute(
    db,
  );
  return rows.map((r) => readRecord(r.record));
}

/** Whether a shift did anything besides writing entries: on instructions, or on papers of any shift. */
export async function isAnythingRecorded(db: Kysely<Database>, shiftId: string): Promise<boolean> {
  for (const table of ['instruction_event', 'log_step'] as const) {
    const row = await db.selectFrom(table).select('id').where('shift_id', '=', shiftId).executeTakeFirst();
    if (row) return true;
  }
  return false;
}

/** Whether a shift was quiet indeed: no emergency at its end, and no alarm while it held the desk. */
export async function isPeaceful(db: Kysely<Database>, shiftId: string): Promise<boolean> {
  if ((await postureAt(db)).posture === 'emergency') return false;
  const { takenAtMs } = await getShift(db, shiftId);
  const alarm = await db
    .selectFrom('alarm')
    .select('id')
    .where('raised_at', '>=', takenAtMs ?? 0)
    .where('class', '<>', 'handoverLate')
    .executeTakeFirst();
  return alarm === undefined;
}

/** Entries of any shift on which something was done in this one. */
async function steppedIn(db: Kysely<Database>, shiftId: string): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('log_step')
    .select('entry_id')
    .distinct()
    .where('shift_id', '=', shiftId)
    .execute();
  return entriesById(
    db,
    rows.map((r) => r.entry_id),
  );
}

/** The arrivals a shift answers for: those recorded, or fallen due without arrival, while it held the desk. */
const within = (shift: Shift, nowMs: number) => (d: Dispatch) => {
  const judgedAtMs = d.arrivalRecordedAtMs ?? arrivalDeadlineMs(d);
  return judgedAtMs >= (shift.takenAtMs ?? 0) && judgedAtMs <= nowMs;
};

/** What only the moment of the freeze knows; papers in hand are read unless the caller has them. */
export type FreezeFacts = {
  nowMs: number;
  carried: readonly CarryItem[];
  lastBackupMs: number | null;
  papers?: readonly OpenPaper[];
};

/** Compiles what the sheet of a shift says at `nowMs`; the freeze keeps it as it is (篇五 四(二)). */
export async function compileSnapshot(
  db: Kysely<Database>,
  shift: Shift,
  at: FreezeFacts,
): Promise<Snapshot> {
  const { nowMs } = at;
  const site = await siteAt(db, nowMs);
  const { limits } = await limitsAt(db, nowMs);
  const entries = (await entriesOf(db, [shift.id])).filter((e) => !e.quiet);
  const stepped = await steppedIn(db, shift.id);
  const touched = await instructionsOf(db, shift.id);
  const instructions = touched.filter((i) => i.shiftId === shift.id);
  const judged = touched.map((i) => ({ ...i, dispatches: i.dispatches.filter(within(shift, nowMs)) }));
  const followUps = await db
    .selectFrom('follow_up')
    .select('done_at')
    .where('recorded_at', '>=', shift.takenAtMs ?? 0)
    .execute();
  const rate = arrivalRate(judged, nowMs);
  const ofKind = (kind: LogKind) => entries.filter((e) => e.kind === kind);
  const ended = (state: Instruction['state']) => instructions.filter((i) => i.state === state);
  const lines = (want: (e: LogEntry) => boolean) =>
    entries.filter(want).map((e) => ({ atMs: e.occurredAtMs, text: textOf(e) }));
  const severe = instructions.filter((i) => i.severity !== 'ordinary').map(severeLine);
  const rollCalls = ofKind('rollCall');
  const lastCall = rollCalls.at(-1);
  return {
    siteName: site.name,
    deskName: site.deskName,
    timeZone: site.timeZone,
    dutyDay: shift.dutyDay,
    plannedStartMs: shift.plannedStartMs,
    plannedEndMs: shift.plannedEndMs,
    outgoing: await sheetPeople(db, shift),
    absences: await sheetAbsences(db, shift.id),
    crewFaults: await faultsOf(db, shift, nowMs),
    watch: await watchOf(db, shift, dutyDaySpan(shift.dutyDay, site).startMs),
    posture: await postureAt(db),
    weather: ofKind('weather')
      .map((e) => e.text.replace(/[。;；]+$/, ''))
      .join('；'),
    counts: {
      entries: entries.length,
      instructions: instructions.length,
      closed: ended('closed').length,
      duplicates: instructions.filter((i) => i.duplicateOf !== null).length,
      declined: ended('declined').length,
      open: instructions.filter((i) => isOpen(i.state)).length,
      walkIns: ofKind('walkIn').length,
      documents: ofKind('document').length,
      rollCalls: rollCalls.length,
      lastAnswerSeconds: lastCall ? answerSeconds(lastCall) : null,
      followUps: followUps.length,
      followUpsDone: followUps.filter((f) => f.done_at !== null).length,
      arrivalsOnTime: rate.numerator,
      arrivals: rate.denominator,
    },
    quiet:
      entries.length === 0 && !(await isAnythingRecorded(db, shift.id)) && (await isPeaceful(db, shift.id)),
    important: [...lines((e) => e.important), ...severe].sort((a, b) => a.atMs - b.atMs),
    lateArrivals: judged.filter((i) => i.state !== 'voided').flatMap((i) => lateTeams(i, nowMs)),
    leaderInstructions: lines((e) => e.kind === 'leaderInstruction'),
    inspections: lines((e) => e.kind === 'inspection'),
    sections: sectionsOf(entries, stepped, severe, at.carried, shift.id),
    // Filled at the freeze, when the items get their ids.
    written: null,
    trails: {},
    papers: (at.papers ?? (await papersInHand(db, limits.urgentPaperMinutes))).map(({ entry, owed }) => ({
      entryId: entry.id,
      receiptNo: entry.details.receiptNo,
      from: entry.from,
      title: entry.title || entry.text.slice(0, 40),
      urgency: entry.urgency,
      orders: entry.steps.filter((s) => s.kind === 'order').map((s) => `${s.who}：${s.text}`),
      owed,
    })),
    rollCalls: rollCalls.map((e) => ({
      atMs: e.calledAtMs ?? e.occurredAtMs,
      from: e.from,
      answeredBy: e.receivedBy,
      seconds: answerSeconds(e),
    })),
    supplies: await suppliesOf(db),
    preparation: await preparationOf(db, shift.id),
    lastBackupMs: at.lastBackupMs,
  };
}

/** Teams that missed their limit, with what was explained: late stays late (篇三 四(二)1). */
const lateTeams = (i: Instruction, nowMs: number): Snapshot['lateArrivals'] =>
  i.dispatches
    .filter((d) => isLate(d, nowMs))
    .map((d) => ({
      number: i.number,
      place: i.place,
      team: d.to.name,
      deadlineMs: arrivalDeadlineMs(d),
      arrivedAtMs: d.arrivedAtMs,
      lateMinutes: lateMinutes(d),
      explanations: d.explanations.map(({ reason, explainedAtMs }) => ({ reason, explainedAtMs })),
    }));

const severeLine = (i: Instruction) => ({
  key: i.id,
  atMs: i.receivedAtMs,
  text: [
    `${i.number} ${severityWords[i.severity]}${i.place}`,
    i.text,
    i.dispatches[0]?.sceneText,
    i.disposition?.text,
    toldText(i),
  ]
    .filter(Boolean)
    .join(' '),
});

async function suppliesOf(db: Kysely<Database>): Promise<Snapshot['supplies']> {
  const issues = await openIssues(db);
  const items = (await listItems(db)).filter((i) => i.key || i.out > 0);
  return items.map((i) => ({
    itemId: i.id,
    name: i.name,
    measure: i.measure,
    balance: i.balance,
    out: i.out,
    key: i.key,
    counted: null,
    holders: issues
      .filter((o) => o.itemId === i.id)
      .map(({ recipient, quantity, dueAtMs }) => ({ recipient, quantity, dueAtMs })),
  }));
}
