import { type Kysely, sql } from 'kysely';
import { matches, type PaperFingerprint, readFingerprint } from '../../../shared/archive/fingerprint.ts';
import type { PaperMatch } from '../../../shared/archive/types.ts';
import { invalid } from '../../../shared/errors.ts';
import { aboutStored } from '../audit/about.ts';
import type { AuditRow, Database } from '../db/schema.ts';
import { sealedPaper, sealedPaperOf } from './store.ts';

/** More candidates than this share their first digits only by design. */
const CANDIDATES = 50;

/** Finds what a fingerprint on paper belongs to: a sheet, another event, an archived file, or nothing here. */
export async function findOnPaper(db: Kysely<Database>, typed: string): Promise<PaperMatch> {
  const print = readFingerprint(typed);
  if (typeof print === 'string') throw invalid('text', print);
  const events = (await startingWith<AuditRow>(db, sql`audit_event`, sql`hash`, print)).filter((e) =>
    matches(e.hash, print),
  );
  const [event] = events;
  if (events.length > 1) return { found: 'several', count: events.length };
  if (event) return ofEvent(db, event, print);
  const [document] = (await startingWith<{ id: string }>(db, sql`sealed_document`, sql`id`, print)).filter(
    (d) => matches(d.id, print),
  );
  const row = document ? await sealedPaper(db, document.id) : null;
  if (row) return { found: 'document', row };
  return { found: 'none', number: print.number, seq: print.seq, here: await atThatPlace(db, print) };
}

async function startingWith<T>(
  db: Kysely<Database>,
  table: ReturnType<typeof sql>,
  column: ReturnType<typeof sql>,
  { start }: PaperFingerprint,
): Promise<T[]> {
  const { rows } =
    await sql<T>`SELECT * FROM ${table} WHERE ${column} >= ${start} AND ${column} < ${`${start}g`}
    LIMIT ${CANDIDATES}`.execute(db);
  return rows;
}

async function ofEvent(db: Kysely<Database>, event: AuditRow, print: PaperFingerprint): Promise<PaperMatch> {
  const { seq, hash: head, at: atMs } = event;
  const wrongSeq = print.seq !== null && print.seq !== seq ? (['seq'] as const) : [];
  if (event.action !== 'handover.signIncoming') {
    const about = await aboutStored(db, event);
    return { found: 'event', seq, head, atMs, action: event.action, about, differs: [...wrongSeq] };
  }
  const handover = await db
    .selectFrom('handover')
    .select(['id', 'number'])
    .where('id', '=', event.entity_id)
    .executeTakeFirst();
  const number = handover?.number ?? '';
  const wrongNumber = print.number !== null && print.number !== number ? (['number'] as const) : [];
  return {
    found: 'sheet',
    number,
    handoverId: event.entity_id,
    seq,
    head,
    atMs,
    row: await sealedPaperOf(db, event.entity_id),
    differs: [...wrongNumber, ...wrongSeq],
  };
}

/** What the record has where the paper says it belongs: by the number of the sheet, else by the number of the event. */
async function atThatPlace(db: Kysely<Database>, { number, seq }: PaperFingerprint) {
  if (number !== null) {
    const { rows } = await sql<AuditRow>`SELECT e.* FROM handover h JOIN audit_event e
      ON e.entity_id = h.id AND e.action = 'handover.signIncoming' WHERE h.number = ${number}`.execute(db);
    if (rows[0]) return { seq: rows[0].seq, head: rows[0].hash, atMs: rows[0].at };
  }
  if (seq === null) return null;
  const row = await db
    .selectFrom('audit_event')
    .select(['seq', 'hash', 'at'])
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row ? { seq: row.seq, head: row.hash, atMs: row.at } : null;
}
