import { beforeAll, expect, test } from 'vitest';
import { given, min, wayTo } from '../../../shared/instructions/testing/story.ts';
import type { ActionName } from '../../../shared/instructions/types.ts';
import { type FormText, forms, shownFields } from './forms.ts';
import { readForm } from './read-form.ts';
import { startWords } from './testing.ts';

beforeAll(() => startWords());

const clock = { nowMs: min(60), timeZone: 'Asia/Shanghai' };
const facts = (typed: FormText) => ({
  instruction: given(wayTo.handling),
  typed,
  asked: () => false,
  head: '顾远舟',
});
const read = (action: Exclude<ActionName, 'correct'>, typed: FormText, fixed = {}) =>
  readForm(action, shownFields(action, fixed, facts(typed)), typed, fixed, clock);

test('what is left empty is not sent: the engine’s defaults and its present hold', () => {
  expect(read('enRoute', { members: '', leftAtMs: ' ' })).toEqual({ input: {}, errors: {} });
});

test('crew: names by any separator, a name with a space stays one, dress is yes or no', () => {
  const { input, errors } = read('turnout', {
    members: '霍长风，苗 立秋; Ann Li',
    vehicle: '汐B·1',
    uniformed: 'no',
  });
  expect(errors).toEqual({});
  expect(input).toEqual({ members: ['霍长风', '苗 立秋', 'Ann Li'], vehicle: '汐B·1', uniformed: false });
});

test('a leader’s order is sent whole or not at all; its owner and due time are asked for once it has words', () => {
  expect(read('notify', { who: '沈若衡', 'order.owner': '霍长风' }).input).toEqual({ who: '沈若衡' });
  const missing = read('notify', { who: '沈若衡', 'order.text': '加派登高车' });
  expect(Object.keys(missing.errors)).toEqual(['order.owner', 'order.dueAtMs']);
  const whole = read('notify', {
    who: '沈若衡',
    'order.text': '加派登高车',
    'order.owner': '霍长风',
    'order.dueAtMs': '12:00',
  });
  expect(whole.errors).toEqual({});
  expect(whole.input.order).toEqual({
    text: '加派登高车',
    owner: '霍长风',
    dueAtMs: Date.UTC(2026, 2, 11, 4),
  });
});

test('through whom the head was told is asked only for the head', () => {
  const names = (typed: FormText) => shownFields('notify', {}, facts(typed)).map((f) => f.name);
  expect(names({ who: '沈若衡' })).not.toContain('through');
  expect(names({ who: '顾远舟' })).toContain('through');
});

test('23:58 typed at 00:03 is yesterday; what cannot be read is said at its field', () => {
  const midnight = { nowMs: Date.UTC(2026, 2, 11, 16, 3), timeZone: 'Asia/Shanghai' };
  const typed = { arrivedAtMs: '23:58' };
  const { input } = readForm('onScene', forms.onScene, typed, {}, midnight);
  expect(input.arrivedAtMs).toBe(Date.UTC(2026, 2, 11, 15, 58));
  expect(Object.keys(readForm('onScene', forms.onScene, { arrivedAtMs: '2x' }, {}, midnight).errors)).toEqual(
    ['arrivedAtMs'],
  );
});

test('despite is no field until it is asked for, and is sent once it has words', () => {
  expect(shownFields('dispatch', {}, facts({})).map((f) => f.name)).not.toContain('despite');
  const asked = { ...facts({}), asked: (field: string) => field === 'despite' };
  expect(shownFields('dispatch', {}, asked).map((f) => f.name)).toContain('despite');
  const { input } = read('dispatch', { to: 'group:g1', despite: '只有他们', leaderNeeded: 'yes' });
  expect(input).toEqual({ to: { kind: 'group', id: 'g1' }, despite: '只有他们', leaderNeeded: true });
});

test('confirming the scope has no field, denying it asks why and whom', () => {
  expect(shownFields('confirmScope', { inScope: true }, facts({}))).toEqual([]);
  expect(read('confirmScope', { kind: 'unclear', competent: '供电公司' }, { inScope: false }).input).toEqual({
    inScope: false,
    kind: 'unclear',
    competent: '供电公司',
  });
});

test('every required field left empty is named', () => {
  const empty = (Object.keys(forms) as (keyof typeof forms)[]).map((action) => {
    const required = forms[action].filter((f) => f.required && !f.when).map((f) => f.name);
    return [action, required, Object.keys(read(action, {}).errors)] as const;
  });
  for (const [action, required, found] of empty)
    expect(found, action).toEqual(expect.arrayContaining(required));
});
