import { invalid } from '../../../shared/errors.ts';
import { alarmSeriesOf } from '../../../shared/instructions/alarms.ts';
import { type DecideContext, decide } from '../../../shared/instructions/decide.ts';
import type {
  Action,
  ActionInput,
  Instruction,
  InstructionEvent,
} from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { settleInstructionAlarms } from '../alarms/store.ts';
import { type Context, change } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { codeText } from '../dictionary/store.ts';
import {
  closeFollowUp,
  moveFollowUp,
  openFollowUp,
  relabelFollowUp,
  reopenFollowUp,
} from '../duty-log/follow-ups.ts';
import { anybodyAvailable, deputiesFor } from '../groups/store.ts';
import { newId } from '../ids.ts';
import { limitsAt, siteAt } from '../settings/store.ts';
import { requireHolderId } from '../shifts/store.ts';
import { linkedCalls } from './linked.ts';
import { appendEvent, getInstruction, requireFresh } from './store.ts';

/**
 * One action on one instruction: load, decide by the pure rule, append the event, keep follow-ups and alarms in step.
 * Every action procedure of the contract is this function.
 */
export function act(
  context: Context,
  target: { id: string; version?: number },
  action: Action,
): Promise<Instruction> {
  return change(context, async (tx) => {
    tx.about('instruction', target.id);
    const before = await getInstruction(tx.db, target.id);
    requireFresh(before, target.version);
    return actOn(tx, before, action);
  });
}

/** The same on a record already loaded, inside a change that does more. */
export async function actOn(tx: Tx, before: Instruction, action: Action): Promise<Instruction> {
  const shiftId = await requireHolderId(tx.db);
  const decideContext = await contextFor(tx, before, action);
  const event = decide(before, action, decideContext);
  const after = await appendEvent(tx, before, event, shiftId);
  await keepFollowUps(tx, after, event);
  await settleInstructionAlarms(tx, after.id, alarmSeriesOf(after, decideContext.limits));
  return after;
}

async function contextFor(tx: Tx, i: Instruction, action: Action): Promise<DecideContext> {
  const site = await siteAt(tx.db, tx.nowMs);
  // A paper form is judged by what held when its order was given.
  const orderedAtMs = action.name === 'dispatch' ? action.input.dispatchedAtMs : undefined;
  const { limits } = await limitsAt(tx.db, orderedAtMs ?? tx.nowMs);
  return {
    nowMs: tx.nowMs,
    actorId: tx.actorId,
    limits,
    head: site.head,
    deputies: await deputiesFor(tx.db, i),
    ...(action.name === 'dispatch' ? await targetContext(tx, action.input.to) : {}),
    dispositionCode:
      action.name === 'resolve' && action.input.codeId !== null
        ? await codeText(tx.db, action.input.codeId)
        : undefined,
    ...(action.name === 'correct' ? await correctionContext(tx, i, action.input) : {}),
    linked: action.name === 'reportBack' ? await linkedNumbers(tx, i.id) : undefined,
    original: action.name === 'duplicate' ? await findOriginal(tx, action.input.ofId) : undefined,
    newId,
  };
}

async function linkedNumbers(tx: Tx, id: string): Promise<string[]> {
  const calls = (await linkedCalls(tx.db, [id])).get(id) ?? [];
  return calls.map((c) => c.centreNo || c.number);
}

async function correctionContext(tx: Tx, i: Instruction, input: ActionInput<'correct'>) {
  if (input.field === 'grid') return { gridKnown: await gridExists(tx, input.text) };
  if (input.field === 'category') return { categoryNo: await findCategory(tx, Number(input.text)) };
  if (input.field !== 'zone') return {};
  const limitsAtDispatch = new Map<string, Limits>();
  for (const d of i.dispatches) limitsAtDispatch.set(d.id, (await limitsAt(tx.db, d.dispatchedAtMs)).limits);
  return { limitsAtDispatch };
}

async function findCategory(tx: Tx, no: number): Promise<number | undefined> {
  if (!Number.isInteger(no)) return undefined;
  const row = await tx.db.selectFrom('category').select('no').where('no', '=', no).executeTakeFirst();
  return row?.no;
}

async function gridExists(tx: Tx, no: string): Promise<boolean> {
  const row = await tx.db.selectFrom('grid').select('id').where('no', '=', no).executeTakeFirst();
  return row !== undefined;
}

async function targetContext(tx: Tx, to: { kind: 'unit' | 'group'; id: string }) {
  return { target: await findTarget(tx, to), targetAvailable: await anybodyAvailable(tx.db, to) };
}

async function findTarget(tx: Tx, to: { kind: 'unit' | 'group'; id: string }) {
  const table = to.kind === 'unit' ? 'unit' : 'action_group';
  const row = await tx.db.selectFrom(table).select('name').where('id', '=', to.id).executeTakeFirst();
  return row && { ...to, name: row.name };
}

async function findOriginal(tx: Tx, id: string) {
  const row = await tx.db.selectFrom('instruction').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw invalid('ofId', 'unknownInstruction');
  return getInstruction(tx.db, id);
}

/** What is still to be done of an instruction: its follow-up and its leaders' orders. */
const undone = (i: Instruction) => [...i.followUps, ...i.orders].filter((f) => f.done === null);

/** Follow-ups and leaders' orders of instructions stand in the same list as those of the log. */
async function keepFollowUps(tx: Tx, i: Instruction, event: InstructionEvent): Promise<void> {
  const from = { source: 'instruction' as const, sourceId: i.id, label: `${i.number} ${i.place}` };
  const { followUpId, orderId } = event.resolved;
  switch (event.name) {
    case 'followUp':
      if (followUpId) await openFollowUp(tx, { id: followUpId, ...from, ...pick(event.input) });
      break;
    case 'followUpNote':
      if (followUpId && event.input.dueAtMs !== undefined)
        await moveFollowUp(tx, followUpId, event.input.dueAtMs);
      break;
    case 'followUpDone':
      if (followUpId) await closeFollowUp(tx, followUpId, event.input.text);
      break;
    case 'notify':
      if (orderId && event.input.order)
        await openFollowUp(tx, { id: orderId, ...from, ...pick(event.input.order) });
      break;
    case 'orderDone':
      if (orderId) await closeFollowUp(tx, orderId, event.input.text);
      break;
    case 'void':
    case 'decline':
    case 'duplicate':
      for (const f of undone(i)) await closeFollowUp(tx, f.id, wordsOfEnd(event));
      break;
    case 'restore':
      for (const f of undone(i)) await reopenFollowUp(tx, f.id);
      break;
    case 'correct':
      if (event.input.field === 'place')
        for (const f of undone(i)) await relabelFollowUp(tx, f.id, from.label);
      break;
  }
}

const pick = ({ owner, dueAtMs, text }: { owner: string; dueAtMs: number; text: string }) => ({
  owner,
  dueAtMs,
  text,
});

function wordsOfEnd(event: InstructionEvent & { name: 'void' | 'decline' | 'duplicate' }): string {
  if (event.name === 'duplicate') return '并入原指令';
  return event.name === 'void' ? event.input.reason : event.input.text;
}
