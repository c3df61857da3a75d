import { describe, expect, it } from 'vitest';
import { DeskError } from '../errors.ts';
import { allocateReturn, requireStock, stocktakeDelta } from './rules.ts';
import type { SupplyOut } from './types.ts';

/** The message of the field a rule refuses, else what it returns. */
const outcome = (rule: () => unknown): unknown => {
  try {
    return rule() ?? 'ok';
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const [issue] = (error.data as { issues: { path: string[]; message: string }[] }).issues;
    return `${issue?.path.join('.')}:${issue?.message}`;
  }
};

it.each<[balance: number, quantity: number, expected: string]>([
  [4, 4, 'ok'],
  [4, 5, 'quantity:aboveBalance'],
  [0, 1, 'quantity:aboveBalance'],
])('with %i in stock, %i taken → %s', (balance, quantity, expected) => {
  expect(outcome(() => requireStock(balance, quantity))).toBe(expected);
});

it.each<[balance: number, counted: number, reason: string, expected: number | string]>([
  [12, 12, '', 0],
  [12, 11, '损耗', -1],
  [12, 15, '漏记', 3],
  [12, 0, '被盗', -12],
  [12, 11, '', 'reason:differenceNeedsReason'],
])('books %i, counted %i, reason "%s" → %s', (balance, counted, reason, expected) => {
  expect(outcome(() => stocktakeDelta(balance, counted, reason))).toBe(expected);
});

describe('a return is split over open issues, oldest first', () => {
  const issue = (issueId: string, quantity: number, issuedAtMs: number): SupplyOut => ({
    issueId,
    quantity,
    issuedAtMs,
    itemId: 'lamp',
    itemName: '应急照明灯',
    measure: '盏',
    recipient: '霍长风',
    purpose: '',
    instructionId: null,
    dueAtMs: null,
  });
  const open = [issue('new', 4, 200), issue('old', 2, 100)];
  it.each<[quantity: number, issueId: string | null, expected: unknown]>([
    [1, null, [['old', 1]]],
    [2, null, [['old', 2]]],
    [
      5,
      null,
      [
        ['old', 2],
        ['new', 3],
      ],
    ],
    [
      6,
      null,
      [
        ['old', 2],
        ['new', 4],
      ],
    ],
    [7, null, 'quantity:aboveOut'],
    [3, 'new', [['new', 3]]],
    [3, 'old', 'quantity:aboveOut'],
    [1, 'unknown', 'quantity:aboveOut'],
  ])('%i back for %s → %j', (quantity, issueId, expected) => {
    const found = outcome(() => allocateReturn(open, quantity, issueId).map((p) => [p.issueId, p.quantity]));
    expect(found).toEqual(expected);
  });
});
