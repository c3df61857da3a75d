import { conflict, invalid, notFound } from '../../../shared/errors.ts';
import { requireIncoming, requireReason, requireUnderWay } from '../../../shared/handover/rules.ts';
import { emptyPreparation } from '../../../shared/handover/types.ts';
import { change, requireActor } from '../context.ts';
import { papersInHand } from '../duty-log/papers-in-hand.ts';
import { proveOnce } from '../people/credentials.ts';
import type { Deps } from '../router.ts';
import { limitsAt } from '../settings/store.ts';
import { shiftsView } from '../shifts/handlers.ts';
import { getShift, holder, leaving, requireHolderId } from '../shifts/store.ts';
import { carriedLines, endCarry, openLines, saveCarry } from './carry.ts';
import { compileSnapshot, preparationOf } from './compile.ts';
import { compileItems } from './compile-items.ts';
import { handoverDocument, handoverWorkbook } from './export-sheet.ts';
import { listHandovers } from './list.ts';
import { statusUnderWay } from './readiness.ts';
import { readSign } from './readings.ts';
import { logReprint } from './reprint.ts';
import { sheetOf } from './sheet.ts';
import { freeze, signIncoming, signOutgoing, withdraw } from './signing.ts';
import { currentHandover, getHandover, putCount } from './store.ts';

