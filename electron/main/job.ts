import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HandoverRow } from '../../shared/handover/types.ts';
import type { Ask } from './engine/ask.ts';
import type { Documents } from './paper/documents.ts';

const LIMIT_MS = 120_000;
const POLL_MS = 300;

export type JobParts = {
  ask: Ask;
  documents: Documents;
  /** Why the engine will never answer, when that is so. */
  refusal: () => string | undefined;
};

type Row = { id: string; sha256: string | null; frozenAtMs: number; signed: boolean };

/** Picks out of the engine's list what this job needs: which sheets are signed and the hash of each sealed one. */
function asRows(value: unknown): Row[] {
  const list = Array.isArray(value) ? (value as HandoverRow[]) : [];
  return list.map((row) => ({
    id: row.id,
    sha256: row.documentSha256,
    frozenAtMs: row.frozenAtMs,
    signed: row.status === 'signed' || row.status === 'sealed',
  }));
}

function choose(rows: Row[], wanted: string): Row | undefined {
  if (wanted !== 'last') return rows.find((row) => row.id === wanted);
  return rows.filter((row) => row.signed).sort((a, b) => b.frozenAtMs - a.frozenAtMs)[0];
}

/** Waits until a handover's sheet is archived and copies it. `wanted` is its id, or `last` for the newest one. */
export async function copySheet(parts: JobParts, wanted: string, out: string): Promise<void> {
  const { ask, documents } = parts;
  for (const until = performance.now() + LIMIT_MS; performance.now() < until; ) {
    const refusal = parts.refusal();
    if (refusal) throw new Error(refusal);
    const reply = await ask('handover.list', undefined);
    if ('e' in reply && reply.e.code !== 'engineDown') throw new Error(`handover.list: ${reply.e.code}`);
    const row = choose(asRows('v' in reply ? reply.v : null), wanted);
    if (!row && 'v' in reply) throw new Error(`there is no signed handover (${wanted})`);
    const path = row?.sha256 ? await documents.verified(row.sha256) : null;
    if (path) {
      await mkdir(dirname(out), { recursive: true });
      await copyFile(path, out);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('the sheet was not sealed in time');
}
