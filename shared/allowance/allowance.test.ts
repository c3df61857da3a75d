import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given, received } from '../instructions/testing/story.ts';
import type { Dispatch, Instruction } from '../instructions/types.ts';
import { instant } from '../time/zone.ts';
import { allowanceOf } from './allowance.ts';
import type { NightRule } from './nights.ts';
import type { AllowancePerson } from './people.ts';

const zone = 'Asia/Shanghai';
/** `11 23:30` is that day of March 2026. */
const at = (text: string): number => {
  const [day = '', clock = ''] = text.split(' ');
  return instant(`2026-03-${day}`, clock, zone);
};
const someone = (
  id: string,
  name: string,
  kind: AllowancePerson['kind'],
  over: Partial<AllowancePerson> = {},
): AllowancePerson => ({
  id,
  staffNo: id,
  name,
  kind,
  unitId: 'u1',
  unitName: '执法大队',
  groupIds: ['g1'],
  ...over,
});
const people = [
  someone('p1', '霍长风', 'regular'),
  someone('p2', '柳一白', 'auxiliary'),
  someone('p3', '温仲云', 'sanitation', { unitId: 'u2', unitName: '环卫处', groupIds: ['g2'] }),
  someone('p4', '同名', 'auxiliary', { groupIds: [] }),
  someone('p5', '同名', 'auxiliary', { groupIds: [], unitId: 'u2' }),
  someone('p6', '双名', 'auxiliary', { groupIds: [], unitId: 'u2' }),
  someone('p7', '双名', 'auxiliary', { groupIds: [], unitId: 'u3' }),
];
const rules: NightRule[] = [{ fromMs: 0, night: ['22:00', '06:00'], rateFen: 8000 }];

const [like] = given([[0, 'dispatch']]).dispatches;
const team = (over: Partial<Dispatch> = {}): Dispatch => {
  if (!like) throw new Error('no team');
  return {
    ...like,
    id: 'd1',
    to: { kind: 'group', id: 'g1', name: '执法行动组' },
    dispatchedAtMs: at('11 23:00'),
    members: ['柳一白'],
    ...over,
  };
};
/** A team that went: taken, left, there, back. */
const out = (left: string, back: string | null, over: Partial<Dispatch> = {}) =>
  team({
    dispatchedAtMs: at(left),
    takenAtMs: at(left),
    leftAtMs: at(left),
    arrivedAtMs: at(left),
    returnedAtMs: back === null ? null : at(back),
    ...over,
  });
const instruction = (dispatches: Dispatch[], over: Partial<Instruction> = {}) =>
  received({ state: 'handling', dispatches, ...over });

const sheetOf = (instructions: Instruction[], over: Partial<Parameters<typeof allowanceOf>[0]> = {}) =>
  allowanceOf({
    month: '2026-03',
    instructions,
    people,
    groupUnits: new Map([
      ['g1', 'u1'],
      ['g2', 'u2'],
    ]),
    rules,
    ended: new Map(),
    timeZone: zone,
    nowMs: at('20 12:00'),
    ...over,
  });
const linesOf = (...instructions: Instruction[]) =>
  sheetOf(instructions).rows.map((r) => `${r.name} ${r.date.slice(5)} ${r.times}×${r.amountFen}`);

describe('the night', () => {
  it.each([
    ['wholly inside', '11 23:00', '12 01:00', ['柳一白 03-11 1×8000']],
    [
      'after midnight it is still the night that began before',
      '12 02:00',
      '12 03:00',
      ['柳一白 03-11 1×8000'],
    ],
    ['only its first minute', '11 21:00', '11 22:01', ['柳一白 03-11 1×8000']],
    ['back when it begins', '11 21:00', '11 22:00', []],
    ['gone when it ends', '12 06:00', '12 07:00', []],
    ['its last minute', '12 05:59', '12 08:00', ['柳一白 03-11 1×8000']],
    ['by day', '11 10:00', '11 12:00', []],
    ['into a second night counts once, for the first', '11 23:00', '13 01:00', ['柳一白 03-11 1×8000']],
  ])('%s', (_name, left, back, lines) => {
    expect(linesOf(instruction([out(left, back)]))).toEqual(lines);
  });

  it('a month has the nights that began in it', () => {
    const last = instruction([out('31 23:00', '31 23:30')]);
    const first = instruction([out('01 02:00', '01 03:00')]);
    expect(linesOf(last)).toEqual(['柳一白 03-31 1×8000']);
    expect(linesOf(first)).toEqual([]);
    expect(sheetOf([first], { month: '2026-02' }).rows[0]?.date).toBe('2026-02-28');
  });

  it('a window within one day', () => {
    const early: NightRule[] = [{ fromMs: 0, night: ['00:00', '06:00'], rateFen: 1 }];
    const dates = (left: string, back: string) =>
      sheetOf([instruction([out(left, back)])], { rules: early }).rows.map((r) => r.date);
    expect(dates('12 01:00', '12 02:00')).toEqual(['2026-03-12']);
    expect(dates('11 22:00', '11 23:59')).toEqual([]);
  });
});

