import { z } from 'zod';
import type { BackupStatus } from '../backup/types.ts';
import { text } from '../fields.ts';
import { procedure, typed } from './base.ts';

export const backupContract = {
  /** The newest verified backup, what is under way and what failed. */
  status: procedure.output(typed<BackupStatus>()),
  /** Begins a backup beside the calls; one that is under way goes on. What fails stands in the status. */
  now: procedure.output(typed<BackupStatus>()),
  /** Sets the second place for copies, or none: `invalid` for a folder that is not there, not writable or in the data folder. */
  setSecond: procedure.input(z.object({ folder: text(1000).nullable() })).output(typed<BackupStatus>()),
};
