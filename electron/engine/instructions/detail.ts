import type { Kysely } from 'kysely';
import type { InstructionDetail } from '../../../shared/contract/instructions.ts';
import type { Database } from '../db/schema.ts';
import { peopleNames } from '../people/store.ts';
import { linkedCalls } from './linked.ts';
import { eventsOf, getInstruction } from './store.ts';

/** One instruction with its events and everything linked to it. */
export async function instructionDetail(db: Kysely<Database>, id: string): Promise<InstructionDetail> {
  const instruction = await getInstruction(db, id);
  const names = await peopleNames(db);
  const { duplicateOf, earlier } = instruction;
  const events = await eventsOf(db, id);
  return {
    instruction,
    duplicates: (await linkedCalls(db, [id])).get(id) ?? [],
    original: duplicateOf ? await getInstruction(db, duplicateOf) : null,
    earlier: earlier ? await getInstruction(db, earlier.id) : null,
    events: events.map((e) => ({ ...e, actorName: e.actorId ? (names.get(e.actorId) ?? '') : '' })),
    receivedByName: names.get(instruction.receivedBy) ?? '',
  };
}
