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

  const latest = useRef({ rowProps, goOn, decide });
  latest.current = { rowProps, goOn, decide };
  const [actions] = useState<ItemActions>(() => ({
    focus: (index) => latest.current.rowProps(index).onFocus(),
    refuse: (itemId) => {
      setRefusing(itemId);
      // Taken back: the keys go on where they were.
      if (itemId === null) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    },
    decide: (itemId, decision, reason) => {
      latest.current.decide?.([{ itemId, decision, reason }]);
      latest.current.goOn(itemId);
    },
  }));
  const current = shown.findIndex((_, index) => rowProps(index).tabIndex === 0);
  return { refusing, current, actions, listProps: { onKeyDown } };
}

/** What a line can do; the same object for as long as the list stands. */
export type ItemActions = {
  focus: (index: number) => void;
  /** Opens the reason of a refusal at an item, or closes it (null). */
  refuse: (itemId: string | null) => void;
  decide: (itemId: string, decision: Decision['decision'], reason: string) => void;
};
