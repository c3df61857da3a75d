import { expect, it, vi } from 'vitest';
import { receive, sign } from '../testing/acts.ts';
import { at, cast, heldDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

it('lists handovers the newest first, with what finds them again and nothing of what they hold', async () => {
  const desk = await heldDesk();
  const instruction = await receive(desk);
  await desk.until('+08:20');
  const lead = desk.by('lead').handover;
  const first = await lead.freeze({ relief: desk.crew(true) });
  await lead.withdraw({ handoverId: first.id, reason: '接班长路上堵车' });
  await desk.until('+08:42');
  const second = await lead.freeze({ relief: desk.crew(true) });
  const [item] = second.items;
  await desk.by('nextLead').handover.decideItems({
    handoverId: second.id,
    decisions: [{ itemId: item?.id ?? '', decision: 'refused', reason: '现场情况没有交代清楚' }],
  });
  await desk.by('nextLead').handover.countSupplies({
    handoverId: second.id,
    counts: second.snapshot.supplies
      .filter((s) => s.key)
      .map((s) => ({ itemId: s.itemId, counted: s.balance })),
  });
  await sign(desk, second.id);

  const rows = await lead.list();
  expect(rows).toMatchObject([
    {
      number: 'JJ-2026-0002',
      status: 'signed',
      dutyDay: '2026-03-11',
      outgoingLead: cast.lead,
      incomingLead: cast.nextLead,
      signedAtMs: at('+08:42'),
      late: true,
      lateMinutes: 12,
      items: 1,
      refused: 1,
    },
    { number: 'JJ-2026-0001', status: 'withdrawn', withdrawnReason: '接班长路上堵车', chain: null },
  ]);
  expect(rows[0]?.chain).toEqual((await lead.get({ id: second.id })).chain);
  expect(JSON.stringify(rows)).not.toContain(instruction.number);
});
