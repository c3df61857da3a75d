import type { Instruction, Zone } from './types.ts';

/** An earlier instruction as the intake shows it beside the form. */
export type Nearby = Pick<
  Instruction,
  | 'id'
  | 'number'
  | 'centreNo'
  | 'place'
  | 'text'
  | 'caller'
  | 'phone'
  | 'state'
  | 'receivedAtMs'
  | 'duplicateOf'
>;

/** How an instruction ended for those who handled it, in their own words. */
export type Outcome = { kind: 'resolved' | 'transferred' | 'declined'; text: string };

/** A past instruction much like this one: who handled it, how, and how long it took (ms from receipt to close). */
export type Similar = Nearby & {
  teams: string[];
  outcome: Outcome;
  tookMs: number | null;
  /** 0 to 1: how much of place and words they share. */
  likeness: number;
};

/** A place that was typed before with the zone and grid it had then, or a grid that the words name. */
export type PlaceHint = {
  /** A grid fills in grid and zone and leaves the typed place as it is. */
  kind: 'place' | 'grid';
  place: string;
  zone: Zone;
  gridNo: string | null;
  /** What the grid covers (bounds), or empty. */
  note: string;
  uses: number;
};

/** The category the words point to, and the words that did; a guess, shown as one. */
export type CategoryGuess = { no: number; because: string[] };

/** Everything that helps while a call is being typed. */
export type IntakeHints = {
  places: PlaceHint[];
  category: CategoryGuess | null;
  /** The same place or words within the last 12 hours, most likely first. */
  duplicates: Nearby[];
  /** The same caller's earlier instructions: those at this place first, then the newest. */
  sameCaller: Nearby[];
  similar: Similar[];
};

/** An instruction without what the intake does not show. */
export const nearbyOf = (i: Instruction): Nearby => ({
  id: i.id,
  number: i.number,
  centreNo: i.centreNo,
  place: i.place,
  text: i.text,
  caller: i.caller,
  phone: i.phone,
  state: i.state,
  receivedAtMs: i.receivedAtMs,
  duplicateOf: i.duplicateOf,
});
