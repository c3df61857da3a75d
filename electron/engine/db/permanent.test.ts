import { describe, expect, it, vi } from 'vitest';
import { act, handOver, receive } from '../testing/acts.ts';
import { heldDesk, type Saved, save, savedDesk, type TestDesk } from '../testing/harness.ts';
import type { Sqlite } from './open.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const permanent = [
  'audit_event',
  'request',
  'attendance',
  'log_entry',
  'log_correction',
  'instruction_event',
  'supply_movement',
  'signature',
  'sealed_document',
  'setting',
];
const kept = [
  'person',
  'shift',
  'shift_member',
  'desk_holding',
  'follow_up',
  'instruction',
  'alarm',
  'supply_item',
  'handover',
  'handover_item',
  'handover_count',
];

let full: Saved | null = null;

/** A desk on which every one of these tables has a row. */
async function fullDesk(): Promise<TestDesk> {
  full ??= await fillEveryTable();
  return savedDesk(full);
}

async function fillEveryTable(): Promise<Saved> {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await desk.pass('3m');
  await act(desk, id, 'dispatch');
  const followUp = { owner: '大队', dueAtMs: desk.clock.now() + 60_000 };
  const entry = await desk.by('officer').dutyLog.add({ kind: 'callIn', text: '居民反映', followUp });
  await desk.by('officer').dutyLog.correct({ id: entry.id, text: '居民来电', reason: '听错' });
  await desk.by('lead').shifts.signIn({ personId: desk.id('lead') });
  const handoverId = await handOver(desk);
  const main = desk.as({ personId: null, locked: false, system: 'main' });
  await main.handover.seal({ id: handoverId, sha256: 'a'.repeat(64), bytes: 1 });
  return save(desk);
}

/** As the engine's own connection is set up: the triggers hold there. */
function attempt(desk: TestDesk, statement: string): string {
  return desk.raw((db: Sqlite) => {
    db.pragma('recursive_triggers = ON');
    try {
      return `changed ${db.prepare(statement).run().changes}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
}

describe('what is written once stays', () => {
  it('permanent tables refuse UPDATE, DELETE and INSERT OR REPLACE', async () => {
    const desk = await fullDesk();
    for (const table of permanent) {
      const key = table === 'audit_event' ? 'seq' : 'id';
      expect(desk.count(table), table).toBeGreaterThan(0);
      for (const statement of [
        `UPDATE ${table} SET ${key} = ${key}`,
        `DELETE FROM ${table}`,
        `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
      ])
        expect([statement, attempt(desk, statement)]).toEqual([statement, `${table} is permanent`]);
    }
  });

  it('kept tables refuse DELETE and INSERT OR REPLACE', async () => {
    const desk = await fullDesk();
    for (const table of kept) {
      expect(desk.count(table), table).toBeGreaterThan(0);
      for (const statement of [
        `DELETE FROM ${table}`,
        `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
      ])
        expect([statement, attempt(desk, statement)]).toEqual([statement, `${table} is permanent`]);
    }
  });

  it.each<[name: string, statement: string, error: RegExp]>([
    [
      'a second holder',
      "INSERT INTO desk_holding SELECT 'x', shift_id, from_ms, NULL FROM desk_holding LIMIT 1",
      /UNIQUE/,
    ],
    ['a second shift at the desk', "UPDATE shift SET status = 'holding'", /UNIQUE/],
    [
      'stock below zero',
      "INSERT INTO supply_movement SELECT 'x', item_id, kind, 1, -1, -1, '', '', NULL, NULL, NULL, '', '', 0, NULL FROM supply_movement LIMIT 1",
      /CHECK/,
    ],
    [
      'an entry that says nothing',
      "INSERT INTO log_entry SELECT 'x', shift_id, kind, 0, 0, '', '', '', NULL, NULL, NULL, '', '', 0, '', actor_id FROM log_entry LIMIT 1",
      /CHECK/,
    ],
    [
      'the same number twice',
      "INSERT INTO instruction SELECT 'x', number, state, open, 0, shift_id, NULL, '', '{}', 1 FROM instruction LIMIT 1",
      /UNIQUE/,
    ],
    [
      'the same alarm twice',
      "INSERT INTO alarm SELECT 'x', class, level, subject_id, NULL, '', '', due_at, 0, 1, 0, NULL, NULL, NULL, 1 FROM alarm LIMIT 1",
      /UNIQUE/,
    ],
    [
      'two events at one place',
      "INSERT INTO instruction_event SELECT 'x', instruction_id, position, action, '', '', NULL, shift_id, 0, 0 FROM instruction_event LIMIT 1",
      /UNIQUE/,
    ],
    [
      'a third signature',
      "INSERT INTO signature SELECT 'x', handover_id, side, person_id, 0 FROM signature LIMIT 1",
      /UNIQUE/,
    ],
    [
      'a text where a time belongs',
      "INSERT INTO sealed_document SELECT 'x', kind, subject_id, 'many', 0 FROM sealed_document",
      /cannot store TEXT/,
    ],
  ])('the storage itself refuses %s', async (_name, statement, error) => {
    const desk = await fullDesk();
    expect(attempt(desk, statement)).toMatch(error);
  });
});
