import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import type { FieldSpec } from './forms.ts';

type Among = Extract<FieldSpec, { kind: 'team' }>['among'];

const tests: Record<Among, (d: Dispatch) => boolean> = {
  notTaken: (d) => d.takenAtMs === null,
  awaited: (d) => d.arrivedAtMs === null,
  notLeft: (d) => d.leftAtMs === null && d.arrivedAtMs === null,
  arrived: (d) => d.arrivedAtMs !== null,
  out: (d) => d.returnedAtMs === null && (d.leftAtMs !== null || d.arrivedAtMs !== null),
  any: () => true,
};

/** The teams an action may mean, those that owe it most first. */
export function teamsFor(i: Instruction, among: Among): Dispatch[] {
  const teams = i.dispatches.filter((d) => !d.recalled && tests[among](d));
  if (among === 'any')
    return [...teams].sort((a, b) => Number(a.arrivedAtMs !== null) - Number(b.arrivedAtMs !== null));
  if (among !== 'arrived') return teams;
  return [...teams].sort(
    (a, b) => Number(a.sceneRecordedAtMs !== null) - Number(b.sceneRecordedAtMs !== null),
  );
}

/** A team by its name, told apart by its number where the same one was sent twice. */
export function teamLabel(i: Instruction, d: Dispatch): string {
  const same = i.dispatches.filter((each) => each.to.id === d.to.id);
  return same.length < 2 ? d.to.name : `${d.to.name} (${same.indexOf(d) + 1})`;
}
