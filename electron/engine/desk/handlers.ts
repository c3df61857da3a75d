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
    return {
      ...shifts,
      nowMs: context.nowMs,
      settings: await settingsView(context.db, context.nowMs),
      posture: await postureAt(context.db),
      away: absences.filter((a) => a.toMs === null),
      chain: { seq: head.seq, head: head.hash },
      readOnly: context.readOnly,
      storage: context.storage,
      clockStep: context.clockStep,
    };
  }),
});
