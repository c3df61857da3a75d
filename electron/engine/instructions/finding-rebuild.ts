import { type Kysely, sql } from 'kysely';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Database } from '../db/schema.ts';
import { clearIndex } from '../search/index.ts';
import { makeFindable } from './finding.ts';

/** Records of one transaction: some tens of milliseconds, so that calls and alarms get their turn between two. */
const PORTION = 100;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

type State = 'whole' | 'unfinished' | 'broken';

/**
 * How the derived tables stand. A record, its words, their row in the index and one use of its place are written together,
 * so three of these numbers are equal unless one table was emptied; then all are worth nothing.
 */
async function stateOf(db: Kysely<Database>): Promise<State> {
  const { rows } = await sql<{ records: number; docs: number; indexed: number; uses: number }>`SELECT
    (SELECT count(*) FROM instruction) AS records,
    (SELECT count(*) FROM search_doc WHERE kind = 'instruction') AS docs,
    (SELECT count(*) FROM log_search_docsize) AS indexed,
    (SELECT coalesce(sum(uses), 0) FROM known_place) AS uses`.execute(db);
  const { records = 0, docs = 0, indexed = 0, uses = 0 } = rows[0] ?? {};
  if (docs !== indexed || docs !== uses || docs > records) return 'broken';
  return docs < records ? 'unfinished' : 'whole';
}

/**
 * Fills the derived tables from the record where something is missing: after an upgrade, or after one was thrown away. It
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
    if (this.#stopped || (await stateOf(this.#db)) === 'whole') return;
    await this.#db.transaction().execute(async (trx) => {
      if ((await stateOf(trx)) !== 'broken') return;
      await clearIndex(trx);
      await trx.deleteFrom('known_place').execute();
    });
    for (let after: string | null = ''; after !== null && !this.#stopped; ) {
      after = await this.#portion(after);
      await breathe();
    }
  }

  /** Makes up for what is missing among the next numbers; the last of them, null at the end. */
  #portion(after: string): Promise<string | null> {
    return this.#db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ number: string; record: string | null }>`
        SELECT i.number, iif(d.rid IS NULL, i.record, NULL) AS record
        FROM (SELECT id, number, record FROM instruction WHERE number > ${after} ORDER BY number LIMIT ${PORTION}) i
        LEFT JOIN search_doc d ON d.kind = 'instruction' AND d.subject_id = i.id ORDER BY i.number`.execute(
        trx,
      );
      for (const { record } of rows) if (record !== null) await makeFindable(trx, readRecord(record));
      return rows.at(-1)?.number ?? null;
    });
  }
}
