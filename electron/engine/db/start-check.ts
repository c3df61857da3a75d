import type { Kysely } from 'kysely';
import { GENESIS, linkOf, rowHash } from './chain.ts';
import { FatalError } from './fatal.ts';
import type { Sqlite } from './open.ts';
import type { AuditRow, Database } from './schema.ts';
import type { Tail, TailLine } from './tail.ts';
import { chainHead } from './transaction.ts';

const LINKS_CHECKED = 10_000;

/** A stored event as a line of the tail. */
const tailLineOf = (row: AuditRow): TailLine => ({ ...linkOf(row), prevHash: row.prev_hash, hash: row.hash });

/**
 * What every start proves before the desk opens: the file is sound, the last links of the chain hold, and nothing that
 * was acknowledged (the tail's last line) is missing. The database may be ahead of the tail after a kill; then the
 * missing lines are appended.
 */
export async function requireSoundChain(sqlite: Sqlite, db: Kysely<Database>, tail: Tail): Promise<void> {
  const check = sqlite.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') throw new FatalError('brokenDatabase', `quick_check: ${String(check)}`);
  const head = await chainHead(db);
  await requireLinks(db, head.seq);
  const last = tail.last();
  if (last && last.seq > head.seq) {
    throw new FatalError(
      'brokenChain',
      `tail.jsonl ends at ${last.seq}, the database at ${head.seq}: acknowledged records are missing`,
    );
  }
  if (last) {
    const same = await db
      .selectFrom('audit_event')
      .select('hash')
      .where('seq', '=', last.seq)
      .executeTakeFirst();
    if (same?.hash !== last.hash)
      throw new FatalError('brokenChain', `event ${last.seq} differs from tail.jsonl`);
  }
  const missing = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>', last?.seq ?? 0)
    .orderBy('seq')
    .execute();
  tail.append(missing.map(tailLineOf));
}

async function requireLinks(db: Kysely<Database>, headSeq: number): Promise<void> {
  const from = Math.max(1, headSeq - LINKS_CHECKED + 1);
  const rows = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>=', from)
    .orderBy('seq')
    .execute();
  let prev = rows[0]?.seq === 1 ? GENESIS : (rows[0]?.prev_hash ?? GENESIS);
  let seq = from;
  for (const row of rows) {
    if (row.seq !== seq || row.prev_hash !== prev || rowHash(row) !== row.hash) {
      throw new FatalError('brokenChain', `the chain is broken at ${row.seq}`);
    }
    prev = row.hash;
    seq += 1;
  }
}
