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
import { closeFollowUp, openFollowUp } from '../duty-log/follow-ups.ts';
import { deputiesFor } from '../groups/store.ts';
import { newId } from '../ids.ts';
import { limitsAt, siteAt } from '../settings/store.ts';
import { requireHolderId } from '../shifts/store.ts';
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
    const shiftId = await requireHolderId(tx.db);
    const before = await getInstruction(tx.db, target.id);
    requireFresh(before, target.version);
    const decideContext = await contextFor(tx, before, action);
    const event = decide(before, action, decideContext);
    const after = await appendEvent(tx, before, event, shiftId);
    await keepFollowUps(tx, after, event);
    await settleInstructionAlarms(tx, after.id, alarmSeriesOf(after, decideContext.limits));
    return after;
  });
}

async function contextFor(tx: Tx, i: Instruction, action: Action): Promise<DecideContext> {
  const site = await siteAt(tx.db, tx.nowMs);
  const { limits } = await limitsAt(tx.db, tx.nowMs);
  return {
    nowMs: tx.nowMs,
    actorId: tx.actorId,
    limits,
    head: site.head,
    deputies: await deputiesFor(tx.db, i),
    target: action.name === 'dispatch' ? await findTarget(tx, action.input.to) : undefined,
    ...(action.name === 'correct' ? await correctionContext(tx, i, action.input) : {}),
    original: action.name === 'duplicate' ? await findOriginal(tx, action.input.ofId) : undefined,
    newId,
  };
}

async function correctionContext(tx: Tx, i: Instruction, input: ActionInput<'correct'>) {
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

/** Follow-ups of instructions stand in the same list as those of the log. */
async function keepFollowUps(tx: Tx, i: Instruction, event: InstructionEvent): Promise<void> {
  const id = event.resolved.followUpId;
  if (event.name === 'followUp' && id) {
    const { owner, dueAtMs, text } = event.input;
    await openFollowUp(tx, {
      id,
      source: 'instruction',
      sourceId: i.id,
      label: `${i.number} ${i.place}`,
      text,
      owner,
      dueAtMs,
    });
  }
  if (event.name === 'followUpDone' && id) await closeFollowUp(tx, id, event.input.text);
  if (event.name === 'void') {
    for (const f of i.followUps) if (f.done === null) await closeFollowUp(tx, f.id, event.input.reason);
  }
}
