import { describe, expect, it, vi } from 'vitest';
import { act, handOver, receive, rung } from '../testing/acts.ts';
import { at, heldDesk, refusal, span, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

/** What main is told to ring, the newest message. */
const ringing = (desk: TestDesk) =>
  desk.emitted
    .flatMap((m) => (m.t === 'alarms' ? [m] : []))
    .at(-1)
    ?.active.map((a) => a.class);

/** The program is off for a span. */
const off = (desk: TestDesk, text: string) => desk.restart(desk.clock.now() + span(text));

describe('an alarm is raised', () => {
  it('at its time and its repeats, each once however often the engine ticks', async () => {
    const desk = await heldDesk();
    await receive(desk);
    for (let second = 0; second < 500; second += 1) {
      desk.clock.set(desk.clock.now() + 1000);
      await desk.tick();
      if (second % 7 === 0) await desk.tick();
    }
    expect(await rung(desk)).toEqual(['08:33 dispatchDue', '08:38 dispatchDue/1']);
  });

  it('once although calls and ticks come at the same instant', async () => {
    const desk = await heldDesk();
    await receive(desk);
    desk.clock.set(desk.clock.now() + span('3m'));
    await Promise.all([
      desk.tick(),
      desk.by('lead').desk.view(),
      desk.tick(),
      desk.by('lead').alarms.active(),
    ]);
    expect(await rung(desk)).toEqual(['08:33 dispatchDue']);
  });

  it('not for what is recorded at the very instant it falls due', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await desk.advance(at('08:33'));
    await act(desk, id, 'dispatch', { takenAtMs: at('08:33') });
    await desk.until('08:53');
    await act(desk, id, 'recall');
    await desk.until('08:55');
    expect(await rung(desk)).toEqual(['08:53 arrivalSoon']);
  });

  it('in the order of time, class and number', async () => {
    const desk = await heldDesk();
    for (const n of [1, 2]) {
      const { id } = await receive(desk, { place: `${n}` });
      await act(desk, id, 'dispatch');
      await act(desk, id, 'onScene', { text: '' });
      await act(desk, id, 'raiseSeverity', { to: 'serious' });
    }
    await desk.pass('5m');
    expect(await rung(desk)).toEqual([
      '08:35 sceneReportDue',
      '08:35 sceneReportDue',
      '08:35 leaderNoticeDue',
      '08:35 leaderNoticeDue',
    ]);
  });

  it('and main is told, with the deadlines of the next hour', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await desk.until('08:33');
    expect(ringing(desk)).toEqual(['dispatchDue']);
    await act(desk, id, 'dispatch');
    expect(ringing(desk)).toEqual([]);
    const due = desk.emitted.flatMap((m) => (m.t === 'alarms' ? [m.due] : [])).at(-1);
    expect(due?.slice(0, 3).map((d) => [d.class, d.dueAtMs])).toEqual([
      ['arrivalSoon', at('08:53')],
      ['arrivalSoon', at('08:58')],
      ['arrivalOverdue', at('09:03')],
    ]);
  });
});

describe('what fell due while the program was off', () => {
  it('is raised at its return with its true time, marked as missed', async () => {
    const desk = await heldDesk();
    await receive(desk);
    await desk.until('08:36');
    await off(desk, '10m');
    await desk.until('08:48');
    expect(await rung(desk)).toEqual([
      '08:33 dispatchDue',
      '08:38 dispatchDue/1 missed',
      '08:43 dispatchDue/2 missed',
      '08:48 dispatchDue/3',
    ]);
  });

  it('is not missed when it falls due at the return itself', async () => {
    const desk = await heldDesk();
    await receive(desk);
    await off(desk, '3m');
    await desk.tick();
    expect(await rung(desk)).toEqual(['08:33 dispatchDue']);
  });

  it('is not missed either when it was learned of only afterwards', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await off(desk, '2h');
    await act(desk, id, 'dispatch', { takenBy: '霍长风', takenAtMs: at('09:00') });
    await desk.tick();
    expect((await rung(desk)).at(-1)).toBe('10:30 arrivalOverdue/12');
  });

  it('stays raised once over several restarts', async () => {
    const desk = await heldDesk();
    await receive(desk);
    for (let n = 0; n < 4; n += 1) await off(desk, '2m');
    await desk.tick();
    expect(await rung(desk)).toEqual(['08:33 dispatchDue missed', '08:38 dispatchDue/1']);
  });

  it('is not lost when the program is killed in the middle of raising it', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await act(desk, id, 'dispatch');
    await act(desk, id, 'onScene', { text: '' });
    await act(desk, id, 'raiseSeverity', { to: 'serious' });
    await off(desk, '1h');
    expect(await rung(desk)).toHaveLength(2);
    await desk.stop();
    // As after a kill between the two: the second alarm and its event never came to be.
    desk.raw((db) => {
      db.exec('DROP TRIGGER alarm_no_delete');
      db.exec("DELETE FROM alarm WHERE class = 'leaderNoticeDue'");
      db.exec(
        "CREATE TRIGGER alarm_no_delete BEFORE DELETE ON alarm\n       BEGIN SELECT RAISE(ABORT, 'alarm is permanent'); END",
      );
    });
    await off(desk, '5m');
    expect(await rung(desk)).toEqual(['08:35 sceneReportDue missed', '08:35 leaderNoticeDue missed']);
  });

  it('comes in a flood after a long time without stopping the engine from answering', async () => {
    const desk = await heldDesk();
    await receive(desk);
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    await off(desk, '7d');
    clearInterval(counting);
    const alarms = await desk.by('lead').alarms.history({ limit: 10_000 });
    expect(alarms.filter((a) => a.class === 'dispatchDue')).toHaveLength(2016);
    expect(new Set(alarms.map((a) => `${a.class} ${a.dueAtMs}`)).size).toBe(alarms.length);
    expect(turns).toBeGreaterThan(10);
    expect(desk.verify().ok).toBe(true);
  });
});

