import type { Deps } from '../router.ts';

export const auditHandlers = (os: Deps) => ({
  status: os.audit.status.handler(({ context }) => context.upkeep.auditor.status()),
  start: os.audit.start.handler(({ context }) => {
    context.upkeep.auditor.start();
    return context.upkeep.auditor.status();
  }),
  cancel: os.audit.cancel.handler(async ({ context }) => {
    await context.upkeep.auditor.cancel();
    return context.upkeep.auditor.status();
  }),
});
