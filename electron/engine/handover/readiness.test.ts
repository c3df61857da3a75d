import { expect, it, vi } from 'vitest';
import { emptyPreparation } from '../../../shared/handover/types.ts';
import { accept } from '../testing/acts.ts';
import { heldDesk, PIN } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

it('tells the desk how far the handover is, as its page would', async () => {
  const desk = await heldDesk();
  const lead = desk.by('lead').handover;
  const agrees = async () => {
    const { preparation, current, carry } = await lead.view();
    const readiness = await lead.readiness();
    const open = carry
      .filter((c) => c.endedAtMs === null)
      .map(({ id, section, text, owner, openedAtMs }) => ({ id, section, text, owner, openedAtMs }));
    expect(readiness).toEqual({
      selfTest: preparation.selfTest,
      status: current?.status ?? null,
      carry: open,
    });
    return readiness;
  };
  expect((await agrees()).status).toBeNull();
  const selfTest = { ...emptyPreparation.selfTest, phoneLine: true };
  await lead.savePreparation({ ...emptyPreparation, selfTest });
  expect((await agrees()).selfTest.phoneLine).toBe(true);
  const { id: lineId } = await lead.saveCarry({ section: 'toFollow', text: '催办施工许可', owner: '' });
  await lead.saveCarry({ section: 'other', text: '电梯检修', owner: '' });
  expect((await agrees()).carry.map((c) => c.text)).toEqual(['催办施工许可', '电梯检修']);
  await lead.endCarry({ id: lineId, text: '已取得' });
  expect((await agrees()).carry.map((c) => c.text)).toEqual(['电梯检修']);
  const { id } = await lead.freeze({ relief: desk.crew(true) });
  expect((await agrees()).status).toBe('frozen');
  await accept(desk, id);
  await lead.signOutgoing({ handoverId: id, personId: desk.id('lead'), pin: PIN });
  expect((await agrees()).status).toBe('outgoingSigned');
  await desk
    .by('nextLead')
    .handover.signIncoming({ handoverId: id, personId: desk.id('nextLead'), pin: PIN });
  const after = await agrees();
  expect(after).toMatchObject({ selfTest: emptyPreparation.selfTest, status: null });
  expect(after.carry).toHaveLength(1);
});
