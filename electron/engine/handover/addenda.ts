import { type Kysely, sql } from 'kysely';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { Addendum, Handover, Written } from '../../../shared/handover/types.ts';
import { stepWords } from '../../../shared/papers/step-words.ts';
import type { Database } from '../db/schema.ts';
import { instructionLinesOf } from '../duty-log/instruction-lines.ts';
import { entriesById, entriesOf } from '../duty-log/store.ts';
import { peopleNames } from '../people/store.ts';

const tables = {
  entries: 'log_entry',
  events: 'instruction_event',
  steps: 'log_step',
  corrections: 'log_correction',
  carries: 'carry_change',
} as const;

/** How far each permanent table has been written: what comes after it is 补记, whatever the clock says. */
export async function writtenSoFar(db: Kysely<Database>): Promise<Written> {
  const { rows } = await sql<Written>`SELECT ${sql.join(
    Object.entries(tables).map(
      ([name, table]) => sql`(SELECT coalesce(max(rowid), 0) FROM ${sql.table(table)}) AS ${sql.ref(name)}`,
    ),
  )}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a select without a table has one row');
  return row;
}

/** What a sheet was frozen at: by the place in the tables, for sheets of former versions by the clock. */
export type FrozenAt = { shiftId: string; frozenAtMs: number; written: Written | null };

/** Where a handover was frozen. */
export const frozenAt = (h: Handover): FrozenAt => ({
  shiftId: h.outgoingShiftId,
  frozenAtMs: h.frozenAtMs,
  written: h.snapshot.written,
});

async function idsAfter(db: Kysely<Database>, name: keyof Written, frozen: FrozenAt): Promise<Set<string>> {
  const table = sql.table(tables[name]);
  const at = sql.ref(name === 'carries' ? 'at' : 'recorded_at');
  const { rows } =
    frozen.written === null
      ? await sql<{ id: string }>`SELECT id FROM ${table} WHERE ${at} >= ${frozen.frozenAtMs}`.execute(db)
      : await sql<{ id: string }>`SELECT id FROM ${table} WHERE rowid > ${frozen.written[name]}`.execute(db);
  return new Set(rows.map((r) => r.id));
}

/**
 * Everything that the outgoing shift wrote from the freeze on, until it was relieved (补记), in order: entries and actions on
 * instructions, and what it did to older ones: corrections, steps, ends of follow-ups, lines carried on.
 */
export async function addendaOf(db: Kysely<Database>, frozen: FrozenAt): Promise<Addendum[]> {
  const [entries, events] = [await idsAfter(db, 'entries', frozen), await idsAfter(db, 'events', frozen)];
  const addenda: Addendum[] = [
    ...(await entriesOf(db, [frozen.shiftId]))
      .filter((e) => entries.has(e.id) && !e.quiet)
      .map(
        (e): Addendum => ({
          kind: 'log',
          id: e.id,
          atMs: e.recordedAtMs,
          logKind: e.kind,
          text: [e.important ? '【重要】' : '', e.from, e.title, e.text].filter(Boolean).join(' '),
          actorName: e.actorName,
        }),
      ),
    ...(await instructionLinesOf(db, [frozen.shiftId]))
      .filter((l) => events.has(l.id))
      .map(
        (l): Addendum => ({
          kind: 'instruction',
          id: l.id,
          atMs: l.recordedAtMs,
          number: l.number,
          instructionId: l.instructionId,
          action: l.action,
          summary: l.summary,
          actorName: l.actorName,
        }),
      ),
    ...(await notesOf(db, frozen, entries)),
  ];
  return addenda.sort((a, b) => a.atMs - b.atMs || a.id.localeCompare(b.id));
}

/** What was done after the freeze to entries that were there before it, and to lines and follow-ups. */
async function notesOf(
  db: Kysely<Database>,
  frozen: FrozenAt,
  fresh: ReadonlySet<string>,
): Promise<Addendum[]> {
  const names = await peopleNames(db);
  const corrections = await idsAfter(db, 'corrections', frozen);
  const steps = await idsAfter(db, 'steps', frozen);
  const touched = await sql<{ id: string }>`
    SELECT entry_id AS id FROM log_correction WHERE id IN (SELECT value FROM json_each(${json(corrections)}))
    UNION SELECT entry_id FROM log_step WHERE id IN (SELECT value FROM json_each(${json(steps)}))`.execute(
    db,
  );
  const older = (
    await entriesById(
      db,
      touched.rows.map((r) => r.id),
    )
  ).filter((e) => !fresh.has(e.id));
  const carried = await db
    .selectFrom('carry_change as c')
    .innerJoin('carry_item as i', 'i.id', 'c.item_id')
    .select(['c.id', 'c.kind', 'c.text', 'c.at', 'c.actor_id', 'i.text as words'])
    .where(
      sql<boolean>`c.id IN (SELECT value FROM json_each(${json(await idsAfter(db, 'carries', frozen))}))`,
    )
    .execute();
  const done = await db
    .selectFrom('follow_up')
    .select(['id', 'text', 'owner', 'done_at', 'done_text'])
    .where('source', '=', 'log')
    .where('done_at', '>=', frozen.frozenAtMs)
    .execute();
  const note = (id: string, atMs: number, text: string, actorName: string): Addendum => ({
    kind: 'note',
    id,
    atMs,
    text,
    actorName,
  });
  return [
    ...older.flatMap((e) => [...correctionNotes(e, corrections, note), ...stepNotes(e, steps, note)]),
    ...carried.map((c) => note(c.id, c.at, carryText(c), names.get(c.actor_id) ?? '')),
    ...done.map((f) => note(f.id, f.done_at ?? 0, `跟踪办结（${f.owner}）：${f.text}——${f.done_text}`, '')),
  ];
}

const json = (ids: ReadonlySet<string>) => JSON.stringify([...ids]);

type MakeNote = (id: string, atMs: number, text: string, actorName: string) => Addendum;

function correctionNotes(e: LogEntry, ids: ReadonlySet<string>, note: MakeNote): Addendum[] {
  return e.corrections.flatMap((c, n) => {
    if (!ids.has(c.id)) return [];
    const before = e.corrections[n - 1]?.text ?? e.original;
    const words = before === c.text ? `“${c.text}”的其他栏目` : `“${before}”改为“${c.text}”`;
    return [note(c.id, c.recordedAtMs, `更正：${words}（理由：${c.reason}）`, c.actorName)];
  });
}

const stepNotes = (e: LogEntry, ids: ReadonlySet<string>, note: MakeNote): Addendum[] =>
  e.steps
    .filter((s) => ids.has(s.id))
    .map((s) =>
      note(
        s.id,
        s.recordedAtMs,
        `${stepWords[s.kind]}${s.who ? `（${s.who}）` : ''}${s.text ? `：${s.text}` : ''}〔${(e.title || e.text).slice(0, 40)}〕`,
        s.actorName,
      ),
    );

const carryText = (c: { kind: 'opened' | 'edited' | 'ended'; text: string; words: string }) =>
  ({
    opened: `新增交接事项：${c.text}`,
    edited: `交接事项改为：${c.text}`,
    ended: `交接事项办结：${c.words}——${c.text}`,
  })[c.kind];

/** The addenda kept with a signed handover. */
export async function keptAddenda(db: Kysely<Database>, id: string): Promise<Addendum[]> {
  const row = await db
    .selectFrom('handover')
    .select('addenda')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.addenda) as Addendum[];
}
