import { describe, expect, it, vi } from 'vitest';
import { act, receive, rung } from '../testing/acts.ts';
import { at, heldDesk, PIN, span, type TestDesk, ZONE } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** Every step up as recorded: `due step person [missed]`. */
const steps = (desk: TestDesk): string[] =>
  (
    desk.raw((db) => db.prepare('SELECT * FROM alarm_escalation ORDER BY id').all()) as {
      due_at: number;
      step: string;
      person: string;
      missed: number;
    }[]
  ).map((r) => `${clock.format(r.due_at)} ${r.step} ${r.person}${r.missed ? ' missed' : ''}`);

/** Sent at 08:30 into the main urban area: overdue at 09:00. */
async function sent(desk: TestDesk): Promise<string> {
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch', { takenBy: '霍长风' });
  return id;
}

const overdue = async (desk: TestDesk, instructionId?: string) =>
  (await desk.by('lead').alarms.active()).filter(
    (a) => a.class === 'arrivalOverdue' && (!instructionId || a.instructionId === instructionId),
  );

async function acknowledgeAll(desk: TestDesk): Promise<void> {
  for (const { id } of await desk.by('lead').alarms.active())
    await desk.by('officer').alarms.acknowledge({ id });
}

describe('an arrival alarm that nobody acknowledges', () => {
  it('goes to the shift lead after 5 minutes and asks for the leader on duty after 15', async () => {
    const desk = await heldDesk();
    await sent(desk);
    await desk.until('09:04');
    expect((await overdue(desk))[0]?.escalation).toBeNull();
    await desk.until('09:05');
    expect((await overdue(desk))[0]?.escalation).toEqual({
      step: 'shiftLead',
      person: '田守一',
      atMs: at('09:05'),
      missed: false,
    });
    await desk.until('09:15');
    expect((await overdue(desk))[0]?.escalation).toMatchObject({ step: 'leaderOnDuty', person: '' });
    await desk.until('10:00');
    expect(steps(desk)).toEqual(['09:05 shiftLead 田守一', '09:15 leaderOnDuty ']);
    expect(desk.verify().ok).toBe(true);
  });

  it('waits while a delay is explained, and counts from the expected time', async () => {
    const desk = await heldDesk();
    const id = await sent(desk);
    const forGood = await sent(desk);
    await desk.until('09:02');
    await act(desk, id, 'delayed', { expectedAtMs: at('09:30') });
    await act(desk, forGood, 'delayed');
    await desk.until('09:34');
    expect(steps(desk)).toEqual([]);
    await desk.until('09:50');
    expect(steps(desk)).toEqual(['09:35 shiftLead 田守一', '09:45 leaderOnDuty ']);
  });

  it('names the leader on duty of the crew that holds the desk', async () => {
    const desk = await heldDesk();
    const crew = desk.crew(true, { leaderOnDutyId: desk.id('leader') });
    await desk.by('lead').shifts.planRelief({ crew });
    await desk.until('+08:29');
    await handOverTo(desk, crew);
    const { id } = await receive(desk, {}, 'nextLiaison');
    await act(desk, id, 'dispatch', { takenBy: '霍长风' }, { by: 'nextLiaison' });
    await desk.pass('50m');
    expect(steps(desk).map((s) => s.slice(6))).toEqual(['shiftLead 祝怀谷', 'leaderOnDuty 沈若衡']);
  });

  it('is no new alarm: neither raised again nor counted', async () => {
    const desk = await heldDesk();
    await sent(desk);
    await desk.until('09:16');
    expect((await rung(desk)).filter((line) => line.includes('arrivalOverdue'))).toEqual([
      '09:00 arrivalOverdue',
      '09:05 arrivalOverdue/1',
      '09:10 arrivalOverdue/2',
      '09:15 arrivalOverdue/3',
    ]);
    expect(await overdue(desk)).toHaveLength(1);
  });

  it('acknowledged before: nothing; a repeat begins anew', async () => {
    const desk = await heldDesk();
    await sent(desk);
    await desk.until('09:03');
    await acknowledgeAll(desk);
    await desk.until('09:09');
    expect(steps(desk)).toEqual([]);
    await desk.until('09:10');
    expect(steps(desk)).toEqual(['09:10 shiftLead 田守一']);
    await acknowledgeAll(desk);
    await desk.until('09:14');
    expect(await overdue(desk)).toEqual([]);
    await desk.until('09:20');
    expect((await overdue(desk))[0]?.escalation).toMatchObject({ step: 'shiftLead', atMs: at('09:20') });
  });

  it('acknowledged at the very instant: nothing; settled by arrival: nothing', async () => {
    const desk = await heldDesk();
    const [a, b] = [await sent(desk), await sent(desk)];
    await desk.until('09:04');
    desk.clock.set(at('09:05'));
    const [first] = await overdue(desk, a);
    await desk.by('officer').alarms.acknowledge({ id: first?.id ?? '' });
    await act(desk, b, 'onScene');
    await desk.until('09:06');
    expect(steps(desk)).toEqual([]);
  });

  it('an acknowledgement of one touches no other', async () => {
    const desk = await heldDesk();
    const [a, b] = [await sent(desk), await sent(desk)];
    await desk.until('09:04');
    const [first] = await overdue(desk, a);
    await desk.by('officer').alarms.acknowledge({ id: first?.id ?? '' });
    await desk.until('09:06');
    expect((await overdue(desk, b))[0]?.escalation?.step).toBe('shiftLead');
    expect((await overdue(desk, a))[0]?.escalation).toBeNull();
    expect(steps(desk)).toHaveLength(1);
  });

  it('counts with the limits the instruction was received under', async () => {
    const desk = await heldDesk();
    const early = await sent(desk);
    const { limits } = await desk.by('admin').settings.get();
    await desk.by('admin').settings.setLimits({ limits: { ...limits, escalateLeadMinutes: 2 } });
    const late = await sent(desk);
    await desk.until('09:02');
    expect((await overdue(desk, late))[0]?.escalation?.step).toBe('shiftLead');
    expect((await overdue(desk, early))[0]?.escalation).toBeNull();
  });
});

