import { mayCall } from '../../../shared/contract/access.ts';
import type { LogEntryInput } from '../../../shared/duty-log/types.ts';
import { invalid, notAllowed } from '../../../shared/errors.ts';
import type { Action } from '../../../shared/instructions/types.ts';
import { dutyDayOf, dutyDaySpan } from '../../../shared/time/duty-day.ts';
import { tooFarAhead } from '../../../shared/time/occurrence.ts';
import { type Actor, change, requireActor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { act } from '../instructions/act.ts';
import { getInstruction } from '../instructions/store.ts';
import type { Deps } from '../router.ts';
import { siteAt } from '../settings/store.ts';
import { requireHolderId } from '../shifts/store.ts';
import { closeFollowUp, getFollowUp, openFollowUp, openFollowUps } from './follow-ups.ts';
import { entriesOf, entryColumns, getEntry, instructionLinesOf } from './store.ts';

/** Adds an entry to the shift that holds the desk now (篇五 四(二)). */
async function addEntry(tx: Tx, actor: Actor, input: LogEntryInput) {
  for (const field of ['occurredAtMs', 'calledAtMs', 'answeredAtMs'] as const) {
    const typed = input[field];
    if (typed != null && tooFarAhead(typed, tx.nowMs)) throw invalid(field, 'future');
  }
  if (input.calledAtMs !== null && input.answeredAtMs !== null && input.answeredAtMs < input.calledAtMs) {
    throw invalid('answeredAtMs', 'beforeCall');
  }
  const shiftId = await requireHolderId(tx.db);
  const id = newId();
  tx.about('logEntry', id);
  const occurred_at = input.occurredAtMs ?? tx.nowMs;
  await tx.insert('log_entry', {
    id,
    shift_id: shiftId,
    occurred_at,
    recorded_at: tx.nowMs,
    actor_id: actor.id,
    ...entryColumns(input),
  });
  if (input.followUp) {
    if (input.followUp.dueAtMs <= occurred_at) throw invalid(['followUp', 'dueAtMs'], 'dueInPast');
    const label = (input.title || input.text).slice(0, 40);
    await openFollowUp(tx, {
      id: newId(),
      source: 'log',
      sourceId: id,
      label,
      text: input.text,
      ...input.followUp,
    });
  }
  return getEntry(tx.db, id);
}

/** The author corrects in the same shift, a shift lead at any time; the words before stay. */
async function correctEntry(tx: Tx, actor: Actor, input: { id: string; text: string; reason: string }) {
  const entry = await getEntry(tx.db, input.id);
  tx.about('logEntry', entry.id);
  const sameShift = entry.shiftId === (await requireHolderId(tx.db));
  const ownAndFresh = entry.actorId === actor.id && sameShift;
  if (!ownAndFresh && !actor.roles.includes('shiftLead')) throw notAllowed('correctionByLead');
  if (entry.text === input.text) throw invalid('text', 'unchanged');
  await tx.insert('log_correction', {
    id: newId(),
    entry_id: entry.id,
    text: input.text,
    reason: input.reason,
    actor_id: actor.id,
    recorded_at: tx.nowMs,
  });
  return getEntry(tx.db, entry.id);
}

export const dutyLogHandlers = (os: Deps) => ({
  add: os.dutyLog.add.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, (tx) => addEntry(tx, actor, input));
  }),
  correct: os.dutyLog.correct.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, (tx) => correctEntry(tx, actor, input));
  }),
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
