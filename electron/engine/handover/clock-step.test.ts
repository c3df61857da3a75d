import { expect, it, vi } from 'vitest';
import { accept } from '../testing/acts.ts';
import { at, heldDesk, PIN, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const sign = (desk: TestDesk, side: 'signOutgoing' | 'signIncoming', handoverId: string, who: Who) =>
  refusal(desk.by(who).handover[side]({ handoverId, personId: desk.id(who), pin: PIN }));

async function frozen(desk: TestDesk): Promise<string> {
  const h = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
  await accept(desk, h.id);
  return h.id;
}

it('a clock set back between freeze and signatures refuses the signature in words, and nothing is lost', async () => {
  const desk = await heldDesk();
  await desk.until('+08:20');
  const id = await frozen(desk);
  desk.clock.set(at('+07:20'));
  expect(await sign(desk, 'signOutgoing', id, 'lead')).toBe('conflict:clockBehind');
  desk.clock.set(at('+08:30'));
  expect(await sign(desk, 'signOutgoing', id, 'lead')).toBe('ok');
  desk.clock.set(at('+08:00'));
  expect(await sign(desk, 'signIncoming', id, 'nextLead')).toBe('conflict:clockBehind');
  desk.clock.set(at('+08:31'));
  expect(await sign(desk, 'signIncoming', id, 'nextLead')).toBe('ok');
});

it('a crew that took the desk while the clock was ahead is relieved all the same, and the spans still join', async () => {
  const desk = await heldDesk();
  desk.clock.set(at('07:00'));
  const id = await frozen(desk);
  expect(await sign(desk, 'signOutgoing', id, 'lead')).toBe('ok');
  expect(await sign(desk, 'signIncoming', id, 'nextLead')).toBe('ok');
  const spans = desk.raw((db) => db.prepare('SELECT from_ms, to_ms FROM desk_holding ORDER BY rowid').all());
  expect(spans).toEqual([
    { from_ms: at('08:30'), to_ms: at('08:30') },
    { from_ms: at('08:30'), to_ms: null },
  ]);
  expect(desk.verify()).toMatchObject({ ok: true });
});