describe('the rule in force that night', () => {
  const changed: NightRule[] = [
    { fromMs: at('01 00:00'), night: ['22:00', '06:00'], rateFen: 8000 },
    { fromMs: at('11 23:30'), night: ['23:00', '05:00'], rateFen: 10_000 },
  ];
  it.each([
    ['11', 8000],
    ['12', 10_000],
  ])('the night of the %sth', (day, rate) => {
    const row = sheetOf([instruction([out(`${day} 23:45`, `${day} 23:50`)])], { rules: changed }).rows[0];
    expect(row?.rateFen).toBe(rate);
  });
  it('the new window has hours of its own', () => {
    const before = instruction([out('12 22:10', '12 22:20')]);
    expect(sheetOf([before], { rules: changed }).rows).toEqual([]);
  });
});

describe('who and whether', () => {
  it.each<[string, Dispatch, Partial<Instruction>, string[]]>([
    ['regular staff get none', out('11 23:00', '12 01:00', { members: ['霍长风'] }), {}, []],
    [
      'a name entered twice counts once',
      out('11 23:00', '12 01:00', { members: ['柳一白', '柳一白'] }),
      {},
      ['柳一白 03-11 1×8000'],
    ],
    [
      'spaces in a name do not lose it',
      out('11 23:00', '12 01:00', { members: ['柳 一白'] }),
      {},
      ['柳一白 03-11 1×8000'],
    ],
    ['called back before leaving', team({ recalled: { atMs: at('11 23:05'), reason: '改派' } }), {}, []],
    [
      'called back on the way',
      team({ leftAtMs: at('11 23:02'), recalled: { atMs: at('11 23:20'), reason: '改派' } }),
      {},
      ['柳一白 03-11 1×8000'],
    ],
    ['names entered, nothing else said', team(), {}, ['柳一白 03-11 1×8000']],
    [
      'voided after it left',
      team({ leftAtMs: at('11 23:02') }),
      { state: 'voided', closedAtMs: at('11 23:30') },
      ['柳一白 03-11 1×8000'],
    ],
    ['voided before it left', team(), { state: 'voided', closedAtMs: at('11 23:30') }, []],
  ])('%s', (_name, dispatch, over, lines) => {
    expect(linesOf(instruction([dispatch], over))).toEqual(lines);
  });

  it('two teams of one instruction, one person in both: once, listed by unit', () => {
    const second = out('12 01:00', '12 02:00', { id: 'd2', members: ['柳一白', '温仲云'] });
    expect(linesOf(instruction([out('11 23:00', '11 23:30'), second]))).toEqual([
      '温仲云 03-11 1×8000',
      '柳一白 03-11 1×8000',
    ]);
  });

  it('a second outing another night counts again', () => {
    const again = out('13 23:00', '14 01:00', { id: 'd2' });
    expect(linesOf(instruction([out('11 23:00', '11 23:30'), again]))).toHaveLength(2);
  });

  it('two calls on one event are one outing', () => {
    const original = instruction([out('11 23:00', '11 23:30')], { id: 'i1', number: '2026-000001' });
    const linked = instruction([out('11 23:10', '11 23:50')], {
      id: 'i2',
      number: '2026-000002',
      state: 'voided',
      duplicateOf: 'i1',
    });
    const { rows } = sheetOf([linked, original]);
    expect(rows).toEqual([
      expect.objectContaining({ number: '2026-000001', fromMs: at('11 23:00'), toMs: at('11 23:50') }),
    ]);
  });
});

