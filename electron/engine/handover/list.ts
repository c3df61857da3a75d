import { type Kysely, sql } from 'kysely';
import type { Handover, HandoverRow } from '../../../shared/handover/types.ts';
import type { Database } from '../db/schema.ts';

/** More than a year of handovers; older ones are found in the archive of sheets. */
const MOST = 500;

type Row = {
  id: string;
  number: string;
  status: string;
  outgoing_shift_id: string;
  incoming_shift_id: string;
  extra_reason: string;
  withdrawn_reason: string;
  frozen_at: number;
  signed_at: number | null;
  late: number;
  late_minutes: number;
  document_sha256: string | null;
  duty_day: string;
  outgoing_lead: string;
  incoming_lead: string;
  refused: number;
  items: number;
  seq: number | null;
  head: string | null;
};

/** Handovers, the newest first, read without their snapshots: a list must not load every sheet there is. */
export async function listHandovers(db: Kysely<Database>): Promise<HandoverRow[]> {
  const lead = (shift: 'outgoing' | 'incoming') => sql`coalesce(
    (SELECT p.name FROM signature s JOIN person p ON p.id = s.person_id WHERE s.handover_id = h.id AND s.side = ${shift}),
    (SELECT p.name FROM shift_member m JOIN person p ON p.id = m.person_id
     WHERE m.shift_id = ${sql.ref(`h.${shift}_shift_id`)} AND m.duty = 'shiftLead'), '')`;
  const { rows } = await sql<Row>`
    SELECT h.id, h.number, h.status, h.outgoing_shift_id, h.incoming_shift_id, h.extra_reason, h.withdrawn_reason,
      h.frozen_at, h.signed_at, h.late, h.late_minutes, h.document_sha256, shift.duty_day,
      ${lead('outgoing')} AS outgoing_lead, ${lead('incoming')} AS incoming_lead,
      (SELECT count(*) FROM handover_item i WHERE i.handover_id = h.id) AS items,
      (SELECT count(*) FROM handover_item i WHERE i.handover_id = h.id AND i.decision = 'refused') AS refused,
      link.seq, link.hash AS head
    FROM handover h JOIN shift ON shift.id = h.outgoing_shift_id
      LEFT JOIN audit_event link ON link.action = 'handover.signIncoming' AND link.entity_id = h.id
    ORDER BY h.frozen_at DESC LIMIT ${MOST}`.execute(db);
  return rows.map(rowOf);
}

const rowOf = (r: Row): HandoverRow => ({
  id: r.id,
  number: r.number,
  status: r.status as Handover['status'],
  outgoingShiftId: r.outgoing_shift_id,
  incomingShiftId: r.incoming_shift_id,
  extraReason: r.extra_reason,
  withdrawnReason: r.withdrawn_reason,
  frozenAtMs: r.frozen_at,
  signedAtMs: r.signed_at,
  late: r.late === 1,
  lateMinutes: r.late_minutes,
  documentSha256: r.document_sha256,
  dutyDay: r.duty_day,
  outgoingLead: r.outgoing_lead,
  incomingLead: r.incoming_lead,
  items: r.items,
  refused: r.refused,
  chain: r.seq !== null && r.head !== null ? { seq: r.seq, head: r.head } : null,
});
