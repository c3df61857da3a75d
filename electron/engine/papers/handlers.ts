import { change, requireActor } from '../context.ts';
import { newId } from '../ids.ts';
import type { Deps } from '../router.ts';

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
});
