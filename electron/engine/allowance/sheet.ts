import { type AllowanceInput, allowanceSteps } from '../../../shared/allowance/allowance.ts';
import { nightOf } from '../../../shared/allowance/nights.ts';
import type { AllowanceSheet } from '../../../shared/allowance/types.ts';
import { addDays, instant, localDate } from '../../../shared/time/zone.ts';
import { monthEnd } from '../../../shared/timeliness/period.ts';
import type { Context } from '../context.ts';
import { siteAt } from '../settings/store.ts';
import { allowancePeople, endsOf, groupUnits, nightRules, outingsAround } from './store.ts';

/** 夜间出勤补贴 of a month (篇三 五(六)), amounts in fen; of a month that lasts, what there is so far. */
export async function loadSheet({ db, nowMs }: Context, month: string): Promise<AllowanceSheet> {
  const site = await siteAt(db, nowMs);
  const { timeZone } = site;
  const rules = await nightRules(db, site);
  const first = `${month}-01`;
  const last = monthEnd(first);
  const fromMs = instant(first, '00:00', timeZone);
  const toMs = instant(addDays(last, 2), '00:00', timeZone);
  const instructions = await outingsAround(db, fromMs, toMs);
  const found = await allowanceBesides({
    month,
    instructions,
    ended: await endsOf(db, instructions),
    people: await allowancePeople(db),
    groupUnits: await groupUnits(db),
    rules,
    timeZone,
    nowMs,
  });
  const today = localDate(nowMs, timeZone);
  const present = nightOf(today < last ? today : last, rules, timeZone);
  return {
    siteName: site.name,
    deskName: site.deskName,
    timeZone,
    month,
    night: present.window,
    rateFen: present.rateFen,
    asOfMs: nowMs,
    ...found,
    totalTimes: found.rows.reduce((sum, r) => sum + r.times, 0),
    totalFen: found.rows.reduce((sum, r) => sum + r.amountFen, 0),
  };
}

/** The allowance of a month, with the engine answering and ringing between the steps. */
async function allowanceBesides(input: AllowanceInput) {
  const steps = allowanceSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise(setImmediate);
  }
}
