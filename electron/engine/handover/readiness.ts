import type { Kysely } from 'kysely';
import type { Handover } from '../../../shared/handover/types.ts';
import type { Database } from '../db/schema.ts';

/** How far the handover under way is (frozen, or signed by one side); null while none is. */
export async function statusUnderWay(db: Kysely<Database>): Promise<Handover['status'] | null> {
  const row = await db
    .selectFrom('handover')
    .select('status')
    .where('status', 'in', ['frozen', 'outgoingSigned'])
    .executeTakeFirst();
  return (row?.status as Handover['status'] | undefined) ?? null;
}
