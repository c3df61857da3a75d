import { describe, expect, it, vi } from 'vitest';
import type { ScriptEvent } from './script.ts';
import { alarmsOf, day, dispatch, receive, step, whole } from './testing/day.ts';

vi.mock('node:crypto', () => import('../../electron/engine/testing/cheap-scrypt.ts'));

describe('the handover', () => {
  it('comes by itself at +08:20 and +08:30', async () => {
    const facts = await day([
      ...whole('09', 'I1'),
      receive('+08:25', 'I2'),
      step('+08:26', 'decline', 'I2', { explainedTo: '110', text: '不受理' }),
    ]);
    expect(facts.handover).toEqual({ late: false, lateMinutes: 0, addenda: ['I2 receive', 'I2 decline'] });
    expect(facts.openAtHandover).toEqual([]);
    expect(facts.instructions).toMatchObject({
      I1: { status: 'closed', owed: [] },
      I2: { status: 'declined' },
    });
  });

  it('in mid-shift has a reason and a relief of its own; the next morning the named relief comes', async () => {
    const facts = await day([
      {
        at: '15:00',
        do: 'freeze',
        reason: '突发疾病',
        relief: { shiftLead: '祝怀谷', liaison: '庄见山', officers: ['裴小满'], leaderOnDuty: null },
      },
      { at: '15:05', do: 'log', kind: 'other', text: '签字前' },
      { at: '15:10', do: 'signOver', outgoing: '田守一', incoming: '祝怀谷' },
      { at: '15:20', do: 'log', kind: 'other', text: '签字后' },
    ]);
    expect(facts.handover).toEqual({ late: false, lateMinutes: 0, addenda: ['log 15:05'] });
    expect(facts.entryShift).toEqual({ '15:05': 'outgoing', '15:20': 'incoming' });
  });

  it('goes on although an item was refused', async () => {
    const facts = await day([
      receive('+08:10', 'I1'),
      dispatch('+08:11', 'I1'),
      { at: '+08:20', do: 'freeze' },
      { at: '+08:25', do: 'refuseItem', ref: 'I1', reason: '电话核实不清' },
      { at: '+08:30', do: 'signOver', outgoing: '田守一', incoming: '祝怀谷' },
      { at: '+08:31', do: 'onScene', ref: 'I1', arrivedAt: '+08:30', text: '有序' },
    ]);
    expect(facts.openAtHandover).toEqual(['I1']);
    expect(facts.instructions.I1).toMatchObject({ status: 'onScene', heldByShiftAtReceipt: 'outgoing' });
    expect(facts.entryShift).toMatchObject({ '+08:10': 'outgoing', '+08:31': 'incoming' });
  });

  it('is refused for a relief of one, twice, and before anything is frozen', async () => {
    const sign = (at: string, refused?: string): ScriptEvent => ({
      at,
      do: 'signOver',
      outgoing: '田守一',
      incoming: '祝怀谷',
      ...(refused ? { refused } : {}),
    });
    const facts = await day(
      [sign('+08:10', 'conflict'), { at: '+08:20', do: 'freeze' }, sign('+08:30', 'invalid')],
      { relief: { shiftLead: '祝怀谷', liaison: '祝怀谷', officers: [], leaderOnDuty: null } },
      '+08:45',
    );
    expect(facts.handover).toBeUndefined();
    expect(alarmsOf(facts)).toEqual(['+08:40 handoverLate', '+08:45 handoverLate /1']);
  });
});

it('nobody leaves before the relief has signed, and attendance is taken once', async () => {
  const who = (at: string, name: string, person: string, refused?: string): ScriptEvent => ({
    at,
    do: name,
    who: person,
    ...(refused ? { refused } : {}),
  });
  const facts = await day([
    who('08:35', 'signIn', '童子安'),
    who('08:36', 'signIn', '童子安', 'conflict'),
    who('08:36', 'signIn', '冉青禾', 'invalid'),
    who('12:00', 'signOut', '童子安', 'conflict'),
    who('+08:10', 'signIn', '裴小满'),
    { at: '+08:20', do: 'freeze' },
    { at: '+08:32', do: 'signOver', outgoing: '田守一', incoming: '祝怀谷' },
    who('+08:33', 'signOut', '童子安'),
  ]);
  expect(facts.handover).toMatchObject({ late: false, lateMinutes: 2 });
});
