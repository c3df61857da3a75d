import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { evolve } from '../../shared/instructions/evolve.ts';
import { obligationsOf } from '../../shared/instructions/obligations.ts';
import type { ActionName, Instruction, InstructionEvent } from '../../shared/instructions/types.ts';
import { defaultLimits as limits } from '../../shared/settings/types.ts';
import { MINUTE } from '../../shared/time/zone.ts';
import type { Sqlite } from './db/open.ts';
import type { AlarmRow } from './db/schema.ts';
import { type Command, carryOut, commands } from './testing/commands.ts';
import { borrowHeldDesk, type TestDesk } from './testing/harness.ts';

vi.mock('node:crypto', () => import('./testing/cheap-scrypt.ts'));

/** The same days in every `npm test`, so that a red run means a change; other and more days by DUTY_DESK_RUNS. */
const RUNS = Number(process.env.DUTY_DESK_RUNS ?? 120);
const random = process.env.DUTY_DESK_RUNS ? {} : { seed: 20_260_312 };

type History = { first: Instruction; events: InstructionEvent[]; now: Instruction };

/** The receipt is the record's beginning, not an action on it. */
const isAction = (event: { name: string }) => event.name !== 'receive';

async function histories(desk: TestDesk): Promise<History[]> {
  const { rows } = await desk.by('lead').instructions.list({ limit: 500 });
  const received = desk.raw((db) =>
    db
      .prepare("SELECT payload FROM audit_event WHERE action = 'instructions.receive' ORDER BY seq")
      .pluck()
      .all(),
  ) as string[];
  const firsts = received.map((payload) => {
    const { rows: written } = JSON.parse(payload) as { rows: { instruction: { record: string }[] } };
    return JSON.parse(written.instruction[0]?.record ?? '{}') as Instruction;
  });
  return Promise.all(
    rows.reverse().map(async (now) => {
      const { events } = await desk.by('lead').instructions.get({ id: now.id });
      const first = firsts.find((f) => f.id === now.id);
      if (!first) throw new Error(`${now.number} was never received`);
      return { first, events: events.filter(isAction), now };
    }),
  );
}

const column = (db: Sqlite, sql: string) => db.prepare(sql).pluck().all();

function checkRecords(all: readonly History[]): void {
  expect(all.map((h) => h.now.number)).toEqual(all.map((_h, n) => `2026-${String(n + 1).padStart(6, '0')}`));
  for (const { first, events, now } of all) {
    let record = first;
    for (const event of events) {
      if (event.name === 'close') expect(obligationsOf(record, event.recordedAtMs, limits)).toEqual([]);
      record = evolve(record, event);
    }
    expect(record).toEqual(now);
  }
}

function checkStock(db: Sqlite): void {
  const movements = db
    .prepare('SELECT item_id, delta, balance_after FROM supply_movement ORDER BY rowid')
    .all() as { item_id: string; delta: number; balance_after: number }[];
  const sums = new Map<string, number>();
  for (const m of movements) {
    const sum = (sums.get(m.item_id) ?? 0) + m.delta;
    sums.set(m.item_id, sum);
    expect([m.balance_after, sum >= 0]).toEqual([sum, true]);
  }
}

function checkDesk(db: Sqlite): void {
  expect(column(db, "SELECT count(*) FROM shift WHERE status = 'holding'")).toEqual([1]);
  const holdings = db.prepare('SELECT from_ms, to_ms FROM desk_holding ORDER BY rowid').all() as {
    from_ms: number;
    to_ms: number | null;
  }[];
  expect(holdings.map((h) => h.to_ms)).toEqual([...holdings.slice(1).map((h) => h.from_ms), null]);
  const handovers = column(db, 'SELECT number FROM handover ORDER BY number');
  expect(handovers).toEqual(handovers.map((_h, n) => `JJ-2026-${String(n + 1).padStart(4, '0')}`));
}

const ends: ActionName[] = ['decline', 'duplicate', 'void', 'close'];
const settles: Partial<Record<string, ActionName[]>> = {
  dispatchDue: ['dispatch', ...ends],
  arrivalSoon: ['onScene', 'recall', ...ends],
  arrivalOverdue: ['onScene', 'recall', ...ends],
  sceneReportDue: ['sceneReport', ...ends],
  reportBackDue: ['reportBack', 'followUp', 'reopen', ...ends],
  followUpDue: ['followUpDone', 'void'],
};

