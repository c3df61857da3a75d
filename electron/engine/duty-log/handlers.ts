import { mayCall } from '../../../shared/contract/access.ts';
import { notAllowed } from '../../../shared/errors.ts';
import type { Action } from '../../../shared/instructions/types.ts';
import { change, requireActor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { act } from '../instructions/act.ts';
import { getInstruction } from '../instructions/store.ts';
import type { Deps } from '../router.ts';
import { correctEntry } from './correcting.ts';
import { logDay } from './day.ts';
import { closeFollowUp, getFollowUp, openFollowUps } from './follow-ups.ts';
import { addLinks } from './links.ts';
import { inHand } from './papers-in-hand.ts';
import { getEntry } from './store.ts';
import { addEntry, addStep, attachFiles } from './writing.ts';

/** The entry that a change is about, named in its audit event. */
async function entryIn(tx: Tx, id: string) {
  const entry = await getEntry(tx.db, id);
  tx.about('logEntry', id);
  return entry;
}

export const dutyLogHandlers = (os: Deps) => ({
  add: os.dutyLog.add.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, (tx) => addEntry(tx, actor, input, context.files));
  }),
  correct: os.dutyLog.correct.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, (tx) => correctEntry(tx, actor, input));
  }),
  step: os.dutyLog.step.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, async (tx) => {
      await addStep(tx, actor, await entryIn(tx, input.id), input.step, ['step']);
      return getEntry(tx.db, input.id);
    });
  }),
  attach: os.dutyLog.attach.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, async (tx) => {
      await entryIn(tx, input.id);
      await attachFiles(tx, actor, input.id, input.attachments, context.files);
      return getEntry(tx.db, input.id);
    });
  }),
  link: os.dutyLog.link.handler(({ input, context }) =>
    change(context, async (tx) => {
      await entryIn(tx, input.id);
      await addLinks(tx, input.id, input.links);
      return getEntry(tx.db, input.id);
    }),
  ),
  inHand: os.dutyLog.inHand.handler(({ context }) => inHand(context.db, context.nowMs)),
  get: os.dutyLog.get.handler(({ input, context }) => getEntry(context.db, input.id)),
  day: os.dutyLog.day.handler(({ input, context }) => logDay(context.db, context.nowMs, input)),
});

export const followUpsHandlers = (os: Deps) => ({
  open: os.followUps.open.handler(({ context }) => openFollowUps(context.db)),
  done: os.followUps.done.handler(async ({ input, context }) => {
    const row = await getFollowUp(context.db, input.id);
    if (row.source === 'instruction') {
      // The instruction's own record owes it too: the same action as on its card.
      const { orders } = await getInstruction(context.db, row.sourceId);
      const { text } = input;
      const action: Action = orders.some((o) => o.id === row.id)
        ? { name: 'orderDone', input: { orderId: row.id, text } }
        : { name: 'followUpDone', input: { followUpId: row.id, text } };
      if (!mayCall(`instructions.${action.name}`, requireActor(context).roles)) throw notAllowed();
      await act(context, { id: row.sourceId }, action);
      return getFollowUp(context.db, input.id);
    }
    return change(context, (tx) => {
      tx.about('followUp', input.id);
      return closeFollowUp(tx, input.id, input.text);
    });
  }),
});
