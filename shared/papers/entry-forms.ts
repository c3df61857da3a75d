import type { LogEntry } from '../duty-log/types.ts';

/** The paper forms of a single entry. */
export type EntryForm = 'phoneRecord' | 'visit' | 'documentSlip' | 'leaderOrder';

const ofKind: Partial<Record<LogEntry['kind'], EntryForm>> = {
  callIn: 'phoneRecord',
  walkIn: 'visit',
  document: 'documentSlip',
};

/** Which forms an entry has: that of its kind, and 领导批示单 wherever a leader ordered something. */
export function entryForms(entry: Pick<LogEntry, 'kind' | 'steps'>): EntryForm[] {
  const own = ofKind[entry.kind];
  const ordered = entry.kind === 'leaderInstruction' || entry.steps.some((s) => s.kind === 'order');
  return [...(own ? [own] : []), ...(ordered ? (['leaderOrder'] as const) : [])];
}

const paths: Record<EntryForm, string> = {
  phoneRecord: 'phone-record',
  visit: 'visit',
  documentSlip: 'document-slip',
  leaderOrder: 'leader-order',
};

/** As addresses of forms may hold it: everything else is escaped, also what an address elsewhere need not escape. */
const escaped = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const query = (values: Record<string, string>) => {
  const said = Object.entries(values).filter(([, value]) => value !== '');
  return said.length === 0 ? '' : `?${said.map(([key, value]) => `${key}=${escaped(value)}`).join('&')}`;
};

/** The address of an entry's form in the print window; `who` has it made. */
export const entryFormAddress = (form: EntryForm, id: string, who: string): string =>
  `#/${paths[form]}/${id}${query({ who })}`;

/** The address of the 值班日志 of a duty day in the print window. */
export const logDayAddress = (dutyDay: string, who: string): string =>
  `#/log-day/${dutyDay}${query({ who })}`;

/** The address of a register of entries in the print window. */
export const registerAddress = (
  register: 'visits' | 'rollCalls',
  period: { from: string; to: string },
  who: string,
): string => `#/${register === 'visits' ? 'visits' : 'roll-calls'}${query({ ...period, who })}`;

/** The address of the 补打说明 of one reprint in the print window. */
export const reprintAddress = (handoverId: string, entryId: string): string =>
  `#/reprint/${handoverId}${query({ entry: entryId })}`;
