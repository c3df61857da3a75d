import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Sheet } from '../../../shared/handover/types.ts';
import { accept } from '../testing/acts.ts';
import { borrowHeldDesk, cast, PIN, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const RUNS = Number(process.env.DUTY_DESK_RUNS ?? 60);
const random = process.env.DUTY_DESK_RUNS ? {} : { seed: 20_261_123 };
const LONG_ENOUGH_MS = Math.max(300_000, RUNS * 400);

/** One thing that people do around a change of shift; numbers choose among what is there. */
type Command =
  | { do: 'log'; important: boolean }
  | { do: 'correct'; which: number }
  | { do: 'carry'; end: boolean; which: number }
  | { do: 'freeze'; extra: boolean }
  | { do: 'withdraw' }
  | { do: 'decide'; refuseFirst: boolean }
  | { do: 'signOutgoing' }
  | { do: 'signIncoming' }
  | { do: 'substitute' }
  | { do: 'pass'; minutes: number }
  | { do: 'off'; minutes: number }
  /** Somebody sets the system clock. */
  | { do: 'step'; minutes: number };

const plain = <T extends string>(name: T) => fc.constant({ do: name });
const pick = fc.nat({ max: 20 });
const minutes = fc.integer({ min: 1, max: 400 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('log' as const), important: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), which: pick }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('carry' as const), end: fc.boolean(), which: pick }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('freeze' as const), extra: fc.boolean() }) },
  { weight: 1, arbitrary: plain('withdraw' as const) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), refuseFirst: fc.boolean() }) },
  { weight: 3, arbitrary: plain('signOutgoing' as const) },
  { weight: 3, arbitrary: plain('signIncoming' as const) },
  { weight: 1, arbitrary: plain('substitute' as const) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('off' as const), minutes }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('step' as const), minutes: fc.integer({ min: -300, max: 300 }) }),
  },
);

const sides = async (desk: TestDesk): Promise<[out: Who, incoming: Who]> => {
  const { holder } = await desk.by('lead').shifts.current();
  const first = holder?.members.some((m) => m.duty === 'shiftLead' && m.name === cast.lead) ?? true;
  return first ? ['lead', 'nextLead'] : ['nextLead', 'lead'];
};

async function carryOut(desk: TestDesk, c: Command): Promise<string> {
  const [out, incoming] = await sides(desk);
  const view = await desk.by(out).handover.view();
  const handoverId = view.current?.id ?? 'none';
  switch (c.do) {
    case 'log':
      return refusal(desk.by(out).dutyLog.add({ kind: 'other', text: '巡查正常', important: c.important }));
    case 'correct': {
      const { entries } = await desk.by(out).dutyLog.day({});
      const entry = entries[c.which % Math.max(1, entries.length)];
      if (!entry) return 'nothing there';
      return refusal(desk.by(out).dutyLog.correct({ id: entry.id, text: `${entry.text}。`, reason: '漏字' }));
    }
    case 'carry': {
      const open = view.carry.filter((i) => i.endedAtMs === null);
      const item = open[c.which % Math.max(1, open.length)];
      if (c.end && item) return refusal(desk.by(out).handover.endCarry({ id: item.id, text: '已办' }));
      return refusal(desk.by(out).handover.saveCarry({ section: 'toFollow', text: `第${c.which}件` }));
    }
    case 'freeze': {
      const toSecond = out === 'lead';
      const extraReason = c.extra ? '值班长发病' : '';
      return refusal(desk.by(out).handover.freeze({ relief: desk.crew(toSecond), extraReason }));
    }
    case 'withdraw':
      return refusal(desk.by(out).handover.withdraw({ handoverId, reason: '接班人员未到' }));
    case 'decide': {
      const [first] = view.current?.items ?? [];
      if (c.refuseFirst && first)
        await refusal(
          desk.by(incoming).handover.decideItems({
            handoverId,
            decisions: [{ itemId: first.id, decision: 'refused', reason: '情况不清' }],
          }),
        );
      return view.current ? refusal(accept(desk, handoverId, incoming)) : 'nothing there';
    }
    case 'signOutgoing':
      return refusal(desk.by(out).handover.signOutgoing({ handoverId, personId: desk.id(out), pin: PIN }));
    case 'signIncoming':
      return refusal(
        desk.by(incoming).handover.signIncoming({ handoverId, personId: desk.id(incoming), pin: PIN }),
      );
    case 'substitute': {
      const officer: Who = out === 'lead' ? 'officer' : 'nextOfficer';
      const input = { personId: desk.id(officer), byId: desk.id('member'), reason: '发热' };
      return refusal(desk.by(out).shifts.substitute(input));
    }
    case 'pass':
      await desk.advance(desk.clock.now() + c.minutes * 60_000);
      return 'ok';
    case 'step':
      desk.clock.set(desk.clock.now() + c.minutes * 60_000);
      return 'ok';
    case 'off':
      await desk.restart(desk.clock.now() + c.minutes * 60_000 + 1000);
      return 'ok';
  }
}

