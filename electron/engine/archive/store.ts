import { type Kysely, sql } from 'kysely';
import type { ArchiveList, ArchiveRow } from '../../../shared/archive/types.ts';
import { searchQuery } from '../../../shared/search/tokens.ts';
import type { Database } from '../db/schema.ts';
import { kindTerm } from '../search/index.ts';

const PAGE = 100;

type Found = {
  sha256: string;
  kind: string;
  handover_id: string;
  number: string;
  duty_day: string;
  outgoing_lead: string | null;
  incoming_lead: string | null;
  signed_at: number | null;
  sealed_at: number;
  bytes: number;
  late: number;
  extra_reason: string;
  outgoing_shift_id: string;
};

const signer = (
  side: 'outgoing' | 'incoming',
) => sql`(SELECT p.name FROM signature s JOIN person p ON p.id = s.person_id
  WHERE s.handover_id = h.id AND s.side = ${sql.lit(side)})`;

const columns = sql`d.id AS sha256, d.kind, d.at AS sealed_at, d.bytes, h.id AS handover_id, h.number, h.signed_at, h.late,
  h.extra_reason, h.outgoing_shift_id, f.duty_day,
  ${signer('outgoing')} AS outgoing_lead, ${signer('incoming')} AS incoming_lead`;

const papers = sql`sealed_document d JOIN handover h ON h.id = d.subject_id JOIN shift f ON f.id = h.outgoing_shift_id`;

/** Every word must stand somewhere in the sheet or among its people: the index of searches knows, reading every sheet takes seconds. */
function condition(day: string | undefined, words: string) {
  const all = day === undefined ? [] : [sql`f.duty_day = ${day}`];
  if (words.trim() !== '') {
    const said = searchQuery(words);
    all.push(
      said === null
        ? sql`0`
        : sql`h.id IN (SELECT subject_id FROM search_doc WHERE rid IN
            (SELECT rowid FROM log_search WHERE log_search MATCH ${`(${said}) AND ${kindTerm(['handover'])}`}))`,
    );
  }
  return all.length === 0 ? sql`1` : sql.join(all, sql` AND `);
}

/** Sealed papers that fit, the newest first, from `offset` on. */
export async function listSealed(
  db: Kysely<Database>,
  filter: { day?: string; words: string; offset: number },
): Promise<ArchiveList> {
  const where = condition(filter.day, filter.words);
  const { rows } = await sql<Found>`SELECT ${columns} FROM ${papers} WHERE ${where}
    ORDER BY d.at DESC LIMIT ${PAGE} OFFSET ${filter.offset}`.execute(db);
  const count = await sql<{ n: number }>`SELECT count(*) AS n FROM ${papers} WHERE ${where}`.execute(db);
  return { rows: await Promise.all(rows.map((row) => complete(db, row))), total: count.rows[0]?.n ?? 0 };
}

/** One sealed paper by its hash; null when the record knows none. */
export async function sealedPaper(db: Kysely<Database>, sha256: string): Promise<ArchiveRow | null> {
  const { rows } = await sql<Found>`SELECT ${columns} FROM ${papers} WHERE d.id = ${sha256}`.execute(db);
  return rows[0] ? complete(db, rows[0]) : null;
}

/** The sealed paper of a handover; null while it is not archived. */
export async function sealedPaperOf(db: Kysely<Database>, handoverId: string): Promise<ArchiveRow | null> {
  const { rows } =
    await sql<Found>`SELECT ${columns} FROM ${papers} WHERE d.subject_id = ${handoverId}`.execute(db);
  return rows[0] ? complete(db, rows[0]) : null;
}

async function complete(db: Kysely<Database>, row: Found): Promise<ArchiveRow> {
  const readings = await db
    .selectFrom('reading_signature')
    .innerJoin('person', 'person.id', 'reading_signature.person_id')
    .select(['person.name', 'reading_signature.at as atMs', 'remark'])
    .where('shift_id', '=', row.outgoing_shift_id)
    .orderBy('at')
    .execute();
  const events = await paperEvents(db, row.handover_id);
  const signed = events.find((e) => e.action === 'handover.signIncoming');
  return {
    sha256: row.sha256,
    kind: row.kind,
    handoverId: row.handover_id,
    number: row.number,
    dutyDay: row.duty_day,
    outgoingLead: row.outgoing_lead ?? '',
    incomingLead: row.incoming_lead ?? '',
    signedAtMs: row.signed_at,
    sealedAtMs: row.sealed_at,
    bytes: row.bytes,
    late: row.late === 1,
    extra: row.extra_reason !== '',
    readings,
    reprints: events.filter((e) => e.action === 'handover.reprinted').length,
    chain: signed ? { seq: signed.seq, head: signed.hash } : null,
  };
}

/** The events of a sheet's signing, sealing and reprinting, in order; found by an index of their own (`audit_paper`). */
export async function paperEvents(
  db: Kysely<Database>,
  handoverId: string,
): Promise<{ seq: number; action: string; hash: string }[]> {
  const { rows } = await sql<{ seq: number; action: string; hash: string }>`
    SELECT seq, action, hash FROM audit_event INDEXED BY audit_paper WHERE entity_id = ${handoverId}
    AND action IN ('handover.signOutgoing', 'handover.signIncoming', 'handover.seal', 'handover.reprinted')
    ORDER BY seq`.execute(db);
  return rows;
}
