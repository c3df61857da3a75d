import { CompiledQuery, type Kysely } from 'kysely';
import type { FoundField } from '../../../shared/search/find.ts';
import { compared, holds } from '../../../shared/search/marks.ts';
import type { Database } from '../db/schema.ts';
import { entryFields } from '../duty-log/finding.ts';
import { entriesById } from '../duty-log/store.ts';
import { type Body, blank, shown, shownName, shownText } from './showing.ts';

type Row = {
  id: string;
  kind: string;
  source: string;
  phone: string;
  title: string;
  handling: string;
  text: string;
  actor: string;
  duty_day: string;
  corrected: number;
  open: number;
};

/** What of a hit is read with one look at the table; the rest only where the words stand elsewhere. */
const ROWS = `SELECT e.id, e.kind, e.source, e.phone, e.title, e.handling, e.text, p.name AS actor,
    s.duty_day, EXISTS (SELECT 1 FROM log_correction c WHERE c.entry_id = e.id) AS corrected,
    EXISTS (SELECT 1 FROM follow_up f WHERE f.source_id = e.id AND f.done_at IS NULL) AS open
  FROM json_each(?) v CROSS JOIN log_entry e ON e.id = v.value
  CROSS JOIN person p ON p.id = e.actor_id CROSS JOIN shift s ON s.id = e.shift_id`;

/** Log entries as hits. */
export async function entryHits(
  db: Kysely<Database>,
  ids: readonly string[],
  runs: readonly string[],
): Promise<Body[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(ROWS, [JSON.stringify(ids)]));
  const isElsewhere = (r: Row) => {
    const read = compared([r.text, r.handling, r.title, r.source, r.phone, r.actor].join(' '));
    return runs.some((run) => !holds(read, run));
  };
  const seldom = rows.filter((r) => r.corrected === 1 || isElsewhere(r)).map((r) => r.id);
  const whole = new Map((await wholeEntries(db, seldom)).map((e) => [e.id, e]));
  return rows.map((row) => {
    const e = whole.get(row.id);
    const r = e ? { ...row, kind: e.kind, source: e.from, phone: e.phone, title: e.title } : row;
    return {
      ...blank,
      kind: 'log',
      id: r.id,
      state: r.kind,
      open: r.open === 1,
      label: shown(r.title, runs),
      who: shownName(r.source, runs),
      phone: shown(r.phone, runs),
      by: shownName(r.actor, runs),
      dutyDay: r.duty_day,
      ...shownText(e ? entryFields(e) : plainFields(r), runs),
    };
  });
}

const plainFields = (r: Row): [FoundField, string][] => [
  ['text', r.text],
  ['handling', r.handling],
];

const wholeEntries = async (db: Kysely<Database>, ids: readonly string[]) =>
  ids.length === 0 ? [] : entriesById(db, ids);
