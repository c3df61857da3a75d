import { invalid } from '../../../shared/errors.ts';
import { periodProblem, periodSpan } from '../../../shared/timeliness/period.ts';
import { timelinessOf } from '../../../shared/timeliness/report.ts';
import type { Period, TimelinessReport } from '../../../shared/timeliness/types.ts';
import type { Context } from '../context.ts';
import { limitsAt, listCategories, listGrids, siteAt } from '../settings/store.ts';
import { receivedBetween } from './store.ts';

/** The timeliness report of a period (篇三 四); `invalid` at `toDay` for one that ends before it begins or is too long. */
export async function loadReport({ db, nowMs }: Context, period: Period): Promise<TimelinessReport> {
  const problem = periodProblem(period);
  if (problem) throw invalid('toDay', problem);
  const site = await siteAt(db, nowMs);
  const { limits } = await limitsAt(db, nowMs);
  const { fromMs, toMs } = periodSpan(period, site);
  const categories = await listCategories(db);
  const grids = await listGrids(db);
  const instructions = await receivedBetween(db, fromMs, toMs);
  const figures = timelinessOf(instructions, period.by, {
    nowMs,
    timeZone: site.timeZone,
    limits,
    categories: new Map(categories.map((c) => [c.no, c.short])),
    grids: new Map(grids.map((g) => [g.no, g.name])),
  });
  return {
    siteName: site.name,
    deskName: site.deskName,
    timeZone: site.timeZone,
    period,
    fromMs,
    toMs,
    asOfMs: nowMs,
    buckets: limits.buckets,
    ...figures,
  };
}
