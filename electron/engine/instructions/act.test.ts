import { describe, expect, it, vi } from 'vitest';
import { evolve } from '../../../shared/instructions/evolve.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { instant } from '../../../shared/time/zone.ts';
import { act, group, receive, rung } from '../testing/acts.ts';
import { at, bureauDesk, cast, heldDesk, PIN, refusal, type TestDesk, ZONE } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const detail = (desk: TestDesk, id: string) => desk.by('officer').instructions.get({ id });

/** Sent and worked on as far as the scope. */
async function handled(desk: TestDesk, over: Record<string, unknown> = {}): Promise<Instruction> {
  const { id } = await receive(desk, over);
  await act(desk, id, 'dispatch');
  await act(desk, id, 'onScene');
  return act(desk, id, 'confirmScope');
}

describe('numbers', () => {
  it('have no gaps, whatever is refused between them', async () => {
    const desk = await heldDesk();
    const numbers: string[] = [];
    for (const place of ['甲', '', '乙', '丙', '']) {
      const call = receive(desk, { place });
      if (place === '') expect(await refusal(call)).toBe('invalid:place:required');
      else numbers.push((await call).number);
    }
    expect(numbers).toEqual(['2026-000001', '2026-000002', '2026-000003']);
  });

  it('have no gaps in a flood', async () => {
    const desk = await heldDesk();
    const calls = Array.from({ length: 40 }, (_, n) => receive(desk, n % 5 === 0 ? { categoryNo: 77 } : {}));
    const settled = await Promise.allSettled(calls);
    const numbers = settled.flatMap((s) => (s.status === 'fulfilled' ? [s.value.number] : []));
    expect(numbers.sort()).toEqual(
      Array.from({ length: 32 }, (_, n) => `2026-${String(n + 1).padStart(6, '0')}`),
    );
  });

  it('begin anew with the local year', async () => {
    const desk = await bureauDesk(instant('2026-12-31', '22:00', ZONE));
    await desk.by('lead').shifts.takeDesk({ crew: desk.crew(), presentIds: [], pin: PIN });
    await desk.pass('1h59m59s');
    expect((await receive(desk)).number).toBe('2026-000001');
    await desk.pass('1s');
    expect((await receive(desk)).number).toBe('2027-000001');
  });
});

describe('a screen that shows an older version', () => {
  it('is refused and writes nothing', async () => {
    const desk = await heldDesk();
    const { id, version } = await receive(desk);
    await act(desk, id, 'dispatch', {}, { version });
    const before = desk.count('audit_event');
    expect(await refusal(act(desk, id, 'enRoute', {}, { version }))).toBe('conflict:stale');
    expect(desk.count('audit_event')).toBe(before);
  });

  it('of two clicks at the same time one wins', async () => {
    const desk = await heldDesk();
    const { id, version } = await receive(desk);
    const both = [act(desk, id, 'decline', {}, { version }), act(desk, id, 'dispatch', {}, { version })];
    const results = await Promise.all(both.map(refusal));
    expect(results.sort()).toEqual(['conflict:stale', 'ok']);
  });
});

it('events alone rebuild the record', async () => {
  const desk = await heldDesk();
  const { id } = await handled(desk, { zone: 'other' });
  await act(desk, id, 'dispatch', { takenBy: '仲伯安' });
  await act(desk, id, 'delayed', { expectedAtMs: at('10:00') });
  await act(desk, id, 'raiseSeverity', { to: 'grave', notified: cast.leader });
  await act(desk, id, 'correct', { field: 'zone', zone: 'mainUrban', reason: '听错' });
  await act(desk, id, 'followUp', { owner: '大队', dueAtMs: at('17:00'), text: '赔偿', explainedTo: '110' });
  await act(desk, id, 'followUpDone');
  const { instruction, events } = await detail(desk, id);
  const rows = desk.raw((db) =>
    db.prepare("SELECT payload FROM audit_event WHERE action = 'instructions.receive'").get(),
  ) as { payload: string };
  const stored = JSON.parse(rows.payload) as { rows: { instruction: { record: string }[] } };
  const first = JSON.parse(stored.rows.instruction[0]?.record ?? '{}') as Instruction;
  const actions = events.filter((e: { name: string }) => e.name !== 'receive');
  expect(actions.reduce(evolve, first)).toEqual(instruction);
  expect(actions.map((e) => e.name).slice(0, 3)).toEqual(['dispatch', 'onScene', 'confirmScope']);
});

describe('duplicates', () => {
  it('stay linked to the original, also by way of another', async () => {
    const desk = await heldDesk();
    const [a, b, c] = [await receive(desk), await receive(desk), await receive(desk)];
    await act(desk, b.id, 'duplicate', { ofId: a.id });
    await act(desk, a.id, 'duplicate', { ofId: c.id });
    const { duplicates } = await detail(desk, c.id);
    expect(duplicates.map((d) => d.number)).toEqual([a.number, b.number]);
    expect((await detail(desk, b.id)).original?.number).toBe(a.number);
  });

  it('owe nothing and ring no more', async () => {
    const desk = await heldDesk();
    const [a, b] = [await receive(desk), await receive(desk)];
    await desk.pass('3m');
    await act(desk, b.id, 'duplicate', { ofId: a.id });
    const active = await desk.by('lead').alarms.active();
    expect(active.map((alarm) => alarm.instructionId)).toEqual([a.id]);
  });

  it('of an unknown one are refused', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    expect(await refusal(act(desk, id, 'duplicate', { ofId: 'none' }))).toBe(
      'invalid:ofId:unknownInstruction',
    );
  });
});

