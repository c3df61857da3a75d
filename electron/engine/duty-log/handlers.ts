import { mayCall } from '../../../shared/contract/access.ts';
import { notAllowed } from '../../../shared/errors.ts';
import type { Action } from '../../../shared/instructions/types.ts';
import { dutyDayOf, dutyDaySpan } from '../../../shared/time/duty-day.ts';
import { change, requireActor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { act } from '../instructions/act.ts';
import { getInstruction } from '../instructions/store.ts';
import type { Deps } from '../router.ts';
import { siteAt } from '../settings/store.ts';
import { closeFollowUp, getFollowUp, openFollowUps } from './follow-ups.ts';
import { instructionLinesOf } from './instruction-lines.ts';
import { addLinks } from './links.ts';
import { entriesOf, getEntry } from './store.ts';
import { addEntry, addStep, attachFiles, correctEntry } from './writing.ts';

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
  get: os.dutyLog.get.handler(({ input, context }) => getEntry(context.db, input.id)),
  day: os.dutyLog.day.handler(async ({ input, context }) => {
    const site = await siteAt(context.db, context.nowMs);
    const held = await context.db
      .selectFrom('shift')
      .select('duty_day')
      .where('status', '=', 'holding')
      .executeTakeFirst();
    const dutyDay = input.dutyDay ?? held?.duty_day ?? dutyDayOf(context.nowMs, site);
    const shifts = await context.db
      .selectFrom('shift')
      .leftJoin('shift_member', (join) =>
        join.onRef('shift_member.shift_id', '=', 'shift.id').on('duty', '=', 'shiftLead'),
      )
      .leftJoin('person', 'person.id', 'shift_member.person_id')
      .select(['shift.id', 'taken_at', 'relieved_at', 'person.name as lead'])
      .where('duty_day', '=', dutyDay)
      .where('taken_at', 'is not', null)
      .orderBy('taken_at')
      .execute();
    const ids = shifts.map((s) => s.id);
    return {
      dutyDay,
      ...dutyDaySpan(dutyDay, site),
      entries: await entriesOf(context.db, ids),
      instructionLines: await instructionLinesOf(context.db, ids),
      shifts: shifts.map((s) => ({
        id: s.id,
        lead: s.lead ?? '',
        takenAtMs: s.taken_at,
        relievedAtMs: s.relieved_at,
      })),
    };
  }),
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
