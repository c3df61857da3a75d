import { describe, expect, it, vi } from 'vitest';
import { at, heldDesk, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

async function item(desk: TestDesk, name = '应急照明灯') {
  const found = (await desk.by('keeper').supplies.list()).items.find((i) => i.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

type Name = 'issue' | 'return' | 'receive' | 'writeOff' | 'stocktake';
/** One movement of the lamps by their custodian: what it says, or what it is refused with. */
async function move(desk: TestDesk, name: Name, input: Record<string, unknown>, who: Who = 'keeper') {
  const call = desk.by(who).supplies[name] as (input: unknown) => Promise<unknown>;
  const recipient = name === 'issue' ? { recipient: '霍长风' } : {};
  const reason = name === 'writeOff' ? { reason: '损坏' } : {};
  return refusal(call({ itemId: (await item(desk)).id, ...recipient, ...reason, ...input }));
}

describe('the balance', () => {
  it('is the sum of its movements', async () => {
    const desk = await heldDesk();
    await move(desk, 'issue', { quantity: 4 });
    await move(desk, 'return', { quantity: 1, condition: '完好' });
    await move(desk, 'receive', { quantity: 6 });
    await move(desk, 'writeOff', { quantity: 2 });
    await move(desk, 'stocktake', { counted: 12, reason: '少一盏' });
    const { id, balance, out } = await item(desk);
    const movements = await desk.by('keeper').supplies.movements({ itemId: id });
    expect(movements.map((m) => [m.kind, m.delta, m.balanceAfter])).toEqual([
      ['opening', 12, 12],
      ['issue', -4, 8],
      ['return', 1, 9],
      ['receipt', 6, 15],
      ['writeOff', -2, 13],
      ['adjustment', -1, 12],
    ]);
    expect([balance, out]).toEqual([12, 3]);
  });

  it('does not go below zero although two issues come at the same time', async () => {
    const desk = await heldDesk();
    const both = await Promise.all([
      move(desk, 'issue', { quantity: 8 }),
      move(desk, 'issue', { quantity: 8 }),
    ]);
    expect(both.sort()).toEqual(['invalid:quantity:aboveBalance', 'ok']);
    expect((await item(desk)).balance).toBe(4);
  });
});

describe('a movement', () => {
  it.each<[name: Name, input: Record<string, unknown>, refusal: string]>([
    ['issue', { quantity: 12 }, 'ok'],
    ['issue', { quantity: 13 }, 'invalid:quantity:aboveBalance'],
    ['issue', { quantity: 0 }, 'invalid:quantity:quantity'],
    ['issue', { quantity: 1.5 }, 'invalid:quantity:quantity'],
    ['issue', { quantity: 1, recipient: '' }, 'invalid:recipient:required'],
    ['issue', { quantity: 1, dueAtMs: at('08:30') }, 'invalid:dueAtMs:dueInPast'],
    ['issue', { quantity: 1, itemId: 'none' }, 'notFound:supplyItem'],
    ['return', { quantity: 1 }, 'invalid:quantity:aboveOut'],
    ['writeOff', { quantity: 13 }, 'invalid:quantity:aboveBalance'],
    ['writeOff', { quantity: 1, reason: '' }, 'invalid:reason:required'],
    ['stocktake', { counted: 11 }, 'invalid:reason:differenceNeedsReason'],
    ['stocktake', { counted: -1, reason: '错' }, 'invalid:counted:quantity'],
    ['stocktake', { counted: 12 }, 'ok'],
    ['receive', { quantity: 1_000_001 }, 'invalid:quantity:quantity'],
  ])('%s %j → %s', async (name, input, expected) => {
    const desk = await heldDesk();
    expect(await move(desk, name, input)).toBe(expected);
  });

  it('belongs to the custodian of the item alone', async () => {
    const desk = await heldDesk();
    expect(await move(desk, 'issue', { quantity: 1 }, 'nextOfficer')).toBe('notAllowed:otherCustodian');
    expect(await move(desk, 'issue', { quantity: 1 }, 'lead')).toBe('notAllowed:role');
  });

  it('returns the oldest issue first and never more than is out', async () => {
    const desk = await heldDesk();
    await move(desk, 'issue', { quantity: 2, recipient: '甲' });
    await desk.pass('1m');
    await move(desk, 'issue', { quantity: 3, recipient: '乙' });
    expect(await move(desk, 'return', { quantity: 6 })).toBe('invalid:quantity:aboveOut');
    await move(desk, 'return', { quantity: 3 });
    const { out } = await desk.by('keeper').supplies.list();
    expect(out.map((o) => [o.recipient, o.quantity])).toEqual([['乙', 2]]);
  });
});

describe('a new item', () => {
  it.each<[over: Record<string, unknown>, refusal: string]>([
    [{}, 'ok'],
    [{ quantity: 0 }, 'ok'],
    [{ name: '应急照明灯' }, 'invalid:name:duplicate'],
    [{ custodianId: 'none' }, 'invalid:custodianId:missingRole'],
    [{ unitId: 'none' }, 'invalid:unitId:unknownUnit'],
  ])('%j → %s', async (over, expected) => {
    const desk = await heldDesk();
    const { unitId, custodianId } = await item(desk);
    const input = { name: '雨具', unitId, custodianId, measure: '件', quantity: 10, ...over };
    expect(await refusal(desk.by('admin').supplies.create(input))).toBe(expected);
  });
});
