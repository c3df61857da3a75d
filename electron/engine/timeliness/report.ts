import { invalid } from '../../../shared/errors.ts';
import { periodProblem, periodSpan } from '../../../shared/timeliness/period.ts';
import { type TimelinessCounter, timelinessCounter } from '../../../shared/timeliness/report.ts';
import {
  type BulletinPeriod,
  type Grouping,
  groupings,
  type Period,
  type TimelinessBulletin,
  type TimelinessReport,
} from '../../../shared/timeliness/types.ts';
import type { Context } from '../context.ts';
import { limitsAt, listCategories, listGrids, siteAt } from '../settings/store.ts';
import { receivedInPortions } from './store.ts';

/** The timeliness report of a period (篇三 四); `invalid` at `toDay` for one that ends before it begins or is too long. */
export async function loadReport(context: Context, period: Period): Promise<TimelinessReport> {
  const { counter, head } = await count(context, period, [period.by]);
  return { ...head, period, ...counter.whole(), groups: counter.groups(period.by) };
}

/** The same by every grouping, from one reading of the record. */
export async function loadBulletin(context: Context, days: BulletinPeriod): Promise<TimelinessBulletin> {
  const { counter, head } = await count(context, days, groupings);
  const groups = { team: counter.groups('team') } as TimelinessBulletin['groups'];
  for (const by of groupings) {
    // Of a year every grouping is sorted for some time: calls and alarms come between.
    await new Promise(setImmediate);
    groups[by] = counter.groups(by);
  }
  const period: Period = { ...days, by: 'team' };
  return { report: { ...head, period, ...counter.whole(), groups: groups.team }, groups };
}

type Head = Omit<TimelinessReport, 'period' | 'total' | 'groups' | 'late' | 'leftOut'>;

async function count(
  { db, nowMs }: Context,
  days: BulletinPeriod,
  by: readonly Grouping[],
): Promise<{ counter: TimelinessCounter; head: Head }> {
  const problem = periodProblem(days);
  if (problem) throw invalid('toDay', problem);
  const { name, deskName, timeZone, ...site } = await siteAt(db, nowMs);
  const { limits } = await limitsAt(db, nowMs);
  const { fromMs, toMs } = periodSpan(days, { ...site, timeZone });
  const counter = timelinessCounter(by, {
    nowMs,
    timeZone,
    limits,
    categories: new Map((await listCategories(db)).map((c) => [c.no, c.short])),
    grids: new Map((await listGrids(db)).map((g) => [g.no, g.name])),
  });
  for await (const portion of receivedInPortions(db, fromMs, toMs)) portion.forEach(counter.add);
  const { buckets } = limits;
  return { counter, head: { siteName: name, deskName, timeZone, fromMs, toMs, asOfMs: nowMs, buckets } };
}
