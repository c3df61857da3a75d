import { expect, it } from 'vitest';
import { mayCorrect, textsBefore, valuesBefore } from './history.ts';
import type { LogCorrection } from './types.ts';

const correction = (text: string, changes: LogCorrection['changes'] = []): LogCorrection => ({
  id: text,
  text,
  changes,
  reason: '听错',
  actorName: '童子安',
  recordedAtMs: 1,
});

it('only texts that were changed are struck through, oldest first', () => {
  const corrections = [correction('一'), correction('二'), correction('二'), correction('三')];
  expect(textsBefore({ original: '一', corrections }).map((s) => s.value)).toEqual(['一', '二']);
  expect(textsBefore({ original: '一', corrections: [] })).toEqual([]);
});

it('every value of a field that stood is kept, oldest first', () => {
  const corrections = [
    correction('x', [{ field: 'from', before: '李四', after: '王五' }]),
    correction('x', [{ field: 'phone', before: '', after: '1' }]),
    correction('x', [{ field: 'from', before: '王五', after: '赵六' }]),
  ];
  expect(valuesBefore({ corrections }, 'from').map((s) => s.value)).toEqual(['李四', '王五']);
  expect(valuesBefore({ corrections }, 'title')).toEqual([]);
});

it.each([
  ['the author in the same shift', { id: 'a', roles: ['dutyOfficer'] }, 's', true],
  ['the author in a later shift', { id: 'a', roles: ['dutyOfficer'] }, 't', false],
  ['another officer in the same shift', { id: 'b', roles: ['dutyOfficer'] }, 's', false],
  ['a shift lead at any time', { id: 'b', roles: ['shiftLead'] }, 't', true],
  ['the author while nobody holds the desk', { id: 'a', roles: [] }, null, false],
])('%s may correct: %s', (_who, person, holder, may) => {
  expect(mayCorrect({ actorId: 'a', shiftId: 's' }, person, holder)).toBe(may);
});
