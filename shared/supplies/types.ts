import { z } from 'zod';
import { id, name, optionalText, quantity, text, timeMs } from '../fields.ts';

/** A thing that is kept and counted (物资). The balance is always the sum of its movements (篇三 五(五)). */
export type SupplyItem = {
  id: string;
  name: string;
  unitId: string;
  unitName: string;
  measure: string;
  minimum: number;
  place: string;
  custodianId: string;
  custodianName: string;
  /** Key items are counted at every handover. */
  key: boolean;
  balance: number;
  out: number;
};

export const movementKindSchema = z.enum(['opening', 'receipt', 'issue', 'return', 'writeOff', 'adjustment']);
export type MovementKind = z.infer<typeof movementKindSchema>;

/** One permanent movement; `delta` is what it adds to the balance. */
export type SupplyMovement = {
  id: string;
  itemId: string;
  itemName: string;
  kind: MovementKind;
  quantity: number;
  delta: number;
  balanceAfter: number;
  recipient: string;
  purpose: string;
  instructionId: string | null;
  dueAtMs: number | null;
  issueId: string | null;
  condition: string;
  reason: string;
  occurredAtMs: number;
  actorName: string;
};

/** An issue not yet returned in full (领用未归还). */
export type SupplyOut = {
  issueId: string;
  itemId: string;
  itemName: string;
  measure: string;
  quantity: number;
  recipient: string;
  purpose: string;
  instructionId: string | null;
  issuedAtMs: number;
  dueAtMs: number | null;
};

export const issueSchema = z.object({
  itemId: id(),
  quantity: quantity(),
  recipient: name(),
  purpose: optionalText(200),
  instructionId: id().nullable().default(null),
  dueAtMs: timeMs().nullable().default(null),
});
export const returnSchema = z.object({
  itemId: id(),
  quantity: quantity(),
  /** The issue it settles; left out, the oldest open issues of the item. */
  issueId: id().nullable().default(null),
  condition: optionalText(200),
});
export const receiptSchema = z.object({ itemId: id(), quantity: quantity(), reason: optionalText(200) });
export const writeOffSchema = z.object({ itemId: id(), quantity: quantity(), reason: text(200) });
export const stocktakeSchema = z.object({
  itemId: id(),
  counted: z.number('quantity').int('quantity').min(0, 'quantity').max(1_000_000, 'quantity'),
  reason: optionalText(200),
});
export const supplyItemSchema = z.object({
  name: name(),
  unitId: id(),
  measure: text(10),
  minimum: z.number('quantity').int('quantity').min(0, 'quantity').max(1_000_000, 'quantity').default(0),
  place: optionalText(60),
  custodianId: id(),
  key: z.boolean().default(false),
  quantity: z.number('quantity').int('quantity').min(0, 'quantity').max(1_000_000, 'quantity').default(0),
});
