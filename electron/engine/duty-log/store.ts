import type { Kysely } from 'kysely';
import type { LogEntry, LogEntryInput, LogInstructionLine, LogKind } from '../../../shared/duty-log/types.ts';
import { notFound } from '../../../shared/errors.ts';
import type { Database, LogEntryRow } from '../db/schema.ts';
import { peopleNames } from '../people/store.ts';
import { followUpOf } from './follow-ups.ts';

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

async function complete(db: Kysely<Database>, rows: LogEntryRow[]): Promise<LogEntry[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((r) => r.id);
  const names = await peopleNames(db);
  const corrections = await db
    .selectFrom('log_correction')
    .selectAll()
    .where('entry_id', 'in', ids)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const followUps = await db
    .selectFrom('follow_up')
    .selectAll()
    .where('source_id', 'in', ids)
    .orderBy('due_at')
    .execute();
  return rows.map((r) => {
    const own = corrections.filter((c) => c.entry_id === r.id);
    return {
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
      text: own.at(-1)?.text ?? r.text,
      original: r.text,
      corrections: own.map((c) => ({
        reason: c.reason,
        text: c.text,
        actorName: names.get(c.actor_id) ?? '',
        recordedAtMs: c.recorded_at,
      })),
      followUps: followUps.filter((f) => f.source_id === r.id).map(followUpOf),
      actorId: r.actor_id,
      actorName: names.get(r.actor_id) ?? '',
    };
  });
}

/** One entry with its corrections and follow-ups. */
export async function getEntry(db: Kysely<Database>, id: string): Promise<LogEntry> {
  const row = await db.selectFrom('log_entry').selectAll().where('id', '=', id).executeTakeFirst();
  const [entry] = row ? await complete(db, [row]) : [];
  if (!entry) throw notFound('logEntry');
  return entry;
}

/** Entries of these shifts in the order in which they were recorded. */
export async function entriesOf(db: Kysely<Database>, shiftIds: readonly string[]): Promise<LogEntry[]> {
  if (shiftIds.length === 0) return [];
  const rows = await db
    .selectFrom('log_entry')
    .selectAll()
    .where('shift_id', 'in', [...shiftIds])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return complete(db, rows);
}

/** Texts of an action's input worth reading in a timeline, in a fixed order. */
const spoken = [
  'takenBy',
  'who',
  'to',
  'notified',
  'receiver',
  'owner',
  'explainedTo',
  'reason',
  'text',
] as const;

function summaryOf(input: Record<string, unknown>, resolved: { to?: { name: string } }): string {
  const scope = typeof input.inScope === 'boolean' ? [input.inScope ? 'inScope' : 'outOfScope'] : [];
  const parts = spoken.map((key) => input[key]).filter((v): v is string => typeof v === 'string' && v !== '');
  return [resolved.to?.name, ...scope, ...parts].filter(Boolean).join(' · ');
}

/** What was done on instructions during these shifts, one line an action, as the log's timeline shows it. */
export async function instructionLinesOf(
  db: Kysely<Database>,
  shiftIds: readonly string[],
): Promise<LogInstructionLine[]> {
  if (shiftIds.length === 0) return [];
  const rows = await db
    .selectFrom('instruction_event as e')
    .innerJoin('instruction as i', 'i.id', 'e.instruction_id')
    .select([
      'e.id',
      'e.instruction_id',
      'e.action',
      'e.input',
      'e.resolved',
      'e.occurred_at',
      'e.recorded_at',
      'e.shift_id',
      'e.actor_id',
      'i.number',
      'i.record',
    ])
    .where('e.shift_id', 'in', [...shiftIds])
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute();
  const names = await peopleNames(db);
  return rows.map((r) => ({
    id: r.id,
    instructionId: r.instruction_id,
    number: r.number,
    place: (JSON.parse(r.record) as { place: string }).place,
    action: r.action,
    summary: summaryOf(
      JSON.parse(r.input) as Record<string, unknown>,
      JSON.parse(r.resolved) as { to?: { name: string } },
    ),
    occurredAtMs: r.occurred_at,
    recordedAtMs: r.recorded_at,
    shiftId: r.shift_id,
    actorName: r.actor_id ? (names.get(r.actor_id) ?? '') : '',
  }));
}
