import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread by its name: the built program has its code beside the engine's, tests and replay run it from source in
 * `folder`.
 */
export function startThread(name: string, folder: string, workerData: unknown): Worker {
  const built = join(import.meta.dirname, `${name}.cjs`);
  return new Worker(existsSync(built) ? built : join(folder, `${name}.ts`), { workerData });
}
