import { expect, it, test } from 'vitest';
import { emptyDetail } from '../../../shared/duty-log/details.ts';
import type { LogEntry, LogInstructionLine } from '../../../shared/duty-log/types.ts';
import { type DayFilter, matchesLine, readDayFilter } from './day-filter.ts';
import { gridItems, isOpen, type LogLine, linesOf } from './log-lines.ts';

const entry = (id: string, recordedAtMs: number, over: Partial<LogEntry> = {}): LogEntry =>
  ({
    id,
    recordedAtMs,
    occurredAtMs: recordedAtMs,
    shiftId: 's',
    kind: 'callIn',
    text: '居民反映噪声',
    original: '居民反映噪声',
    title: '',
    from: '',
    phone: '',
    handling: '',
    receivedBy: '',
    actorName: '童子安',
    urgency: null,
    details: emptyDetail,
    corrections: [],
    steps: [],
    followUps: [],
    attachments: [],
    links: [],
    important: false,
    ...over,
  }) as LogEntry;
const line = (id: string, recordedAtMs: number) =>
  ({
    id,
    recordedAtMs,
    occurredAtMs: recordedAtMs,
    shiftId: 's',
    number: '2026-000001',
    place: '和平路',
    summary: '',
    actorName: '蒋知微',
  }) as LogInstructionLine;

test('lines stand in the order in which they were recorded, and are numbered so', () => {
  const day = { entries: [entry('a', 10), entry('c', 30)], instructionLines: [line('b', 20), line('d', 30)] };
  expect(linesOf(day).map((l) => [l.no, l.id])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
    [4, 'd'],
  ]);
});

test('a date stands where it begins, a shift only where the day had several', () => {
  const lines = linesOf({
    entries: [entry('a', 10), entry('b', 20), entry('c', 110, { shiftId: 't' })],
    instructionLines: [],
  });
  const kinds = (several: boolean) =>
    gridItems(lines, several, (ms) => String(Math.floor(ms / 100))).map((i) => i.type);
  expect(kinds(false)).toEqual(['line', 'line', 'date', 'line']);
  expect(kinds(true)).toEqual(['shift', 'line', 'line', 'shift', 'date', 'line']);
});

it.each<[what: string, over: Partial<LogEntry>, open: boolean]>([
  ['nothing in hand', {}, false],
  ['an open follow-up', { followUps: [{ doneAtMs: null }] as LogEntry['followUps'] }, true],
  ['a follow-up that is done', { followUps: [{ doneAtMs: 1 }] as LogEntry['followUps'] }, false],
  [
    'an urgent paper',
    { kind: 'document', urgency: 'flash', details: { ...emptyDetail, receiptNo: '2026-0001' } },
    true,
  ],
  ['an urgent paper of an earlier version', { kind: 'document', urgency: 'flash' }, false],
])('%s', (_what, over, open) => {
  expect(isOpen(entry('a', 1, over), 10)).toBe(open);
});

const all: DayFilter = { kind: '', officer: '', only: '', words: '' };
const call: LogLine = {
  type: 'entry',
  id: 'a',
  no: 1,
  shiftId: 's',
  entry: entry('a', 1, {
    phone: '13900001111',
    corrections: [{ text: '第二稿' }] as LogEntry['corrections'],
  }),
};
const event: LogLine = { type: 'instruction', id: 'b', no: 2, shiftId: 's', line: line('b', 2) };
it.each<[filter: Partial<DayFilter>, call: boolean, event: boolean]>([
  [{}, true, true],
  [{ kind: 'callIn' }, true, false],
  [{ kind: 'instruction' }, false, true],
  [{ officer: '童子安' }, true, false],
  [{ words: '噪声 ０００１' }, true, false],
  [{ words: '第二稿' }, true, false],
  [{ words: '和平路 蒋' }, false, true],
  [{ words: '  ' }, true, true],
  [{ only: 'open' }, false, false],
  [{ only: 'corrected' }, true, false],
])('%j', (filter, ofCall, ofEvent) => {
  expect([
    matchesLine(call, { ...all, ...filter }, 10),
    matchesLine(event, { ...all, ...filter }, 10),
  ]).toEqual([ofCall, ofEvent]);
});

test('an address that is not understood does not narrow', () => {
  expect(readDayFilter(new URLSearchParams('kind=gossip&only=nothing&words=a'))).toEqual({
    ...all,
    words: 'a',
  });
});
