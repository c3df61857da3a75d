import { z } from 'zod';
import type { LogDay } from '../contract/duty-log.ts';
import type { InstructionDetail } from '../contract/instructions.ts';
import type { LogEntry } from '../duty-log/types.ts';
import { localDate } from '../fields.ts';
import type { Handover, Reading, Signature } from '../handover/types.ts';
import type { Limits, Site } from '../settings/types.ts';
import type { Shift } from '../shifts/types.ts';

/** Where the chain stood when a paper was made. */
export type ChainMark = { seq: number; head: string };

/** One shift of a duty day as the log's paper heads it: its crew, when it held the desk, who signed it over and who has read it. */
export type LogShift = {
  shift: Pick<Shift, 'id' | 'takenAtMs' | 'relievedAtMs' | 'extraReason' | 'members'>;
  /** The sheet by which it gave the desk away; null while it has not. */
  handover: { number: string; outgoing: Signature | null; incoming: Signature | null } | null;
  readings: Reading[];
};

/** An instruction on which the shifts of a day did something, with the shift that recorded each event, by the event's id. */
export type LogInstruction = {
  detail: InstructionDetail;
  categoryName: string;
  shiftOf: Readonly<Record<string, string>>;
};

/** Everything that the 值班日志 of a duty day prints. */
export type LogDayPaper = {
  site: Site;
  day: Omit<LogDay, 'shifts' | 'instructionLines'>;
  shifts: LogShift[];
  instructions: LogInstruction[];
  categories: { no: number; short: string }[];
  limits: Limits;
  chain: ChainMark | null;
  printedAtMs: number;
};

/** Everything that the form of one entry prints. */
export type EntryPaper = { site: Site; entry: LogEntry; dutyDay: string; printedAtMs: number };

/** Kinds of entry that have a register of their own. */
export const registerKindSchema = z.enum(['walkIn', 'rollCall']);

export const entryRegisterSchema = z.object({
  kind: registerKindSchema,
  fromDay: localDate(),
  toDay: localDate(),
});

/** The entries of one kind in a period, in order of time. */
export type EntryRegister = {
  site: Site;
  entries: LogEntry[];
  fromDay: string;
  toDay: string;
  printedAtMs: number;
};

/** Which sheet was printed again, and the line of the log that says so. */
export type ReprintPaper = {
  site: Site;
  handover: Pick<
    Handover,
    'number' | 'signedAtMs' | 'outgoingSignature' | 'incomingSignature' | 'chain' | 'documentSha256'
  > & { dutyDay: string };
  sealedAtMs: number | null;
  line: Pick<LogEntry, 'text' | 'handling' | 'actorName' | 'recordedAtMs'>;
  printedAtMs: number;
};
