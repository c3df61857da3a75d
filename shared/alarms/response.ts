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
 * How soon alarms were acknowledged, by class in the order of classes. An alarm and its repeats up to one acknowledgement
 * count once, from the first raise: each repeat by itself would make a late answer look like many quick ones.
 */
export function responseTimes(raises: readonly Raise[]): ResponseTimes[] {
  const runs = new Map<string, Raise>();
  for (const raise of raises) {
    const end = raise.acknowledgedAtMs ?? raise.settledAtMs ?? 'open';
    const key = `${raise.class}:${raise.subjectId}:${raise.acknowledgedAtMs === null ? 's' : 'a'}:${end}`;
    const first = runs.get(key);
    if (!first || raise.raisedAtMs < first.raisedAtMs) runs.set(key, raise);
  }
  return alarmClasses.flatMap((each) => {
    const own = [...runs.values()].filter((run) => run.class === each);
    return own.length === 0 ? [] : [timesOf(each, own)];
  });
}

function timesOf(alarmClass: AlarmClass, runs: readonly Raise[]): ResponseTimes {
  const times = runs
    .flatMap((run) => (run.acknowledgedAtMs === null ? [] : [run.acknowledgedAtMs - run.raisedAtMs]))
    .sort((a, b) => a - b);
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
const atRank = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
