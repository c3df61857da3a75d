import { expect, test } from 'vitest';
import type { LogEntry } from '../../shared/duty-log/types.ts';
import type { LogDayPaper } from '../../shared/papers/log-papers.ts';
import { dateRows, logSections } from './log-day-sections.ts';

const time = { at: String, seconds: String };
const NIGHT = 1000;

const entry = (id: string, recordedAtMs: number, quiet = false) =>
  ({
    ...{ id, shiftId: 'night', kind: 'other', occurredAtMs: recordedAtMs, recordedAtMs, quiet },
    ...{
      text: quiet ? '本班平安无事' : '巡查',
      title: '',
      from: '',
      phone: '',
      handling: '',
      receivedBy: '',
    },
    ...{ urgency: null, important: false, actorName: '', calledAtMs: null, answeredAtMs: null },
    ...{ details: {}, steps: [], corrections: [], followUps: [], links: [], attachments: [] },
  }) as unknown as LogEntry;

const day = (...entries: LogEntry[]) =>
  ({
    ...{ day: { entries }, instructions: [], limits: { urgentPaperMinutes: 10 } },
    shifts: [{ shift: { id: 'night', takenAtMs: 0, relievedAtMs: 2000 } }],
  }) as unknown as LogDayPaper;

test('the quiet line is a row with a number like any other, as on the screen', () => {
  const [section] = logSections(day(entry('b', 20), entry('a', 10, true)), time);
  expect(section?.rows.map((r) => [r.key, r.text])).toEqual([
    ['a', '本班平安无事'],
    ['b', '巡查'],
  ]);
});

test('a new date stands above the first row after midnight alone', () => {
  const sections = logSections(day(entry('a', 10), entry('b', NIGHT), entry('c', NIGHT + 1)), time);
  const dates = dateRows(sections, (ms) => (ms < NIGHT ? '3月11日' : '3月12日'));
  expect([...dates]).toEqual([['b', '3月12日']]);
});
