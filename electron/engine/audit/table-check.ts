import type { Finding } from '../../../shared/audit/types.ts';
import { auditedTables } from '../db/audited.ts';
import type { Sqlite } from '../db/open.ts';
import type { AuditRow } from '../db/schema.ts';
import { aboutRow } from './about.ts';
import { finding, rowsOf } from './chain-walk.ts';
import type { RowIndex } from './row-index.ts';

/** So many are named; who changed more than that has changed everything. */
const NAMED = 50;

type Row = Record<string, unknown> & { id: string };

/** The table's rows with their columns in the order of canonical JSON, so that a row's text is made without sorting it. */
function sortedRows(db: Sqlite, table: string): IterableIterator<Row> {
  const columns = db
    .prepare('SELECT name FROM pragma_table_info(?) ORDER BY name')
    .pluck()
    .all(table) as string[];
  const list = columns.map((name) => `"${name}"`).join(', ');
  return db.prepare(`SELECT ${list} FROM "${table}"`).iterate() as IterableIterator<Row>;
}

/** Every row of every audited table against what the chain says of it: changed, added or removed behind it. */
export function compareTables(db: Sqlite, index: RowIndex, onRow: (done: number) => void): Finding[] {
  const present = new Set(
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[],
  );
  const odd: { table: string; id: string; seq: number }[] = [];
  let done = 0;
  for (const table of auditedTables) {
    if (!present.has(table)) continue;
    for (const row of sortedRows(db, table)) {
      const { seq, same } = index.compare(table, row.id, JSON.stringify(row));
      if (!same && odd.length < NAMED) odd.push({ table, id: row.id, seq });
      done += 1;
      onRow(done);
    }
  }
  return [...odd.map((row) => nameOdd(db, row)), ...lostRows(db, index)].slice(0, NAMED);
}

function nameOdd(db: Sqlite, { table, id, seq }: { table: string; id: string; seq: number }): Finding {
  const row = db.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as Row;
  const found = { seq, atMs: timeOf(db, seq), table, rowId: id, about: aboutRow(db, table, row) };
  return finding({ code: seq === 0 ? 'rowAdded' : 'rowChanged', ...found });
}

function lostRows(db: Sqlite, index: RowIndex): Finding[] {
  const findings: Finding[] = [];
  for (const seq of index.unseen()) {
    if (findings.length >= NAMED) break;
    const event = db.prepare('SELECT * FROM audit_event WHERE seq = ?').get(seq) as AuditRow;
    for (const { table, id, text } of rowsOf(event)) {
      if (!index.isLost(table, id, seq)) continue;
      const about = aboutRow(db, table, JSON.parse(text) as Row);
      findings.push(finding({ code: 'rowRemoved', seq, atMs: event.at, table, rowId: id, about }));
    }
  }
  return findings;
}

const timeOf = (db: Sqlite, seq: number) =>
  (db.prepare('SELECT at FROM audit_event WHERE seq = ?').pluck().get(seq) as number | undefined) ?? null;
