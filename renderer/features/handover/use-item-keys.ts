import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { HandoverItem } from '../../../shared/handover/types.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import type { Decision } from './use-decisions.ts';

const lineAt = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`[data-grid-row="${index}"]`);

/**
 * Keys of the items: ↑↓ PgUp PgDn Home End move, A accepts and goes on to the next open one, R asks for the reason of a refusal.
 * Without `decide` the keys only move.
 */
export function useItemKeys(
  list: RefObject<HTMLUListElement | null>,
  shown: readonly HandoverItem[],
  decide: ((decisions: Decision[]) => void) | null,
) {
  const [refusing, setRefusing] = useState<string | null>(null);
  const { gridProps, rowProps } = useGridKeys(shown.length);
  const wanted = useRef<string | null>(null);

  // After a decision the list may be shorter (filter): the focus goes to where the next line then stands.
  useEffect(() => {
    if (wanted.current === null) return;
    const index = shown.findIndex((item) => item.id === wanted.current);
    wanted.current = null;
    const line = lineAt(list.current, index);
    line?.focus();
    line?.scrollIntoView({ block: 'nearest' });
  });

  /** The next item without an answer after this one, else the first such, else the item itself. */
  const goOn = (itemId: string) => {
    const from = shown.findIndex((item) => item.id === itemId);
    const isOpen = (item: HandoverItem) => item.decision === null && item.id !== itemId;
    const next = shown.slice(from + 1).find(isOpen) ?? shown.find(isOpen);
    setRefusing(null);
    wanted.current = (next ?? shown[from])?.id ?? null;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    gridProps.onKeyDown(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const line = event.target instanceof HTMLElement ? event.target : null;
    const item = line?.dataset.gridRow === undefined ? undefined : shown[Number(line.dataset.gridRow)];
    if (!item || !decide) return;
    const key = event.key.toLowerCase();
    if (key === 'a') {
      event.preventDefault();
      decide([{ itemId: item.id, decision: 'accepted', reason: '' }]);
      goOn(item.id);
    } else if (key === 'r') {
      event.preventDefault();
      setRefusing(item.id);
    }
  };

  return {
    refusing,
    setRefusing,
    goOn,
    listProps: { onKeyDown },
    rowProps: (index: number) => {
      const { 'data-grid-row': row, tabIndex, onFocus } = rowProps(index);
      return { 'data-grid-row': row, tabIndex, onFocus };
    },
  };
}

/** What makes a line one of the list's. */
export type ItemRowProps = ReturnType<ReturnType<typeof useItemKeys>['rowProps']>;
