import type { Kysely } from 'kysely';
import { conflict, invalid } from '../../../shared/errors.ts';
import type { Role } from '../../../shared/people/roles.ts';
import {
  firstShiftSpan,
  lateBy,
  reliefSpan,
  requireRelieved,
  requireTwoPeople,
} from '../../../shared/shifts/rules.ts';
import type { Crew, Shift } from '../../../shared/shifts/types.ts';
import { dutyDayFacts } from '../calendar/day-kind.ts';
import { change, requireActor } from '../context.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { proveOnce } from '../people/credentials.ts';
import { rolesOf } from '../people/store.ts';
import type { Deps } from '../router.ts';
import { siteAt } from '../settings/store.ts';
import { attendanceOf, endAbsence, endAbsencesOf, markAbsence } from './attendance.ts';
import {
  addOfficers,
  crewOf,
  getShift,
  holder,
  planShift,
  recordAttendance,
  relief,
  requireHolderId,
  takeDesk,
} from './store.ts';

/** Who holds the desk and who comes next. */
export const shiftsView = async (db: Kysely<Database>) => ({
  holder: await holder(db),
  relief: await relief(db),
});

/** The duty days of the crew on the desk and of the next one, as the calendar knows them. */
async function daysView(db: Kysely<Database>, nowMs: number) {
  const site = await siteAt(db, nowMs);
  const now = await holder(db);
  const { dutyDay } = now ? reliefSpan(now, false, nowMs, site) : firstShiftSpan(nowMs, site);
  return { present: now ? dutyDayFacts(now.dutyDay) : null, coming: dutyDayFacts(dutyDay) };
}

/** The shift a person signs in to: the relief first (people arrive for it while the other crew still holds the desk). */
async function shiftOf(tx: Tx, personId: string, holdsFirst: boolean): Promise<Shift> {
  const { holder: now, relief: next } = await shiftsView(tx.db);
  const candidates = holdsFirst ? [now, next] : [next, now];
  const found = candidates.find((s) => s?.members.some((m) => m.personId === personId));
  if (!found) throw invalid('personId', 'notInCrew');
  return found;
}

async function planRelief(tx: Tx, crew: Crew): Promise<Shift> {
  if (await isFrozen(tx)) return addToRelief(tx, crew);
  const site = await siteAt(tx.db, tx.nowMs);
  const now = await holder(tx.db);
  const span = now ? reliefSpan(now, false, tx.nowMs, site) : firstShiftSpan(tx.nowMs, site);
  const shift = await planShift(tx, crew, span, '');
  tx.about('shift', shift.id);
  return shift;
}

async function isFrozen(tx: Tx): Promise<boolean> {
  const frozen = await tx.db
    .selectFrom('handover')
    .select('id')
    .where('status', 'in', ['frozen', 'outgoingSigned'])
    .executeTakeFirst();
  return frozen !== undefined;
}

/** Once the sheet is frozen its incoming crew only grows: people who were missing join, lead and liaison stay. */
async function addToRelief(tx: Tx, crew: Crew): Promise<Shift> {
  const incoming = await relief(tx.db);
  const before = incoming && crewOf(incoming);
  if (!incoming || before?.shiftLeadId !== crew.shiftLeadId || before.liaisonId !== crew.liaisonId)
    throw conflict('handoverFrozen');
  tx.about('shift', incoming.id);
  await addOfficers(tx, incoming, crew.officerIds);
  return getShift(tx.db, incoming.id);
}

async function substitute(tx: Tx, input: { personId: string; byId: string; reason: string }): Promise<Shift> {
  const shift = await shiftOf(tx, input.personId, true);
  tx.about('shift', shift.id);
  const by = await tx.db
    .selectFrom('person')
    .select(['active', 'roles'])
    .where('id', '=', input.byId)
    .executeTakeFirst();
  if (!by || by.active === 0) throw invalid('byId', 'unknownPerson');
  if (shift.members.some((m) => m.personId === input.byId)) throw invalid('byId', 'alreadyInCrew');
  await tx.insert('attendance', {
    id: newId(),
    shift_id: shift.id,
    person_id: input.personId,
    kind: 'substitute',
    at: tx.nowMs,
    reason: input.reason,
    actor_id: tx.actorId,
  });
  await tx.insert('attendance', {
    id: newId(),
    shift_id: shift.id,
    person_id: input.byId,
    kind: 'in',
    at: tx.nowMs,
    reason: input.reason,
    actor_id: tx.actorId,
  });
  await endAbsencesOf(tx, shift.id, input.personId);
  const rows = await tx.db
    .selectFrom('shift_member')
    .select(['id', 'version', 'duty', 'position'])
    .where('shift_id', '=', shift.id)
    .where('person_id', '=', input.personId)
    .execute();
  for (const row of rows) {
    if (row.duty !== 'officer' && !rolesOf(by).includes(row.duty as Role))
      throw invalid('byId', 'missingRole');
    await tx.update(
      'shift_member',
      row.id,
      { person_id: input.byId, signed_in_at: tx.nowMs, late_minutes: 0 },
      row.version,
    );
  }
  return getShift(tx.db, shift.id);
}

