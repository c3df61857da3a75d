import { useQuery } from '@tanstack/react-query';
import type { BackupStatus } from '../../shared/backup/types.ts';
import { desk } from './client.ts';

/** A backup is announced by no record: the window asks now and then, and more often while one is under way. */
const REST_MS = 60_000;
const RUNNING_MS = 2000;

/** How the backups stand; undefined until it is known. */
export const useBackupStatus = (): BackupStatus | undefined =>
  useQuery(
    desk.backup.status.queryOptions({
      refetchInterval: (query) => (query.state.data?.running ? RUNNING_MS : REST_MS),
    }),
  ).data;

/** When the last verified backup was made; null when there is none, and until it is known. */
export const useLastBackupMs = (): number | null => useBackupStatus()?.last?.atMs ?? null;
