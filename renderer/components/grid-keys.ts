import { type KeyboardEvent, useCallback, useState } from 'react';

/** Rows that PgUp and PgDn jump over. */
const PAGE = 10;

const target = (key: string, index: number, count: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + PAGE;
    case 'PageUp':
      return index - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

/**
 * Keys of a simple grid (↑↓ PgUp PgDn Home End, Enter opens): spread `gridProps` on the table and `rowProps(index)` on
 * each row. One row is in the tab order, the one last focused.
 */
export function useGridKeys(
  count: number,
  onOpen?: (index: number) => void,
  onMove?: (index: number) => void,
) {
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, count - 1));
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      const row = event.target instanceof HTMLElement ? event.target : null;
      // Keys inside a field or on a button of the row are theirs.
      if (row?.dataset.gridRow === undefined) return;
      const index = Number(row.dataset.gridRow);
      if (event.key === 'Enter' && onOpen) {
        event.preventDefault();
        onOpen(index);
        return;
      }
      const to = target(event.key, index, count);
      if (to === null) return;
      event.preventDefault();
      const bounded = Math.max(0, Math.min(count - 1, to));
      const next = event.currentTarget.querySelector<HTMLElement>(`[data-grid-row="${bounded}"]`);
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
      onMove?.(bounded);
    },
    [count, onOpen, onMove],
  );
  return {
    gridProps: { role: 'grid' as const, 'aria-rowcount': count, onKeyDown },
    rowProps: (index: number) => ({
      'data-grid-row': index,
      'aria-rowindex': index + 1,
      tabIndex: index === current ? 0 : -1,
      onFocus: () => setActive(index),
    }),
  };
}
