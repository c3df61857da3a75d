import type { SupplyItem } from '../../../shared/supplies/types.ts';
import { deskClient } from '../../app/client.ts';

/** The five things a custodian does with an item, in the order of their buttons. */
export const movementActions = ['issue', 'return', 'receive', 'writeOff', 'stocktake'] as const;
export type MovementAction = (typeof movementActions)[number];

/** The form as typed: everything stays text until it is booked. */
export type MovementDraft = {
  quantity: string;
  recipient: string;
  purpose: string;
  instructionId: string | null;
  due: string;
  issueId: string | null;
  condition: string;
  reason: string;
};

export const emptyMovement: MovementDraft = {
  quantity: '',
  recipient: '',
  purpose: '',
  instructionId: null,
  due: '',
  issueId: null,
  condition: '',
  reason: '',
};

/** A count as typed; NaN, which the contract refuses at its field, when it is none. */
export const countOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

/** Books the movement; the engine decides whether it may be. */
export function book(
  action: MovementAction,
  itemId: string,
  draft: MovementDraft,
  dueAtMs: number | null,
): Promise<SupplyItem> {
  const quantity = countOf(draft.quantity);
  const { reason } = draft;
  switch (action) {
    case 'issue': {
      const { recipient, purpose, instructionId } = draft;
      return deskClient.supplies.issue({ itemId, quantity, recipient, purpose, instructionId, dueAtMs });
    }
    case 'return':
      return deskClient.supplies.return({
        itemId,
        quantity,
        issueId: draft.issueId,
        condition: draft.condition,
      });
    case 'receive':
      return deskClient.supplies.receive({ itemId, quantity, reason });
    case 'writeOff':
      return deskClient.supplies.writeOff({ itemId, quantity, reason });
    case 'stocktake':
      return deskClient.supplies.stocktake({ itemId, counted: quantity, reason });
  }
}
