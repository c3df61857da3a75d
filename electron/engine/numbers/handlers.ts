import { invalid, notFound } from '../../../shared/errors.ts';
import { localDate } from '../../../shared/time/zone.ts';
import { change, requireActor } from '../context.ts';
import type { NumberBlockRow } from '../db/schema.ts';
import { newId } from '../ids.ts';
import { peopleNames } from '../people/store.ts';
import type { Deps } from '../router.ts';
import { limitsAt, listCategories, listUnits, siteAt } from '../settings/store.ts';
import { reconcile } from './reconcile.ts';
import { numberSeries } from './series.ts';
import { blockOf, listBlocks, requireOnPaper, withNumbers } from './store.ts';

export const numbersHandlers = (os: Deps) => ({
  view: os.numbers.view.handler(async ({ context }) => {
    const blocks = await listBlocks(context.db);
    return { blocks, years: await reconcile(context.db, blocks) };
  }),
  reserve: os.numbers.reserve.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, async (tx) => {
      const site = await siteAt(tx.db, tx.nowMs);
      const year = localDate(tx.nowMs, site.timeZone).slice(0, 4);
      const first = await tx.takeNumbers(numberSeries(year), input.count);
      const block: NumberBlockRow = {
        id: newId(),
        year,
        first,
        last: first + input.count - 1,
        reason: input.reason,
        reserved_at: tx.nowMs,
        actor_id: actor.id,
      };
      tx.about('numberBlock', block.id);
      await tx.insert('number_block', block);
      return withNumbers(tx.db, block, await peopleNames(tx.db));
    });
  }),
  spoil: os.numbers.spoil.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, async (tx) => {
      const block = await blockOf(tx.db, input.number);
      if (block?.id !== input.blockId) throw invalid('number', 'notReserved');
      await requireOnPaper(tx.db, input.number);
      tx.about('numberBlock', block.id);
      await tx.insert('number_spoiled', {
        id: newId(),
        number: input.number,
        block_id: block.id,
        reason: input.reason,
        at: tx.nowMs,
        actor_id: actor.id,
      });
      return withNumbers(tx.db, block, await peopleNames(tx.db));
    });
  }),
  blankForms: os.numbers.blankForms.handler(async ({ input, context }) => {
    const block = await context.db
      .selectFrom('number_block')
      .selectAll()
      .where('id', '=', input.blockId)
      .executeTakeFirst();
    if (!block) throw notFound('numberBlock');
    const { db, nowMs } = context;
    const site = await siteAt(db, nowMs);
    const groups = await db.selectFrom('action_group').select('name').orderBy('id').execute();
    const teams = [...groups, ...(await listUnits(db))].map((t) => t.name);
    return {
      block: await withNumbers(db, block, await peopleNames(db)),
      site: `${site.name} ${site.deskName}`,
      categories: (await listCategories(db)).map(({ no, short }) => ({ no, short })),
      // A group and its unit may share a name.
      teams: [...new Set(teams)],
      limits: (await limitsAt(db, nowMs)).limits.arrivalMinutes,
    };
  }),
});
