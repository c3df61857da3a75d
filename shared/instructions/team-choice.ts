import { conflict } from '../errors.ts';
import { impliedDispatch } from './clock.ts';
import type { Dispatch, Instruction } from './types.ts';

/** The team an action means: the one named, else the earliest that has not arrived, else the last not recalled. */
export function teamOf(i: Instruction, input: { dispatchId?: string }): Dispatch {
  const team = input.dispatchId ? i.dispatches.find((d) => d.id === input.dispatchId) : impliedDispatch(i);
  if (!team) throw conflict('noTeam');
  if (team.recalled) throw conflict('teamRecalled');
  return team;
}

/** The team whose going or coming back is entered, also after the end: the one named, else the last sent. */
export function goneTeam(i: Instruction, input: { dispatchId?: string }): Dispatch {
  if (input.dispatchId !== undefined) return teamOf(i, input);
  const team = i.dispatches.filter((d) => !d.recalled).at(-1);
  if (!team) throw conflict('noTeam');
  return team;
}

/** The team that sets out: the one named, else the earliest that has neither left nor arrived. */
export function leavingTeam(i: Instruction, input: { dispatchId?: string }): Dispatch {
  const waiting = i.dispatches.find((d) => !d.recalled && d.leftAtMs === null && d.arrivedAtMs === null);
  return input.dispatchId === undefined && waiting ? waiting : teamOf(i, input);
}

/** The arrived team that still owes its report, else the last that arrived. */
export function awaitingReport(i: Instruction): Dispatch | undefined {
  const arrived = i.dispatches.filter((d) => d.arrivedAtMs !== null);
  return arrived.find((d) => d.sceneRecordedAtMs === null) ?? arrived.at(-1);
}
