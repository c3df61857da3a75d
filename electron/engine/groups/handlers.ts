import { notFound } from '../../../shared/errors.ts';
import { change } from '../context.ts';
import type { Deps } from '../router.ts';
import { loadBoard } from './store.ts';

export const groupsHandlers = (os: Deps) => ({
  board: os.groups.board.handler(({ context }) => loadBoard(context.db)),
  setAvailability: os.groups.setAvailability.handler(({ input, context }) =>
    change(context, async (tx) => {
      tx.about('person', input.personId);
      const person = await tx.db
        .selectFrom('person')
        .select('version')
        .where('id', '=', input.personId)
        .executeTakeFirst();
      if (!person) throw notFound('person');
      await tx.update('person', input.personId, { availability: input.availability }, person.version);
      return { ok: true as const };
    }),
  ),
});
