import { accessSync, constants, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';

/** Why a data folder cannot be used, null when it can: it must exist or be made, be a folder, and be writable. */
export function folderProblem(dataDir: string): string | null {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!statSync(dataDir).isDirectory()) return 'ENOTDIR';
    accessSync(dataDir, constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** Says in both languages which folder cannot be used and why, then ends; nothing was written there. */
export function refuseFolder(dataDir: string, problem: string, quiet: boolean): void {
  const text = `值班台不能使用数据目录：${dataDir}\n请检查磁盘、路径和权限（${problem}）。\n\nThis data folder cannot be used; check disk, path and permissions.`;
  process.stderr.write(`${text}\n`);
  // Electron's own files would go into that very folder.
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'duty-desk-')));
  const end = () => app.exit(1);
  if (quiet) end();
  else
    void app
      .whenReady()
      .then(() => dialog.showErrorBox('值班台 Duty Desk', text))
      .finally(end);
}
