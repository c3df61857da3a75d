import { addDays, instant, localDate } from '../time/zone.ts';

/** The night window and the rate as they stood from an instant on; oldest first. */
export type NightRule = { fromMs: number; night: [string, string]; rateFen: number };

/** One night: the local date on which its window began, and its instants. */
export type Night = {
  date: string;
  window: [string, string];
  startMs: number;
  endMs: number;
  rateFen: number;
};

/** From the clock of the window on a date to its other clock, the next day where it crosses midnight. */
function windowOn(date: string, [from, to]: [string, string], timeZone: string) {
  const startMs = instant(date, from, timeZone);
  const sameDay = instant(date, to, timeZone);
  return { startMs, endMs: to > from ? sameDay : instant(addDays(date, 1), to, timeZone) };
}

/**
 * The night that began on a date, by the newest rule already in force when its own window began; the first rule also holds
 * before it was set. Amounts are in fen. Where no rate had been set yet the first one that ever is set counts, so that nobody
 * loses the nights before the office decided; a rate lowered to nothing later stays nothing.
 */
export function nightOf(date: string, rules: readonly NightRule[], timeZone: string): Night {
  const at = rules.findLastIndex((r) => r.fromMs <= windowOn(date, r.night, timeZone).startMs);
  const rule = rules[Math.max(0, at)];
  if (!rule) throw new Error('no night rule');
  const paidBefore = rules.slice(0, Math.max(0, at) + 1).some((r) => r.rateFen > 0);
  const rateFen = paidBefore ? rule.rateFen : (rules.find((r) => r.rateFen > 0)?.rateFen ?? 0);
  return { date, rateFen, window: rule.night, ...windowOn(date, rule.night, timeZone) };
}

/** The first night a span `[fromMs, toMs]` touches for longer than an instant; null when it lies in daytime altogether. */
export function firstNightOf(
  fromMs: number,
  toMs: number,
  rules: readonly NightRule[],
  timeZone: string,
): Night | null {
  // A night may have begun the evening before the span.
  const last = localDate(toMs, timeZone);
  for (let date = addDays(localDate(fromMs, timeZone), -1); date <= last; date = addDays(date, 1)) {
    const night = nightOf(date, rules, timeZone);
    if (fromMs < night.endMs && toMs > night.startMs) return night;
  }
  return null;
}
