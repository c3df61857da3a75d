import { describe, expect, it } from 'vitest';
import { instant } from '../time/zone.ts';
import { backupState, clockAheadMs, isPrepareTime, nearestTo, openPreparation } from './prepare.ts';
import { emptyPreparation } from './types.ts';

const at = (clock: string, day = '2026-03-12') => instant(day, clock, 'Asia/Shanghai');

it.each([
  ['07:59:59', false],
  ['08:00', true],
  ['08:41', true],
])('at %s the preparation is asked for: %s', (clock, due) => {
  expect(isPrepareTime({ plannedEndMs: at('08:30') }, at(clock))).toBe(due);
});

it.each([
  ['a fast desk is ahead', '08:00:12', '08:00', 12_000],
  ['a slow desk is behind', '07:59:20', '08:00', -40_000],
])('%s', (_name, desk, reference, ahead) => {
  const check = { reference: '电信117', deskMs: at(desk), referenceMs: at(reference) };
  expect(clockAheadMs(check)).toBe(ahead);
});

it('reads a reference across midnight as the nearest instant', () => {
  const desk = at('23:59:58', '2026-03-11');
  expect(nearestTo(desk, at('00:00:02', '2026-03-11'))).toBe(at('00:00:02', '2026-03-12'));
  expect(nearestTo(at('00:00:03'), at('23:59:59'))).toBe(at('23:59:59', '2026-03-11'));
});

it.each([
  [null, 'none'],
  ['07:00', 'recent'],
  ['04:59', 'old'],
  ['2026-03-10', 'old'],
] as const)('a backup of %s is %s', (made, state) => {
  const ms = made === null ? null : made.includes('-') ? at('07:00', made) : at(made);
  expect(backupState(ms, at('08:00'))).toBe(state);
});

describe('what is not ticked', () => {
  it('is named in the order of the checklist', () => {
    const selfTest = { ...emptyPreparation.selfTest, speaker: true };
    const facts = { preparation: { ...emptyPreparation, selfTest }, lastBackupMs: null, nowMs: at('08:00') };
    expect(openPreparation(facts)).toEqual(['phoneLine', 'clock', 'printer', 'backup']);
  });
  it('is nothing when all is done', () => {
    const selfTest = { phoneLine: true, speaker: true, clock: true, printer: true };
    const facts = {
      preparation: { ...emptyPreparation, selfTest },
      lastBackupMs: at('07:00'),
      nowMs: at('08:00'),
    };
    expect(openPreparation(facts)).toEqual([]);
  });
});
