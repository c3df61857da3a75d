import { change } from '../context.ts';
import type { Deps } from '../router.ts';

export const backupHandlers = (os: Deps) => ({
  status: os.backup.status.handler(({ context }) => context.upkeep.backups.status()),
  now: os.backup.now.handler(({ context }) => {
    // What fails is kept in the status; nobody waits for a copy of a whole database.
    void context.upkeep.backups.run('manual');
    return context.upkeep.backups.status();
  }),
  // The place itself belongs to this computer and stands in its settings file; the record says who set it, when and to what.
  setSecond: os.backup.setSecond.handler(({ input, context }) =>
    change(context, async (tx) => {
      tx.about('backupPlace', input.folder ?? '');
      await tx.nextNumber('backupPlace');
      context.upkeep.backups.setSecond(input.folder);
      return context.upkeep.backups.status();
    }),
  ),
});
