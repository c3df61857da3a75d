import type { BackupProblem, BackupProblemCode } from '../../../shared/backup/types.ts';

const codes: readonly (readonly [pattern: RegExp, code: BackupProblemCode])[] = [
  [/^(ENOSPC|SQLITE_FULL|EDQUOT)/, 'full'],
  [/^(ENOENT|ENOTDIR|ENODEV|EHOSTDOWN|ESTALE)/, 'folderGone'],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/, 'notWritable'],
  [/^(SQLITE_BUSY|EBUSY)/, 'busy'],
  [/^COPY_DIFFERS/, 'copyDiffers'],
];

/** Why a try failed, as a code for the window and a detail for the program's own log. */
export function problemOf(error: unknown, atMs: number): BackupProblem {
  const code = (error as { code?: string } | null)?.code ?? '';
  const detail = error instanceof Error ? error.message : String(error);
  return { code: codes.find(([pattern]) => pattern.test(code))?.[1] ?? 'other', atMs, detail };
}
