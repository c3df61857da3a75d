import { NOTHING_NEW, QUIET } from '../../../shared/duty-log/quiet.ts';
import { conflict, invalid } from '../../../shared/errors.ts';
import {
  requireChecked,
  requireForward,
  requireLead,
  requireUnderWay,
} from '../../../shared/handover/rules.ts';
import type { Handover } from '../../../shared/handover/types.ts';
import { handoverLateness, lateBy, reliefSpan, requireTwoPeople } from '../../../shared/shifts/rules.ts';
import type { Crew, Shift } from '../../../shared/shifts/types.ts';
import { localDate } from '../../../shared/time/zone.ts';
import { settleAlarms } from '../alarms/store.ts';
import type { Tx } from '../db/transaction.ts';
import { addOwnLine } from '../duty-log/writing.ts';
import { newId } from '../ids.ts';
import { liveInstructions } from '../instructions/store.ts';
import { limitsAt, siteAt } from '../settings/store.ts';
import {
  crewOf,
  getShift,
  holder,
  planShift,
  recordAttendance,
  relief,
  relieve,
  takeDesk,
} from '../shifts/store.ts';
import { addendaOf, frozenAt, writtenSoFar } from './addenda.ts';
import { carriedLines } from './carry.ts';
import { compileSnapshot, isAnythingRecorded, isPeaceful } from './compile.ts';
import { compileItems, trailsById } from './compile-items.ts';
import { currentHandover, getHandover, insertItems } from './store.ts';

/** Freezes the sheet of the shift that holds the desk: a numbered snapshot, later entries go to 补记. */
export async function freeze(
  tx: Tx,
  actorId: string,
  input: { extraReason: string; relief?: Crew; lastBackupMs: number | null },
): Promise<Handover> {
  const outgoing = await holder(tx.db);
  if (!outgoing) throw conflict('noShift');
  if (await currentHandover(tx.db)) throw conflict('handoverFrozen');
  const site = await siteAt(tx.db, tx.nowMs);
  const extra = input.extraReason !== '';
  const planned = await relief(tx.db);
  const crew = input.relief ?? (planned ? crewOf(planned) : null);
  if (!crew) throw invalid('relief', 'required');
  const span = reliefSpan(outgoing, extra, tx.nowMs, site);
  const keep = planned && !input.relief && planned.dutyDay === span.dutyDay && !extra;
  const incoming = keep ? planned : await planShift(tx, crew, span, input.extraReason);
  await sayQuiet(tx, actorId, outgoing.id);
  const carried = await carriedLines(tx.db, outgoing.id);
  const snapshot = await compileSnapshot(tx.db, outgoing, {
    nowMs: tx.nowMs,
    carried,
    lastBackupMs: input.lastBackupMs,
  });
  const items = await compileItems(tx.db, tx.nowMs, carried);
  const id = newId();
  tx.about('handover', id);
  const year = localDate(tx.nowMs, site.timeZone).slice(0, 4);
  const n = await tx.nextNumber(`handover:${year}`);
  await tx.insert('handover', {
    id,
    number: `JJ-${year}-${String(n).padStart(4, '0')}`,
    status: 'frozen',
    outgoing_shift_id: outgoing.id,
    incoming_shift_id: incoming.id,
    extra_reason: input.extraReason,
    withdrawn_reason: '',
    frozen_at: tx.nowMs,
    signed_at: null,
    late: 0,
    late_minutes: 0,
    snapshot: JSON.stringify({
      ...snapshot,
      written: await writtenSoFar(tx.db),
      trails: trailsById(items),
    }),
    addenda: '[]',
    open_at: '[]',
    document_sha256: null,
    version: 1,
  });
  await insertItems(tx, id, items);
  return getHandover(tx.db, id);
}

/** A shift in which nothing was recorded says so in its log, once: no day is left blank (篇五 四(二)). */
async function sayQuiet(tx: Tx, actorId: string, shiftId: string): Promise<void> {
  const entry = await tx.db
    .selectFrom('log_entry')
    .select('id')
    .where('shift_id', '=', shiftId)
    .executeTakeFirst();
  if (entry || (await isAnythingRecorded(tx.db, shiftId))) return;
  const text = (await isPeaceful(tx.db, shiftId)) ? QUIET : NOTHING_NEW;
  await addOwnLine(tx, actorId, shiftId, { text, quiet: true });
}

