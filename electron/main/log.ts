import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/main';

const KEEP = 5;

/** Main's log: technical events only, never a name, a number or a text that somebody typed. */
export { log };

/** Writes to `<data>/logs/main.log`, 2 MB a file, five files kept. */
export function openLog(dataDir: string, toConsole: boolean): void {
  const folder = join(dataDir, 'logs');
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.archiveLogFn = () => {
    const name = (n: number) => join(folder, n === 0 ? 'main.log' : `main.${n}.log`);
    rmSync(name(KEEP), { force: true });
    for (let n = KEEP - 1; n >= 0; n -= 1) {
      try {
        renameSync(name(n), name(n + 1));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') console.error('log rotation', error);
      }
    }
  };
  log.transports.console.level = toConsole ? 'info' : false;
  log.errorHandler.startCatching({ showDialog: false });
}
