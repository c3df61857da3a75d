import { type AlarmClass, alarmClasses } from '../../shared/alarms/types.ts';
import type { DeskClient } from '../../shared/contract/index.ts';
import type { Handover } from '../../shared/handover/types.ts';
import { arrivalDeadlineMs, arrivalRate, lateMinutes } from '../../shared/instructions/clock.ts';
import { obligationsOf } from '../../shared/instructions/obligations.ts';
import type { Instruction } from '../../shared/instructions/types.ts';
import type { Limits } from '../../shared/settings/types.ts';
import { addDays } from '../../shared/time/zone.ts';
import type { ScriptTime } from './script.ts';

type Names = { ref: (id: string) => string; time: ScriptTime };

/** The facts of a replayed day, read through the contract, in the shape of a script's `expect`. */
export async function collectFacts(desk: DeskClient, dutyDay: string, endMs: number, names: Names) {
  const { settings, holder } = await desk.desk.view();
  const instructions = await everyInstruction(desk);
  const handovers = (await desk.handover.list()).filter((h) => h.signedAtMs !== null);
  const [last] = handovers;
  const handover = last ? await desk.handover.get({ id: last.id }) : undefined;
  const incomingShift = handover?.incomingShiftId ?? null;
  const side = (shiftId: string) => (shiftId === incomingShift ? 'incoming' : 'outgoing');
  const days = [...new Set([dutyDay, addDays(dutyDay, 1), holder?.dutyDay ?? dutyDay])];
  return {
    instructions: Object.fromEntries(
      instructions.map((i) => [
        names.ref(i.id),
        instructionFacts(i, endMs, settings.limits, { ...names, side }),
      ]),
    ),
    openAtHandover: (handover?.openAtHandover ?? []).map(names.ref),
    ...(handover ? { handover: await handoverFacts(desk, handover, names) } : {}),
    entryShift: await entryShifts(desk, days, (ms, shiftId) => [names.time.text(ms), side(shiftId)]),
    ...(await supplyFacts(desk)),
    arrivalOnTimeRate: arrivalRate(instructions, endMs),
    alarms: await alarmFacts(desk, names),
  };
}

async function everyInstruction(desk: DeskClient): Promise<Instruction[]> {
  const all: Instruction[] = [];
  for (let beforeNumber: string | null = null; ; ) {
    const { rows } = await desk.instructions.list({ beforeNumber, limit: 500 });
    all.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < 500) return all.reverse();
    beforeNumber = last.number;
  }
}

function instructionFacts(
  i: Instruction,
  endMs: number,
  limits: Limits,
  names: Names & { side: (shiftId: string) => string },
) {
  const first = i.dispatches[0];
  const late = first ? lateMinutes(first) : null;
  return {
    status: i.state,
    ...(first
      ? {
          arrivalDeadline: names.time.text(arrivalDeadlineMs(first)),
          delayExplained: i.dispatches.some((d) => d.explanations.length > 0),
        }
      : {}),
    ...(late === null ? {} : { late: late > 0, lateMinutes: late }),
    ...(i.duplicateOf ? { duplicateOf: names.ref(i.duplicateOf) } : {}),
    ...(i.transfer ? { transferredTo: i.transfer.to } : {}),
    heldByShiftAtReceipt: names.side(i.shiftId),
    owed: obligationsOf(i, endMs, limits).map((o) => o.code),
  };
}

