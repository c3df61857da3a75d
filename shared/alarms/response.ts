import { type AlarmClass, alarmClasses } from './types.ts';

/** What the response of a raised alarm is read from. */
export type Raise = {
  class: AlarmClass;
  subjectId: string;
  raisedAtMs: number;
  acknowledgedAtMs: number | null;
  settledAtMs: number | null;
};

/** Response times of one class; `count` is the denominator, median and p90 are over the acknowledged, ms. */
export type ResponseTimes = {
  class: AlarmClass;
  count: number;
  acknowledged: number;
  /** Ended by what was owed being done, nobody having acknowledged. */
  settledOnly: number;
  /** Nobody acknowledged and still owed. */
  open: number;
  medianMs: number | null;
  p90Ms: number | null;
};

/**
 * How soon alarms were acknowledged, by class in the order of classes, from raises added one after another. An alarm and its
 * repeats up to one acknowledgement count once, from the first raise: each repeat by itself would make a late answer look
 * like many quick ones.
 */
export function responseCounter(): { add: (raise: Raise) => void; times: () => ResponseTimes[] } {
  const runs = new Map<AlarmClass, Map<string, Raise>>();
  return {
    add: (raise) => {
      const own = runs.get(raise.class) ?? new Map<string, Raise>();
      runs.set(raise.class, own);
      const end = raise.acknowledgedAtMs ?? raise.settledAtMs ?? 'open';
      const key = `${raise.subjectId}:${raise.acknowledgedAtMs === null ? 's' : 'a'}:${end}`;
      const first = own.get(key);
      if (!first || raise.raisedAtMs < first.raisedAtMs) own.set(key, raise);
    },
    times: () =>
      alarmClasses.flatMap((each) => {
        const own = runs.get(each);
        return own === undefined ? [] : [timesOf(each, [...own.values()])];
      }),
  };
}

/** The same of raises at hand. */
export function responseTimes(raises: readonly Raise[]): ResponseTimes[] {
  const counter = responseCounter();
  for (const raise of raises) counter.add(raise);
  return counter.times();
}

function timesOf(alarmClass: AlarmClass, runs: readonly Raise[]): ResponseTimes {
  const times = Float64Array.from(
    runs.flatMap((run) => (run.acknowledgedAtMs === null ? [] : [run.acknowledgedAtMs - run.raisedAtMs])),
  ).sort();
  const open = runs.filter((run) => run.acknowledgedAtMs === null && run.settledAtMs === null).length;
  return {
    class: alarmClass,
    count: runs.length,
    acknowledged: times.length,
    settledOnly: runs.length - times.length - open,
    open,
    medianMs: atRank(times, 0.5),
    p90Ms: atRank(times, 0.9),
  };
}

/** The nearest rank: a time that really occurred. */
const atRank = (sorted: Float64Array, share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