/** Takes a frozen sheet back (the relief did not come, the wrong crew): its number stays used, the desk stays as it is. */
export async function withdraw(tx: Tx, handoverId: string, reason: string): Promise<Handover> {
  const h = await frozenHandover(tx, handoverId);
  tx.about('handover', h.id);
  requireUnderWay(h);
  await tx.update('handover', h.id, { status: 'withdrawn', withdrawn_reason: reason }, h.version);
  return getHandover(tx.db, h.id);
}

/** 交班签字: the outgoing lead signs; the desk has not changed hands yet. */
export async function signOutgoing(tx: Tx, handoverId: string, personId: string): Promise<Handover> {
  const h = await frozenHandover(tx, handoverId);
  tx.about('handover', h.id);
  requireUnderWay(h);
  if (h.outgoingSignature) throw conflict('alreadySigned');
  requireForward(tx.nowMs, h);
  requireLead(await getShift(tx.db, h.outgoingShiftId), personId);
  await tx.insert('signature', {
    id: newId(),
    handover_id: h.id,
    side: 'outgoing',
    person_id: personId,
    at: tx.nowMs,
  });
  await tx.update('handover', h.id, { status: 'outgoingSigned' }, h.version);
  return getHandover(tx.db, h.id);
}

/**
 * 接班签字: at this instant the desk changes hands. Refused as a whole only for fewer than two people (人数不足), for
 * items not yet decided and key supplies not yet counted; a refused item is printed and signing goes on.
 */
export async function signIncoming(tx: Tx, handoverId: string, personId: string): Promise<Handover> {
  const h = await frozenHandover(tx, handoverId);
  tx.about('handover', h.id);
  requireUnderWay(h);
  if (!h.outgoingSignature) throw conflict('outgoingFirst');
  requireForward(tx.nowMs, h);
  const outgoing = await getShift(tx.db, h.outgoingShiftId);
  const incoming = await getShift(tx.db, h.incomingShiftId);
  requireLead(incoming, personId);
  requireTwoPeople(crewOf(incoming), 'relief');
  requireChecked(h);
  const { limits } = await limitsAt(tx.db, tx.nowMs);
  const lateness = handoverLateness(tx.nowMs, outgoing.plannedEndMs, h.extraReason !== '', limits);
  await tx.insert('signature', {
    id: newId(),
    handover_id: h.id,
    side: 'incoming',
    person_id: personId,
    at: tx.nowMs,
  });
  const atMs = await relieve(tx, outgoing);
  await takeDesk(tx, incoming, atMs);
  await settleAlarms(tx, 'handoverLate', outgoing.id);
  await arriveBySigning(tx, incoming, personId);
  const open = (await liveInstructions(tx.db)).map((i) => i.id);
  await tx.update(
    'handover',
    h.id,
    {
      status: 'signed',
      signed_at: atMs,
      late: lateness.late ? 1 : 0,
      late_minutes: lateness.lateMinutes,
      open_at: JSON.stringify(open),
      addenda: JSON.stringify(await addendaOf(tx.db, frozenAt(h))),
    },
    h.version,
  );
  return getHandover(tx.db, h.id);
}

/** Who signs is there: a lead who did not sign in before does so with the signature. */
async function arriveBySigning(tx: Tx, shift: Shift, personId: string): Promise<void> {
  const lead = shift.members.find((m) => m.personId === personId);
  if (!lead || lead.signedInAtMs !== null) return;
  await recordAttendance(tx, shift, personId, 'in', {
    late_minutes: shift.extraReason === '' ? lateBy(tx.nowMs, shift.plannedStartMs) : 0,
  });
}

/** The handover to sign; what was never frozen cannot be signed (`conflict: notFrozen`). */
async function frozenHandover(tx: Tx, id: string): Promise<Handover> {
  const row = await tx.db.selectFrom('handover').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw conflict('notFrozen');
  return getHandover(tx.db, id);
}