describe('the program off in between', () => {
  it('is carried up once at the return, with its true time, marked as missed', async () => {
    const desk = await heldDesk();
    await sent(desk);
    await desk.until('09:02');
    await desk.restart(at('09:10'));
    await desk.tick();
    expect(steps(desk)).toEqual(['09:05 shiftLead 田守一 missed']);
    for (let n = 0; n < 3; n += 1) await desk.restart(desk.clock.now() + span('1m'));
    await desk.until('09:16');
    expect(steps(desk)).toEqual(['09:05 shiftLead 田守一 missed', '09:15 leaderOnDuty ']);
  });

  it('an alarm raised only at the return is counted from there', async () => {
    const desk = await heldDesk();
    await sent(desk);
    await desk.until('08:40');
    await desk.restart(at('09:30'));
    await desk.until('09:34');
    expect(steps(desk)).toEqual([]);
    await desk.until('09:35');
    expect(steps(desk)).toEqual(['09:35 shiftLead 田守一']);
  });

  it('a step written last hides no alarm that fell due before it', async () => {
    const desk = await heldDesk();
    await sent(desk);
    await desk.until('09:05');
    const before = await rung(desk);
    await desk.restart(at('09:20'));
    await desk.tick();
    expect((await rung(desk)).slice(before.length)).toEqual([
      '09:10 arrivalOverdue/2 missed',
      '09:15 arrivalOverdue/3 missed',
      '09:20 arrivalOverdue/4',
    ]);
  });
});

/** The relief of this crew takes over. */
async function handOverTo(desk: TestDesk, relief: ReturnType<TestDesk['crew']>): Promise<void> {
  const { id: handoverId } = await desk.by('lead').handover.freeze({ relief });
  const { items, snapshot } = await desk.by('nextLead').handover.get({ id: handoverId });
  const decisions = items.map((i) => ({ itemId: i.id, decision: 'accepted' as const }));
  await desk.by('nextLead').handover.decideItems({ handoverId, decisions });
  const counts = snapshot.supplies
    .filter((s) => s.key)
    .map((s) => ({ itemId: s.itemId, counted: s.balance }));
  await desk.by('nextLead').handover.countSupplies({ handoverId, counts });
  await desk.by('lead').handover.signOutgoing({ handoverId, personId: desk.id('lead'), pin: PIN });
  await desk.by('nextLead').handover.signIncoming({ handoverId, personId: desk.id('nextLead'), pin: PIN });
}
