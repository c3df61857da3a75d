import type { KeyboardEvent } from 'react';

/** Lines that PgUp and PgDn jump over. */
const PAGE = 10;

/** What a key means on line `at` of `count`: the line to go to, `open`, or null for a key that is not the grid's. */
export function lineKeys(event: KeyboardEvent, at: number, count: number): number | 'open' | null {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return null;
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  if (event.key === 'Enter') return 'open';
  const to = moves[event.key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
