import type { Kysely } from 'kysely';
import type { LinkedCall } from '../../../shared/contract/instructions.ts';
import type { Database } from '../db/schema.ts';
import { recordsLinkedTo } from './store.ts';

const callOf = ({
  id,
  number,
  centreNo,
  caller,
  phone,
  text,
  danger,
  issuedAtMs,
  receivedAtMs,
}: LinkedCall) => ({
  id,
  number,
  centreNo,
  caller,
  phone,
  text,
  danger,
  issuedAtMs,
  receivedAtMs,
});

/** The calls linked to each of these instructions as duplicates, straight or by way of another, by the original's id. */
export async function linkedCalls(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, LinkedCall[]>> {
  const found = new Map<string, LinkedCall[]>();
  /** Which of the originals asked for a linked one belongs to. */
  let belongs = new Map(ids.map((id) => [id, id]));
  while (belongs.size > 0) {
    const next = new Map<string, string>();
    for (const i of await recordsLinkedTo(db, [...belongs.keys()])) {
      const original = belongs.get(i.duplicateOf ?? '') ?? '';
      found.set(original, [...(found.get(original) ?? []), callOf(i)]);
      next.set(i.id, original);
    }
    belongs = next;
  }
  for (const calls of found.values()) calls.sort((a, b) => a.number.localeCompare(b.number));
  return found;
}
