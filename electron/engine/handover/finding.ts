import { type Kysely, sql } from 'kysely';
import type { Handover } from '../../../shared/handover/types.ts';
import type { Database } from '../db/schema.ts';
import { factKeys } from '../search/facts.ts';
import type { Doc } from '../search/index.ts';
import { initialsIn } from '../search/names.ts';
import { getHandover } from './store.ts';

/** 交班 and 接班: who leads before and after, in this order. */
export type SheetLeads = { outgoing: string; incoming: string; personIds: string[] };

/** Both crews of a handover's sheet. */
export async function leadsOf(db: Kysely<Database>, h: Handover): Promise<SheetLeads> {
  const { rows } = await sql<{ shift_id: string; person_id: string; duty: string; name: string }>`
    SELECT m.shift_id, m.person_id, m.duty, p.name FROM shift_member m JOIN person p ON p.id = m.person_id
    WHERE m.shift_id IN (${h.outgoingShiftId}, ${h.incomingShiftId})`.execute(db);
  const lead = (shiftId: string) =>
    rows.find((m) => m.shift_id === shiftId && m.duty === 'shiftLead')?.name ?? '';
  return {
    outgoing: h.outgoingSignature?.name ?? lead(h.outgoingShiftId),
    incoming: h.incomingSignature?.name ?? lead(h.incomingShiftId),
    personIds: [...new Set(rows.map((m) => m.person_id))],
  };
}

/** All texts within a value, however deep: what a sheet says is found whichever part of it holds it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (/(^id|Id|Ids)$/.test(key) ? [] : textsIn(part)));
}

/** What is written on a sheet: the lead's notes, what is important, the lines of its sections, the items handed over, reasons. */
export const sheetText = (h: Handover): string =>
  [
    ...textsIn(h.snapshot.preparation),
    ...textsIn(h.snapshot.important),
    ...textsIn(h.snapshot.leaderInstructions),
    ...textsIn(h.snapshot.inspections),
    ...Object.values(h.snapshot.sections ?? {}).flatMap((lines) => lines.flatMap((l) => [l.text, l.owner])),
    h.snapshot.weather,
    ...h.items.flatMap((i) => [i.label, i.place, i.detail, i.owner, i.reason]),
    h.extraReason,
    h.withdrawnReason,
  ]
    .filter(Boolean)
    .join(' ');

/** Not sealed yet: a sheet under way. */
export const isOpenSheet = (h: Handover): boolean => h.status !== 'sealed' && h.status !== 'withdrawn';

/** These handovers as the index takes them, with the fingerprint of the sealed paper. */
export async function handoverDocs(db: Kysely<Database>, ids: readonly string[]): Promise<Doc[]> {
  const docs: Doc[] = [];
  for (const id of ids) {
    const h = await getHandover(db, id);
    const leads = await leadsOf(db, h);
    const names = [leads.outgoing, leads.incoming, h.snapshot.preparation.witness];
    docs.push({
      kind: 'handover',
      id,
      atMs: h.frozenAtMs,
      content: [h.number, sheetText(h)].join(' '),
      note: [...names, initialsIn(names), h.documentSha256 ?? '', h.chain?.head ?? ''].join(' '),
      keys: factKeys({ personIds: leads.personIds, open: isOpenSheet(h) }),
    });
  }
  return docs;
}
