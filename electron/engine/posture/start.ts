import { type Writer, write } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { listPlans, seedPlans } from './store.ts';

/** A desk that was set up before there were plans gets the first ones once, as a change of its own in the chain. */
export async function startPlans(writer: Writer, now: () => number): Promise<void> {
  const configured = await writer.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (!configured || (await listPlans(writer.db)).length > 0) return;
  const call = { path: 'posture.started', requestId: newId(), actorId: null, now };
  await write(writer, call, async (tx) => {
    tx.about('plan', 'first');
    await seedPlans(tx);
  });
}
