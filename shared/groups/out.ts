import { activeDispatches } from '../instructions/clock.ts';
import type { Instruction, InstructionState } from '../instructions/types.ts';
import type { OutFor } from './types.ts';

/** A team in the field: whose it is and what it is out for. */
export type TeamOut = {
  to: { kind: 'unit' | 'group'; id: string };
  instructionId: string;
  number: string;
  place: string;
};

/** States in which a team that was sent is still busy with it; afterwards only the desk is. */
const busy: readonly InstructionState[] = [
  'dispatched',
  'enRoute',
  'onScene',
  'handling',
  'outOfScopeOnScene',
];

const inField = (i: Instruction) =>
  busy.includes(i.state) ? activeDispatches(i).filter((d) => d.returnedAtMs === null) : [];

/** By name, what everybody is out for whom a team in the field names: as its crew, or as who took its order. */
export function peopleOut(instructions: readonly Instruction[]): Map<string, OutFor> {
  const out = new Map<string, OutFor>();
  for (const i of instructions) {
    const outFor = { instructionId: i.id, number: i.number, place: i.place };
    for (const name of inField(i).flatMap((d) => [d.takenBy, ...d.members]))
      if (name !== '' && !out.has(name)) out.set(name, outFor);
  }
  return out;
}

/** Every team in the field for one of these instructions: sent, not recalled, not back (归队), its work not done. */
export function teamsOut(instructions: readonly Instruction[]): TeamOut[] {
  return instructions.flatMap((i) =>
    inField(i).map((d) => ({
      to: { kind: d.to.kind, id: d.to.id },
      instructionId: i.id,
      number: i.number,
      place: i.place,
    })),
  );
}
