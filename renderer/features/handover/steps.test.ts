import { expect, test } from 'vitest';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import { emptyPreparation, type Handover } from '../../../shared/handover/types.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { openChecks, stepsOf } from './steps.ts';

const facts = (over: Partial<HandoverView>) => ({
  relief: null,
  current: null,
  preparation: emptyPreparation,
  ...over,
});
const relief = (signedIn: (number | null)[]) =>
  ({ members: signedIn.map((signedInAtMs) => ({ signedInAtMs })) }) as Shift;
const frozen = (over: object = {}) =>
  ({
    items: [],
    counts: [],
    snapshot: { supplies: [] },
    outgoingSignature: null,
    incomingSignature: null,
    ...over,
  }) as unknown as Handover;
const next = (over: Partial<HandoverView>) => stepsOf(facts(over)).find((s) => s.state === 'now')?.name;

test('the relief comes first, then its attendance', () => {
  expect(next({})).toBe('crew');
  expect(next({ relief: relief([1, null]) })).toBe('attendance');
  expect(next({ relief: relief([1, 2]) })).toBe('prepare');
});

test('after the freeze what was skipped before is no longer next', () => {
  expect(next({ relief: relief([null]), current: frozen() })).toBe('signOutgoing');
  expect(next({ relief: relief([1]), current: frozen({ outgoingSignature: {} }) })).toBe('signIncoming');
});

test('an undecided item and an uncounted key supply keep the check open', () => {
  const handover = frozen({
    items: [{ decision: null }, { decision: 'refused' }],
    snapshot: {
      supplies: [
        { itemId: 'a', key: true },
        { itemId: 'b', key: false },
      ],
    },
  });
  expect(openChecks(handover)).toEqual({ undecided: 1, uncounted: 1 });
  expect(next({ relief: relief([1]), current: handover })).toBe('check');
});
