import type { Kysely } from 'kysely';
import type { DispositionCode, Phrase, PhraseField } from '../../../shared/dictionary/types.ts';
import type { Database, DispositionCodeRow, PhraseRow } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { initialsOf } from '../search/initials.ts';
import { firstCodes, firstPhrases } from './first-words.ts';

export const phraseOf = (r: PhraseRow): Phrase => ({
  id: r.id,
  field: r.field as PhraseField,
  text: r.text,
  initials: r.initials,
  position: r.position,
  active: r.active === 1,
  version: r.version,
});

export const codeOf = (r: DispositionCodeRow): DispositionCode => ({
  id: r.id,
  text: r.text,
  position: r.position,
  active: r.active === 1,
  version: r.version,
});

export async function listPhrases(db: Kysely<Database>): Promise<Phrase[]> {
  const rows = await db.selectFrom('phrase').selectAll().orderBy('field').orderBy('position').execute();
  return rows.map(phraseOf);
}

export async function listCodes(db: Kysely<Database>): Promise<DispositionCode[]> {
  const rows = await db.selectFrom('disposition_code').selectAll().orderBy('position').execute();
  return rows.map(codeOf);
}

/** The word of an active disposition code; undefined when there is no such code. */
export async function codeText(db: Kysely<Database>, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('disposition_code')
    .select('text')
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
  return row?.text;
}

/** The words a new desk begins with; an administrator changes them. Nothing when there are any. */
export async function seedDictionary(tx: Tx): Promise<void> {
  const any = await tx.db.selectFrom('disposition_code').select('id').limit(1).executeTakeFirst();
  if (any) return;
  for (const [position, text] of firstCodes.entries())
    await tx.insert('disposition_code', { id: newId(), text, position, active: 1, version: 1 });
  for (const [position, [field, text]] of firstPhrases.entries()) {
    const initials = initialsOf(text);
    await tx.insert('phrase', { id: newId(), field, text, initials, position, active: 1, version: 1 });
  }
}
