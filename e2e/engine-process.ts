import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended while we were looking.
    return '';
  }
}

/** The process id of the desk's engine, for tests that kill or stop it (Linux); null while there is none. */
export function enginePid(app: ElectronApplication): number | null {
  const parent = app.process().pid;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const isEngine = /engine\.cjs|node\.mojom\.NodeService/.test(read(`/proc/${name}/cmdline`));
    // After the name in brackets: state, then the parent. A killed engine may stay a zombie (Z) for a while.
    const [state, ppid] = read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    if (isEngine && Number(ppid) === parent && state !== 'Z') return Number(name);
  }
  return null;
}
