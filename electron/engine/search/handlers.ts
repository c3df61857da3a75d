import type { Deps } from '../router.ts';
import { siteAt } from '../settings/store.ts';
import { find } from './find.ts';

export const searchHandlers = (os: Deps) => ({
  find: os.search.find.handler(async ({ input, context }) => {
    const days = input.fromDay !== null || input.toDay !== null;
    const timeZone = days ? (await siteAt(context.db, context.nowMs)).timeZone : '';
    return find(context.db, input, timeZone);
  }),
});
