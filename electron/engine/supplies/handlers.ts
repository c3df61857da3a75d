import { invalid, notAllowed } from '../../../shared/errors.ts';
import { allocateReturn, requireStock, stocktakeDelta } from '../../../shared/supplies/rules.ts';
import type { SupplyItem } from '../../../shared/supplies/types.ts';
import { type Context, change, requireActor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { Deps } from '../router.ts';
import { appendMovement, getItem, listItems, movementsOf, openIssues } from './store.ts';

/** A movement by the custodian of the item: one unit's custodian per item (篇三 五(五): 专人保管). */
function move(
  context: Context,
  itemId: string,
  run: (tx: Tx, item: SupplyItem) => Promise<SupplyItem>,
): Promise<SupplyItem> {
  const actor = requireActor(context);
  return change(context, async (tx) => {
    const item = await getItem(tx.db, itemId);
    tx.about('supplyItem', item.id);
    if (item.custodianId !== actor.id) throw notAllowed('otherCustodian');
    return run(tx, item);
  });
}

export const suppliesHandlers = (os: Deps) => ({
  list: os.supplies.list.handler(async ({ context }) => ({
    items: await listItems(context.db),
    out: await openIssues(context.db),
  })),
  movements: os.supplies.movements.handler(({ input, context }) => movementsOf(context.db, input.itemId)),
  create: os.supplies.create.handler(({ input, context }) =>
    change(context, async (tx) => {
      const custodian = await tx.db
        .selectFrom('person')
        .select('roles')
        .where('id', '=', input.custodianId)
        .executeTakeFirst();
      if (!custodian?.roles.includes('"custodian"')) throw invalid('custodianId', 'missingRole');
      const unit = await tx.db
        .selectFrom('unit')
        .select('id')
        .where('id', '=', input.unitId)
        .executeTakeFirst();
      if (!unit) throw invalid('unitId', 'unknownUnit');
      const twin = (await listItems(tx.db)).find((i) => i.name === input.name && i.unitId === input.unitId);
      if (twin) throw invalid('name', 'duplicate', { value: input.name });
      const id = newId();
      tx.about('supplyItem', id);
      const { quantity, unitId, custodianId, key, ...rest } = input;
      await tx.insert('supply_item', {
        id,
        ...rest,
        unit_id: unitId,
        custodian_id: custodianId,
        key: key ? 1 : 0,
        version: 1,
      });
      return appendMovement(tx, await getItem(tx.db, id), { kind: 'opening', quantity, delta: quantity });
    }),
  ),
  issue: os.supplies.issue.handler(({ input, context }) =>
    move(context, input.itemId, async (tx, item) => {
      requireStock(item.balance, input.quantity);
      if (input.dueAtMs !== null && input.dueAtMs <= tx.nowMs) throw invalid('dueAtMs', 'dueInPast');
      return appendMovement(tx, item, {
        kind: 'issue',
        quantity: input.quantity,
        delta: -input.quantity,
        recipient: input.recipient,
        purpose: input.purpose,
        instruction_id: input.instructionId,
        due_at: input.dueAtMs,
      });
    }),
  ),
  return: os.supplies.return.handler(({ input, context }) =>
    move(context, input.itemId, async (tx, item) => {
      let now = item;
      for (const part of allocateReturn(await openIssues(tx.db, item.id), input.quantity, input.issueId)) {
        const { issueId, quantity } = part;
        now = await appendMovement(tx, now, {
          kind: 'return',
          quantity,
          delta: quantity,
          issue_id: issueId,
          condition: input.condition,
        });
      }
      return now;
    }),
  ),
  receive: os.supplies.receive.handler(({ input, context }) =>
    move(context, input.itemId, (tx, item) =>
      appendMovement(tx, item, {
        kind: 'receipt',
        quantity: input.quantity,
        delta: input.quantity,
        reason: input.reason,
      }),
    ),
  ),
  writeOff: os.supplies.writeOff.handler(({ input, context }) =>
    move(context, input.itemId, async (tx, item) => {
      requireStock(item.balance, input.quantity);
      return appendMovement(tx, item, {
        kind: 'writeOff',
        quantity: input.quantity,
        delta: -input.quantity,
        reason: input.reason,
      });
    }),
  ),
  stocktake: os.supplies.stocktake.handler(({ input, context }) =>
    move(context, input.itemId, (tx, item) => {
      const delta = stocktakeDelta(item.balance, input.counted, input.reason);
      return appendMovement(tx, item, {
        kind: 'adjustment',
        quantity: Math.abs(delta),
        delta,
        reason: input.reason,
      });
    }),
  ),
});
