import { invalid } from '../../../shared/errors.ts';
import { change } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { Deps } from '../router.ts';
import { initialsOf } from '../search/initials.ts';
import { codeOf, listCodes, listPhrases, phraseOf } from './store.ts';

type Kept = 'phrase' | 'disposition_code';

/** Writes a new row, or changes one under its version (`conflict: stale`). */
async function put(
  tx: Tx,
  table: Kept,
  input: { id?: string; version?: number },
  values: Record<string, string | number>,
): Promise<string> {
  const id = input.id ?? newId();
  tx.about(table, id);
  if (input.id === undefined) await tx.insert(table, { id, ...values, version: 1 } as never);
  else await tx.update(table, id, values as never, input.version ?? 0);
  return id;
}

export const dictionaryHandlers = (os: Deps) => ({
  view: os.dictionary.view.handler(async ({ context }) => ({
    phrases: await listPhrases(context.db),
    codes: await listCodes(context.db),
  })),
  savePhrase: os.dictionary.savePhrase.handler(({ input, context }) =>
    change(context, async (tx) => {
      const { field, text, position, active } = input;
      const id = await put(tx, 'phrase', input, {
        field,
        text,
        initials: initialsOf(text),
        position,
        active: active ? 1 : 0,
      });
      return phraseOf(
        await tx.db.selectFrom('phrase').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      );
    }),
  ),
  saveCode: os.dictionary.saveCode.handler(({ input, context }) =>
    change(context, async (tx) => {
      const { text, position, active } = input;
      const same = await tx.db
        .selectFrom('disposition_code')
        .select('id')
        .where('text', '=', text)
        .executeTakeFirst();
      if (same && same.id !== input.id) throw invalid('text', 'duplicate', { value: text });
      const id = await put(tx, 'disposition_code', input, { text, position, active: active ? 1 : 0 });
      return codeOf(
        await tx.db.selectFrom('disposition_code').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      );
    }),
  ),
});
