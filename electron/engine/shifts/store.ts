import type { Kysely } from 'kysely';
import { conflict, invalid, notFound } from '../../../shared/errors.ts';
import { type Crew, crewOf, type Shift, type ShiftMember } from '../../../shared/shifts/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import type { Database, ShiftRow } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';

export { crewOf };

async function withMembers(db: Kysely<Database>, row: ShiftRow): Promise<Shift> {
  const members = await db
    .selectFrom('shift_member')
    .innerJoin('person', 'person.id', 'shift_member.person_id')
    .select([
      'person.name',
      'person.phone',
      'person_id',
      'duty',
      'signed_in_at',
      'signed_out_at',
      'late_minutes',
    ])
    .where('shift_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    id: row.id,
    dutyDay: row.duty_day,
    status: row.status === 'dropped' ? 'planned' : row.status,
    plannedStartMs: row.planned_start,
    plannedEndMs: row.planned_end,
    takenAtMs: row.taken_at,
    relievedAtMs: row.relieved_at,
    extraReason: row.extra_reason,
    version: row.version,
    members: members.map((m) => ({
      personId: m.person_id,
      name: m.name,
      phone: m.phone,
      duty: m.duty as ShiftMember['duty'],
      signedInAtMs: m.signed_in_at,
      signedOutAtMs: m.signed_out_at,
      lateMinutes: m.late_minutes,
    })),
  };
}

/** One shift with its members; `notFound` when there is none. */
export async function getShift(db: Kysely<Database>, id: string): Promise<Shift> {
  const row = await db.selectFrom('shift').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('shift');
  return withMembers(db, row);
}

async function byStatus(db: Kysely<Database>, status: 'holding' | 'planned'): Promise<Shift | null> {
  const row = await db.selectFrom('shift').selectAll().where('status', '=', status).executeTakeFirst();
  return row ? withMembers(db, row) : null;
}

/** The shift that holds the desk, null only before the first takeover. */
export const holder = (db: Kysely<Database>) => byStatus(db, 'holding');

/** The crew that comes next, as far as it is named. */
export const relief = (db: Kysely<Database>) => byStatus(db, 'planned');

/** Who has not signed out two days after the relief has forgotten it: the list of who is still to leave is of now. */
const LEAVING_MS = 48 * 60 * MINUTE;

/**
 * Of the crews relieved within 48 hours the oldest of which somebody has signed in and not yet left; null when all have gone.
 * Who stands on the crew that holds the desk now stays, and keeps no crew waiting.
 */
export async function leaving(db: Kysely<Database>, nowMs: number): Promise<Shift | null> {
  const staying = db
    .selectFrom('shift_member as held')
    .innerJoin('shift as holding', 'holding.id', 'held.shift_id')
    .select('held.person_id')
    .where('holding.status', '=', 'holding');
  const row = await db
    .selectFrom('shift')
    .selectAll()
    .where('status', '=', 'relieved')
    .where('relieved_at', '>=', nowMs - LEAVING_MS)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('shift_member')
        .select('shift_id')
        .where('signed_in_at', 'is not', null)
        .where('signed_out_at', 'is', null)
        .where('person_id', 'not in', staying),
    )
    .orderBy('relieved_at')
    .limit(1)
    .executeTakeFirst();
  return row ? withMembers(db, row) : null;
}

/** The shift an entry of this moment belongs to; nothing is recorded at an empty desk (`conflict: noShift`). */
export async function requireHolderId(db: Kysely<Database>): Promise<string> {
  const row = await db
    .selectFrom('desk_holding')
    .select('shift_id')
    .where('to_ms', 'is', null)
    .executeTakeFirst();
  if (!row) throw conflict('noShift');
  return row.shift_id;
}

type Span = { dutyDay: string; startMs: number; endMs: number };