describe('when nobody said the team came back', () => {
  const gone = out('11 21:00', null);
  it.each<[string, Partial<Instruction>, string, string]>([
    [
      'the result',
      { disposition: { text: '', code: '', recordedAtMs: at('11 22:30') } },
      '11 22:30',
      'assumed',
    ],
    [
      'handing over',
      { transfer: { to: '', receiver: '', transferredAtMs: at('11 22:10'), orderKept: null } },
      '11 22:10',
      'assumed',
    ],
    ['the end', { closedAtMs: at('11 23:00') }, '11 23:00', 'assumed'],
    ['still out', {}, '12 00:10', 'out'],
  ])('%s ends it', (_name, over, toText, end) => {
    const { rows } = sheetOf([instruction([gone], over)], { nowMs: at('12 00:10') });
    expect(rows).toEqual([expect.objectContaining({ toMs: at(toText), end })]);
  });
  it('what was recorded before it was there does not', () => {
    const over = {
      disposition: { text: '', code: '', recordedAtMs: at('11 20:00') },
      closedAtMs: at('11 23:00'),
    };
    expect(sheetOf([instruction([gone], over)]).rows[0]?.toMs).toBe(at('11 23:00'));
  });
});

describe('so that nobody loses money', () => {
  it('teams out at night without names are listed, by day and before leaving not', () => {
    const list = [
      instruction([out('11 23:00', '12 01:00', { members: [] })]),
      instruction([out('11 10:00', '11 12:00', { members: [] })]),
      instruction([team({ members: [] })]),
    ];
    expect(sheetOf(list).unnamed).toEqual([
      expect.objectContaining({ team: '执法行动组', dispatchId: 'd1', date: '2026-03-11', canEnter: true }),
    ]);
  });
  it.each([
    ['查无此人', 'nobody'],
    ['双名', 'several'],
  ])('%s cannot be told', (name, reason) => {
    const { rows, unknown } = sheetOf([instruction([out('11 23:00', '12 01:00', { members: [name] })])]);
    expect(rows).toEqual([]);
    expect(unknown).toEqual([expect.objectContaining({ name, reason })]);
  });
  it('of two people of one name the one of the team is meant', () => {
    const { rows, unknown } = sheetOf([instruction([out('11 23:00', '12 01:00', { members: ['同名'] })])]);
    expect(rows.map((r) => r.personId)).toEqual(['p4']);
    expect(unknown).toEqual([]);
  });
});

it('never counts a person twice for one team, and pays times by rate', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 5 });
  const dispatch = fc
    .record({
      start: minutes,
      length: fc.integer({ min: 0, max: 1500 }),
      names: fc.array(fc.constantFrom('柳一白', '温仲云', '霍长风', '同名', '双名'), { maxLength: 6 }),
    })
    .map(({ start, length, names }) => {
      const fromMs = at('10 12:00') + start * 60_000;
      return team({
        leftAtMs: fromMs,
        arrivedAtMs: fromMs,
        returnedAtMs: fromMs + length * 60_000,
        members: names,
      });
    });
  const any = fc.array(fc.array(dispatch, { maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(any, (teams) => {
      const list = teams.map((dispatches, n) =>
        instruction(
          dispatches.map((d, k) => ({ ...d, id: `d${k}` })),
          { id: `i${n}`, number: `2026-00000${n}` },
        ),
      );
      const { rows } = sheetOf(list);
      const keys = rows.map((r) => [r.personId, r.instructionId, r.date].join());
      expect(new Set(keys).size).toBe(keys.length);
      for (const r of rows) {
        expect(r.amountFen).toBe(r.times * r.rateFen);
        const possible = list
          .find((i) => i.id === r.instructionId)
          ?.dispatches.filter((d) => d.members.includes(r.name));
        expect(
          rows.filter((o) => o.personId === r.personId && o.instructionId === r.instructionId).length,
        ).toBeLessThanOrEqual(possible?.length ?? 0);
      }
    }),
    { numRuns: 100 },
  );
});
