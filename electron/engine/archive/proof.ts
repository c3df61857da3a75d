import { type Kysely, sql } from 'kysely';
import type { DocumentCheck, DocumentFault } from '../../../shared/archive/types.ts';
import { notFound } from '../../../shared/errors.ts';
import { storedHash } from '../audit/chain-walk.ts';
import { documentPath, fileHash } from '../audit/files.ts';
import { jcs } from '../db/chain.ts';
import type { AuditRow, Database } from '../db/schema.ts';
import { comparePrinted } from './printed.ts';
import { paperEvents, sealedPaper } from './store.ts';

type Rows = Record<string, { id: string }[]>;

const sides = ['outgoing', 'incoming'] as const;

const actionOf = { outgoing: 'handover.signOutgoing', incoming: 'handover.signIncoming' } as const;

/** What is proven of one sealed paper without reading the whole record. */
export async function checkPaper(
  db: Kysely<Database>,
  dataDir: string,
  sha256: string,
): Promise<DocumentCheck> {
  const row = await sealedPaper(db, sha256);
  if (!row) throw notFound('document');
  const faults = new Set<DocumentFault>();
  const path = documentPath(dataDir, sha256);
  const found = fileHash(path);
  if (found !== sha256) faults.add(found === null ? 'fileMissing' : 'fileChanged');
  const events = await loadEvents(db, row.handoverId);
  const printed = found === null || !row.chain ? 'unreadable' : comparePrinted(path, row.chain.head).is;
  if (printed === 'differs') faults.add('printedDiffers');
  const signatures = await checkSignatures(db, row.handoverId, events, faults);
  await checkSeal(db, row.handoverId, sha256, events, faults);
  const first = await db.selectFrom('audit_event').select('at').orderBy('seq').limit(1).executeTakeFirst();
  return { row, faults: [...faults], printed, signatures, sinceMs: first?.at ?? 0 };
}

/** An event that still is what its hash says, in its place between its neighbours; with the rows it wrote. */
type Sound = { row: AuditRow; rows: Rows; sound: boolean };

async function loadEvents(db: Kysely<Database>, handoverId: string): Promise<Map<string, Sound>> {
  const events = new Map<string, Sound>();
  for (const { seq, action } of await paperEvents(db, handoverId)) {
    const { rows } =
      await sql<AuditRow>`SELECT * FROM audit_event WHERE seq BETWEEN ${seq - 1} AND ${seq + 1}`.execute(db);
    const row = rows.find((r) => r.seq === seq);
    if (!row) continue;
    const before = rows.find((r) => r.seq === seq - 1);
    const after = rows.find((r) => r.seq === seq + 1);
    const linked = (seq === 1 || before?.hash === row.prev_hash) && (!after || after.prev_hash === row.hash);
    const sound = linked && storedHash(row) === row.hash;
    events.set(action, { row, rows: rowsIn(row), sound });
  }
  return events;
}

function rowsIn(row: AuditRow): Rows {
  try {
    return (JSON.parse(row.payload) as { rows: Rows }).rows;
  } catch {
    // Said by its hash: such an event is not sound.
    return {};
  }
}

async function checkSignatures(
  db: Kysely<Database>,
  handoverId: string,
  events: Map<string, Sound>,
  faults: Set<DocumentFault>,
): Promise<DocumentCheck['signatures']> {
  const stored = await db.selectFrom('signature').selectAll().where('handover_id', '=', handoverId).execute();
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      stored.map((s) => s.person_id),
    )
    .execute();
  return sides.flatMap((side) => {
    const event = events.get(actionOf[side]);
    const row = stored.find((s) => s.side === side);
    if (!event) faults.add('signEventMissing');
    else if (!event.sound) faults.add('signEventChanged');
    if (!row) {
      faults.add('signatureMissing');
      return [];
    }
    const written = event?.rows.signature?.find((s) => s.id === row.id);
    // The PIN proves who signs, not who is signed in: both leads may sign at one screen. But nothing signs a sheet by itself.
    const own = event?.row.actor_id != null && written !== undefined && jcs(written) === jcs(row);
    if (event && !own) faults.add('signatureChanged');
    const name = people.find((p) => p.id === row.person_id)?.name ?? '';
    return [{ side, name, atMs: row.at, proven: own && event.sound }];
  });
}

/** The sheet as it stands is the one that was sealed, under this hash. */
async function checkSeal(
  db: Kysely<Database>,
  handoverId: string,
  sha256: string,
  events: Map<string, Sound>,
  faults: Set<DocumentFault>,
): Promise<void> {
  const seal = events.get('handover.seal');
  if (!seal) {
    faults.add('sealMissing');
    return;
  }
  const document = await db
    .selectFrom('sealed_document')
    .selectAll()
    .where('id', '=', sha256)
    .executeTakeFirst();
  const sealed = seal.rows.sealed_document?.find((d) => d.id === sha256);
  if (!seal.sound || !sealed || !document || jcs(sealed) !== jcs(document)) faults.add('sealChanged');
  const sheet = await db.selectFrom('handover').selectAll().where('id', '=', handoverId).executeTakeFirst();
  const written = seal.rows.handover?.find((h) => h.id === handoverId);
  if (!sheet || !written || jcs(written) !== jcs(sheet)) faults.add('sheetChanged');
}