/** Names a crew as the coming shift; a crew named before is dropped, sign-ins of people who stay are kept. */
export async function planShift(tx: Tx, crew: Crew, span: Span, extraReason: string): Promise<Shift> {
  await requirePeople(tx, crew);
  const before = await relief(tx.db);
  if (before) await tx.update('shift', before.id, { status: 'dropped' }, before.version);
  const id = newId();
  await tx.insert('shift', {
    id,
    duty_day: span.dutyDay,
    status: 'planned',
    planned_start: span.startMs,
    planned_end: span.endMs,
    taken_at: null,
    relieved_at: null,
    extra_reason: extraReason,
    version: 1,
  });
  const duties: [string, ShiftMember['duty']][] = [
    [crew.shiftLeadId, 'shiftLead'],
    [crew.liaisonId, 'liaison'],
    ...crew.officerIds.map((p): [string, ShiftMember['duty']] => [p, 'officer']),
  ];
  if (crew.leaderOnDutyId) duties.push([crew.leaderOnDutyId, 'leaderOnDuty']);
  for (const [position, [personId, duty]] of duties.entries()) {
    const old = before?.members.find((m) => m.personId === personId);
    await tx.insert('shift_member', {
      id: newId(),
      shift_id: id,
      person_id: personId,
      duty,
      position,
      signed_in_at: old?.signedInAtMs ?? null,
      signed_out_at: old?.signedOutAtMs ?? null,
      late_minutes: old?.lateMinutes ?? null,
      version: 1,
    });
  }
  return getShift(tx.db, id);
}

async function requirePeople(tx: Tx, crew: Crew): Promise<void> {
  const need = async (personId: string, path: (string | number)[], role: string | null) => {
    const row = await tx.db
      .selectFrom('person')
      .select(['roles', 'active'])
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!row || row.active === 0) throw invalid(['crew', ...path], 'unknownPerson');
    if (role && !(JSON.parse(row.roles) as string[]).includes(role))
      throw invalid(['crew', ...path], 'missingRole');
  };
  await need(crew.shiftLeadId, ['shiftLeadId'], 'shiftLead');
  await need(crew.liaisonId, ['liaisonId'], 'liaison');
  for (const [n, officer] of crew.officerIds.entries()) await need(officer, ['officerIds', n], null);
  if (crew.leaderOnDutyId) await need(crew.leaderOnDutyId, ['leaderOnDutyId'], 'leaderOnDuty');
}

/** Adds officers to a shift that is already named; those on it stay as they are. */
export async function addOfficers(tx: Tx, shift: Shift, officerIds: readonly string[]): Promise<void> {
  const added = officerIds.filter((id) => !shift.members.some((m) => m.personId === id));
  for (const [n, personId] of added.entries()) {
    const person = await tx.db
      .selectFrom('person')
      .select('active')
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!person || person.active === 0) throw invalid(['crew', 'officerIds'], 'unknownPerson');
    await tx.insert('shift_member', {
      id: newId(),
      shift_id: shift.id,
      person_id: personId,
      duty: 'officer',
      position: shift.members.length + n,
      signed_in_at: null,
      signed_out_at: null,
      late_minutes: null,
      version: 1,
    });
  }
}

/** Makes a planned shift the holder from `atMs` on; the one before, if any, must have been relieved at that instant. */
export async function takeDesk(tx: Tx, shift: Shift, atMs = tx.nowMs): Promise<void> {
  await tx.update('shift', shift.id, { status: 'holding', taken_at: atMs }, shift.version);
  await tx.insert('desk_holding', { id: newId(), shift_id: shift.id, from_ms: atMs, to_ms: null });
}

/**
 * Ends a shift's hold of the desk now, and returns the instant. A clock that was set back since the takeover must not turn
 * the span around: then it ends where it began, and the next one joins there.
 */
export async function relieve(tx: Tx, shift: Shift): Promise<number> {
  const open = await tx.db
    .selectFrom('desk_holding')
    .select(['id', 'from_ms'])
    .where('to_ms', 'is', null)
    .executeTakeFirstOrThrow();
  const atMs = Math.max(tx.nowMs, open.from_ms);
  await tx.update('shift', shift.id, { status: 'relieved', relieved_at: atMs }, shift.version);
  await tx.update('desk_holding', open.id, { to_ms: atMs });
  return atMs;
}

/** Records attendance of one person in all duties they have in a shift. */
export async function recordAttendance(
  tx: Tx,
  shift: Shift,
  personId: string,
  kind: 'in' | 'out',
  values: { late_minutes?: number },
): Promise<void> {
  await tx.insert('attendance', {
    id: newId(),
    shift_id: shift.id,
    person_id: personId,
    kind,
    at: tx.nowMs,
    reason: '',
    actor_id: tx.actorId,
  });
  const rows = await tx.db
    .selectFrom('shift_member')
    .select(['id', 'version'])
    .where('shift_id', '=', shift.id)
    .where('person_id', '=', personId)
    .execute();
  const time = kind === 'in' ? { signed_in_at: tx.nowMs, signed_out_at: null } : { signed_out_at: tx.nowMs };
  for (const row of rows) await tx.update('shift_member', row.id, { ...time, ...values }, row.version);
}
