import { describe, expect, it, vi } from 'vitest';
import { act, receive } from '../testing/acts.ts';
import { at, heldDesk, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

/** Two that wait for a dispatch since 08:33, the first acknowledged at 08:35, the second dispatched at 08:36. */
async function worked(desk: TestDesk) {
  const [a, b] = [await receive(desk, { place: '甲路' }), await receive(desk, { place: '乙路' })];
  await desk.until('08:35');
  const of = async (id: string) =>
    (await desk.by('lead').alarms.active()).find((r) => r.instructionId === id)?.id ?? '';
  await desk.by('officer').alarms.acknowledge({ id: await of(a.id) });
  await desk.until('08:36');
  await act(desk, b.id, 'dispatch');
  return { a, b };
}

describe('what is asked for', () => {
  it('by status: ringing, acknowledged and still owed, past', async () => {
    const desk = await heldDesk();
    const { a, b } = await worked(desk);
    const { id } = await receive(desk);
    await desk.pass('3m');
    const found = async (status: 'any' | 'active' | 'acknowledged' | 'settled') =>
      (await desk.by('lead').alarms.history({ status }))
        .filter((r) => r.dueAtMs !== at('08:38'))
        .map((r) => r.instructionId);
    expect(await found('active')).toEqual([id]);
    expect(await found('acknowledged')).toEqual([a.id]);
    expect(await found('settled')).toEqual([b.id]);
    expect(await found('any')).toEqual([id, b.id, a.id]);
  });

  it('by class and by day of the raise', async () => {
    const desk = await heldDesk();
    await worked(desk);
    const count = async (over: object) => (await desk.by('lead').alarms.history(over)).length;
    expect(await count({ classes: ['arrivalOverdue'] })).toBe(0);
    expect(await count({ classes: ['arrivalOverdue', 'dispatchDue'] })).toBe(2);
    expect(await count({ fromDay: '2026-03-11', toDay: '2026-03-11' })).toBe(2);
    expect(await count({ fromDay: '2026-03-12' })).toBe(0);
    expect(await count({ toDay: '2026-03-10' })).toBe(0);
  });

  it('response times of a class stand beside how many there were', async () => {
    const desk = await heldDesk();
    await worked(desk);
    expect(await desk.by('lead').alarms.responses({})).toEqual({
      total: 2,
      atMs: at('08:36'),
      filter: { classes: [], status: 'any', fromDay: '2026-02-09', toDay: null },
      classes: [
        {
          class: 'dispatchDue',
          count: 2,
          acknowledged: 1,
          settledOnly: 1,
          open: 0,
          medianMs: 120_000,
          p90Ms: 120_000,
        },
      ],
    });
  });

  it('without days those of the last 31, but what is still owed however old', async () => {
    const desk = await heldDesk();
    await worked(desk);
    const open = await receive(desk);
    await desk.pass('4m');
    desk.raw((db) => db.prepare('UPDATE alarm SET raised_at = raised_at - 31 * 86400000').run());
    const ask = desk.by('lead').alarms;
    expect(await ask.history({})).toEqual([]);
    expect((await ask.responses({ status: 'settled' })).total).toBe(0);
    expect((await ask.responses({ fromDay: '2026-01-01' })).total).toBe(4);
    expect((await ask.history({ status: 'active' })).map((a) => a.instructionId)).toContain(open.id);
  });

  it('thousands are counted and shown to the last, each once', async () => {
    const desk = await heldDesk();
    await worked(desk);
    desk.raw((db) => {
      const copy = db.prepare(
        `INSERT INTO alarm SELECT 'copy-' || ?, class, level, 's' || ?, instruction_id, number, place, due_at, raised_at, repeat,
         missed, settled_at, ack_by, ack_at, version FROM alarm WHERE ack_at IS NULL LIMIT 1`,
      );
      db.transaction(() => {
        for (let n = 0; n < 4500; n += 1) copy.run(n, n);
      })();
    });
    const ask = desk.by('lead').alarms;
    const { total, classes } = await ask.responses({});
    expect([total, classes[0]?.count]).toEqual([4502, 4502]);
    const all = await ask.history({ limit: 10_000 });
    expect([all.length, new Set(all.map((a) => a.id)).size]).toEqual([4502, 4502]);
    expect(await ask.history({ limit: 2500 })).toEqual(all.slice(0, 2500));
  });

  it('as a workbook', async () => {
    const desk = await heldDesk();
    await worked(desk);
    const book = await desk.by('lead').alarms.workbook({ status: 'any' });
    expect(book.fileName).toBe('告警记录_2026-03-11.xlsx');
    expect(Buffer.from(book.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});

describe('sixty alarms within a minute', () => {
  it('are one message that stays small, each of them one line, answered one by one', async () => {
    const desk = await heldDesk();
    for (let n = 0; n < 60; n += 1) {
      desk.clock.set(desk.clock.now() + 1000);
      await receive(desk, { place: `台风路${n}号`, centreNo: `110-${n}` });
    }
    await desk.until('08:36');
    const active = await desk.by('lead').alarms.active();
    expect(active).toHaveLength(60);
    expect(new Set(active.map((a) => a.class))).toEqual(new Set(['dispatchDue']));
    await desk.by('officer').alarms.acknowledge({ id: active[0]?.id ?? '' });
    expect(await desk.by('lead').alarms.active()).toHaveLength(59);
    const sizes = desk.emitted.flatMap((m) => (m.t === 'alarms' ? [JSON.stringify(m).length] : []));
    expect(Math.max(...sizes)).toBeLessThan(64_000);
  });
});

describe('limits', () => {
  it('changed later never alter the clocks of what was received before', async () => {
    const desk = await heldDesk();
    const [sent, before] = [await receive(desk), await receive(desk)];
    await act(desk, sent.id, 'dispatch');
    const { limits } = await desk.by('admin').settings.get();
    await desk.by('admin').settings.setLimits({
      limits: { ...limits, dispatchMinutes: 1, arrivalMinutes: { mainUrban: 10, other: 10 } },
    });
    const after = await receive(desk);
    await desk.until('08:31');
    expect((await desk.by('lead').alarms.active()).map((r) => r.instructionId)).toEqual([after.id]);
    await desk.until('08:33');
    expect((await desk.by('lead').alarms.active()).map((r) => r.instructionId)).toContain(before.id);
    await desk.until('08:45');
    const { instruction } = await desk.by('lead').instructions.get({ id: sent.id });
    expect(instruction.dispatches[0]?.limitMinutes).toBe(30);
    const classes = (await desk.by('lead').alarms.active())
      .filter((r) => r.instructionId === sent.id)
      .map((r) => r.class);
    expect(classes).toEqual([]);
  });

  it('are listed with who set them and from when they hold, planned ones too', async () => {
    const desk = await heldDesk();
    const { limits } = await desk.by('admin').settings.get();
    const buckets = { ...limits.buckets, arrival: [15, 30] };
    await desk.by('admin').settings.setLimits({
      limits: { ...limits, escalateLeadMinutes: 4, buckets },
      effectiveFromMs: at('12:00'),
    });
    const [planned, first, ...none] = await desk.by('lead').settings.limitsHistory();
    expect(planned).toMatchObject({
      effectiveFromMs: at('12:00'),
      recordedAtMs: at('08:30'),
      byName: '范毅之',
      limits: { escalateLeadMinutes: 4, buckets },
    });
    expect(first).toMatchObject({ effectiveFromMs: 0, byName: '', limits: { escalateLeadMinutes: 5 } });
    expect(none).toEqual([]);
    expect((await desk.by('lead').settings.get()).limits.escalateLeadMinutes).toBe(5);
  });
});
