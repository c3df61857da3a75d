import { Kysely } from 'kysely';
import { engineDialect } from '../db/dialect.ts';
import { migrateTo, newestVersion, schemaText } from '../db/migrate.ts';
import { openSqlite } from '../db/open.ts';
import type { Database } from '../db/schema.ts';

/** The schema as text that every version of a database should have, by version. */
export async function expectedSchemas(): Promise<(version: number) => string | null> {
  const texts = new Map<number, string>();
  for (let version = 1; version <= newestVersion; version++) texts.set(version, await schemaOf(version));
  return (version) => texts.get(version) ?? null;
}

async function schemaOf(version: number): Promise<string> {
  const fresh = openSqlite(':memory:', newestVersion);
  const kysely = new Kysely<Database>({ dialect: engineDialect(fresh) });
  try {
    await migrateTo(kysely, version);
    return schemaText(fresh);
  } finally {
    await kysely.destroy();
  }
}

const nameOf = (statement: string) =>
  /^CREATE (?:UNIQUE |VIRTUAL )?(?:TABLE|INDEX|TRIGGER|VIEW) "?(\w+)"?/i.exec(statement)?.[1] ??
  statement.slice(0, 60);

/** Names what was taken away, added or changed in a schema (`-name`, `+name`), null when nothing was. */
export function schemaChange(expected: string, found: string): string | null {
  if (expected === found) return null;
  const [should, is] = [new Set(expected.split('\n')), new Set(found.split('\n'))];
  const gone = [...should].filter((line) => !is.has(line)).map((line) => `-${nameOf(line)}`);
  const added = [...is].filter((line) => !should.has(line)).map((line) => `+${nameOf(line)}`);
  return [...gone, ...added].slice(0, 8).join(' ') || 'order';
}
