import { describe, expect, it, vi } from 'vitest';
import { accept, act, handOver, receive, sign } from '../testing/acts.ts';
import { at, cast, heldDesk, PIN, refusal, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const holderLead = async (desk: TestDesk) =>
  (await desk.by('lead').shifts.current()).holder?.members.find((m) => m.duty === 'shiftLead')?.name;

/** A frozen handover at 08:20 with one open instruction. */
async function frozen(desk: TestDesk) {
  await desk.until('+08:19');
  const instruction = await receive(desk);
  await desk.until('+08:20');
  const h = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
  return { instruction, h, handoverId: h.id };
}

describe('a handover', () => {
  it('changes the desk at the instant of the incoming signature', async () => {
    const desk = await heldDesk();
    const { instruction, handoverId } = await frozen(desk);
    await accept(desk, handoverId);
    await desk.until('+08:31');
    await desk.by('lead').handover.signOutgoing({ handoverId, personId: desk.id('lead'), pin: PIN });
    expect(await holderLead(desk)).toBe(cast.lead);
    await desk.by('nextLead').handover.signIncoming({ handoverId, personId: desk.id('nextLead'), pin: PIN });
    expect(await holderLead(desk)).toBe(cast.nextLead);
    expect(await desk.by('lead').handover.get({ id: handoverId })).toMatchObject({
      status: 'signed',
      signedAtMs: at('+08:31'),
      lateMinutes: 1,
      late: false,
      openAtHandover: [instruction.id],
      outgoingSignature: { name: cast.lead },
      incomingSignature: { name: cast.nextLead },
    });
  });

  it('prints the chain as of the incoming signature', async () => {
    const desk = await heldDesk();
    const { handoverId } = await frozen(desk);
    await accept(desk, handoverId);
    await sign(desk, handoverId);
    const signed = desk.raw((db) =>
      db.prepare("SELECT seq, hash FROM audit_event WHERE action = 'handover.signIncoming'").get(),
    ) as { seq: number; hash: string };
    await receive(desk, {}, 'nextLiaison');
    const { chain } = await desk.by('lead').handover.get({ id: handoverId });
    expect(chain).toEqual({ seq: signed.seq, head: signed.hash });
  });

  it('gives every entry to the shift that holds the desk when it is recorded; later ones are addenda', async () => {
    const desk = await heldDesk();
    const { instruction, h, handoverId } = await frozen(desk);
    const entry = (text: string, who: 'officer' | 'nextOfficer') =>
      desk.by(who).dutyLog.add({ kind: 'callIn', text, occurredAtMs: at('+08:00') });
    const before = await entry('冻结后', 'officer');
    await act(desk, instruction.id, 'dispatch');
    await accept(desk, handoverId);
    await desk.until('+08:33');
    const late = await entry('交班前', 'nextOfficer');
    await desk.until('+08:35');
    await sign(desk, handoverId);
    const next = await entry('接班后', 'officer');
    expect([before, late, next].map((e) => e.shiftId)).toEqual([
      h.outgoingShiftId,
      h.outgoingShiftId,
      h.incomingShiftId,
    ]);
    const { addenda } = await desk.by('lead').handover.sheet({ id: handoverId });
    expect(addenda.map((a) => (a.kind === 'instruction' ? `${a.number} ${a.action}` : a.text))).toEqual([
      '冻结后',
      `${instruction.number} dispatch`,
      '交班前',
    ]);
  });

  it('keeps what the sheet said at the freeze', async () => {
    const desk = await heldDesk();
    const { h, instruction } = await frozen(desk);
    await act(desk, instruction.id, 'decline');
    const later = await desk.by('lead').handover.get({ id: h.id });
    expect(later.snapshot).toEqual(h.snapshot);
    expect(h.snapshot.counts).toMatchObject({ instructions: 1, open: 1, entries: 0 });
    expect(h.items.map((i) => [i.kind, i.label, i.owed])).toEqual([
      ['instruction', instruction.number, ['dispatch']],
    ]);
  });

  it('numbers without gaps, one for each shift', async () => {
    const desk = await heldDesk();
    const { h } = await frozen(desk);
    expect(h.number).toBe('JJ-2026-0001');
    const again = desk.by('lead').handover.freeze({ relief: desk.crew(true) });
    expect(await refusal(again)).toBe('conflict:handoverFrozen');
    await accept(desk, h.id);
    await sign(desk, h.id);
    const next = await desk.by('nextLead').handover.freeze({ relief: desk.crew() });
    expect(next.number).toBe('JJ-2026-0002');
  });

  it('is late from the eleventh minute on', async () => {
    const desk = await heldDesk();
    await desk.until('+08:41');
    const id = await handOver(desk);
    expect(await desk.by('lead').handover.get({ id })).toMatchObject({ late: true, lateMinutes: 11 });
  });
});

describe('is refused', () => {
  it.each<[name: string, prepare: (desk: TestDesk, handoverId: string) => Promise<unknown>, refusal: string]>(
    [
      ['before the outgoing signature', accept, 'conflict:outgoingFirst'],
      [
        'while items are undecided',
        (desk, handoverId) =>
          desk.by('lead').handover.signOutgoing({ handoverId, personId: desk.id('lead'), pin: PIN }),
        'conflict:itemsUndecided',
      ],
      [
        'while key supplies are not counted',
        async (desk, handoverId) => {
          await desk.by('lead').handover.signOutgoing({ handoverId, personId: desk.id('lead'), pin: PIN });
          const { items } = await desk.by('nextLead').handover.get({ id: handoverId });
          const decisions = items.map((i) => ({ itemId: i.id, decision: 'accepted' as const }));
          await desk.by('nextLead').handover.decideItems({ handoverId, decisions });
        },
        'conflict:keyItemsUncounted',
      ],
    ],
  )('%s', async (_name, prepare, expected) => {
    const desk = await heldDesk();
    const { handoverId } = await frozen(desk);
    await prepare(desk, handoverId);
    const signing = desk
      .by('nextLead')
      .handover.signIncoming({ handoverId, personId: desk.id('nextLead'), pin: PIN });
    expect(await refusal(signing)).toBe(expected);
    expect(await holderLead(desk)).toBe(cast.lead);
  });

  it('with fewer than two people, until somebody joins the relief', async () => {
    const desk = await heldDesk();
    const alone = desk.crew(true, { liaisonId: desk.id('nextLead'), officerIds: [] });
    const { id: handoverId } = await desk.by('lead').handover.freeze({ relief: alone });
    await accept(desk, handoverId);
    expect(await refusal(sign(desk, handoverId))).toBe('invalid:relief.officerIds:tooFewPeople');
    expect(await holderLead(desk)).toBe(cast.lead);
    const joined = { ...alone, officerIds: [desk.id('nextOfficer')] };
    await desk.by('nextLead').shifts.planRelief({ crew: joined });
    await desk.by('nextLead').handover.signIncoming({ handoverId, personId: desk.id('nextLead'), pin: PIN });
    expect(await holderLead(desk)).toBe(cast.nextLead);
  });

  it('by anyone but the leads, with a wrong PIN, twice, and when nothing is frozen', async () => {
    const desk = await heldDesk();
    const signOutgoing = (who: 'lead' | 'nextLead', handoverId: string, pin = PIN) =>
      refusal(desk.by('officer').handover.signOutgoing({ handoverId, personId: desk.id(who), pin }));
    expect(await signOutgoing('lead', 'none')).toBe('conflict:notFrozen');
    const { handoverId } = await frozen(desk);
    expect(await signOutgoing('nextLead', handoverId)).toBe('notAllowed:notTheLead');
    expect(await signOutgoing('lead', handoverId, '000000')).toBe('notAllowed:wrongPin');
    expect(await signOutgoing('lead', handoverId)).toBe('ok');
    expect(await signOutgoing('lead', handoverId)).toBe('conflict:alreadySigned');
    await accept(desk, handoverId);
    const byOutgoing = { handoverId, personId: desk.id('lead'), pin: PIN };
    expect(await refusal(desk.by('lead').handover.signIncoming(byOutgoing))).toBe('notAllowed:notTheLead');
  });

  it('to freeze without a relief', async () => {
    const desk = await heldDesk();
    expect(await refusal(desk.by('lead').handover.freeze({}))).toBe('invalid:relief:required');
    expect(await refusal(desk.by('officer').handover.freeze({}))).toBe('notAllowed:role');
  });
});

describe('items', () => {
  it('may be refused with a reason; signing goes on', async () => {
    const desk = await heldDesk();
    const { h, handoverId } = await frozen(desk);
    const itemId = h.items[0]?.id ?? '';
    const decide = (reason: string) =>
      desk.by('nextLead').handover.decideItems({
        handoverId,
        decisions: [{ itemId, decision: 'refused', reason }],
      });
    expect(await refusal(decide(''))).toBe('invalid:decisions.0.reason:required');
    await decide('电话核实不清');
    await accept(desk, handoverId);
    await sign(desk, handoverId);
    const signed = await desk.by('lead').handover.get({ id: handoverId });
    expect(signed.items.map((i) => [i.decision, i.reason])).toEqual([['refused', '电话核实不清']]);
  });

  it('of another handover or unknown supplies are not taken, and nothing of the list is kept', async () => {
    const desk = await heldDesk();
    const { h, handoverId } = await frozen(desk);
    const decisions = [
      { itemId: h.items[0]?.id ?? '', decision: 'accepted' as const },
      { itemId: 'none', decision: 'accepted' as const },
    ];
    expect(await refusal(desk.by('nextLead').handover.decideItems({ handoverId, decisions }))).toBe(
      'notFound:handoverItem',
    );
    const counts = [{ itemId: 'none', counted: 1 }];
    expect(await refusal(desk.by('nextLead').handover.countSupplies({ handoverId, counts }))).toBe(
      'invalid:counts.0.itemId:unknownItem',
    );
    const now = await desk.by('lead').handover.get({ id: handoverId });
    expect(now.items.map((i) => i.decision)).toEqual([null]);
  });

  it('cannot be changed after the signatures', async () => {
    const desk = await heldDesk();
    const { h, handoverId } = await frozen(desk);
    await accept(desk, handoverId);
    await sign(desk, handoverId);
    const decisions = [{ itemId: h.items[0]?.id ?? '', decision: 'refused' as const, reason: '晚了' }];
    expect(await refusal(desk.by('nextLead').handover.decideItems({ handoverId, decisions }))).toBe(
      'conflict:handoverSigned',
    );
  });
});

it('an extra handover in mid-shift has a reason, is not late and leaves the rest of the day to the relief', async () => {
  const desk = await heldDesk();
  await desk.until('15:00');
  const { id } = await desk.by('lead').handover.freeze({ extraReason: '突发疾病', relief: desk.crew(true) });
  await accept(desk, id);
  await sign(desk, id);
  const { holder } = await desk.by('lead').shifts.current();
  expect(holder).toMatchObject({
    dutyDay: '2026-03-11',
    extraReason: '突发疾病',
    takenAtMs: at('15:00'),
    plannedEndMs: at('+08:30'),
  });
  expect(await desk.by('lead').handover.get({ id })).toMatchObject({ late: false, lateMinutes: 0 });
});

it("an instruction with leaders' orders names them, who owes them and when the first is due", async () => {
  const desk = await heldDesk();
  await desk.until('+08:00');
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch');
  const order = (text: string, owner: string, clock: string) =>
    act(desk, id, 'notify', { who: cast.leader, order: { text, owner, dueAtMs: at(clock) } });
  await order('增派一组。', '执法大队', '+12:00');
  await order('写书面情况', '宣传科', '+10:00');
  await act(desk, id, 'onScene');
  const { items } = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
  const [item] = items;
  expect(item?.owed).toContain('leaderOrder');
  expect(item).toMatchObject({ owner: '执法大队、宣传科', dueAtMs: at('+10:00') });
  expect(item?.detail).toContain(`${cast.leader}要求：增派一组；${cast.leader}要求：写书面情况`);
});
