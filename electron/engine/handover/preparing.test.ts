import { describe, expect, it, vi } from 'vitest';
import { accept, handOver } from '../testing/acts.ts';
import { heldDesk, PIN, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const view = (desk: TestDesk) => desk.by('lead').handover.view();
const freeze = (desk: TestDesk) => desk.by('lead').handover.freeze({ relief: desk.crew(true) });

/** What a screen saves that was opened now: the preparation with another 监交人, and for which shift. */
async function screen(desk: TestDesk) {
  const { preparation, holder } = await view(desk);
  const save = (witness: string, by: Who = 'lead') =>
    refusal(desk.by(by).handover.savePreparation({ ...preparation, witness, shiftId: holder?.id }));
  return { save, preparation };
}

describe('交班准备 typed on a screen', () => {
  it('is kept for its shift, without the name of the shift in it', async () => {
    const desk = await heldDesk();
    const { save, preparation } = await screen(desk);
    expect(await save('范毅之')).toBe('ok');
    expect((await view(desk)).preparation).toEqual({ ...preparation, witness: '范毅之' });
  });

  it('after the freeze is refused, as its sheet would never show it, until the sheet is taken back', async () => {
    const desk = await heldDesk();
    const { save } = await screen(desk);
    const h = await freeze(desk);
    expect(await save('范毅之')).toBe('conflict:preparationFrozen');
    expect((await view(desk)).preparation.witness).toBe('');
    await desk.by('lead').handover.withdraw({ handoverId: h.id, reason: '接班人未到' });
    expect(await save('范毅之')).toBe('ok');
  });

  it('sent after the desk changed hands never becomes the next crew’s', async () => {
    const desk = await heldDesk();
    const { save } = await screen(desk);
    await handOver(desk);
    expect(await save('范毅之')).toBe('conflict:preparationOver');
    expect((await view(desk)).preparation.witness).toBe('');
  });

  it('by a script that names no shift is taken as ever', async () => {
    const desk = await heldDesk();
    const { preparation } = await screen(desk);
    await freeze(desk);
    expect(await refusal(desk.by('lead').handover.savePreparation(preparation))).toBe('ok');
  });
});

describe('what the incoming crew decided, once the outgoing lead has signed', () => {
  const decide = (desk: TestDesk, handoverId: string, itemId: string, decision: 'accepted' | 'refused') =>
    refusal(
      desk.by('nextLead').handover.decideItems({
        handoverId,
        decisions: [{ itemId, decision, reason: decision === 'refused' ? '不清楚' : '' }],
      }),
    );
  const withTwoItems = async () => {
    const desk = await heldDesk();
    for (const text of ['甲', '乙'])
      await desk.by('officer').dutyLog.add({
        kind: 'other',
        text,
        followUp: { owner: '执法队', dueAtMs: desk.clock.now() + 9_000_000 },
      });
    const h = await freeze(desk);
    const sign = () =>
      desk.by('lead').handover.signOutgoing({ handoverId: h.id, personId: desk.id('lead'), pin: PIN });
    return { desk, id: h.id, items: h.items.map((i) => i.id), sign };
  };

  it('stays: another answer is refused, the same one again is not', async () => {
    const { desk, id, items, sign } = await withTwoItems();
    await accept(desk, id);
    expect(await decide(desk, id, items[0] ?? '', 'refused')).toBe('ok');
    await sign();
    expect(await decide(desk, id, items[1] ?? '', 'refused')).toBe('conflict:decidedBeforeSignature');
    expect(await decide(desk, id, items[1] ?? '', 'accepted')).toBe('ok');
    const { items: after } = await desk.by('lead').handover.get({ id });
    expect(after.map((i) => i.decision)).toEqual(['refused', 'accepted']);
  });

  it('may still be decided where nothing was', async () => {
    const { desk, id, items, sign } = await withTwoItems();
    await sign();
    expect(await decide(desk, id, items[0] ?? '', 'refused')).toBe('ok');
  });
});
