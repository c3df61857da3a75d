import { expect, it, vi } from 'vitest';
import { emptyPreparation } from '../../../shared/handover/types.ts';
import { accept } from '../testing/acts.ts';
import { heldDesk, PIN } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

it('tells the desk how far the handover is, as its page would', async () => {
  const desk = await heldDesk();
  const lead = desk.by('lead').handover;
  const agrees = async () => {
    const { preparation, current } = await lead.view();
    const readiness = await lead.readiness();
    expect(readiness).toEqual({ selfTest: preparation.selfTest, status: current?.status ?? null });
    return readiness;
  };
  expect((await agrees()).status).toBeNull();
  const selfTest = { ...emptyPreparation.selfTest, phoneLine: true };
  await lead.savePreparation({ ...emptyPreparation, selfTest });
  expect((await agrees()).selfTest.phoneLine).toBe(true);
  const { id } = await lead.freeze({ relief: desk.crew(true) });
  expect((await agrees()).status).toBe('frozen');
  await accept(desk, id);
  await lead.signOutgoing({ handoverId: id, personId: desk.id('lead'), pin: PIN });
  expect((await agrees()).status).toBe('outgoingSigned');
  await desk
    .by('nextLead')
    .handover.signIncoming({ handoverId: id, personId: desk.id('nextLead'), pin: PIN });
  expect(await agrees()).toEqual({ selfTest: emptyPreparation.selfTest, status: null });
});
