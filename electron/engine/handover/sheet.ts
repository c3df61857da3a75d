import type { Kysely } from 'kysely';
import { isUnderWay } from '../../../shared/handover/rules.ts';
import type { Sheet } from '../../../shared/handover/types.ts';
import type { Database } from '../db/schema.ts';
import { getShift } from '../shifts/store.ts';
import { addendaOf, frozenAt, keptAddenda } from './addenda.ts';
import { readingsOf } from './readings.ts';
import { getHandover } from './store.ts';
import { faultsOf, sheetPeople } from './watch.ts';

/** All that the sheet of a handover prints: as it was signed, or as it stands while it waits for that. */
export async function sheetOf(db: Kysely<Database>, id: string, nowMs: number): Promise<Sheet> {
  const handover = await getHandover(db, id);
  const incoming = await getShift(db, handover.incomingShiftId);
  return {
    handover,
    incoming: await sheetPeople(db, incoming),
    incomingFaults: await faultsOf(db, incoming, handover.signedAtMs ?? nowMs),
    readings: await readingsOf(db, handover.outgoingShiftId),
    addenda:
      handover.signedAtMs === null
        ? isUnderWay(handover)
          ? await addendaOf(db, frozenAt(handover))
          : []
        : await keptAddenda(db, handover.id),
  };
}
