import type { Dispatch, Instruction } from '../instructions/types.ts';
import type { Limits } from '../settings/types.ts';
import { minuteOfDay } from '../time/zone.ts';
import { addSpan, distributionOf, newTally, rateOf, type Span, type Tally } from './distribution.ts';
import {
  acceptanceSpan,
  arrivalSpan,
  dispatchSpan,
  firstDispatch,
  isCounted,
  lateRows,
  reportBackSpan,
} from './spans.ts';
import type { Grouping, LateRow, LeftOut, Stage, TimelinessGroup } from './types.ts';

/** What the figures need besides the record. */
export type TimelinessContext = {
  nowMs: number;
  timeZone: string;
  /** Buckets of the report, and the limits of instructions received before limits were kept with them. */
  limits: Limits;
  /** Names of categories by number and of grids by number; one that is gone shows its number. */
  categories: ReadonlyMap<number, string>;
  grids: ReadonlyMap<string, string>;
};

/** Everything counted into one group. */
type Pot = {
  key: string;
  label: string;
  instructions: number;
  /** The instruction counted last: one that has several teams comes several times in a row. */
  lastId: string;
  tallies: Record<Stage, Tally>;
};

const two = (n: number) => String(n).padStart(2, '0');

const newPot = (key: string, label: string): Pot => ({
  key,
  label,
  instructions: 0,
  lastId: '',
  tallies: { acceptance: newTally(), dispatch: newTally(), arrival: newTally(), reportBack: newTally() },
});

function addTo(pot: Pot, i: Instruction, stage: Stage, span: Span | null): void {
  if (pot.lastId !== i.id) pot.instructions += 1;
  pot.lastId = i.id;
  if (span) addSpan(pot.tallies[stage], span);
}

type Place = { key: string; label: string };
const nowhere: Place = { key: '', label: '' };

const teamPlace = (to: { kind: string; id: string; name: string }): Place => ({
  key: `${to.kind}:${to.id}`,
  label: to.name,
});

/** Where an instruction's own spans are counted; by team, with the one it was first sent to. */
function placeOf(i: Instruction, by: Grouping, ctx: TimelinessContext): Place {
  switch (by) {
    case 'team': {
      const first = firstDispatch(i);
      return first ? teamPlace(first.to) : nowhere;
    }
    case 'category':
      if (i.categoryNo === null) return nowhere;
      return { key: String(i.categoryNo), label: ctx.categories.get(i.categoryNo) ?? String(i.categoryNo) };
    case 'grid':
      return i.gridNo === null
        ? nowhere
        : { key: i.gridNo, label: [i.gridNo, ctx.grids.get(i.gridNo)].filter(Boolean).join(' ') };
    case 'hour': {
      const hour = two(Math.floor(minuteOfDay(i.receivedAtMs, ctx.timeZone) / 60));
      return { key: hour, label: `${hour}:00–${hour}:59` };
    }
  }
}

function groupOf(pot: Pot, limits: Limits): TimelinessGroup {
  const { tallies } = pot;
  const stage = (name: Stage) => distributionOf(tallies[name], limits.buckets[name]);
  return {
    key: pot.key,
    label: pot.label,
    instructions: pot.instructions,
    stages: {
      acceptance: stage('acceptance'),
      dispatch: stage('dispatch'),
      arrival: stage('arrival'),
      reportBack: stage('reportBack'),
    },
    rates: {
      dispatch: rateOf(tallies.dispatch),
      arrival: rateOf(tallies.arrival),
      reportBack: rateOf(tallies.reportBack),
    },
  };
}

/** Teams by how often they went, everything else by its number; what has none comes last. */
function inOrder(groups: TimelinessGroup[], by: Grouping): TimelinessGroup[] {
  const natural = new Intl.Collator('en', { numeric: true });
  return groups.sort((a, b) => {
    if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
    const size = by === 'team' ? b.instructions - a.instructions : 0;
    return size || natural.compare(a.key, b.key);
  });
}

/** Figures without a grouping: the total, the late list, and what was left out. */
export type TimelinessWhole = { total: TimelinessGroup; late: LateRow[]; leftOut: LeftOut };

/** The figures of a period while its instructions come in, one after another: each is needed no more once it was added. */
export type TimelinessCounter = {
  add: (i: Instruction) => void;
  groups: (by: Grouping) => TimelinessGroup[];
  whole: () => TimelinessWhole;
};

/**
 * Counts the timeliness figures (篇三 四): the four spans by every grouping asked for, on-time rates over what can be judged,
 * the late list, and what was left out. Every stage's groups sum to the total: by team an instruction's own spans belong to
 * the team it was first sent to, an arrival to the team that arrived.
 */
export function timelinessCounter(groupings: readonly Grouping[], ctx: TimelinessContext): TimelinessCounter {
  const all = newPot('', '');
  const pots = new Map(groupings.map((by) => [by, new Map<string, Pot>()]));
  const late: LateRow[] = [];
  const leftOut: LeftOut = { declined: 0, duplicates: 0, voided: 0, backEntered: 0 };
  const potAt = (by: Grouping, { key, label }: Place): Pot => {
    const own = pots.get(by);
    const pot = own?.get(key) ?? newPot(key, label);
    // A unit may have been renamed within the period: the latest name stands.
    pot.label = label;
    own?.set(key, pot);
    return pot;
  };
  const leaveOut = (i: Instruction) => {
    if (i.state === 'declined') leftOut.declined += 1;
    else if (i.duplicateOf !== null) leftOut.duplicates += 1;
    else leftOut.voided += 1;
  };
  const add = (i: Instruction) => {
    if (!isCounted(i)) return leaveOut(i);
    if (i.backEnteredAtMs !== null && i.disposition !== null) leftOut.backEntered += 1;
    late.push(...lateRows(i, ctx.nowMs));
    const acceptance = acceptanceSpan(i);
    const dispatch = dispatchSpan(i, ctx.limits, ctx.nowMs);
    const reportBack = reportBackSpan(i, ctx.limits, ctx.nowMs);
    const arrivals = i.dispatches.map((d) => ({ d, span: arrivalSpan(d, ctx.nowMs) }));
    const count = (own: Pot, potOf: (d: Dispatch) => Pot) => {
      addTo(own, i, 'acceptance', acceptance);
      addTo(own, i, 'dispatch', dispatch);
      addTo(own, i, 'reportBack', reportBack);
      for (const { d, span } of arrivals) addTo(potOf(d), i, 'arrival', span);
    };
    count(all, () => all);
    for (const by of groupings) {
      const own = potAt(by, placeOf(i, by, ctx));
      count(own, (d) => (by === 'team' ? potAt(by, teamPlace(d.to)) : own));
    }
  };
  return {
    add,
    groups: (by) =>
      inOrder(
        [...(pots.get(by)?.values() ?? [])].map((pot) => groupOf(pot, ctx.limits)),
        by,
      ),
    whole: () => ({
      total: groupOf(all, ctx.limits),
      late: late.sort((a, b) => a.deadlineMs - b.deadlineMs || a.number.localeCompare(b.number)),
      leftOut,
    }),
  };
}

/** The same of instructions at hand, by one grouping. */
export function timelinessOf(
  instructions: readonly Instruction[],
  by: Grouping,
  ctx: TimelinessContext,
): TimelinessWhole & { groups: TimelinessGroup[] } {
  const counter = timelinessCounter([by], ctx);
  for (const i of instructions) counter.add(i);
  return { ...counter.whole(), groups: counter.groups(by) };
}
