import { conflict, invalid, notAllowed } from '../errors.ts';
import type { Shift } from '../shifts/types.ts';
import type { Handover } from './types.ts';

/** A handover waits for decisions and signatures until it is signed by both. */
export const isUnderWay = (h: Pick<Handover, 'status'>) =>
  h.status === 'frozen' || h.status === 'outgoingSigned';

/** Refuses a change of a handover that is already signed. */
export function requireUnderWay(h: Handover): void {
  if (!isUnderWay(h)) throw conflict('handoverSigned');
}

/** A refused item needs a reason: it is printed and stays the outgoing lead's. */
export function requireReason(
  decision: 'accepted' | 'refused',
  reason: string,
  path: (string | number)[],
): void {
  if (decision === 'refused' && reason === '') throw invalid(path, 'required');
}

/**
 * Nobody signs before the sheet was frozen or the other side has signed: then the clock was set back in between
 * (`conflict: clockBehind`). It is set right, or the sheet taken back and frozen again.
 */
export function requireForward(nowMs: number, h: Pick<Handover, 'frozenAtMs' | 'outgoingSignature'>): void {
  if (nowMs < h.frozenAtMs || nowMs < (h.outgoingSignature?.atMs ?? 0)) throw conflict('clockBehind');
}

/** Only the shift's own lead signs for it. */
export function requireLead(shift: Shift, personId: string): void {
  const lead = shift.members.find((m) => m.duty === 'shiftLead');
  if (lead?.personId !== personId) throw notAllowed('notTheLead');
}

/** Only the crew that takes over accepts, refuses and counts. */
export function requireIncoming(incoming: Shift, personId: string): void {
  if (!incoming.members.some((m) => m.personId === personId)) throw notAllowed('incomingOnly');
}

/** Before the incoming signature every item is decided and every key item counted. */
export function requireChecked(h: Handover): void {
  const undecided = h.items.filter((i) => i.decision === null).length;
  if (undecided > 0) throw conflict('itemsUndecided', String(undecided));
  const counted = new Set(h.counts.map((c) => c.itemId));
  const uncounted = h.snapshot.supplies.filter((s) => s.key && !counted.has(s.itemId));
  if (uncounted.length > 0) throw conflict('keyItemsUncounted', uncounted.map((s) => s.name).join('、'));
}
