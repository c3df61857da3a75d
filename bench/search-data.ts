import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { databasePath, type Sqlite } from '../electron/engine/db/open.ts';
import { InProcessDesk } from '../electron/engine/in-process.ts';
import { factKeys } from '../electron/engine/search/facts.ts';
import { columnsOf } from '../electron/engine/search/index.ts';
import { initialsIn } from '../electron/engine/search/names.ts';
import { sampleBureau } from '../scripts/demo/sample.ts';
import { entryMaker, type MadeEntry } from './search-words.ts';

const ADMINISTRATOR = {
  staffNo: 'BENCH',
  name: '范毅之',
  password: 'bench-password',
  pin: '246810',
  phone: '',
};
const STARTED = Date.UTC(2021, 0, 1);
const LASTED_MS = 5 * 365 * 86_400_000;
const AT_ONCE = 2_000;

/** A UUIDv7 of an instant: in the order in which they were recorded. */
const idOf = (atMs: number, n: number) => {
  const time = atMs.toString(16).padStart(12, '0');
  const rest = n.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
};

/** A data folder with so many entries in its log, and who may ask for them. */
export type Filled = { dataDir: string; nowMs: number; personId: string; entries: MadeEntry[] };

/** Written as the engine writes entries but for the audit chain; the index as it is when the desk has been idle for a while. */
export async function fillFolder(count: number): Promise<Filled> {
  const dataDir = await mkdtemp(join(tmpdir(), 'duty-desk-bench-'));
  const desk = new InProcessDesk(dataDir, STARTED);
  await desk.start();
  const { personId } = await desk
    .as({ personId: null, locked: false })
    .setup.initialise({ bureauText: sampleBureau, administrator: ADMINISTRATOR });
  await desk.stop();
  const db = new DatabaseConstructor(databasePath(dataDir));
  // What is measured comes later; a bench that is interrupted is begun anew.
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  const entries = fill(db, count);
  db.exec("INSERT INTO log_search (log_search) VALUES ('optimize')");
  db.close();
  return { dataDir, nowMs: STARTED + LASTED_MS, personId, entries };
}

/** Every so many entries one is kept, to ask for its words. */
const KEPT = 997;

function fill(db: Sqlite, count: number): MadeEntry[] {
  const people = db.prepare('SELECT id, name FROM person').all() as { id: string; name: string }[];
  const units = db.prepare('SELECT id, name FROM unit').all() as { id: string; name: string }[];
  db.exec(`INSERT INTO shift VALUES ('bench', '2021-01-01', 'relieved', ${STARTED}, ${STARTED + LASTED_MS}, ${STARTED},
    ${STARTED + LASTED_MS}, '', 1)`);
  const entry =
    db.prepare(`INSERT INTO log_entry (id, shift_id, kind, occurred_at, recorded_at, source, phone, title, urgency,
    called_at, answered_at, received_by, handling, important, text, actor_id)
    VALUES (?, 'bench', ?, ?, ?, ?, ?, '', NULL, NULL, NULL, '', ?, 0, ?, ?)`);
  const doc = db.prepare("INSERT INTO search_doc (kind, subject_id, at) VALUES ('entry', ?, ?)");
  const words = db.prepare('INSERT INTO log_search (rowid, content, note) VALUES (?, ?, ?)');
  const make = entryMaker(people, units);
  const kept: MadeEntry[] = [];
  const put = (n: number) => {
    const made = make();
    const atMs = STARTED + Math.floor(((n + 1) * LASTED_MS) / (count + 1));
    const id = idOf(atMs, n);
    entry.run(id, made.kind, atMs, atMs, made.from, made.phone, made.handling, made.text, made.actor.id);
    const names = [made.actor.name, made.from];
    const { content, note } = columnsOf({
      kind: 'entry',
      content: made.text,
      note: [made.phone, made.handling, ...names, initialsIn(names)].join(' '),
      keys: factKeys({
        logKind: made.kind,
        personIds: [made.actor.id],
        unitIds: made.unit ? [made.unit.id] : [],
        open: count - n < 40,
      }),
    });
    words.run(doc.run(id, atMs).lastInsertRowid, content, note);
    if (n % KEPT === 0) kept.push(made);
  };
  const putMany = db.transaction((from: number, to: number) => {
    for (let n = from; n < to; n += 1) put(n);
  });
  for (let n = 0; n < count; n += AT_ONCE) putMany(n, Math.min(n + AT_ONCE, count));
  return kept;
}
