import type { z } from 'zod';
import { invalid } from '../../../shared/errors.ts';
import type { Instruction, receiveSchema } from '../../../shared/instructions/types.ts';
import { tooFarAhead } from '../../../shared/time/occurrence.ts';
import { localDate } from '../../../shared/time/zone.ts';
import { type Context, change, requireActor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { siteAt } from '../settings/store.ts';
import { requireHolderId } from '../shifts/store.ts';
import { insertInstruction } from './store.ts';

type ReceiveInput = z.infer<typeof receiveSchema>;

/** Takes an instruction from the linkage centre and gives it our number without gaps (篇三 四(一), 五(四)). */
export function receive(context: Context, input: ReceiveInput): Promise<Instruction> {
  const actor = requireActor(context);
  return change(context, async (tx) => {
    if (tooFarAhead(input.issuedAtMs, tx.nowMs)) throw invalid('issuedAtMs', 'future');
    const shiftId = await requireHolderId(tx.db);
    await requireKnown(tx, input);
    const { readBack: _readBack, ...fields } = input;
    const id = newId();
    tx.about('instruction', id);
    const instruction: Instruction = {
      ...fields,
      id,
      number: await nextInstructionNumber(tx),
      receivedAtMs: tx.nowMs,
      receivedBy: actor.id,
      shiftId,
      severityAtMs: tx.nowMs,
      state: 'received',
      dispatches: [],
      notices: [],
      declined: null,
      duplicateOf: null,
      voided: null,
      scope: null,
      transfer: null,
      disposition: null,
      reportBack: null,
      followUps: [],
      closedAtMs: null,
      reopenedAtMs: null,
      version: 1,
    };
    await insertInstruction(tx, instruction);
    await tx.insert('instruction_event', {
      id: newId(),
      instruction_id: id,
      position: 1,
      action: 'receive',
      input: JSON.stringify(input),
      resolved: '{}',
      actor_id: actor.id,
      shift_id: shiftId,
      occurred_at: tx.nowMs,
      recorded_at: tx.nowMs,
    });
    return instruction;
  });
}

/** `2026-000123`: the year of receipt in the site's zone and a running number without gaps. */
async function nextInstructionNumber(tx: Tx): Promise<string> {
  const site = await siteAt(tx.db, tx.nowMs);
  const year = localDate(tx.nowMs, site.timeZone).slice(0, 4);
  const n = await tx.nextNumber(`instruction:${year}`);
  return `${year}-${String(n).padStart(6, '0')}`;
}

async function requireKnown(tx: Tx, input: ReceiveInput): Promise<void> {
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
}
