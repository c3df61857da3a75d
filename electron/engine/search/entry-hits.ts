import type { Kysely } from 'kysely';
import type { FoundField } from '../../../shared/search/find.ts';
import { compared, holds } from '../../../shared/search/marks.ts';
import type { Database } from '../db/schema.ts';
import { entryFields } from '../duty-log/finding.ts';
import { entriesById } from '../duty-log/store.ts';
import type { IndexedDoc } from './index.ts';
import { type Body, blank, shown, shownName, shownText } from './showing.ts';

/** What of a found entry is read with the index; the rest only where the words stand elsewhere. */
export const ENTRY_COLUMNS = `e.kind AS state, e.source, e.phone, e.title, e.handling, e.text, p.name AS actor, s.duty_day,
  EXISTS (SELECT 1 FROM log_correction c WHERE c.entry_id = e.id) AS corrected,
  EXISTS (SELECT 1 FROM follow_up f WHERE f.source_id = e.id AND f.done_at IS NULL) AS open`;
/** The tables of these columns, joined to a place `d` in the index. */
export const ENTRY_JOINS = `LEFT JOIN log_entry e ON d.kind = 'entry' AND e.id = d.subject_id
  LEFT JOIN person p ON p.id = e.actor_id LEFT JOIN shift s ON s.id = e.shift_id`;

/** A place in the index, with the entry when it is one. */
export type FoundRow = IndexedDoc & {
  state: string;
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

/** Log entries as hits. */
export async function entryHits(
  db: Kysely<Database>,
  rows: readonly FoundRow[],
  runs: readonly string[],
): Promise<Body[]> {
  const seldom = rows.filter((r) => r.corrected === 1 || isElsewhere(r, runs)).map((r) => r.id);
  const whole = new Map((await wholeEntries(db, seldom)).map((e) => [e.id, e]));
  return rows.map((row) => {
    const e = whole.get(row.id);
    const r = e ? { ...row, state: e.kind, source: e.from, phone: e.phone, title: e.title } : row;
    return {
      ...blank,
      kind: 'log',
      id: r.id,
      state: r.state,
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

function isElsewhere(r: FoundRow, runs: readonly string[]): boolean {
  if (runs.every((run) => r.text.includes(run))) return false;
  const read = compared([r.text, r.handling, r.title, r.source, r.phone, r.actor].join(' '));
  return runs.some((run) => !holds(read, run));
}

const plainFields = (r: FoundRow): [FoundField, string][] => [
  ['text', r.text],
  ['handling', r.handling],
];

const wholeEntries = async (db: Kysely<Database>, ids: readonly string[]) =>
  ids.length === 0 ? [] : entriesById(db, ids);
