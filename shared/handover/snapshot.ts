import { emptyPreparation, preparationSchema, type SheetPerson, type Snapshot } from './types.ts';

const person = (p: SheetPerson): SheetPerson => ({
  ...p,
  signedOutAtMs: p.signedOutAtMs ?? null,
  standIn: p.standIn ?? null,
});

/** A snapshot as it was stored, by whatever version: what a former version did not know is empty, nothing is rewritten. */
export function readSnapshot(stored: string): Snapshot {
  const raw = JSON.parse(stored) as Partial<Snapshot> & Omit<Snapshot, keyof typeof since3>;
  return {
    ...since3,
    ...raw,
    outgoing: raw.outgoing.map(person),
    preparation: readPreparation(raw.preparation),
  };
}

/** What an outgoing lead prepared, stored by whatever version. */
export const readPreparation = (stored: unknown) => preparationSchema.parse(stored ?? emptyPreparation);

/** What sheets have carried since the sections are lines of their own. */
const since3 = {
  sections: null,
  written: null,
  trails: {},
  watch: [],
  absences: [],
  crewFaults: [],
  posture: { posture: 'routine', sinceMs: null, reason: '', byName: '', planName: '' },
  papers: [],
  rollCalls: [],
  quiet: false,
  lastBackupMs: null,
} satisfies Partial<Snapshot>;