type Span = { shift_id: string; from_ms: number; to_ms: number | null };

/** At every instant since the first takeover exactly one shift holds the desk. */
function checkHolding(desk: TestDesk): Span[] {
  const spans = desk.raw((db) =>
    db.prepare('SELECT shift_id, from_ms, to_ms FROM desk_holding ORDER BY rowid').all(),
  ) as Span[];
  expect(spans.map((s) => s.to_ms)).toEqual([...spans.slice(1).map((s) => s.from_ms), null]);
  expect(new Set(spans.map((s) => s.shift_id)).size).toBe(spans.length);
  return spans;
}

/** Every entry was recorded while its shift held the desk, and stands in the log of exactly one duty day. */
async function checkEntries(desk: TestDesk, spans: readonly Span[], steady: boolean): Promise<void> {
  const rows = desk.raw((db) =>
    db.prepare('SELECT id, shift_id, recorded_at FROM log_entry ORDER BY id').all(),
  ) as { id: string; shift_id: string; recorded_at: number }[];
  // A clock that was set moves what is recorded, never whose it is.
  for (const row of steady ? rows : []) {
    const span = spans.find((s) => s.shift_id === row.shift_id);
    expect(row.recorded_at).toBeGreaterThanOrEqual(span?.from_ms ?? Number.POSITIVE_INFINITY);
    expect(row.recorded_at).toBeLessThanOrEqual(span?.to_ms ?? desk.clock.now());
  }
  const days = desk.raw((db) =>
    db.prepare('SELECT DISTINCT duty_day FROM shift ORDER BY duty_day').pluck().all(),
  ) as string[];
  const shown = [];
  for (const dutyDay of days) shown.push(...(await desk.by('lead').dutyLog.day({ dutyDay })).entries);
  expect(shown.map((e) => e.id).sort()).toEqual(rows.map((r) => r.id));
}

async function signedSheets(desk: TestDesk): Promise<Sheet[]> {
  const ids = desk.raw((db) =>
    db.prepare('SELECT id FROM handover WHERE signed_at IS NOT NULL ORDER BY signed_at').pluck().all(),
  ) as string[];
  return Promise.all(ids.map((id) => desk.by('lead').handover.sheet({ id })));
}

/** Every entry stands on exactly one sheet, and the sheets of consecutive shifts join without gap or overlap. */
async function checkSheets(desk: TestDesk, spans: readonly Span[]): Promise<void> {
  const sheets = await signedSheets(desk);
  expect(sheets.map((s) => s.handover.outgoingShiftId)).toEqual(spans.slice(0, -1).map((s) => s.shift_id));
  for (const [n, { handover, addenda }] of sheets.entries()) {
    const own = desk.raw((db) =>
      db
        .prepare(`SELECT e.id FROM log_entry e LEFT JOIN log_detail d ON d.id = e.id
          WHERE e.shift_id = ? AND coalesce(json_extract(d.value, '$.quiet'), 0) = 0`)
        .all(handover.outgoingShiftId),
    );
    const onSheet = handover.snapshot.counts.entries + addenda.filter((a) => a.kind === 'log').length;
    expect([n, onSheet]).toEqual([n, own.length]);
    expect(handover.signedAtMs).toBe(spans[n]?.to_ms);
    expect(handover.incomingShiftId).toBe(spans[n + 1]?.shift_id);
    // Who held the desk at each minute: joined spans, the last of them the outgoing shift's own.
    const { watch } = handover.snapshot;
    expect(watch.at(-1)).toMatchObject({
      shiftId: handover.outgoingShiftId,
      fromMs: spans[n]?.from_ms,
      toMs: null,
    });
    expect(watch.slice(0, -1).map((w) => w.toMs)).toEqual(watch.slice(1).map((w) => w.fromMs));
  }
}

/** What was open at the freeze is an item of that sheet, and goes on to the next until it is ended. */
async function checkCarried(desk: TestDesk): Promise<void> {
  const { carry } = await desk.by('lead').handover.view();
  for (const { handover } of await signedSheets(desk)) {
    for (const item of handover.items.filter((i) => i.kind === 'carry')) {
      const line = carry.find((c) => c.id === item.subjectId);
      if (line && line.endedAtMs === null)
        expect(line.trail.passages.map((p) => p.number)).toContain(handover.number);
    }
  }
}

it('the seam is exact, whatever people do around it', { timeout: LONG_ENOUGH_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 60 }), (list) =>
      borrowHeldDesk(async (desk) => {
        for (const each of list) await carryOut(desk, each);
        const spans = checkHolding(desk);
        await checkEntries(desk, spans, !list.some((c) => c.do === 'step'));
        await checkSheets(desk, spans);
        await checkCarried(desk);
        expect(desk.verify()).toMatchObject({ ok: true });
      }),
    ),
    { numRuns: RUNS, ...random },
  );
});
