import type { FindInput } from '../../../shared/search/find.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../router.ts';
import { siteAt } from '../settings/store.ts';
import { count, find } from './find.ts';

/** The zone in which days are meant; not read where none is named. */
async function zoneOf(input: FindInput, context: Context): Promise<string> {
  const days = input.fromDay !== null || input.toDay !== null;
  return days ? (await siteAt(context.db, context.nowMs)).timeZone : '';
}

export const searchHandlers = (os: Deps) => ({
  find: os.search.find.handler(async ({ input, context }) =>
    find(context.db, input, await zoneOf(input, context)),
  ),
  counts: os.search.counts.handler(async ({ input, context }) =>
    count(context.db, input, await zoneOf(input, context)),
  ),
});
