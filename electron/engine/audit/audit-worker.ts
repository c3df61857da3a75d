import { parentPort, workerData } from 'node:worker_threads';
import type { FromAuditWorker } from './auditor.ts';
import { checkFolder } from './check.ts';
import { expectedSchemas } from './schema.ts';

const post = (message: FromAuditWorker) => parentPort?.postMessage(message);

/** The thread of one check of a whole folder: says how far it is, then what it found. Ending it early harms nothing: it only reads. */
async function main(dataDir: string): Promise<void> {
  const expectedSchema = await expectedSchemas();
  const verdict = checkFolder(dataDir, {
    expectedSchema,
    pages: true,
    onProgress: (progress) => post({ t: 'progress', progress }),
  });
  post({ t: 'verdict', verdict });
}

void main((workerData as { dataDir: string }).dataDir);
