import { describe, expect, it, vi } from 'vitest';
import { accept, handOver, receive, sign } from '../testing/acts.ts';
import { heldDesk, refusal, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const main = (desk: TestDesk) => desk.as({ personId: null, locked: false, system: 'main' });

/** A handover frozen at 08:20. */
async function frozen(desk: TestDesk) {
  await desk.until('+08:20');
  const h = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
  return { handoverId: h.id };
}

describe('sealing', () => {
  const seal = (desk: TestDesk, id: string, sha256 = 'a'.repeat(64)) =>
    refusal(main(desk).handover.seal({ id, sha256, bytes: 5 }));

  it('is asked for until it is done, also after a restart', async () => {
    const desk = await heldDesk();
    const { handoverId } = await frozen(desk);
    await accept(desk, handoverId);
    await sign(desk, handoverId);
    const asked = () => desk.emitted.flatMap((m) => (m.t === 'sealPending' ? m.handoverIds : []));
    expect(asked()).toContain(handoverId);
    await seal(desk, handoverId);
    desk.emitted.length = 0;
    await receive(desk, {}, 'nextLiaison');
    expect(asked()).toEqual([]);
  });

  it('happens once, of a signed sheet only', async () => {
    const desk = await heldDesk();
    const { handoverId } = await frozen(desk);
    expect(await seal(desk, handoverId)).toBe('conflict:notSealable');
    await accept(desk, handoverId);
    await sign(desk, handoverId);
    expect(await seal(desk, handoverId, 'A'.repeat(64))).toBe('invalid:sha256:badValue');
    expect(await seal(desk, handoverId)).toBe('ok');
    expect(await seal(desk, handoverId, 'b'.repeat(64))).toBe('conflict:notSealable');
    expect(await desk.by('lead').handover.get({ id: handoverId })).toMatchObject({
      status: 'sealed',
      documentSha256: 'a'.repeat(64),
    });
    expect(desk.count('sealed_document')).toBe(1);
  });

  it('comes before a reprint, which is logged', async () => {
    const desk = await heldDesk();
    const id = await handOver(desk);
    expect(await refusal(desk.by('lead').handover.reprinted({ id }))).toBe('conflict:notSealed');
    await seal(desk, id);
    const before = desk.count('audit_event');
    await desk.by('lead').handover.reprinted({ id });
    expect(desk.count('audit_event')).toBe(before + 1);
  });
});
