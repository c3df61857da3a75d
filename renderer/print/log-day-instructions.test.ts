import { expect, test } from 'vitest';
import type { Instruction, InstructionEvent } from '../../shared/instructions/types.ts';
import type { LogDayPaper, LogInstruction } from '../../shared/papers/log-papers.ts';
import { instructionRow } from './log-day-instructions.ts';

const time = { at: String, seconds: String };

/** A day whose second shift took the desk at 1000; only what a row of an instruction reads. */
const day = {
  shifts: [
    { shift: { id: 'day', takenAtMs: 0, relievedAtMs: 1000 } },
    { shift: { id: 'extra', takenAtMs: 1000, relievedAtMs: null } },
  ],
  categories: [],
} as unknown as LogDayPaper;

const instruction = (
  shiftId: string,
  receivedAtMs: number,
  eventShifts: readonly string[],
): LogInstruction => ({
  detail: {
    instruction: {
      ...{ id: 'i1', number: 'ZL-1', shiftId, receivedAtMs, backEnteredAtMs: null, state: 'closed' },
      ...{
        severity: 'ordinary',
        caller: '',
        phone: '',
        place: '望江路',
        text: '占道',
        centreNo: '',
        orders: [],
      },
    } as unknown as Instruction,
    duplicates: [],
    original: null,
    earlier: null,
    receivedByName: '蒋知微',
    events: eventShifts.map((_shift, n) => ({
      ...({
        ...{ id: `e${n}`, instructionId: 'i1', name: 'void', input: { reason: '重复登记' }, resolved: {} },
        ...{ actorId: null, occurredAtMs: receivedAtMs + n, recordedAtMs: receivedAtMs + n },
      } as unknown as InstructionEvent),
      actorName: '庄见山',
    })),
  },
  categoryName: '',
  shiftOf: Object.fromEntries(eventShifts.map((shift, n) => [`e${n}`, shift])),
});

test.each<[what: string, of: LogInstruction, row: [shiftId: string, marks: string[], lines: number] | null]>([
  ['taken while the clock was behind the takeover', instruction('extra', 400, ['extra']), ['extra', [], 2]],
  ['taken before the first shift by the clock', instruction('day', -500, ['extra']), ['day', [], 2]],
  ['of an earlier day, done in the second shift', instruction('old', 500, ['extra']), ['extra', ['续办'], 1]],
  ['done by shifts of other days alone', instruction('old', 500, ['next']), null],
])('an instruction %s stands under the shift that recorded it', (_what, of, expected) => {
  const row = instructionRow(of, day, time);
  expect(row && [row.shiftId, row.marks, row.handling.length]).toEqual(expected);
});
