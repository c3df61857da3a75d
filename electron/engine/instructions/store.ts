import type { Kysely } from 'kysely';
import { conflict, notFound } from '../../../shared/errors.ts';
import { evolve } from '../../../shared/instructions/evolve.ts';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Action, Instruction, InstructionEvent, Resolved } from '../../../shared/instructions/types.ts';
import type { Database, InstructionEventRow, InstructionRow } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { keepFindable } from './finding.ts';

const recordOf = (row: Pick<InstructionRow, 'record'>) => readRecord(row.record);

/** One instruction as its events have made it. */
export async function getInstruction(db: Kysely<Database>, id: string): Promise<Instruction> {
  const row = await db.selectFrom('instruction').select('record').where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('instruction');
  return recordOf(row);
}

/** Every open instruction, oldest first. */
export async function liveInstructions(db: Kysely<Database>): Promise<Instruction[]> {
  const rows = await db
    .selectFrom('instruction')
    .select('record')
    .where('open', '=', 1)
    .orderBy('number')
    .execute();
  return rows.map(recordOf);
}

/** What the words of a search run over until the index serves them. */
const wordsOf = (i: Instruction) => [i.number, i.centreNo, i.place, i.caller, i.phone, i.text].join(' ');

const columns = (i: Instruction) => ({
  state: i.state,
  open: isOpen(i.state) ? 1 : 0,
  duplicate_of: i.duplicateOf,
  words: wordsOf(i),
  record: JSON.stringify(i),
});

/** A new instruction and its first event. */
export async function insertInstruction(tx: Tx, i: Instruction): Promise<void> {
  await tx.insert('instruction', {
    id: i.id,
    number: i.number,
    received_at: i.receivedAtMs,
    shift_id: i.shiftId,
    version: i.version,
    ...columns(i),
  });
  await keepFindable(tx, null, i);
}

/** Appends an accepted event and moves the record on; `conflict: stale` when another seat was faster. */
export async function appendEvent(
  tx: Tx,
  i: Instruction,
  event: InstructionEvent,
  shiftId: string,
): Promise<Instruction> {
  const next = evolve(i, event);
  await tx.insert('instruction_event', {
    id: event.id,
    instruction_id: i.id,
    position: next.version,
    action: event.name,
    input: JSON.stringify(event.input),
    resolved: JSON.stringify(event.resolved),
    actor_id: event.actorId,
    shift_id: shiftId,
    occurred_at: event.occurredAtMs,
    recorded_at: event.recordedAtMs,
  });
  await tx.update('instruction', i.id, columns(next), i.version);
  await keepFindable(tx, i, next);
  return next;
}

const eventOf = (row: InstructionEventRow): InstructionEvent => ({
  ...({ name: row.action, input: JSON.parse(row.input) } as Action),
  id: row.id,
  instructionId: row.instruction_id,
  resolved: JSON.parse(row.resolved) as Resolved,
  actorId: row.actor_id,
  occurredAtMs: row.occurred_at,
  recordedAtMs: row.recorded_at,
});

/** The permanent events of one instruction in order. */
export async function eventsOf(db: Kysely<Database>, instructionId: string): Promise<InstructionEvent[]> {
  const rows = await db
    .selectFrom('instruction_event')
    .selectAll()
    .where('instruction_id', '=', instructionId)
    .where('action', '<>', 'receive')
    .orderBy('position')
    .execute();
  return rows.map(eventOf);
}

/** Refuses an action from a screen that shows an older version (`conflict: stale`). */
export function requireFresh(i: Instruction, version: number | undefined): void {
  if (version !== undefined && version !== i.version) throw conflict('stale');
}
