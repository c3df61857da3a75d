import type { HandoverView } from '../../../shared/contract/handover.ts';
import type { Sheet } from '../../../shared/handover/types.ts';

/** The sheet as it would come out if it were frozen at `nowMs`; null while nobody holds the desk. */
export function draftSheet(view: HandoverView, nowMs: number): Sheet | null {
  const { draft, draftItems, holder, relief, preparation } = view;
  if (!draft || !holder) return null;
  return {
    incoming: (relief?.members ?? []).map((m) => ({ ...m, standIn: null })),
    incomingFaults: [],
    addenda: [],
    readings: [],
    handover: {
      id: 'draft',
      number: '',
      status: 'frozen',
      outgoingShiftId: holder.id,
      incomingShiftId: relief?.id ?? '',
      extraReason: '',
      withdrawnReason: '',
      frozenAtMs: nowMs,
      signedAtMs: null,
      late: false,
      lateMinutes: 0,
      outgoingSignature: null,
      incomingSignature: null,
      items: draftItems,
      counts: [],
      snapshot: { ...draft, preparation },
      openAtHandover: [],
      chain: null,
      documentSha256: null,
      version: 0,
    },
  };
}
