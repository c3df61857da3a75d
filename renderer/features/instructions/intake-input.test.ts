import { beforeEach, expect, it, vi } from 'vitest';
import { instant } from '../../../shared/time/zone.ts';
import { emptyIntake, type IntakeValues } from '../../components/intake-drafts.ts';
import { forgetPress, pressTime, readIntake } from './intake-input.ts';

vi.mock('../../app/bridge.ts', () => ({ bridge: { onEvent: () => {} } }));

const timeZone = 'Asia/Shanghai';
const at = (clock: string) => instant('2026-03-11', clock, timeZone);
const typed: IntakeValues = { ...emptyIntake, place: '新华街口', text: '广告牌要掉', zone: 'mainUrban' };
const other: IntakeValues = { ...typed, text: '井盖丢失' };

const send = (values: IntakeValues, clock: string) =>
  JSON.stringify(readIntake(values, { nowMs: pressTime(values, at(clock)), timeZone }));

beforeEach(() => {
  forgetPress(typed);
  forgetPress(other);
});

it('the second press of a draft is the same request, also where a typed time depends on the present', () => {
  expect(send(typed, '09:00')).toContain(String(at('09:00')));
  expect(send(typed, '09:01')).toBe(send(typed, '09:00'));
  const clock = { ...typed, issuedAt: '2359' };
  expect(send(clock, '00:01')).toBe(send(clock, '00:30'));
  forgetPress(clock);
});

it('two calls taken down at once keep each its own', () => {
  const first = send(typed, '09:00');
  const second = send(other, '09:02');
  expect([send(typed, '09:03'), send(other, '09:03')]).toEqual([first, second]);
});

it.each([
  ['received, refused or changed', () => forgetPress(typed), '09:05'],
  ['an hour old', () => undefined, '10:00'],
])('a draft that was %s is sent anew', (_name, happen, clock) => {
  send(typed, '09:00');
  happen();
  expect(send(typed, clock)).toContain(String(at(clock)));
});