/** Addenda as scripts count them: what was recorded from the minute of the freeze on, before that of the signature. */
async function handoverFacts(desk: DeskClient, h: Handover, { ref, time }: Names) {
  const { addenda } = await desk.handover.sheet({ id: h.id });
  const { entries, instructionLines } = await desk.dutyLog.day({ dutyDay: h.snapshot.dutyDay });
  const atFreeze = (r: { shiftId: string; recordedAtMs: number }) =>
    r.shiftId === h.outgoingShiftId && r.recordedAtMs === h.frozenAtMs;
  const logFact = (ms: number) => `log ${time.text(ms)}`;
  const known = new Set(addenda.map((a) => a.id));
  const added = addenda.filter((a) => a.atMs < (h.signedAtMs ?? Number.POSITIVE_INFINITY));
  return {
    late: h.late,
    lateMinutes: h.lateMinutes,
    addenda: [
      ...instructionLines
        .filter((l) => atFreeze(l) && !known.has(l.id))
        .map((l) => `${ref(l.instructionId)} ${l.action}`),
      ...entries
        .filter((e) => atFreeze(e) && !e.quiet && !known.has(e.id))
        .map((e) => logFact(e.recordedAtMs)),
      ...added.flatMap((a) => {
        if (a.kind === 'note') return [];
        return [a.kind === 'log' ? logFact(a.atMs) : `${ref(a.instructionId)} ${a.action}`];
      }),
    ],
  };
}

async function entryShifts(
  desk: DeskClient,
  days: readonly string[],
  fact: (ms: number, shiftId: string) => [string, string],
) {
  const facts: [string, string][] = [];
  for (const dutyDay of days) {
    const day = await desk.dutyLog.day({ dutyDay });
    // The line by which an empty shift says so is the desk's own, not the script's.
    const entries = day.entries.filter((e) => !e.quiet);
    const recorded = [...entries, ...day.instructionLines].sort(
      (a, b) => a.recordedAtMs - b.recordedAtMs || a.id.localeCompare(b.id),
    );
    facts.push(...recorded.map((r) => fact(r.recordedAtMs, r.shiftId)));
  }
  return Object.fromEntries(facts);
}

async function supplyFacts(desk: DeskClient) {
  const { items } = await desk.supplies.list();
  return {
    suppliesOut: items.filter((i) => i.out > 0).map((i) => ({ item: i.name, quantity: i.out })),
    balance: Object.fromEntries(items.map((i) => [i.name, i.balance])),
  };
}

/** Alarms that no day script speaks of: they ring for what a script cannot say (a report to the leader, a reminder). */
const beyondScripts: ReadonlySet<AlarmClass> = new Set<AlarmClass>(['urgentPaperDue', 'followUpRemind']);

async function alarmFacts(desk: DeskClient, { ref, time }: Names) {
  const alarms = await desk.alarms.history({ limit: 100_000 });
  const spoken = alarms.filter((a) => !beyondScripts.has(a.class));
  const named = spoken.map((a) => ({ ...a, ref: a.instructionId ? ref(a.instructionId) : '' }));
  named.sort(
    (a, b) =>
      a.dueAtMs - b.dueAtMs ||
      alarmClasses.indexOf(a.class) - alarmClasses.indexOf(b.class) ||
      (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : a.repeat - b.repeat),
  );
  return named.map((a) => ({
    at: time.text(a.dueAtMs),
    class: a.class,
    ...(a.ref ? { ref: a.ref } : {}),
    repeat: a.repeat,
    ...(a.missed ? { missed: true } : {}),
  }));
}

/** Where facts differ from what a script expects, one line each; keys that are not expected are not looked at. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (Array.isArray(expected) || expected === null || typeof expected !== 'object') {
    const [want, have] = [JSON.stringify(expected), JSON.stringify(actual)];
    return want === have || sameSet(expected, actual)
      ? []
      : [`${path}: expected ${want}, found ${have ?? 'nothing'}`];
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(
      value,
      (actual as Record<string, unknown> | undefined)?.[key],
      path === '' ? key : `${path}.${key}`,
    ),
  );
}

/** Arrays of objects agree when their elements agree key by key, in order. */
function sameSet(expected: unknown, actual: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(actual) || expected.length !== actual.length) return false;
  return expected.every(
    (e, n) => typeof e === 'object' && e !== null && differences(e, actual[n]).length === 0,
  );
}