it('a clock that jumped ahead and was set right silences nothing', async () => {
  const desk = await heldDesk();
  desk.clock.set(at('+08:00'));
  await desk.tick();
  desk.clock.set(at('09:00'));
  await receive(desk);
  await desk.until('09:03');
  expect(await rung(desk)).toEqual(['09:03 dispatchDue']);
});

describe('an acknowledgement', () => {
  /** Two instructions, both rung twice. */
  async function twoRung(desk: TestDesk) {
    const [a, b] = [await receive(desk), await receive(desk)];
    await desk.until('08:38');
    const rows = await desk.by('lead').alarms.history({});
    const of = (instructionId: string) =>
      rows.filter((r) => r.instructionId === instructionId).sort((x, y) => x.repeat - y.repeat);
    return { a: of(a.id), b: of(b.id) };
  }
  const open = async (desk: TestDesk) =>
    (await desk.by('lead').alarms.history({})).filter((r) => r.acknowledged === null).map((r) => r.id);

  it('touches this alarm and its earlier repeats, no other', async () => {
    const desk = await heldDesk();
    const { a, b } = await twoRung(desk);
    const done = await desk.by('officer').alarms.acknowledge({ id: a[1]?.id ?? '' });
    expect(done.acknowledged).toEqual({ byName: '童子安', atMs: at('08:38') });
    expect((await open(desk)).sort()).toEqual(b.map((r) => r.id).sort());
  });

  it('of an earlier one leaves the later repeat', async () => {
    const desk = await heldDesk();
    const { a, b } = await twoRung(desk);
    await desk.by('officer').alarms.acknowledge({ id: a[0]?.id ?? '' });
    expect((await open(desk)).sort()).toEqual([a[1], ...b].map((r) => r?.id).sort());
  });

  it('stops no clock: the next repeat comes', async () => {
    const desk = await heldDesk();
    const { a } = await twoRung(desk);
    await desk.by('officer').alarms.acknowledge({ id: a[1]?.id ?? '' });
    await desk.until('08:43');
    const active = await desk.by('lead').alarms.active();
    expect(active.map((r) => r.repeat)).toEqual([2, 2]);
  });

  it('is recorded as by the desk while it is locked', async () => {
    const desk = await heldDesk();
    const { a } = await twoRung(desk);
    const locked = desk.as({ personId: desk.id('officer'), locked: true });
    const done = await locked.alarms.acknowledge({ id: a[1]?.id ?? '' });
    expect(done.acknowledged?.byName).toBe('desk');
  });

  it('is the desk’s own while nobody has signed in; refused for an unknown alarm and a second time', async () => {
    const desk = await heldDesk();
    const { a } = await twoRung(desk);
    const id = a[1]?.id ?? '';
    expect(await refusal(desk.by('lead').alarms.acknowledge({ id: 'none' }))).toBe('notFound:alarm');
    expect((await desk.by(null).alarms.acknowledge({ id })).acknowledged?.byName).toBe('desk');
    expect(await refusal(desk.by('lead').alarms.acknowledge({ id }))).toBe('conflict:alreadyAcknowledged');
  });
});

it('a handover that is late rings until both have signed', async () => {
  const desk = await heldDesk();
  await desk.until('+08:46');
  await handOver(desk);
  await desk.until('+09:30');
  expect(await rung(desk)).toEqual(['08:40 handoverLate', '08:45 handoverLate/1']);
  expect(ringing(desk)).toEqual([]);
});

describe('a clock set back during a countdown', () => {
  it('neither rings again nor falls silent: what is due rings when its time comes', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await desk.until('08:36');
    desk.clock.set(at('08:31'));
    await desk.until('08:37');
    expect(await rung(desk)).toEqual(['08:33 dispatchDue']);
    await desk.until('08:39');
    expect(await rung(desk)).toEqual(['08:33 dispatchDue', '08:38 dispatchDue/1']);
    desk.clock.set(at('08:25'));
    const after = await act(desk, id, 'dispatch', { takenBy: '霍长风' });
    expect(after.dispatches[0]?.dispatchedAtMs).toBe(at('08:25'));
    await desk.until('08:54');
    expect((await rung(desk)).slice(2)).toEqual(['08:45 arrivalSoon', '08:50 arrivalSoon']);
    expect(desk.verify()).toMatchObject({ ok: true });
  });
});