/** When the thing an alarm was about was recorded, of what was recorded since it could ring at all. */
function settledAt(alarm: AlarmRow, h: History): number {
  const about = (e: InstructionEvent) => {
    const subject = e.resolved.dispatchId ?? e.resolved.followUpId;
    const ofTeam = ['arrivalSoon', 'arrivalOverdue', 'sceneReportDue', 'followUpDue'].includes(alarm.class);
    return !ofTeam || subject === undefined || subject === alarm.subject_id;
  };
  const names = settles[alarm.class] ?? ends;
  // Every result has its own clock: what was recorded before it settles nothing.
  const resultAt =
    alarm.due_at - (limits.reportBackMinutes + alarm.repeat * limits.overdueRepeatMinutes) * MINUTE;
  // After a recall only a dispatch that follows it settles anything.
  const recalledAt = Math.max(
    0,
    ...h.events
      .filter((e) => e.name === 'recall' && e.recordedAtMs < alarm.due_at)
      .map((e) => e.recordedAtMs),
  );
  const since = alarm.class === 'reportBackDue' ? resultAt : alarm.class === 'dispatchDue' ? recalledAt : 0;
  const times = h.events
    .filter((e) => names.includes(e.name) && about(e) && e.recordedAtMs > since)
    .map((e) => e.recordedAtMs);
  // A reopened one lives on: only what ended it last counts.
  return alarm.class === 'dispatchDue' || times.length < 2 ? Math.min(...times) : Math.max(...times);
}

function checkAlarms(db: Sqlite, all: readonly History[]): void {
  const alarms = db.prepare('SELECT * FROM alarm').all() as AlarmRow[];
  const keys = alarms.map((a) => `${a.class} ${a.subject_id} ${a.due_at}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const alarm of alarms) {
    expect(alarm.raised_at).toBeGreaterThanOrEqual(alarm.due_at);
    const history = all.find((h) => h.now.id === alarm.instruction_id);
    if (history) expect([alarm.class, settledAt(alarm, history) > alarm.due_at]).toEqual([alarm.class, true]);
  }
}

/** A day of these commands; returns what was refused, for the record of a failing run. */
async function live(desk: TestDesk, day: readonly Command[]): Promise<string[]> {
  const answers: string[] = [];
  for (const command of day) answers.push(`${command.do} ${await carryOut(desk, command)}`);
  await desk.tick();
  return answers;
}

describe('whatever happens at a desk', () => {
  it('nothing is closed with something owed, numbers have no gaps, stock and desk add up, alarms ring once, the chain verifies', {
    timeout: 600_000,
  }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(commands(22), (day) =>
        borrowHeldDesk(async (desk) => {
          for (const answer of await live(desk, day)) seen.add(answer);
          const all = await histories(desk);
          for (const { now } of all) seen.add(now.state);
          checkRecords(all);
          desk.raw((db) => {
            checkStock(db);
            checkDesk(db);
            checkAlarms(db, all);
          });
          expect(desk.verify()).toMatchObject({ ok: true });
        }),
      ),
      { ...random, numRuns: RUNS },
    );
    // The days must have gone somewhere: to closed instructions, changed hands and refusals alike.
    const expected = [
      'closed',
      'voided',
      'followUp',
      'handOver ok',
      'supply ok',
      'supply invalid:quantity:aboveBalance',
    ];
    if (RUNS >= 100) expect(expected.filter((what) => !seen.has(what))).toEqual([]);
  });

  it('the same alarms are raised whether or not the program was off meanwhile', {
    timeout: 600_000,
  }, async () => {
    const rings = (day: readonly Command[]) =>
      borrowHeldDesk(async (desk) => {
        await live(desk, day);
        return desk.raw((db) =>
          column(
            db,
            "SELECT class || ' ' || number || ' ' || due_at || ' ' || repeat AS ring FROM alarm ORDER BY ring",
          ),
        );
      });
    const awake = (c: Command): Command => (c.do === 'off' ? { do: 'pass', seconds: c.seconds } : c);
    await fc.assert(
      fc.asyncProperty(commands(16), async (day) => {
        expect(await rings(day)).toEqual(await rings(day.map(awake)));
      }),
      { ...random, numRuns: Math.ceil(RUNS / 5) },
    );
  });
});
