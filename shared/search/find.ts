import { z } from 'zod';
import { logKindSchema } from '../duty-log/types.ts';
import { id, localDate, optionalText } from '../fields.ts';
import type { Marked } from './marks.ts';

/** What can be found: 值班记录, 110指令, 物资, 交接班记录表. */
export const foundKindSchema = z.enum(['log', 'instruction', 'supply', 'paper']);
export type FoundKind = z.infer<typeof foundKindSchema>;
export const foundKinds = foundKindSchema.options;

/** Rows of the first page: what a screen shows. Those after it come while one reads. */
export const FIRST_PAGE = 12;

/** Most hits that are counted: beyond it a person narrows the search instead of counting. */
export const MOST_COUNTED = 1000;

/** What is searched for. Every word must be found; what is left out does not filter. Without words: what the filters let through. */
export const findSchema = z.object({
  words: optionalText(200),
  kinds: z.array(foundKindSchema).max(4, 'tooMany').default([]),
  /** Kinds of log entry: then log entries only. */
  logKinds: z.array(logKindSchema).max(12, 'tooMany').default([]),
  /** When it was recorded, by local date, both days included. */
  fromDay: localDate().nullable().default(null),
  toDay: localDate().nullable().default(null),
  /** Who wrote in it or answers for it. */
  personId: id().nullable().default(null),
  /** The unit it was sent to, belongs to, or that it names. */
  unitId: id().nullable().default(null),
  /** Only what is not done yet. */
  open: z.boolean().default(false),
  /** The `more` of the page before. */
  before: z.number().int().min(1).nullable().default(null),
  limit: z.number().int().min(1).max(50).default(FIRST_PAGE),
});
export type FindInput = z.infer<typeof findSchema>;

/** Which part of a record a hit shows. */
export type FoundField =
  | 'text'
  | 'handling'
  | 'before'
  | 'step'
  | 'detail'
  | 'followUp'
  | 'attachment'
  | 'team';

/** One record that was found, with the places of the words in what is shown of it. */
export type Hit = {
  kind: FoundKind;
  id: string;
  /** When it was recorded: the order of the list. */
  atMs: number;
  /** Kind of the entry, state of the instruction, kind of movement (`item` for the item itself), state of the sheet. */
  state: string;
  /** Not done yet. */
  open: boolean;
  /** Title of a paper, number of an instruction or sheet, name of an item. */
  label: Marked;
  place: Marked;
  /** The other side: caller, sender, who took it. */
  who: Marked;
  phone: Marked;
  /** Who wrote it or answers for it. */
  by: Marked;
  /** The field in which the words stand, cut around the first of them. */
  text: Marked;
  field: FoundField;
  /** Where it is opened: the duty day of an entry, the item of a movement; null elsewhere. */
  dutyDay: string | null;
  itemId: string | null;
};

export type Found = {
  hits: Hit[];
  /** Hand it in as `before` for the next page; null at the end. */
  more: number | null;
};

/** Hits by kind; `whole` is false when there are more than are counted, and only the newest were. */
export type Counts = { kinds: Record<FoundKind, number>; whole: boolean };
