import type { Dispatch, Instruction } from '../instructions/types.ts';
import { attendanceOf, canEnterPeople } from './attendance.ts';
import { firstNightOf, type Night, type NightRule } from './nights.ts';
import { type AllowancePerson, type GroupUnits, matchName } from './people.ts';
import type { AllowanceRow, UnknownName, UnnamedTeam } from './types.ts';

/** What the sheet of a month is made from. `rules` are oldest first and never empty. */
export type AllowanceInput = {
  month: string;
  instructions: readonly Instruction[];
  people: readonly AllowancePerson[];
  groupUnits: GroupUnits;
  rules: readonly NightRule[];
  /** When events of an instruction recorded a result or a closing, by its id: one that was reopened has lost them itself. */
  ended: ReadonlyMap<string, readonly number[]>;
  timeZone: string;
  nowMs: number;
};

type Found = { rows: AllowanceRow[]; unnamed: UnnamedTeam[]; unknown: UnknownName[] };

/** The instruction whose outing it was: two calls on one event are one outing (重复). */
function outingOf(i: Instruction, byId: ReadonlyMap<string, Instruction>): string {
  let root = i.id;
  let next: string | null = i.duplicateOf;
  for (let hops = 0; next !== null && hops < 100; hops += 1) {
    root = next;
    next = byId.get(next)?.duplicateOf ?? null;
  }
  return root;
}

const byWho = (a: AllowanceRow, b: AllowanceRow) =>
  a.unitName.localeCompare(b.unitName, 'zh-CN') ||
  a.staffNo.localeCompare(b.staffNo, 'en', { numeric: true }) ||
  a.personId.localeCompare(b.personId) ||
  a.fromMs - b.fromMs ||
  a.number.localeCompare(b.number);

/**
 * 夜间出勤补贴 of a month (篇三 五(六)): one line for each 协管员 or 环卫作业工人, instruction and night, dated by the evening on
 * which that night began, at the rate in force that night (fen). An attendance counts when it touches the night at all; one
 * that lasts into a second night still counts once, for the first. Called out twice for one event in one night is one line.
 * Teams out at night without names, and names that cannot be told, are listed so that nobody loses money.
 */
export function allowanceOf(input: AllowanceInput): Found {
  const steps = allowanceSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Instructions of one step: nights are told by local time, which costs. */
const STEP = 200;

/** The same in steps of some ten milliseconds, for those who have something else to do between them. */
export function* allowanceSteps(input: AllowanceInput): Generator<void, Found> {
  const { instructions, rules, timeZone, nowMs } = input;
  const byId = new Map(instructions.map((i) => [i.id, i]));
  const lines = new Map<string, AllowanceRow>();
  const found: Found = { rows: [], unnamed: [], unknown: [] };
  // The oldest first, so that a linked call joins the line of the one it repeats.
  const oldestFirst = [...instructions].sort((a, b) => a.number.localeCompare(b.number));
  for (const [n, i] of oldestFirst.entries()) {
    if (n % STEP === STEP - 1) yield;
    for (const d of i.dispatches) {
      const out = attendanceOf(i, d, nowMs, input.ended.get(i.id));
      const night = out && firstNightOf(out.fromMs, out.toMs, rules, timeZone);
      if (!out || !night?.date.startsWith(`${input.month}-`)) continue;
      const about = {
        instructionId: i.id,
        dispatchId: d.id,
        number: i.number,
        team: d.to.name,
        canEnter: canEnterPeople(i, d),
      };
      if (d.members.length === 0) found.unnamed.push({ ...about, date: night.date, fromMs: out.fromMs });
      const { people, unknown } = paidOf(d, input);
      found.unknown.push(...unknown.map((each) => ({ ...each, ...about })));
      for (const person of people) {
        const key = [person.id, outingOf(i, byId), night.date].join();
        const line = lineOf(i, person, night, out);
        const before = lines.get(key);
        lines.set(key, before ? joined(before, line) : line);
      }
    }
  }
  found.rows = [...lines.values()].sort(byWho);
  return found;
}

/** Everyone of a team who is paid, each once however often the name was entered; and the names that cannot be told. */
function paidOf(d: Dispatch, { people, groupUnits }: AllowanceInput) {
  const paid = new Map<string, AllowancePerson>();
  const unknown: { name: string; reason: 'nobody' | 'several' }[] = [];
  for (const name of new Set(d.members)) {
    const match = matchName(name, d.to, people, groupUnits);
    if ('reason' in match) unknown.push({ name, reason: match.reason });
    else if (match.person) paid.set(match.person.id, match.person);
  }
  return { people: [...paid.values()], unknown };
}

function lineOf(
  i: Instruction,
  { id, staffNo, name, kind, unitName }: AllowancePerson,
  { date, rateFen }: Night,
  { fromMs, toMs, end }: Pick<AllowanceRow, 'fromMs' | 'toMs' | 'end'>,
): AllowanceRow {
  const times = 1;
  return {
    ...{ personId: id, staffNo, name, kind, unitName },
    ...{ date, fromMs, toMs, end },
    ...{ instructionId: i.id, number: i.number },
    ...{ times, rateFen, amountFen: times * rateFen },
  };
}

/** Two outings for one event in one night as one line, from the first start to the last end. */
function joined(a: AllowanceRow, b: AllowanceRow): AllowanceRow {
  const last = b.toMs > a.toMs ? b : a;
  return { ...a, fromMs: Math.min(a.fromMs, b.fromMs), toMs: last.toMs, end: last.end };
}
