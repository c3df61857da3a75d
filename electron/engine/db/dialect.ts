import type { Statement } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Sqlite } from './open.ts';

/** Kysely prepares a statement for every query; the desk asks the same few hundred again and again. */
function cachingStatements(db: Sqlite) {
  const cache = new Map<string, Statement>();
  return {
    prepare(sql: string) {
      const known = cache.get(sql);
      if (known) return known as never;
      const statement = db.prepare(sql);
      if (cache.size < 1000) cache.set(sql, statement);
      return statement as never;
    },
    close: () => db.close(),
  };
}

/** The write lock is taken at the start: a transaction that reads first can never fail at its first write. */
class ImmediateDriver extends SqliteDriver {
  readonly #db: Sqlite;

  constructor(db: Sqlite) {
    super({ database: cachingStatements(db) });
    this.#db = db;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk or an I/O error has rolled back already; saying it again would hide what went wrong. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#db.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite for the engine's stores; a second home of the stores would be another dialect, not other stores. */
export function engineDialect(db: Sqlite): Dialect {
  return {
    createDriver: () => new ImmediateDriver(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  };
}
