import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { act, handOver, receive } from '../testing/acts.ts';
import { heldDesk, type Saved, save, savedDesk, type TestDesk } from '../testing/harness.ts';
import { GENESIS, jcs } from './chain.ts';
import type { Sqlite } from './open.ts';
import type { AuditRow } from './schema.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

let day: Saved | null = null;

/** A day with something in every kind of table, the program closed. */
async function workedDay(): Promise<TestDesk> {
  day ??= await liveDay();
  return savedDesk(day);
}

async function liveDay(): Promise<Saved> {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch');
  await desk.pass('40m');
  await desk.by('officer').dutyLog.add({ kind: 'callIn', text: '居民反映噪声' });
  const { items } = await desk.by('keeper').supplies.list();
  const shovel = items.find((i) => i.name === '铁铲');
  await desk.by('keeper').supplies.issue({ itemId: shovel?.id ?? '', quantity: 2, recipient: '霍长风' });
  await handOver(desk);
  return save(desk);
}

/** Changes the database as somebody with the file and no scruples would. */
function behind(desk: TestDesk, change: (db: Sqlite) => void): void {
  desk.raw((db) => {
    db.pragma('foreign_keys = OFF');
    const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
    }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    change(db);
  });
}

const sql = (statement: string) => (db: Sqlite) => {
  expect(db.prepare(statement).run().changes).toBeGreaterThan(0);
};
const rehash = (row: AuditRow, prev: string) =>
  createHash('sha256')
    .update(
      `${prev}\n${jcs({
        seq: row.seq,
        at: row.at,
        actor: row.actor_id,
        action: row.action,
        entity: row.entity,
        entityId: row.entity_id,
        payload: JSON.parse(row.payload),
      })}`,
    )
    .digest('hex');
const events = (db: Sqlite) => db.prepare('SELECT * FROM audit_event ORDER BY seq').all() as AuditRow[];

it('a day as it was lived verifies, and another program comes to the same head', async () => {
  const desk = await workedDay();
  const rows = desk.raw(events);
  let prev = GENESIS;
  for (const row of rows) prev = rehash(row, prev);
  expect(desk.verify()).toMatchObject({ ok: true, events: rows.length, head: prev });
});

