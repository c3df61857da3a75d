import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { clearIndex, type DocKind, docKinds, FILLING } from './index.ts';
import { countRecords, fillIn, tableOf } from './records.ts';
import { mergeAll, mergeStep, preferFewParts } from './tidy.ts';

/** Records of one transaction: some tens of milliseconds, so that calls and alarms get their turn between two. */
const PORTION = 100;
/** Rows counted at once: some milliseconds. */
const COUNTED = 20_000;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Up to where the tables are compared: what is written meanwhile comes after it. */
type Bounds = { lastIds: Record<DocKind, string>; lastRid: number; uses: number };

/** The last place of a filling under way, kept free, and the last record it has to come to. */
type Filling = { rid: number; last: string };

/**
 * Fills what serves finding from the record where something is missing: after an upgrade, or after one of its tables was
 * thrown away. Records are taken in the order in which they were written; what is written meanwhile comes after them. It
 * works beside the calls in small transactions and goes on where it was ended; until then searches may find less.
 */
export class FindingRebuild {
  readonly #db: Kysely<Database>;
  readonly #onError: (error: unknown) => void;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(db: Kysely<Database>, onError: (error: unknown) => void) {
    this.#db = db;
    this.#onError = onError;
  }

  /** Begins once the caller has gone on. */
  start(): void {
    this.#running = this.#run().catch(this.#onError);
  }

  /** Resolves when nothing is missing any more, or after `stop`. */
  done(): Promise<void> {
    return this.#running;
  }

  /** Ends after the portion under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    await breathe();
    if (this.#stopped) return;
    await preferFewParts(this.#db);
    if ((await fillingOf(this.#db)) === null) {
      if (await this.#isWhole()) return;
      if (this.#stopped) return;
      await this.#db.transaction().execute(beginFilling);
    }
    for (let after: string | null = await lastFilled(this.#db); after !== null && !this.#stopped; ) {
      after = await this.#portion(after);
      await breathe();
    }
    if (this.#stopped) return;
    await mergeAll(this.#db);
    while (!this.#stopped && (await mergeStep(this.#db))) await breathe();
  }

  /**
   * Whether every record has its words, its row in the index and one use of its place: they are written together, so these
   * numbers are equal unless something was emptied. Counted in portions.
   */
  async #isWhole(): Promise<boolean> {
    const { lastIds, lastRid, uses } = await boundsOf(this.#db);
    const found = new Map<string, number>();
    let docs = 0;
    let indexed = 0;
    for (let after = 0; after < lastRid; after += COUNTED) {
      const to = Math.min(after + COUNTED, lastRid);
      const { rows } = await sql<{
        kind: string;
        count: number;
      }>`SELECT kind, count(*) AS count FROM search_doc
        WHERE rid > ${after} AND rid <= ${to} GROUP BY kind`.execute(this.#db);
      for (const { kind, count } of rows) found.set(kind, (found.get(kind) ?? 0) + count);
      const sizes = await sql<{ count: number }>`SELECT count(*) AS count FROM log_search_docsize
        WHERE id > ${after} AND id <= ${to}`.execute(this.#db);
      docs += rows.reduce((sum, { count }) => sum + count, 0);
      indexed += sizes.rows[0]?.count ?? 0;
      if (this.#stopped) return true;
      await breathe();
    }
    if (docs !== indexed || (found.get('instruction') ?? 0) !== uses) return false;
    for (const kind of docKinds) {
      if ((await this.#countOf(kind, lastIds[kind])) !== (found.get(kind) ?? 0)) return false;
    }
    return true;
  }

  async #countOf(kind: DocKind, last: string): Promise<number> {
    let sum = 0;
    for (let after: string | null = ''; after !== null && !this.#stopped; ) {
      const counted = await countRecords(this.#db, kind, after, last, COUNTED);
      sum += counted.count;
      after = counted.count < COUNTED ? null : counted.last;
      await breathe();
    }
    return sum;
  }

  /** Takes the next records of all kinds; the id of the last of them, null at the end. */
  #portion(after: string): Promise<string | null> {
    return this.#db.transaction().execute(async (trx) => {
      const filling = await fillingOf(trx);
      if (filling === null) return null;
      const { rows } = await sql<{ kind: DocKind; id: string; known: number }>`SELECT n.kind, n.id,
          EXISTS (SELECT 1 FROM search_doc d WHERE d.kind = n.kind AND d.subject_id = n.id) AS known
        FROM (${sql.join(
          docKinds.map((kind) => nextOf(kind, after)),
          sql` UNION ALL `,
        )}
          ORDER BY id LIMIT ${PORTION}) n ORDER BY n.id`.execute(trx);
      let place = (await lastPlace(trx, filling)) + 1;
      const missing = rows.filter((r) => r.known === 0);
      // Beyond what was counted (a clock that was set back) there is no place left between: they come last.
      const placed = missing.map((r) => ({ ...r, place: place < filling.rid ? place++ : null }));
      for (const kind of docKinds) {
        const own = placed.filter((r) => r.kind === kind);
        if (own.length > 0) await fillIn(trx, kind, own);
      }
      if (rows.length < PORTION) {
        await trx.deleteFrom('search_doc').where('kind', '=', FILLING).execute();
        return null;
      }
      return rows.at(-1)?.id ?? null;
    });
  }
}

const nextOf = (kind: DocKind, after: string) =>
  sql`SELECT * FROM (SELECT ${sql.lit(kind)} AS kind, id FROM ${sql.table(tableOf[kind])}
    WHERE id > ${after} ORDER BY id LIMIT ${PORTION})`;

async function boundsOf(db: Kysely<Database>): Promise<Bounds> {
  const last = (kind: DocKind) =>
    sql`(SELECT coalesce(max(id), '') FROM ${sql.table(tableOf[kind])}) AS ${sql.ref(kind)}`;
  // One statement: all of it is as of one instant.
  const { rows } = await sql<Record<DocKind, string> & { rid: number; uses: number }>`SELECT
    ${sql.join(docKinds.map(last))}, (SELECT coalesce(max(rid), 0) FROM search_doc) AS rid,
    (SELECT coalesce(sum(uses), 0) FROM known_place) AS uses`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  const { rid, uses, ...lastIds } = row;
  return { lastIds, lastRid: rid, uses };
}

async function fillingOf(db: Kysely<Database>): Promise<Filling | null> {
  const { rows } =
    await sql<Filling>`SELECT rid, subject_id AS last FROM search_doc WHERE kind = ${FILLING}`.execute(db);
  return rows[0] ?? null;
}

/** Empties all of it and keeps as many places free as there are records. */
async function beginFilling(db: Kysely<Database>): Promise<void> {
  await clearIndex(db);
  await db.deleteFrom('known_place').execute();
  const { lastIds } = await boundsOf(db);
  const counts = docKinds.map((kind) => sql`(SELECT count(*) FROM ${sql.table(tableOf[kind])})`);
  const { rows } = await sql<{ count: number }>`SELECT ${sql.join(counts, sql` + `)} AS count`.execute(db);
  const last = docKinds.map((kind) => lastIds[kind]).reduce((a, b) => (a > b ? a : b));
  await sql`INSERT INTO search_doc (rid, kind, subject_id, at)
    VALUES (${(rows[0]?.count ?? 0) + 1}, ${FILLING}, ${last}, 0)`.execute(db);
}

async function lastPlace(db: Kysely<Database>, filling: Filling): Promise<number> {
  const { rows } = await sql<{ rid: number }>`SELECT coalesce(max(rid), 0) AS rid FROM search_doc
    WHERE rid < ${filling.rid}`.execute(db);
  return rows[0]?.rid ?? 0;
}

/** The id after which a filling goes on. */
async function lastFilled(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ id: string }>`SELECT subject_id AS id FROM search_doc
    WHERE rid < (SELECT rid FROM search_doc WHERE kind = ${FILLING}) ORDER BY rid DESC LIMIT 1`.execute(db);
  return rows[0]?.id ?? '';
}
