import { DAY, localDate } from '../time/zone.ts';
import type { BackupReason } from './types.ts';

/** How many backups stay of the last hours, days and months, and how long one made at a handover does. */
export const retention = { hours: 24, days: 31, months: 24, handoverDays: 62 } as const;

const HOUR = 60 * 60_000;

/** What retention looks at. */
export type Kept = { file: string; atMs: number; reason: BackupReason; seq: number };

/** The one that holds most of the record comes first, whatever the clock said when it was made. */
export const byRecord = (a: Omit<Kept, 'file'>, b: Omit<Kept, 'file'>) => b.seq - a.seq || b.atMs - a.atMs;

/** The newest of each group, for the newest so many groups. */
function newestOfEach(all: readonly Kept[], groupOf: (kept: Kept) => string, most: number): Kept[] {
  const groups = new Map<string, Kept>();
  for (const kept of all) if (!groups.has(groupOf(kept))) groups.set(groupOf(kept), kept);
  return [...groups.values()].slice(0, most);
}

/**
 * Which verified backups may go: those that are neither the newest of one of the last 24 hours, 31 days or 24 months that have one,
 * nor made at a handover or before a migration in the last 62 days. The one that holds most of the record always stays.
 */
export function disposable(all: readonly Kept[], nowMs: number, timeZone: string): Kept[] {
  const newestFirst = [...all].sort((a, b) => b.atMs - a.atMs);
  const day = (kept: Kept) => localDate(kept.atMs, timeZone);
  const lasting = newestFirst.filter(
    (kept) =>
      (kept.reason === 'handover' || kept.reason === 'migration') &&
      nowMs - kept.atMs < retention.handoverDays * DAY,
  );
  const stay = new Set([
    ...[...all].sort(byRecord).slice(0, 1),
    ...lasting,
    ...newestOfEach(newestFirst, (kept) => String(Math.floor(kept.atMs / HOUR)), retention.hours),
    ...newestOfEach(newestFirst, day, retention.days),
    ...newestOfEach(newestFirst, (kept) => day(kept).slice(0, 7), retention.months),
  ]);
  return newestFirst.filter((kept) => !stay.has(kept));
}