export const handoverHandlers = (os: Deps) => {
  const h = os.handover;
  return {
    view: h.view.handler(async ({ context }) => {
      const shifts = await shiftsView(context.db);
      const held = shifts.holder;
      const carry = held ? await carriedLines(context.db, held.id) : [];
      const { limits } = await limitsAt(context.db, context.nowMs);
      const papers = held ? await papersInHand(context.db, limits.urgentPaperMinutes) : [];
      const facts = {
        nowMs: context.nowMs,
        carried: carry,
        lastBackupMs: context.upkeep.backups.lastAtMs,
        papers,
      };
      return {
        ...shifts,
        leaving: await leaving(context.db, context.nowMs),
        current: await currentHandover(context.db),
        carry,
        preparation: held ? await preparationOf(context.db, held.id) : emptyPreparation,
        draft: held ? await compileSnapshot(context.db, held, facts) : null,
        draftItems: held ? await compileItems(context.db, context.nowMs, carry, papers) : [],
      };
    }),
    readiness: h.readiness.handler(async ({ context: { db } }) => {
      const held = await holder(db);
      const { selfTest } = held ? await preparationOf(db, held.id) : emptyPreparation;
      return { selfTest, status: await statusUnderWay(db), carry: await openLines(db) };
    }),
    savePreparation: h.savePreparation.handler(({ input, context }) =>
      change(context, async (tx) => {
        const { shiftId: typedFor, ...preparation } = input;
        const shiftId = await requireHolderId(tx.db);
        // What a screen sends late must not become the next crew's, nor look saved when its sheet is frozen without it.
        if (typedFor !== undefined && typedFor !== shiftId) throw conflict('preparationOver');
        if (typedFor !== undefined && (await currentHandover(tx.db))) throw conflict('preparationFrozen');
        tx.about('shift', shiftId);
        const value = JSON.stringify(preparation);
        const old = await tx.db
          .selectFrom('handover_preparation')
          .select('version')
          .where('id', '=', shiftId)
          .executeTakeFirst();
        if (old) await tx.update('handover_preparation', shiftId, { value }, old.version);
        else await tx.insert('handover_preparation', { id: shiftId, value, version: 1 });
        return preparation;
      }),
    ),
    saveCarry: h.saveCarry.handler(({ input, context }) => {
      const actor = requireActor(context);
      return change(context, (tx) => saveCarry(tx, actor.id, input));
    }),
    endCarry: h.endCarry.handler(({ input, context }) => {
      const actor = requireActor(context);
      return change(context, (tx) => endCarry(tx, actor.id, input));
    }),
    readSign: h.readSign.handler(async ({ input, context }) => {
      await proveOnce(context, input.personId, 'pin', input.pin);
      return change(context, (tx) => readSign(tx, input));
    }),
    freeze: h.freeze.handler(({ input, context }) => {
      const actor = requireActor(context);
      return change(context, (tx) =>
        freeze(tx, actor.id, { ...input, lastBackupMs: context.upkeep.backups.lastAtMs }),
      );
    }),
    decideItems: h.decideItems.handler(({ input, context }) =>
      change(context, async (tx) => {
        const handover = await getHandover(tx.db, input.handoverId);
        tx.about('handover', handover.id);
        requireUnderWay(handover);
        requireIncoming(await getShift(tx.db, handover.incomingShiftId), requireActor(context).id);
        for (const [n, d] of input.decisions.entries()) {
          requireReason(d.decision, d.reason, ['decisions', n, 'reason']);
          const row = await tx.db
            .selectFrom('handover_item')
            .select(['handover_id', 'decision', 'reason', 'version'])
            .where('id', '=', d.itemId)
            .executeTakeFirst();
          if (row?.handover_id !== handover.id) throw notFound('handoverItem');
          if (row.decision === d.decision && row.reason === d.reason) continue;
          // The outgoing lead signed what had been decided by then; what was still open may be decided.
          if (handover.outgoingSignature && row.decision !== null) throw conflict('decidedBeforeSignature');
          await tx.update('handover_item', d.itemId, { decision: d.decision, reason: d.reason }, row.version);
        }
        return getHandover(tx.db, handover.id);
      }),
    ),
    countSupplies: h.countSupplies.handler(({ input, context }) =>
      change(context, async (tx) => {
        const handover = await getHandover(tx.db, input.handoverId);
        tx.about('handover', handover.id);
        requireUnderWay(handover);
        requireIncoming(await getShift(tx.db, handover.incomingShiftId), requireActor(context).id);
        for (const [n, count] of input.counts.entries()) {
          const known = handover.snapshot.supplies.some((s) => s.itemId === count.itemId);
          if (!known) throw invalid(['counts', n, 'itemId'], 'unknownItem');
          await putCount(tx, handover.id, count.itemId, count.counted);
        }
        return getHandover(tx.db, handover.id);
      }),
    ),
    withdraw: h.withdraw.handler(({ input, context }) =>
      change(context, (tx) => withdraw(tx, input.handoverId, input.reason)),
    ),
    signOutgoing: h.signOutgoing.handler(async ({ input, context }) => {
      await proveOnce(context, input.personId, 'pin', input.pin);
      return change(context, (tx) => signOutgoing(tx, input.handoverId, input.personId));
    }),
    signIncoming: h.signIncoming.handler(async ({ input, context }) => {
      await proveOnce(context, input.personId, 'pin', input.pin);
      return change(context, (tx) => signIncoming(tx, input.handoverId, input.personId));
    }),
    get: h.get.handler(({ input, context }) => getHandover(context.db, input.id)),
    list: h.list.handler(({ context }) => listHandovers(context.db)),
    sheet: h.sheet.handler(({ input, context: { db, nowMs } }) => sheetOf(db, input.id, nowMs)),
    workbook: h.workbook.handler(async ({ input, context: { db, nowMs } }) =>
      handoverWorkbook(await sheetOf(db, input.id, nowMs)),
    ),
    document: h.document.handler(async ({ input, context: { db, nowMs } }) =>
      handoverDocument(await sheetOf(db, input.id, nowMs)),
    ),
    seal: h.seal.handler(({ input, context }) =>
      change(context, async (tx) => {
        const handover = await getHandover(tx.db, input.id);
        tx.about('handover', handover.id);
        if (handover.status !== 'signed') throw conflict('notSealable', handover.status);
        await tx.insert('sealed_document', {
          id: input.sha256,
          kind: 'handover',
          subject_id: handover.id,
          bytes: input.bytes,
          at: tx.nowMs,
        });
        await tx.update(
          'handover',
          handover.id,
          { status: 'sealed', document_sha256: input.sha256 },
          handover.version,
        );
        return getHandover(tx.db, handover.id);
      }),
    ),
    reprinted: h.reprinted.handler(({ input, context }) => {
      const actor = requireActor(context);
      return change(context, async (tx) => {
        const handover = await getHandover(tx.db, input.id);
        if (handover.status !== 'sealed') throw conflict('notSealed');
        tx.about('handover', handover.id);
        const { id, number } = handover;
        return {
          ok: true as const,
          entryId: await logReprint(tx, actor.id, { id, number, reason: input.reason }),
        };
      });
    }),
  };
};
