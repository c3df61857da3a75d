import { expect, test } from 'vitest';
import { emptyEntry, entryOf, type ReadTime } from './entry-draft.ts';

const read: ReadTime = (typed) => (typed === 'soon' ? undefined : Number(typed));

test('fields of another kind are not saved', () => {
  const draft = {
    ...emptyEntry,
    kind: 'weather' as const,
    text: '大风',
    phone: '123',
    title: 't',
    called: '5',
  };
  expect(entryOf(draft, read)).toMatchObject({ input: { phone: '', title: '', calledAtMs: null } });
});

test('a roll call keeps both its times', () => {
  const draft = { ...emptyEntry, kind: 'rollCall' as const, text: '点名', called: '5', answered: '16' };
  expect(entryOf(draft, read)).toMatchObject({ input: { calledAtMs: 5, answeredAtMs: 16 } });
});

test('times that cannot be read are named, and a follow-up needs one', () => {
  expect(entryOf({ ...emptyEntry, occurred: 'soon' }, read)).toMatchObject({ unreadable: ['occurredAtMs'] });
  expect(entryOf({ ...emptyEntry, follow: true }, read)).toMatchObject({ unreadable: ['followUp.dueAtMs'] });
});
