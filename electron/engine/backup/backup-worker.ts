import { parentPort, workerData } from 'node:worker_threads';
import type { BackupProblem } from '../../../shared/backup/types.ts';
import type { FromBackupWorker } from './backups.ts';
import { readSummary, summaryOf, thinOut, writeSummary } from './kept.ts';
import { type BackupOrder, makeBackup } from './make.ts';
import { backupFolder } from './places.ts';
import { problemOf } from './problem.ts';
import { copyToSecond } from './second.ts';

const post = (message: FromBackupWorker) => parentPort?.postMessage(message);

/** The thread of one backup: copy, proof, second place, retention, each said as it goes. */
function main(order: BackupOrder): void {
  const { dataDir, desk, atMs, timeZone, second } = order;
  const onProgress = (progress: Extract<FromBackupWorker, { t: 'progress' }>['progress']) =>
    post({ t: 'progress', progress });
  try {
    const made = makeBackup(order, onProgress);
    let secondAtMs = readSummary(dataDir, desk)?.secondAtMs ?? null;
    let secondProblem: BackupProblem | null = null;
    if (second !== null) {
      try {
        copyToSecond(dataDir, second, made, onProgress);
        thinOut(second, desk, atMs, timeZone);
        secondAtMs = atMs;
      } catch (error) {
        secondProblem = problemOf(error, atMs);
      }
    }
    const summary = summaryOf(dataDir, thinOut(backupFolder(dataDir), desk, atMs, timeZone), secondAtMs);
    if (summary) writeSummary(dataDir, summary);
    const { missing } = made.manifest.files;
    const problem: BackupProblem | null =
      missing === 0 ? null : { code: 'filesMissing', atMs, detail: String(missing) };
    post({ t: 'done', summary, problem, secondProblem });
  } catch (error) {
    post({ t: 'failed', problem: problemOf(error, atMs) });
  }
}

main(workerData as BackupOrder);
