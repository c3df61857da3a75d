import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Tail } from '../../electron/engine/db/tail.ts';

const start = resolve(import.meta.dirname, '../start.mjs');

/**
 * Renders the last handover's sealed sheet with the real application's print job and copies the PDF. The application's
 * clock starts one second after the last recorded event: a replayed day must not see years pass before its paper.
 */
export function printSheet(dataDir: string, out: string): Promise<void> {
  const args = [start, '--data-dir', resolve(dataDir), '--job', 'sheet', '--handover', 'last'];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...args, '--out', resolve(out)], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DUTY_DESK_NOW: new Date(lastEventMs(dataDir) + 1000).toISOString() },
    });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`the print job ended with ${code}`))));
  });
}

function lastEventMs(dataDir: string): number {
  const last = existsSync(join(dataDir, 'tail.jsonl')) ? Tail.lastLine(dataDir) : null;
  if (!last) throw new Error(`${dataDir} holds no recorded events`);
  return last.at;
}
