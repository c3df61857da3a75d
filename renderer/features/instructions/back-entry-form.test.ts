import { expect, test } from 'vitest';
import { emptyBackEntry, readBackEntry } from './back-entry-form.ts';

const ZONE = 'Asia/Shanghai';

const form = {
  ...emptyBackEntry,
  day: '2026-03-11',
  number: '20260001',
  receivedAt: '９：０３',
  place: '盐场大道',
  zone: 'mainUrban',
  text: '占道经营',
  to: 'group:g1',
  dispatchedAt: '０９０５',
  arrivedAt: '09:15',
};

test('an unreadable receipt is refused alone: the right times after it stay right', () => {
  const read = readBackEntry({ ...form, receivedAt: 'soon', issuedAt: '09:00' }, ZONE);
  expect('errors' in read && Object.keys(read.errors)).toEqual(['receivedAt']);
});

test('every unreadable time is refused at its own field', () => {
  const read = readBackEntry({ ...form, receivedAt: 'soon', arrivedAt: '25:00' }, ZONE);
  expect('errors' in read && Object.keys(read.errors).sort()).toEqual(['arrivedAt', 'receivedAt']);
});
