import type { Kysely } from 'kysely';
import { notFound } from '../../../shared/errors.ts';
import type { ReprintPaper } from '../../../shared/papers/log-papers.ts';
import type { Database } from '../db/schema.ts';
import { getEntry } from '../duty-log/store.ts';
import { getHandover } from '../handover/store.ts';
import { siteAt } from '../settings/store.ts';

/** What the 补打说明 of one reprint says; `notFound` when the line of the log does not speak of this sheet. */
export async function reprintPaper(
  db: Kysely<Database>,
  asked: { id: string; entryId: string },
  nowMs: number,
): Promise<ReprintPaper> {
  const sheet = await getHandover(db, asked.id);
  const line = await getEntry(db, asked.entryId);
  if (!line.original.includes(sheet.number)) throw notFound('reprint');
  const sealed = await db
    .selectFrom('sealed_document')
    .select('at')
    .where('subject_id', '=', sheet.id)
    .executeTakeFirst();
  const { number, signedAtMs, outgoingSignature, incomingSignature, chain, documentSha256 } = sheet;
  return {
    site: await siteAt(db, nowMs),
    handover: {
      number,
      signedAtMs,
      outgoingSignature,
      incomingSignature,
      chain,
      documentSha256,
      dutyDay: sheet.snapshot.dutyDay,
    },
    sealedAtMs: sealed?.at ?? null,
    line: {
      text: line.text,
      handling: line.handling,
      actorName: line.actorName,
      recordedAtMs: line.recordedAtMs,
    },
    printedAtMs: nowMs,
  };
}
