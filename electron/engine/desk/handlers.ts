import { chainHead } from '../db/transaction.ts';
import { postureAt } from '../posture/store.ts';
import type { Deps } from '../router.ts';
import { settingsView } from '../settings/handlers.ts';
import { shiftsView } from '../shifts/handlers.ts';

export const deskHandlers = (os: Deps) => ({
  view: os.desk.view.handler(async ({ context }) => {
    const head = await chainHead(context.db);
    return {
      ...(await shiftsView(context.db)),
      nowMs: context.nowMs,
      settings: await settingsView(context.db, context.nowMs),
      posture: await postureAt(context.db),
      chain: { seq: head.seq, head: head.hash },
      readOnly: context.readOnly,
      storage: context.storage,
      clockStep: context.clockStep,
    };
  }),
});
