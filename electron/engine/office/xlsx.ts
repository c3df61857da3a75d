import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Workbook } from '../../../shared/papers/types.ts';
import { buildWorkbook, type SheetTable } from './sheet.ts';

export type { SheetCell, SheetColumn, SheetTable } from './sheet.ts';

/** Beyond this many cells a workbook is built in a thread of its own: the engine must answer and ring meanwhile. */
const MOST_IN_PLACE = 20_000;

/** One table as an .xlsx file, as `buildWorkbook` makes it; a long one does not hold up the engine. */
export function writeWorkbook(table: SheetTable): Promise<Uint8Array> {
  const cells = table.rows.length * table.columns.length;
  return cells > MOST_IN_PLACE ? buildApart(table) : buildWorkbook(table);
}

/** The built program has the thread's code beside the engine, tests and replay run it from source. */
function workerFile(): string {
  const built = join(import.meta.dirname, 'xlsx-worker.cjs');
  return existsSync(built) ? built : join(import.meta.dirname, 'xlsx-worker.ts');
}

function buildApart(table: SheetTable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: table });
    worker.once('message', resolve);
    worker.once('error', reject);
    // After a message this changes nothing; without one nothing else would come.
    worker.once('exit', (code) => reject(new Error(`the workbook's thread ended with ${code}`)));
  });
}

/** A workbook as it travels to the window: the name to suggest and its bytes. */
export const workbookReply = (fileName: string, bytes: Uint8Array): Workbook => ({
  fileName,
  base64: Buffer.from(bytes).toString('base64'),
});
