import { invalid } from '../errors.ts';
import type { SupplyOut } from './types.ts';

/** Refuses an issue or write-off above the balance: stock never goes below zero (篇三 五(五)). */
export function requireStock(balance: number, quantity: number): void {
  if (quantity > balance) throw invalid('quantity', 'aboveBalance', { balance });
}

/** A counted stock that differs from the books needs a reason; returns the adjustment. */
export function stocktakeDelta(balance: number, counted: number, reason: string): number {
  if (counted !== balance && reason === '') throw invalid('reason', 'differenceNeedsReason', { balance });
  return counted - balance;
}

/**
 * Splits a return over open issues, oldest first, or over the one named.
 * Refuses more than is out.
 */
export function allocateReturn(
  open: readonly SupplyOut[],
  quantity: number,
  issueId: string | null,
): { issueId: string; quantity: number }[] {
  const candidates = issueId === null ? open : open.filter((o) => o.issueId === issueId);
  const out = candidates.reduce((sum, o) => sum + o.quantity, 0);
  if (quantity > out) throw invalid('quantity', 'aboveOut', { out });
  let left = quantity;
  const parts: { issueId: string; quantity: number }[] = [];
  for (const issue of [...candidates].sort((a, b) => a.issuedAtMs - b.issuedAtMs)) {
    const part = Math.min(left, issue.quantity);
    if (part > 0) parts.push({ issueId: issue.issueId, quantity: part });
    left -= part;
  }
  return parts;
}
