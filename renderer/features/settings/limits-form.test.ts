import { expect, test } from 'vitest';
import { defaultLimits, limitsSchema } from '../../../shared/settings/types.ts';
import { limitsAsText, limitsChanges, limitsError, limitsFromText } from './limits-form.ts';

test('what is shown and saved again is the same', () => {
  expect(limitsFromText(limitsAsText(defaultLimits))).toEqual(defaultLimits);
});

test.each([
  ['10 20 30', [10, 20, 30]],
  ['１０，２０、３０', [10, 20, 30]],
  [' 10,20 ; 30 ', [10, 20, 30]],
])('a list typed as %j', (arrival, expected) => {
  expect(limitsFromText({ ...limitsAsText(defaultLimits), arrival }).buckets.arrival).toEqual(expected);
});

test.each([
  ['arrival', '30 20', 'ascending'],
  ['arrival', '十分钟', 'minutes'],
  ['dispatch', '', 'required'],
  ['escalateLeadMinutes', '', 'minutes'],
  ['mainUrban', '0', 'minutes'],
] as const)('%s typed as %j is refused at its own field', (name, typed, message) => {
  const parsed = limitsSchema.safeParse(limitsFromText({ ...limitsAsText(defaultLimits), [name]: typed }));
  const errors = Object.fromEntries(
    (parsed.error?.issues ?? []).map((i) => [['limits', ...i.path].join('.'), i.message]),
  );
  expect(limitsError(errors, name)).toBe(message);
  expect(limitsError(errors, 'other')).toBeUndefined();
});

test('only what changed is told', () => {
  const after = {
    ...defaultLimits,
    escalateLeadMinutes: 4,
    buckets: { ...defaultLimits.buckets, arrival: [15] },
  };
  expect(limitsChanges(defaultLimits, after)).toEqual([
    ['escalateLeadMinutes', '5', '4'],
    ['arrival', '10 20 30 45 60', '15'],
  ]);
});
