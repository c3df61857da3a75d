import type { z } from 'zod';
import { invalid } from '../../../shared/errors.ts';
import { untouched } from '../../../shared/instructions/record.ts';
import type { Instruction, receiveSchema } from '../../../shared/instructions/types.ts';
import { tooFarAhead } from '../../../shared/time/occurrence.ts';
import { localDate } from '../../../shared/time/zone.ts';
import { type Context, change, requireActor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { numberSeries, numberText } from '../numbers/series.ts';
import { limitsAt, siteAt } from '../settings/store.ts';
import { requireHolderId } from '../shifts/store.ts';
import { actOn } from './act.ts';
import { insertInstruction } from './store.ts';

type ReceiveInput = z.infer<typeof receiveSchema>;

/** What a receipt knows besides the form: its number and time, and whether it was entered afterwards. */
type Receipt = { number: string; receivedAtMs: number; backEnteredAtMs: number | null; actorId: string };

/** Takes an instruction from the linkage centre and gives it our number without gaps (篇三 四(一), 五(四)). */
export function receive(context: Context, input: ReceiveInput): Promise<Instruction> {
  const actor = requireActor(context);
  return change(context, async (tx) => {
    const { duplicateOfId, ...form } = input;
    const i = await put(tx, form, {
      number: await nextInstructionNumber(tx),
      receivedAtMs: tx.nowMs,
      backEnteredAtMs: null,
      actorId: actor.id,
    });
    if (duplicateOfId === null) return i;
    return actOn(tx, i, { name: 'duplicate', input: { ofId: duplicateOfId } });
  });
}

/** Writes a new instruction and its first event; refuses what the reference data do not know. */
export async function put(
  tx: Tx,
  form: Omit<ReceiveInput, 'duplicateOfId'>,
  receipt: Receipt,
): Promise<Instruction> {
  if (tooFarAhead(form.issuedAtMs, tx.nowMs)) throw invalid('issuedAtMs', 'future');
  const shiftId = await requireHolderId(tx.db);
  await requireKnown(tx, form);
  const { actorId, ...numbered } = receipt;
  const id = newId();
  tx.about('instruction', id);
  const instruction: Instruction = {
    ...untouched,
    dispatches: [],
    notices: [],
    orders: [],
    followUps: [],
    earlierResults: [],
    ...form,
    ...numbered,
    id,
    limits: (await limitsAt(tx.db, receipt.receivedAtMs)).limits,
    receivedBy: actorId,
    shiftId,
    severityAtMs: tx.nowMs,
  };
  await insertInstruction(tx, instruction);
  await tx.insert('instruction_event', {
    id: newId(),
    instruction_id: id,
    position: 1,
    action: 'receive',
    input: JSON.stringify({ ...form, ...numbered }),
    resolved: '{}',
    actor_id: actorId,
    shift_id: shiftId,
    occurred_at: receipt.receivedAtMs,
    recorded_at: tx.nowMs,
  });
  return instruction;
}

/** `2026-000123`: the year of receipt in the site's zone and a running number without gaps. */
async function nextInstructionNumber(tx: Tx): Promise<string> {
  const site = await siteAt(tx.db, tx.nowMs);
  const year = localDate(tx.nowMs, site.timeZone).slice(0, 4);
  return numberText(year, await tx.nextNumber(numberSeries(year)));
}

async function requireKnown(tx: Tx, input: Omit<ReceiveInput, 'duplicateOfId'>): Promise<void> {
  if (input.gridNo !== null) {
    const grid = await tx.db
      .selectFrom('grid')
      .select('id')
      .where('no', '=', input.gridNo)
      .executeTakeFirst();
    if (!grid) throw invalid('gridNo', 'unknownGrid');
  }
  if (input.categoryNo !== null) {
    const category = await tx.db
      .selectFrom('category')
      .select('id')
      .where('no', '=', input.categoryNo)
      .executeTakeFirst();
    if (!category) throw invalid('categoryNo', 'unknownCategory');
  }
  if (input.earlier !== null) {
    const earlier = await tx.db
      .selectFrom('instruction')
      .select('id')
      .where('id', '=', input.earlier.id)
      .executeTakeFirst();
    if (!earlier) throw invalid('earlier', 'unknownInstruction');
  }
}