export const shiftsHandlers = (os: Deps) => ({
  current: os.shifts.current.handler(({ context }) => shiftsView(context.db)),
  days: os.shifts.days.handler(({ context }) => daysView(context.db, context.nowMs)),
  planRelief: os.shifts.planRelief.handler(({ input, context }) =>
    change(context, (tx) => planRelief(tx, input.crew)),
  ),
  takeDesk: os.shifts.takeDesk.handler(async ({ input, context }) => {
    await proveOnce(context, input.crew.shiftLeadId, 'pin', input.pin);
    return change(context, async (tx) => {
      if (await holder(tx.db)) throw conflict('deskHeld');
      requireTwoPeople(input.crew);
      const planned = await planRelief(tx, input.crew);
      await takeDesk(tx, planned);
      for (const personId of new Set(input.presentIds)) {
        const member = planned.members.find((m) => m.personId === personId);
        if (member && member.signedInAtMs === null) {
          await recordAttendance(tx, planned, personId, 'in', {
            late_minutes: lateBy(tx.nowMs, planned.plannedStartMs),
          });
        }
      }
      return getShift(tx.db, planned.id);
    });
  }),
  signIn: os.shifts.signIn.handler(({ input, context }) =>
    change(context, async (tx) => {
      const shift = await shiftOf(tx, input.personId, false);
      tx.about('shift', shift.id);
      const member = shift.members.find((m) => m.personId === input.personId);
      if (member?.signedInAtMs != null && member.signedOutAtMs === null) throw conflict('alreadySignedIn');
      // Who is called in for an extra handover comes as soon as possible: there is no time to be late against.
      const late_minutes = shift.extraReason === '' ? lateBy(tx.nowMs, shift.plannedStartMs) : 0;
      await recordAttendance(tx, shift, input.personId, 'in', { late_minutes });
      return getShift(tx.db, shift.id);
    }),
  ),
  signOut: os.shifts.signOut.handler(({ input, context }) =>
    change(context, async (tx) => {
      const shift = await leavingShift(tx, input.personId);
      tx.about('shift', shift.id);
      requireRelieved(shift);
      await recordAttendance(tx, shift, input.personId, 'out', {});
      return getShift(tx.db, shift.id);
    }),
  ),
  markAbsence: os.shifts.markAbsence.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, (tx) => markAbsence(tx, actor.id, input));
  }),
  endAbsence: os.shifts.endAbsence.handler(({ input, context }) =>
    change(context, (tx) => endAbsence(tx, input)),
  ),
  attendance: os.shifts.attendance.handler(async ({ input, context }) =>
    attendanceOf(context.db, input.shiftId ?? (await requireHolderId(context.db))),
  ),
  substitute: os.shifts.substitute.handler(({ input, context }) =>
    change(context, (tx) => substitute(tx, input)),
  ),
});

/** The shift a person leaves: the latest one they signed in to and have not left. */
async function leavingShift(tx: Tx, personId: string): Promise<Shift> {
  const held = await holder(tx.db);
  if (held?.members.some((m) => m.personId === personId)) return held;
  const row = await tx.db
    .selectFrom('shift_member')
    .innerJoin('shift', 'shift.id', 'shift_member.shift_id')
    .select('shift.id')
    .where('person_id', '=', personId)
    .where('signed_in_at', 'is not', null)
    .where('signed_out_at', 'is', null)
    .orderBy('signed_in_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw conflict('notSignedIn');
  return getShift(tx.db, row.id);
}
