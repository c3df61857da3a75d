import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** The built program has a thread's code beside the engine, tests and replay run it from source. */
function fileOf(name: string): string {
  const built = join(import.meta.dirname, `${name}.cjs`);
  return existsSync(built) ? built : join(import.meta.dirname, `${name}.ts`);
}

/** Lets a thread of its own (by the name of its file here) make a file out of `order`: the engine must answer and ring meanwhile. */
export function buildApart(name: 'xlsx-worker' | 'form-worker', order: unknown): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileOf(name), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    // After a message this changes nothing; without one nothing else would come.
    worker.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
}
