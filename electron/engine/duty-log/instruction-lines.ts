import type { Kysely } from 'kysely';
import type { LogInstructionLine } from '../../../shared/duty-log/types.ts';
import type { Database } from '../db/schema.ts';
import { writtenOrder } from '../db/written.ts';
import { peopleNames } from '../people/store.ts';

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
    .orderBy(writtenOrder('e'))
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
