import { z } from 'zod';
import { freeText, id, text } from '../fields.ts';

/** 待跟进 重要事项 工作要求 检查内容 交接物品 其他: the parts of the handover sheet, in its order. */
export const sectionSchema = z.enum([
  'toFollow',
  'important',
  'requirements',
  'inspections',
  'articles',
  'other',
]);
export type Section = z.infer<typeof sectionSchema>;
export const sections = sectionSchema.options;

/**
 * A line of the sheet that goes over the desk from shift to shift until somebody ends it. With `entryId` it words an entry of
 * the log anew: the sheet prints it in place of what it would compile from that entry.
 */
export const carryInputSchema = z.object({
  /** Left out for a new line. */
  id: id().optional(),
  section: sectionSchema,
  text: text(2000),
  owner: freeText(60).default(''),
  entryId: id().nullable().default(null),
});
export type CarryInput = z.infer<typeof carryInputSchema>;

/** What was done to a carried line: its words at that time, who and when. */
export type CarryChange = {
  kind: 'opened' | 'edited' | 'ended';
  text: string;
  actorName: string;
  atMs: number;
};

/** One passage of an open thing over the desk: on which sheet, what the incoming crew said, when it signed. */
export type Passage = {
  number: string;
  decision: 'accepted' | 'refused';
  reason: string;
  incomingLead: string;
  signedAtMs: number;
};

/** Since when a thing is open and which handovers it has gone through, oldest first. */
export type Trail = { sinceMs: number; passages: Passage[] };

export type CarryItem = {
  id: string;
  section: Section;
  text: string;
  owner: string;
  entryId: string | null;
  openedAtMs: number;
  openedShiftId: string;
  endedAtMs: number | null;
  endedText: string;
  history: CarryChange[];
  trail: Trail;
};

/** An open line as the desk lists it: without its history and its way. */
export type OpenCarry = Pick<CarryItem, 'id' | 'section' | 'text' | 'owner' | 'openedAtMs'>;

/** One line of a section as the sheet prints it. */
export type SectionLine = {
  /** What it comes from: an entry, a carried line, a supply. */
  key: string;
  atMs: number | null;
  text: string;
  owner: string;
  /** Ended within the shift: printed once more, as ended. */
  ended: boolean;
  sinceMs: number | null;
  /** How many handovers it has gone through. */
  passages: number;
  /** The record that says more; sheets of former versions do not know it. */
  source?: { kind: 'entry' | 'instruction'; id: string };
};
