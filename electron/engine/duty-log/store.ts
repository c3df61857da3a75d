import { type Kysely, sql } from 'kysely';
import { type Attachment, attachmentTypes } from '../../../shared/duty-log/attachments.ts';
import { withChanges } from '../../../shared/duty-log/correction.ts';
import { emptyDetail, type LogDetail } from '../../../shared/duty-log/details.ts';
import type { LogStep } from '../../../shared/duty-log/steps.ts';
import type { FieldChange, LogEntry, LogEntryInput, LogKind } from '../../../shared/duty-log/types.ts';
import { notFound } from '../../../shared/errors.ts';
import type { Database, LogEntryRow } from '../db/schema.ts';
import { writtenOrder } from '../db/written.ts';
import { peopleNames } from '../people/store.ts';
import { followUpOf } from './follow-ups.ts';
import { linksOf } from './links.ts';

/** The columns that an entry's form fills. */
export const entryColumns = (e: LogEntryInput) => ({
  kind: e.kind,
  source: e.from,
  phone: e.phone,
  title: e.title,
  urgency: e.urgency,
  called_at: e.calledAtMs,
  answered_at: e.answeredAtMs,
  received_by: e.receivedBy,
  handling: e.handling,
  important: e.important ? 1 : 0,
  text: e.text,
});

/** All ids as one parameter: a day may have more entries than a statement takes parameters. */
const among = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

const groupBy = <T>(rows: readonly T[], key: (row: T) => string) => Map.groupBy(rows, key);

/** Everything that hangs on these entries, each kind read once. */
async function hangingOn(db: Kysely<Database>, ids: readonly string[]) {
  const [corrections, followUps, details, steps, attachments, links] = await Promise.all([
    db
      .selectFrom('log_correction as c')
      .leftJoin('log_correction_detail as d', 'd.id', 'c.id')
      .selectAll('c')
      .select('d.value as changes')
      .where('c.entry_id', 'in', among(ids))
      .orderBy(writtenOrder('c'))
      .execute(),
    db
      .selectFrom('follow_up')
      .selectAll()
      .where('source_id', 'in', among(ids))
      .orderBy('due_at')
      .orderBy('id')
      .execute(),
    db.selectFrom('log_detail').selectAll().where('id', 'in', among(ids)).execute(),
    db
      .selectFrom('log_step')
      .selectAll()
      .where('entry_id', 'in', among(ids))
      .orderBy(writtenOrder())
      .execute(),
    db
      .selectFrom('attachment')
      .selectAll()
      .where('entry_id', 'in', among(ids))
      .orderBy(writtenOrder())
      .execute(),
    linksOf(db, ids),
  ]);
  return {
    corrections: groupBy(corrections, (c) => c.entry_id),
    followUps: groupBy(followUps, (f) => f.source_id),
    details: new Map(details.map((d) => [d.id, JSON.parse(d.value) as StoredDetail])),
    steps: groupBy(steps, (s) => s.entry_id),
    attachments: groupBy(attachments, (a) => a.entry_id),
    links,
  };
}

/** What `log_detail` holds: the fields of the kind, and the mark of the desk's own line. */
export type StoredDetail = Partial<LogDetail> & { quiet?: true };

async function complete(db: Kysely<Database>, rows: LogEntryRow[]): Promise<LogEntry[]> {
  if (rows.length === 0) return [];
  const names = await peopleNames(db);
  const nameOf = (id: string) => names.get(id) ?? '';
  const of = await hangingOn(
    db,
    rows.map((r) => r.id),
  );
  return rows.map((r) => {
    const { quiet, ...details } = of.details.get(r.id) ?? {};
    const corrections = (of.corrections.get(r.id) ?? []).map((c) => ({
      id: c.id,
      reason: c.reason,
      text: c.text,
      changes: c.changes === null ? [] : (JSON.parse(c.changes) as FieldChange[]),
      actorName: nameOf(c.actor_id),
      recordedAtMs: c.recorded_at,
    }));
    const asWritten: LogEntry = {
      id: r.id,
      shiftId: r.shift_id,
      kind: r.kind as LogKind,
      occurredAtMs: r.occurred_at,
      recordedAtMs: r.recorded_at,
      from: r.source,
      phone: r.phone,
      title: r.title,
      urgency: r.urgency as LogEntry['urgency'],
      calledAtMs: r.called_at,
      answeredAtMs: r.answered_at,
      receivedBy: r.received_by,
      handling: r.handling,
      important: r.important === 1,
      details: { ...emptyDetail, ...details },
      steps: (of.steps.get(r.id) ?? []).map(
        (s): LogStep => ({
          id: s.id,
          kind: s.kind,
          who: s.who,
          text: s.text,
          followUpId: s.follow_up_id,
          occurredAtMs: s.occurred_at,
          recordedAtMs: s.recorded_at,
          shiftId: s.shift_id,
          actorName: nameOf(s.actor_id),
        }),
      ),
      links: of.links.get(r.id) ?? [],
      attachments: (of.attachments.get(r.id) ?? []).map(
        (a): Attachment => ({
          id: a.id,
          name: a.name,
          sha256: a.sha256,
          type: a.type,
          bytes: a.bytes,
          kind: attachmentTypes[a.type] ?? 'pdf',
          recordedAtMs: a.recorded_at,
          actorName: nameOf(a.actor_id),
        }),
      ),
      text: corrections.at(-1)?.text ?? r.text,
      original: r.text,
      corrections,
      followUps: (of.followUps.get(r.id) ?? []).map(followUpOf),
      actorId: r.actor_id,
      actorName: nameOf(r.actor_id),
      quiet: quiet === true,
    };
    return corrections.reduce((e, c) => withChanges(e, c.changes), asWritten);
  });
}

/** One entry with all that hangs on it; `notFound` when there is none. */
export async function getEntry(db: Kysely<Database>, id: string): Promise<LogEntry> {
  const row = await db.selectFrom('log_entry').selectAll().where('id', '=', id).executeTakeFirst();
  const [entry] = row ? await complete(db, [row]) : [];
  if (!entry) throw notFound('logEntry');
  return entry;
}

/** These entries, in the order in which they were recorded; unknown ids are left out. */
export async function entriesById(db: Kysely<Database>, ids: readonly string[]): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('log_entry')
    .selectAll()
    .where('id', 'in', among(ids))
    .orderBy(writtenOrder())
    .execute();
  return complete(db, rows);
}

/** Entries of these shifts in the order in which they were recorded. */
export async function entriesOf(db: Kysely<Database>, shiftIds: readonly string[]): Promise<LogEntry[]> {
  if (shiftIds.length === 0) return [];
  const rows = await db
    .selectFrom('log_entry')
    .selectAll()
    .where('shift_id', 'in', [...shiftIds])
    .orderBy(writtenOrder())
    .execute();
  return complete(db, rows);
}
