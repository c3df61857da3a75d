import { activeDispatches } from '../instructions/clock.ts';
import type { Instruction, InstructionState } from '../instructions/types.ts';

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

/** Every team in the field for one of these instructions: sent, not recalled, not back (归队), its work not done. */
export function teamsOut(instructions: readonly Instruction[]): TeamOut[] {
  return instructions
    .filter((i) => busy.includes(i.state))
    .flatMap((i) =>
      activeDispatches(i)
        .filter((d) => d.returnedAtMs === null)
        .map((d) => ({
          to: { kind: d.to.kind, id: d.to.id },
          instructionId: i.id,
          number: i.number,
          place: i.place,
        })),
    );
}