describe('follow-ups stand in the common list', () => {
  const later = { owner: '大队', dueAtMs: at('09:30'), text: '赔偿协调', explainedTo: '110' };

  it('until they are done, from the card or from the list', async () => {
    const desk = await heldDesk();
    const [a, b] = [await handled(desk), await handled(desk)];
    await act(desk, a.id, 'followUp', later);
    await act(desk, b.id, 'followUp', later);
    const [first, second] = await desk.by('officer').followUps.open();
    await act(desk, a.id, 'followUpDone');
    await desk.by('liaison').followUps.done({ id: second?.id ?? '', text: '已办' });
    expect(await desk.by('officer').followUps.open()).toEqual([]);
    expect((await detail(desk, b.id)).instruction.followUps[0]?.done).toMatchObject({ text: '已办' });
    expect(await refusal(desk.by('liaison').followUps.done({ id: first?.id ?? '', text: '又办' }))).toBe(
      'conflict:followUpDone',
    );
  });

  it('end with an instruction that is voided, and never ring', async () => {
    const desk = await heldDesk();
    const { id } = await handled(desk);
    await act(desk, id, 'followUp', later);
    await act(desk, id, 'void');
    expect(await desk.by('officer').followUps.open()).toEqual([]);
    await desk.until('10:00');
    expect(await rung(desk)).toEqual([]);
  });
});

describe('leaders', () => {
  it.each<[name: string, over: Record<string, unknown>, target: string | null]>([
    ['before anything is sent: the category’s', {}, null],
    ['of the group sent', {}, '环卫行动组'],
    ['of the group of the unit sent', {}, '执法大队'],
    ['of the category when the unit sent has no group', {}, '值班室'],
    ['of any group when neither says', { categoryNo: null }, '值班室'],
  ])('the deputy in charge: %s', async (_name, over, target) => {
    const desk = await heldDesk();
    const { id } = await receive(desk, over);
    const unit = desk.raw((db) => db.prepare('SELECT id FROM unit WHERE name = ?').get(target)) as
      | { id: string }
      | undefined;
    const to = unit ? { kind: 'unit', id: unit.id } : target ? group(desk, target) : null;
    if (to) await act(desk, id, 'dispatch', { to });
    const told = await act(desk, id, 'notify', { who: cast.leader });
    expect(told.notices.map((n) => n.role)).toEqual(['deputy']);
  });

  it('the head is the one the site names', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    const told = await act(desk, id, 'notify', { who: cast.head });
    expect(told.notices.map((n) => n.role)).toEqual(['head']);
  });
});

describe('limits', () => {
  const tenMinutes = async (desk: TestDesk) => {
    const { limits } = await desk.by('admin').settings.get();
    const arrivalMinutes = { mainUrban: 10, other: 20 };
    await desk.by('admin').settings.setLimits({ limits: { ...limits, arrivalMinutes } });
  };
  const limitsOf = (i: Instruction) => i.dispatches.map((d) => d.limitMinutes);

  it('new ones hold for what is sent afterwards', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await act(desk, id, 'dispatch');
    await desk.pass('1m');
    await tenMinutes(desk);
    expect(limitsOf(await act(desk, id, 'dispatch'))).toEqual([30, 10]);
  });

  it('a corrected zone takes the limit that was in force when the team was sent', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    await act(desk, id, 'dispatch');
    await desk.pass('1m');
    await tenMinutes(desk);
    await act(desk, id, 'dispatch');
    const corrected = await act(desk, id, 'correct', { field: 'zone', zone: 'other', reason: '听错' });
    expect(limitsOf(corrected)).toEqual([60, 20]);
  });
});

it.each<[text: string, expected: string]>([
  ['2', 'ok'],
  ['9', 'invalid:text:unknownCategory'],
  ['x', 'invalid:text:unknownCategory'],
])('a category is corrected to %s → %s', async (text, expected) => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  const correction = { field: 'category', text, reason: '听错' };
  expect(await refusal(act(desk, id, 'correct', correction))).toBe(expected);
});

it('a target that does not exist is refused', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  const to = { kind: 'unit', id: group(desk).id };
  expect(await refusal(act(desk, id, 'dispatch', { to }))).toBe('invalid:to:unknownTarget');
});

it('lists newest first, by state, words, day and page', async () => {
  const desk = await heldDesk();
  for (const place of ['新华街', '解放路', '人民路']) await receive(desk, { place });
  const all = await desk.by('officer').instructions.list({});
  const [, middle] = all.rows;
  await act(desk, middle?.id ?? '', 'decline');
  const places = async (query: Parameters<ReturnType<typeof desk.by>['instructions']['list']>[0]) => {
    const { rows, total } = await desk.by('officer').instructions.list(query);
    return [total, ...rows.map((i) => i.place)];
  };
  expect(await places({})).toEqual([3, '人民路', '解放路', '新华街']);
  expect(await places({ states: ['declined'] })).toEqual([1, '解放路']);
  expect(await places({ words: '路 2026' })).toEqual([2, '人民路', '解放路']);
  expect(await places({ words: '100%' })).toEqual([0]);
  expect(await places({ dutyDay: '2026-03-10' })).toEqual([0]);
  expect(await places({ limit: 1, beforeNumber: middle?.number })).toEqual([3, '新华街']);
});
