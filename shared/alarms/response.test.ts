import { describe, expect, it } from 'vitest';
import { type Raise, responseTimes } from './response.ts';

const raise = (raisedAtMs: number, acknowledgedAtMs: number | null, over: Partial<Raise> = {}): Raise => ({
  class: 'dispatchDue',
  subjectId: String(raisedAtMs),
  raisedAtMs,
  acknowledgedAtMs,
  settledAtMs: null,
  ...over,
});

describe('response times', () => {
  it('of nothing are nothing', () => expect(responseTimes([])).toEqual([]));

  it('stand beside how many there were', () => {
    const rows = [raise(0, 10), raise(1, 31), raise(2, null), raise(3, null, { settledAtMs: 9 })];
    expect(responseTimes(rows)).toEqual([
      {
        class: 'dispatchDue',
        count: 4,
        acknowledged: 2,
        settledOnly: 1,
        open: 1,
        medianMs: 10,
        p90Ms: 30,
      },
    ]);
  });

  it('count a run of repeats once, from its first raise', () => {
    const run = [0, 5, 10].map((at) => raise(at, 12, { subjectId: 's' }));
    const next = raise(15, 16, { subjectId: 's' });
    expect(responseTimes([...run, next])).toMatchObject([{ count: 2, medianMs: 1, p90Ms: 12 }]);
  });

  it('take the ninetieth of a hundred and name no time that never was', () => {
    const rows = Array.from({ length: 100 }, (_, n) => raise(n, n + n + 1));
    expect(responseTimes(rows)).toMatchObject([{ medianMs: 50, p90Ms: 90 }]);
  });

  it('come in the order of the classes', () => {
    const rows = [raise(0, 1, { class: 'followUpDue' }), raise(0, 1, { class: 'arrivalOverdue' })];
    expect(responseTimes(rows).map((r) => r.class)).toEqual(['arrivalOverdue', 'followUpDue']);
  });
});
