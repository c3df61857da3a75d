import { OVERDUE_MS } from '../backup/types.ts';
import type { Shift } from '../shifts/types.ts';
import { MINUTE } from '../time/zone.ts';
import type { Preparation, Snapshot } from './types.ts';

/** From so long before the changeover on the desk asks for the preparation (from 08:00 at a changeover of 08:30). */
const PREPARE_BEFORE_MS = 30 * MINUTE;

/** A clock further off than this is warned of: arrival limits are counted to the second. */
export const CLOCK_WARNING_MS = 30_000;

/** The checklist of the outgoing crew in its order: equipment self-test and the last verified backup (篇五 四(二)). */
export const checkNames = ['phoneLine', 'speaker', 'clock', 'printer', 'backup'] as const;
export type CheckName = (typeof checkNames)[number];

/** Whether it is time to prepare the handover; also after the changeover, until the desk is handed over. */
export const isPrepareTime = (holder: Pick<Shift, 'plannedEndMs'>, nowMs: number): boolean =>
  nowMs >= holder.plannedEndMs - PREPARE_BEFORE_MS;

/** How far the desk's clock is ahead of what the reference showed, in ms; negative when it is slow. */
export const clockAheadMs = (check: NonNullable<Preparation['clockCheck']>): number =>
  check.deskMs - check.referenceMs;

/** How the last verified backup stands at `nowMs`. */
export function backupState(lastBackupMs: number | null, nowMs: number): 'none' | 'old' | 'recent' {
  if (lastBackupMs === null) return 'none';
  return nowMs - lastBackupMs > OVERDUE_MS ? 'old' : 'recent';
}

type Facts = { preparation: Preparation; lastBackupMs: Snapshot['lastBackupMs']; nowMs: number };

/** What of the checklist is not done, in its order: named before the freeze, never blocking it. */
export function openPreparation({ preparation, lastBackupMs, nowMs }: Facts): CheckName[] {
  const { selfTest } = preparation;
  return checkNames.filter((name) =>
    name === 'backup' ? backupState(lastBackupMs, nowMs) !== 'recent' : !selfTest[name],
  );
}

/**
 * The instant that a reference showed as `HH:MM` or `HH:MM:SS` on the day of `deskMs`, at most half a day away: 00:00:02 read
 * off at 23:59:58 of the desk is tomorrow.
 */
export function nearestTo(deskMs: number, referenceMs: number): number {
  const day = 24 * 60 * MINUTE;
  return referenceMs + Math.round((deskMs - referenceMs) / day) * day;
}
