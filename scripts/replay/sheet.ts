import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Renders the last handover's sealed sheet with the real application's print job and copies the PDF. */
export function printSheet(dataDir: string, out: string): Promise<void> {
  return new Promise((done, fail) => {
    const args = [
      'scripts/start.mjs',
      '--data-dir',
      resolve(dataDir),
      '--job',
      'sheet',
      '--handover',
      'last',
      '--out',
      resolve(out),
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 2, 2] });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`the print job ended with ${code}`))));
  });
}
