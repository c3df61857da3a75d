import { createHash } from 'node:crypto';
import type { Finding } from '../../../shared/audit/types.ts';
import { isAudited } from '../db/audited.ts';
import { GENESIS } from '../db/chain.ts';
import type { Sqlite } from '../db/open.ts';
import type { AuditRow } from '../db/schema.ts';
import { aboutEvent, aboutTailLine } from './about.ts';
import type { RowIndex } from './row-index.ts';
import type { TailLines } from './tail-lines.ts';

/** More than this many events that `tail.jsonl` does not hold are no crash in the middle of a write. */
const TAIL_MAY_LACK = 100;

export type Walk = {
  events: number;
  head: string;
  soundUntil: number;
  tailBehind: number;
  findings: Finding[];
};

type Found = Partial<Finding> & Pick<Finding, 'code' | 'seq'>;

/** A finding with what is not known left empty. */
export const finding = (found: Found): Finding => ({
  atMs: null,
  table: '',
  rowId: '',
  about: null,
  detail: '',
  ...found,
});

/** The canonical text of a stored event. Its payload is stored canonical, so another spelling of the same is a change too. */
const linkText = (row: AuditRow) =>
  `{"action":${JSON.stringify(row.action)},"actor":${JSON.stringify(row.actor_id)},"at":${row.at},"entity":${JSON.stringify(
    row.entity,
  )},"entityId":${JSON.stringify(row.entity_id)},"payload":${row.payload},"seq":${row.seq}}`;

/** The hash that a stored event should have, without parsing its payload. */
export const storedHash = (row: AuditRow): string =>
  createHash('sha256')
    .update(`${row.prev_hash}\n${linkText(row)}`)
    .digest('hex');

type Payload = { rows: Record<string, { id: string }[]> };

/** The audited rows that an event wrote, by table, each as its canonical text. */
export function* rowsOf(row: AuditRow): Generator<{ table: string; id: string; text: string }> {
  for (const [table, list] of Object.entries((JSON.parse(row.payload) as Payload).rows)) {
    if (!isAudited(table)) continue;
    for (const r of list) yield { table, id: r.id, text: JSON.stringify(r) };
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * Walks the chain from its first event, beside `tail.jsonl` line by line, and fills the index with what it says of every row.
 * Stops at the first event that does not hold: nothing after it is proven.
 */
export function walkChain(
  db: Sqlite,
  tail: TailLines,
  index: RowIndex,
  onEvent: (seq: number) => void,
): Walk {
  const findings: Finding[] = [];
  let compared = 0;
  let comparing = tail.peek() !== null;
  let prev = GENESIS;
  let seq = 0;
  const stop = (found: Finding): Walk => ({
    events: seq,
    head: prev,
    soundUntil: seq - 1,
    tailBehind: 0,
    findings: [found, ...findings],
  });
  const rows = db.prepare('SELECT * FROM audit_event ORDER BY seq').iterate() as IterableIterator<AuditRow>;
  for (const row of rows) {
    seq += 1;
    const problem = linkProblem(row, seq, prev);
    if (problem) {
      const about = problem === 'eventMissing' ? aboutTailLine(tail.peek()?.line) : aboutEvent(db, row);
      return stop(finding({ code: problem, seq, atMs: problem === 'eventMissing' ? null : row.at, about }));
    }
    if (comparing && tail.peek() !== null) {
      const line = tail.take()?.line ?? null;
      compared = seq;
      if (line === null || line.seq !== seq) {
        findings.push(finding({ code: 'tailLine', seq, atMs: row.at, about: aboutEvent(db, row) }));
        comparing = false;
      } else if (line.hash !== row.hash) {
        const known = nextPrevHash(db, seq) === line.hash;
        const code = known ? 'eventRewritten' : 'tailDiffers';
        return stop(finding({ code, seq, atMs: row.at, about: aboutEvent(db, row) }));
      }
    }
    prev = row.hash;
    for (const { table, id, text } of rowsOf(row)) index.put(table, id, seq, text);
    onEvent(seq);
  }
  const tailBehind = comparing || compared === 0 ? seq - compared : 0;
  findings.push(...endOfTail(tail, { seq, compared, comparing }));
  return { events: seq, head: prev, soundUntil: seq, tailBehind, findings };
}

function linkProblem(row: AuditRow, seq: number, prev: string): Finding['code'] | null {
  if (row.seq !== seq) return 'eventMissing';
  if (row.prev_hash !== prev) return 'eventOrder';
  if (storedHash(row) === row.hash) return null;
  return isJson(row.payload) ? 'eventChanged' : 'eventUnreadable';
}

const nextPrevHash = (db: Sqlite, seq: number) =>
  db
    .prepare('SELECT prev_hash FROM audit_event WHERE seq = ?')
    .pluck()
    .get(seq + 1) as string | undefined;

/** What the end of `tail.jsonl` says: it may lack a few events after a kill, it never has more than the database. */
function endOfTail(tail: TailLines, at: { seq: number; compared: number; comparing: boolean }): Finding[] {
  const first = tail.peek();
  if (at.comparing && first !== null) {
    let last = at.seq;
    for (let read = tail.take(); read !== null; read = tail.take()) last = read.line?.seq ?? last + 1;
    const about = aboutTailLine(first.line);
    const atMs = first.line?.at ?? null;
    return [finding({ code: 'tailAhead', seq: at.seq + 1, atMs, about, detail: String(last) })];
  }
  if (at.seq > 0 && at.compared === 0) return [finding({ code: 'tailMissing', seq: at.seq })];
  if (at.comparing && at.seq - at.compared > TAIL_MAY_LACK)
    return [finding({ code: 'tailShort', seq: at.compared + 1, detail: String(at.seq) })];
  return [];
}
