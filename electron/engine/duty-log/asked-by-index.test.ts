import DatabaseConstructor from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, it, vi } from 'vitest';
import { engineDialect } from '../db/dialect.ts';
import { databasePath } from '../db/open.ts';
import type { Database } from '../db/schema.ts';
import { instructionsOf } from '../handover/compile.ts';
import { at, heldDesk, type TestDesk } from '../testing/harness.ts';
import { papersInHand } from './papers-in-hand.ts';
import { ringingPapers } from './urgent-papers.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

/** Walks along these are as short as what is open or urgent; the one along the steps reads nothing but the index. */
const SHORT = [
  'INDEX follow_up_open',
  'INDEX instruction_open',
  'INDEX log_correction_urgent',
  'INDEX log_entry_urgent',
  'COVERING INDEX log_step_by_entry',
];

/** How SQLite goes about every question that a read asks, one line a table. */
async function walks(desk: TestDesk, read: (db: Kysely<Database>) => Promise<unknown>): Promise<string[]> {
  const sqlite = new DatabaseConstructor(databasePath(desk.dataDir));
  const plans: string[] = [];
  const db = new Kysely<Database>({
    dialect: engineDialect(sqlite),
    log: ({ query }) => {
      const rows = sqlite.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.parameters);
      plans.push(...(rows as { detail: string }[]).map((r) => r.detail));
    },
  });
  await read(db);
  await db.destroy();
  return plans.filter((p) => /^SCAN (e|s|c|d|f|follow_up|instruction|log_\w+)\b/.test(p));
}

it.each<[what: string, read: (db: Kysely<Database>, shiftId: string) => Promise<unknown>]>([
  ['papers in hand', (db) => papersInHand(db, 10)],
  ['papers that ring', (db) => ringingPapers(db, at('08:30'))],
  ['instructions of a shift', (db, shiftId) => instructionsOf(db, shiftId)],
  [
    'follow-ups of a shift',
    (db) => db.selectFrom('follow_up').select('done_at').where('recorded_at', '>=', at('08:30')).execute(),
  ],
])('%s: asked after every entry, never of all that there ever was', async (_what, read) => {
  const desk = await heldDesk();
  const { id } = await desk.by('officer').dutyLog.add({
    ...{ kind: 'document', title: '特提', text: '正文', urgency: 'flash' },
    followUp: { owner: '大队', dueAtMs: at('10:00') },
  });
  await desk.by('officer').dutyLog.step({ id, step: { kind: 'proposal', who: '田守一', text: '拟办' } });
  const { holder } = await desk.by('lead').shifts.current();
  const long = (await walks(desk, (db) => read(db, holder?.id ?? ''))).filter(
    (line) => !SHORT.some((index) => line.includes(index)),
  );
  expect(long).toEqual([]);
});
