import { change, requireActor } from '../context.ts';
import { newId } from '../ids.ts';
import { instructionDetail } from '../instructions/detail.ts';
import type { Deps } from '../router.ts';
import { limitsAt, listCategories, listGrids, siteAt } from '../settings/store.ts';
import { entryPaper, entryRegister } from './entries.ts';
import { logDayPaper } from './log-day.ts';
import { reprintPaper } from './reprint.ts';

export const papersHandlers = (os: Deps) => ({
  log: os.papers.log.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, async (tx) => {
      const id = newId();
      tx.about('paper', id);
      await tx.insert('paper_log', { id, ...input, at: tx.nowMs, actor_id: actor.id });
      return { ok: true as const };
    });
  }),
  slip: os.papers.slip.handler(async ({ input, context: { db, nowMs } }) => {
    const detail = await instructionDetail(db, input.id);
    const grid = (await listGrids(db)).find((g) => g.no === detail.instruction.gridNo);
    return {
      detail,
      site: await siteAt(db, nowMs),
      limits: (await limitsAt(db, nowMs)).limits,
      categories: (await listCategories(db)).map(({ no, short }) => ({ no, short })),
      gridName: grid?.name ?? '',
      printedAtMs: nowMs,
    };
  }),
  logDay: os.papers.logDay.handler(({ input, context: { db, nowMs } }) =>
    logDayPaper(db, input.dutyDay, nowMs),
  ),
  entry: os.papers.entry.handler(({ input, context: { db, nowMs } }) => entryPaper(db, input.id, nowMs)),
  entries: os.papers.entries.handler(({ input, context: { db, nowMs } }) => entryRegister(db, input, nowMs)),
  reprint: os.papers.reprint.handler(({ input, context: { db, nowMs } }) => reprintPaper(db, input, nowMs)),
});
