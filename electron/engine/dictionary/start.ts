import { type Writer, write } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { listCodes, seedDictionary } from './store.ts';

/** A desk that was set up before there were dictionaries gets the first words once, as a change of its own in the chain. */
export async function startDictionary(writer: Writer, now: () => number): Promise<void> {
  const configured = await writer.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (!configured || (await listCodes(writer.db)).length > 0) return;
  const call = { path: 'dictionary.started', requestId: newId(), actorId: null, now };
  await write(writer, call, async (tx) => {
    tx.about('dictionary', 'first');
    await seedDictionary(tx);
  });
}
