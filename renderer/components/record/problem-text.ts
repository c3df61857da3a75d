import i18next from 'i18next';
import type { BackupProblem } from '../../../shared/backup/types.ts';

/** Why a backup failed and what to do, as one sentence. */
export const problemText = ({ code, detail }: BackupProblem): string =>
  i18next.t(($) => $.archive.backup.problem[code], { detail });
