import type { Instruction } from './types.ts';

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

/** A past instruction much like this one: who handled it, how, and how long it took (ms from receipt to close). */
export type Similar = Nearby & {
  teams: string[];
  disposition: string;
  tookMs: number | null;
  /** 0 to 1: the share of words in common. */
  likeness: number;
};

/** A place that was typed before, with the zone and grid it had then. */
export type PlaceHint = {
  place: string;
  zone: 'mainUrban' | 'other';
  gridNo: string | null;
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
  /** The same caller's earlier instructions, newest first. */
  sameCaller: Nearby[];
  similar: Similar[];
};
