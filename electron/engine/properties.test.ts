import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { stepsBetween } from '../../shared/alarms/plan.ts';
import type { AlarmSeries } from '../../shared/alarms/types.ts';
import { followUpSeries } from '../../shared/duty-log/follow-up-alarm.ts';
import { alarmSeriesOf } from '../../shared/instructions/alarms.ts';
import { evolve } from '../../shared/instructions/evolve.ts';
import { isOpen } from '../../shared/instructions/lifecycle.ts';
import { obligationsOf } from '../../shared/instructions/obligations.ts';
import type { Instruction, InstructionEvent } from '../../shared/instructions/types.ts';
import { defaultLimits as limits } from '../../shared/settings/types.ts';
import type { Sqlite } from './db/open.ts';
import type { AlarmRow } from './db/schema.ts';
import { type Command, carryOut, commands } from './testing/commands.ts';
import { borrowHeldDesk, type TestDesk } from './testing/harness.ts';

vi.mock('node:crypto', () => import('./testing/cheap-scrypt.ts'));

/** The same days in every `npm test`, so that a red run means a change; other and more days by DUTY_DESK_RUNS. */
const RUNS = Number(process.env.DUTY_DESK_RUNS ?? 120);
const random = process.env.DUTY_DESK_RUNS ? {} : { seed: 20_260_312 };

/** Ten thousand days take a quarter of an hour. */
const LONG_ENOUGH_MS = Math.max(600_000, RUNS * 400);

type History = { first: Instruction; events: InstructionEvent[]; now: Instruction };

/** The receipt is the record's beginning, not an action on it. */
const isAction = (event: { name: string }) => event.name !== 'receive';

async function histories(desk: TestDesk): Promise<History[]> {
  const { rows } = await desk.by('lead').instructions.list({ limit: 500 });
  const received = desk.raw((db) =>
    db
      .prepare(
        "SELECT payload FROM audit_event WHERE action IN ('instructions.receive', 'instructions.backEnter') ORDER BY seq",
      )
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

/** Every number of the year is an instruction, a spoiled form or one still on paper, each once. */
async function checkNumbers(desk: TestDesk, all: readonly History[]): Promise<void> {
  const { blocks, years } = await desk.by('lead').numbers.view();
  const reserved = blocks.flatMap((b) => b.numbers);
  const others = reserved.filter((n) => n.state !== 'entered').map((n) => n.number);
  const numbers = [...all.map((h) => h.now.number), ...others].sort();
  expect(numbers).toEqual(numbers.map((_n, k) => `2026-${String(k + 1).padStart(6, '0')}`));
  expect(years.map((y) => [y.gaps, y.issued])).toEqual([[[], numbers.length]]);
}

const column = (db: Sqlite, sql: string) => db.prepare(sql).pluck().all();

function checkRecords(all: readonly History[]): void {
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

type Ring = { class: string; subject: string; due: number };
const ringText = (r: Ring) => `${r.class} ${r.subject} ${r.due}`;

const followUpsOf = (i: Instruction): AlarmSeries[] =>
  isOpen(i.state)
    ? [...i.followUps, ...i.orders].map((f) =>
        followUpSeries({ ...f, doneAtMs: f.done?.atMs ?? null, learnedAtMs: i.restoredAtMs ?? 0 }),
      )
    : [];

/**
 * What had to ring for one instruction: for every span between two of its events the steps of the plan as the record
 * stood then. An action recorded at an instant settles what is due at that instant.
 */
function planned({ first, events }: History, untilMs: number): string[] {
  let record = first;
  const rings: Ring[] = [];
  let fromMs = first.backEnteredAtMs ?? first.receivedAtMs;
  const ringUntil = (toMs: number) => {
    for (const series of [
      ...(isOpen(record.state) ? alarmSeriesOf(record, limits) : []),
      ...followUpsOf(record),
    ])
      for (const step of stepsBetween(series, fromMs - 1, toMs))
        rings.push({ class: step.class, subject: step.subjectId, due: step.dueAtMs });
    fromMs = toMs + 1;
  };
  for (const event of events) {
    ringUntil(event.recordedAtMs - 1);
    record = evolve(record, event);
  }
  ringUntil(untilMs);
  return [...new Set(rings.map(ringText))].sort();
}

/** Exactly the plan rang, each step once, nothing early. */
function checkAlarms(db: Sqlite, all: readonly History[], nowMs: number): void {
  const alarms = db.prepare('SELECT * FROM alarm').all() as AlarmRow[];
  for (const alarm of alarms) expect(alarm.raised_at).toBeGreaterThanOrEqual(alarm.due_at);
  for (const history of all) {
    const rang = alarms
      .filter((a) => a.instruction_id === history.now.id)
      .map((a) => ringText({ class: a.class, subject: a.subject_id, due: a.due_at }));
    expect(rang.sort()).toEqual(planned(history, nowMs));
  }
  checkSettled(alarms, all);
}

/** An alarm still open is about something still owed; none is left over for a settled thing. */
function checkSettled(alarms: readonly AlarmRow[], all: readonly History[]): void {
  for (const alarm of alarms.filter((a) => a.settled_at === null && a.instruction_id !== null)) {
    const now = all.find((h) => h.now.id === alarm.instruction_id)?.now;
    expect([alarm.class, now && isOpen(now.state)]).toEqual([alarm.class, true]);
    const owed = now ? [...alarmSeriesOf(now, limits), ...followUpsOf(now)] : [];
    const live = owed.filter((s) => s.class === alarm.class && s.subjectId === alarm.subject_id);
    expect([alarm.class, live.some((s) => s.settledAtMs === Number.POSITIVE_INFINITY)]).toEqual([
      alarm.class,
      true,
    ]);
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
    timeout: LONG_ENOUGH_MS,
  }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(commands(22), (day) =>
        borrowHeldDesk(async (desk) => {
          for (const answer of await live(desk, day)) seen.add(answer);
          const all = await histories(desk);
          for (const { now } of all) seen.add(now.state);
          checkRecords(all);
          await checkNumbers(desk, all);
          desk.raw((db) => {
            checkStock(db);
            checkDesk(db);
            checkAlarms(db, all, desk.clock.now());
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
      'paper ok',
      'paper invalid:number:alreadySpoiled',
      'supply invalid:quantity:aboveBalance',
    ];
    if (RUNS >= 100) expect(expected.filter((what) => !seen.has(what))).toEqual([]);
  });

  it('the same alarms are raised whether or not the program was off meanwhile', {
    timeout: LONG_ENOUGH_MS,
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
