import { parentPort, workerData } from 'node:worker_threads';
import { buildWorkbook, type SheetTable } from './sheet.ts';

/** The thread of one long workbook: its table comes as worker data, its bytes go back as the only message. */
void buildWorkbook(workerData as SheetTable).then((bytes) => parentPort?.postMessage(bytes));
