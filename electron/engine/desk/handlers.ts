import { chainHead } from '../db/transaction.ts';
import { postureAt } from '../posture/store.ts';
import type { Deps } from '../router.ts';
import { settingsView } from '../settings/handlers.ts';
import { absencesOf } from '../shifts/attendance.ts';
import { shiftsView } from '../shifts/handlers.ts';

export const deskHandlers = (os: Deps) => ({
  view: os.desk.view.handler(async ({ context }) => {
    const head = await chainHead(context.db);
    const shifts = await shiftsView(context.db);
    const absences = shifts.holder ? await absencesOf(context.db, shifts.holder.id) : [];
    // Whoever walks past a locked desk sees what is in force and who is away, not why.
    const reasonFor = (reason: string) => (context.session.locked ? '' : reason);
    const posture = await postureAt(context.db);
    return {
      ...shifts,
      nowMs: context.nowMs,
      settings: await settingsView(context.db, context.nowMs),
      posture: { ...posture, reason: reasonFor(posture.reason) },
      away: absences.filter((a) => a.toMs === null).map((a) => ({ ...a, reason: reasonFor(a.reason) })),
      chain: { seq: head.seq, head: head.hash },
      readOnly: context.readOnly,
      storage: context.storage,
      clockStep: context.clockStep,
    };
  }),
});
