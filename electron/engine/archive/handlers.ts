import type { Deps } from '../router.ts';
import { findOnPaper } from './find.ts';
import { checkPaper } from './proof.ts';
import { listSealed } from './store.ts';

export const archiveHandlers = (os: Deps) => ({
  list: os.archive.list.handler(({ input, context }) => listSealed(context.db, input)),
  check: os.archive.check.handler(({ input, context }) =>
    checkPaper(context.db, context.dataDir, input.sha256),
  ),
  find: os.archive.find.handler(({ input, context }) => findOnPaper(context.db, input.text)),
});
