import { z } from 'zod';
import { id, localDate } from '../fields.ts';
import { lifecycle } from './lifecycle.ts';
import { stateSchema } from './words.ts';

/** Which instructions a list, a register or a workbook shows. What is left out does not filter. */
export const filterSchema = z.object({
  states: z.array(stateSchema).default([]),
  /** Those that the shifts of one duty day took. */
  dutyDay: localDate().nullable().default(null),
  /** Receipt, by local date, both days included. */
  fromDay: localDate().nullable().default(null),
  toDay: localDate().nullable().default(null),
  words: z.string().trim().max(100).default(''),
  categoryNo: z.number().int().nullable().default(null),
  /** A unit or action group that was sent. */
  targetId: id().nullable().default(null),
  zone: z.enum(['mainUrban', 'other']).nullable().default(null),
  /** Only those with a team that was late. */
  late: z.boolean().default(false),
});
export type InstructionFilter = z.infer<typeof filterSchema>;

/** How a filter stands in an address: of a page, and of the paper that shows the same list. */
export type FilterAddress = {
  /** `open`, `all` or one state. */
  state: string;
  day: string;
  from: string;
  to: string;
  words: string;
  category: string;
  team: string;
  zone: string;
  late: string;
};

const day = localDate();
const dayOf = (value: string | null): string | null => day.safeParse(value).data ?? null;

/**
 * The filter that an address names; what it does not name, or names badly, does not filter. `open` stands for every state
 * an open instruction can have.
 */
export function filterFromAddress(get: (key: keyof FilterAddress) => string | null): InstructionFilter {
  const state = stateSchema.safeParse(get('state'));
  const category = Number(get('category') || Number.NaN);
  const zone = get('zone');
  return {
    states: state.success ? [state.data] : get('state') === 'open' ? [...lifecycle.notify] : [],
    dutyDay: dayOf(get('day')),
    fromDay: dayOf(get('from')),
    toDay: dayOf(get('to')),
    words: (get('words') ?? '').trim().slice(0, 100),
    categoryNo: Number.isInteger(category) ? category : null,
    targetId: get('team') || null,
    zone: zone === 'mainUrban' || zone === 'other' ? zone : null,
    late: get('late') === 'yes',
  };
}