it('payloads hold integers only and never a secret', async () => {
  const desk = await workedDay();
  const payloads = desk.raw(events).map((row) => row.payload);
  const secrets = desk.raw((db) => db.prepare('SELECT salt, hash FROM credential').all()) as {
    salt: string;
    hash: string;
  }[];
  expect(secrets.length).toBeGreaterThan(0);
  for (const payload of payloads) {
    expect(/[:[,]-?\d+[.eE]/.test(payload.replace(/"(?:[^"\\]|\\.)*"/g, '""'))).toBe(false);
    for (const { salt, hash } of secrets)
      expect(payload.includes(salt) || payload.includes(hash)).toBe(false);
  }
});

describe('names what was done behind the chain', () => {
  it.each<[name: string, change: (db: Sqlite) => void, problem: RegExp]>([
    ['an edited entry', sql("UPDATE log_entry SET text = '无事'"), /^log_entry \S+ was changed/],
    [
      'an edited place',
      sql("UPDATE instruction SET record = json_set(record, '$.place', '别处')"),
      /^instruction \S+ was changed/,
    ],
    [
      'a later arrival',
      sql('UPDATE instruction_event SET occurred_at = occurred_at + 1'),
      /^instruction_event \S+ was changed/,
    ],
    ['an alarm acknowledged', sql('UPDATE alarm SET ack_at = 1'), /^alarm \S+ was changed/],
    [
      'a quieter limit',
      sql("UPDATE setting SET value = json_set(value, '$.dispatchMinutes', 60) WHERE kind = 'limits'"),
      /^setting \S+ was changed/,
    ],
    ['a counter set back', sql('UPDATE counter SET value = 7'), /^counter \S+ was changed/],
    [
      'an added movement',
      sql(
        "INSERT INTO supply_movement SELECT 'x', item_id, kind, quantity, delta, balance_after, recipient, purpose, instruction_id, due_at, issue_id, condition, reason, occurred_at, actor_id FROM supply_movement LIMIT 1",
      ),
      /^supply_movement x was added/,
    ],
    [
      'an added person',
      sql(
        "INSERT INTO person SELECT 'x', 'X9', name, unit_id, title, kind, phone, roles, availability, active, version FROM person LIMIT 1",
      ),
      /^person x was added/,
    ],
    [
      'a removed alarm',
      sql('DELETE FROM alarm WHERE rowid = (SELECT max(rowid) FROM alarm)'),
      /^alarm \S+ was removed/,
    ],
    [
      'a removed signature',
      sql("DELETE FROM signature WHERE side = 'incoming'"),
      /^signature \S+ was removed/,
    ],
    [
      'a removed unit member',
      sql('DELETE FROM group_member WHERE rowid = 1'),
      /^group_member \S+ was removed/,
    ],
    [
      'an edited event',
      sql(
        "UPDATE audit_event SET payload = replace(payload, '居民反映噪声', '无事') WHERE action = 'dutyLog.add'",
      ),
      /^event \d+ was changed/,
    ],
    ['another actor', sql("UPDATE audit_event SET actor_id = 'x' WHERE seq = 3"), /^event 3 was changed/],
    ['another time', sql('UPDATE audit_event SET at = at + 1 WHERE seq = 3'), /^event 3 was changed/],
    [
      'another hash',
      sql("UPDATE audit_event SET hash = printf('%064d', 1) WHERE seq = 3"),
      /^event (3 was changed|4 does not follow)/,
    ],
    [
      'a payload that is no JSON',
      sql("UPDATE audit_event SET payload = '{' WHERE seq = 3"),
      /^event 3 holds no valid payload/,
    ],
    ['a removed event', sql('DELETE FROM audit_event WHERE seq = 3'), /^event 3 is missing/],
    [
      'two events in each other’s place',
      (db) => {
        db.exec('UPDATE audit_event SET seq = -3 WHERE seq = 3');
        db.exec('UPDATE audit_event SET seq = 3 WHERE seq = 4');
        db.exec('UPDATE audit_event SET seq = 4 WHERE seq = -3');
      },
      /^event 3 does not follow event 2/,
    ],
    [
      'an event changed with its own hash recomputed',
      (db) => {
        const row = events(db)[2];
        if (!row) throw new Error('too few events');
        const changed = { ...row, entity: 'other' };
        db.prepare('UPDATE audit_event SET entity = ?, hash = ? WHERE seq = 3').run(
          'other',
          rehash(changed, row.prev_hash),
        );
      },
      /^event 3 was rewritten with its hash: tail\.jsonl and event 4 know another/,
    ],
    [
      'the whole chain rewritten: the tail knows better',
      (db) => {
        let prev = GENESIS;
        for (const row of events(db)) {
          const changed = { ...row, at: row.at + 1 };
          const hash = rehash(changed, prev);
          db.prepare('UPDATE audit_event SET at = ?, prev_hash = ?, hash = ? WHERE seq = ?').run(
            changed.at,
            prev,
            hash,
            row.seq,
          );
          prev = hash;
        }
      },
      /^event \d+ differs from tail\.jsonl/,
    ],
    [
      'the last event and its rows taken away: the tail knows better',
      (db) => {
        const last = events(db).at(-1);
        db.prepare('DELETE FROM audit_event WHERE seq = ?').run(last?.seq);
        const rows = (JSON.parse(last?.payload ?? '{}') as { rows: Record<string, { id: string }[]> }).rows;
        for (const [table, list] of Object.entries(rows))
          for (const { id } of list) db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
      },
      /tail\.jsonl knows event|was removed/,
    ],
  ])('%s', async (_name, change, problem) => {
    const desk = await workedDay();
    behind(desk, change);
    const verdict = desk.verify();
    expect(verdict).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
  });

  it('by the event that last wrote the row', async () => {
    const desk = await workedDay();
    const seq = desk.raw((db) => events(db).find((row) => row.action === 'dutyLog.add')?.seq);
    behind(desk, sql("UPDATE log_entry SET text = '无事'"));
    expect(desk.verify()).toMatchObject({ ok: false, seq });
  });

  it('a folder without a database', async () => {
    const desk = await workedDay();
    expect((await import('./verify.ts')).verifyFolder(`${desk.dataDir}/none`).ok).toBe(false);
  });
});
