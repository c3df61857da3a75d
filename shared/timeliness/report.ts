import type { Instruction } from '../instructions/types.ts';
import type { Limits } from '../settings/types.ts';
import { minuteOfDay } from '../time/zone.ts';
import { distributionOf, rateOf, type Span } from './distribution.ts';
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
  instructions: Set<string>;
  spans: Record<Stage, Span[]>;
};

const two = (n: number) => String(n).padStart(2, '0');

const newPot = (key: string, label: string): Pot => ({
  key,
  label,
  instructions: new Set(),
  spans: { acceptance: [], dispatch: [], arrival: [], reportBack: [] },
});

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
  const { spans } = pot;
  const stage = (name: Stage) => distributionOf(spans[name], limits.buckets[name]);
  return {
    key: pot.key,
    label: pot.label,
    instructions: pot.instructions.size,
    stages: {
      acceptance: stage('acceptance'),
      dispatch: stage('dispatch'),
      arrival: stage('arrival'),
      reportBack: stage('reportBack'),
    },
    rates: {
      dispatch: rateOf(spans.dispatch),
      arrival: rateOf(spans.arrival),
      reportBack: rateOf(spans.reportBack),
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

/**
 * The timeliness figures of instructions (篇三 四): the four spans by group, on-time rates over what can be judged, the late
 * list, and what was left out. Every stage's groups sum to the total: by team an instruction's own spans belong to the team it
 * was first sent to, an arrival to the team that arrived.
 */
export function timelinessOf(
  instructions: readonly Instruction[],
  by: Grouping,
  ctx: TimelinessContext,
): { total: TimelinessGroup; groups: TimelinessGroup[]; late: LateRow[]; leftOut: LeftOut } {
  const all = newPot('', '');
  const pots = new Map<string, Pot>();
  const potAt = ({ key, label }: Place): Pot => {
    const pot = pots.get(key) ?? newPot(key, label);
    // A unit may have been renamed within the period: the latest name stands.
    pot.label = label;
    pots.set(key, pot);
    return pot;
  };
  const counted = instructions.filter(isCounted);
  for (const i of counted) {
    const own = potAt(placeOf(i, by, ctx));
    const add = (pots: readonly Pot[], stage: Stage, span: Span | null) => {
      for (const pot of pots) {
        pot.instructions.add(i.id);
        if (span) pot.spans[stage].push(span);
      }
    };
    add([all, own], 'acceptance', acceptanceSpan(i));
    add([all, own], 'dispatch', dispatchSpan(i, ctx.limits, ctx.nowMs));
    add([all, own], 'reportBack', reportBackSpan(i, ctx.limits, ctx.nowMs));
    for (const d of i.dispatches) {
      const pot = by === 'team' ? potAt(teamPlace(d.to)) : own;
      add([all, pot], 'arrival', arrivalSpan(d, ctx.nowMs));
    }
  }
  return {
    total: groupOf(all, ctx.limits),
    groups: inOrder(
      [...pots.values()].map((pot) => groupOf(pot, ctx.limits)),
      by,
    ),
    late: counted
      .flatMap((i) => lateRows(i, ctx.nowMs))
      .sort((a, b) => a.deadlineMs - b.deadlineMs || a.number.localeCompare(b.number)),
    leftOut: {
      declined: instructions.filter((i) => i.state === 'declined').length,
      duplicates: instructions.filter((i) => i.state === 'voided' && i.duplicateOf !== null).length,
      voided: instructions.filter((i) => i.state === 'voided' && i.duplicateOf === null).length,
      backEntered: counted.filter((i) => i.backEnteredAtMs !== null && i.disposition !== null).length,
    },
  };
}
