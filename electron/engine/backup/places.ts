import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './durable.ts';

/** Kept in `backup.json` of the data folder: how this folder names itself, and the second place for copies. */
export type BackupSettings = { desk: string; second: string | null };

const settingsFile = (dataDir: string) => join(dataDir, 'backup.json');

/** Where backups lie inside a data folder. */
export const backupFolder = (dataDir: string) => join(dataDir, 'backups');

/** The settings of a folder; null before its first backup. A torn file counts as none. */
export function readSettings(dataDir: string): BackupSettings | null {
  const file = settingsFile(dataDir);
  if (!existsSync(file)) return null;
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<BackupSettings>;
    if (typeof found.desk !== 'string' || !/^[0-9a-f]{8}$/.test(found.desk)) return null;
    return { desk: found.desk, second: typeof found.second === 'string' ? found.second : null };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Writes the settings so that a power cut leaves the old or the new ones. */
export function writeSettings(dataDir: string, settings: BackupSettings): void {
  writeWhole(settingsFile(dataDir), `${JSON.stringify(settings)}\n`);
}

/** The settings of a folder, made when it has none yet. */
export function ensureSettings(dataDir: string): BackupSettings {
  const found = readSettings(dataDir);
  if (found) return found;
  const made: BackupSettings = { desk: randomBytes(4).toString('hex'), second: null };
  writeSettings(dataDir, made);
  return made;
}

/** Every folder that may hold backups of a data folder, and the name under which they are its own. */
export function placesOf(dataDir: string): { desk: string | null; folders: string[] } {
  const settings = readSettings(dataDir);
  const second = settings?.second ?? null;
  return {
    desk: settings?.desk ?? null,
    folders: second === null ? [backupFolder(dataDir)] : [backupFolder(dataDir), second],
  };
}
