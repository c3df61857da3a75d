import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LiveInstruction } from '../../../shared/contract/instructions.ts';

type Item = { instruction: LiveInstruction; gone: boolean };

/** Whether somebody works in the list by keyboard, or in what a card has opened over it. */
const focusIn = (list: HTMLElement | null): boolean => {
  const active = document.activeElement;
  return (list?.contains(active) ?? false) || active?.closest('[data-holds-live]') != null;
};

/** A card that loses a line while somebody works below it keeps its height until the list is left. */
function keepHeights(list: HTMLElement | null, held: boolean): void {
  const cards = [...(list?.children ?? [])] as HTMLElement[];
  // Of the card itself: the list item of one out of view only has an estimate.
  const heights = held ? cards.map((card) => (card.firstElementChild as HTMLElement).offsetHeight) : [];
  for (const [n, card] of cards.entries()) card.style.minHeight = held ? `${heights[n]}px` : '';
}

/**
 * The order of the live cards. While the pointer is over the list or the focus inside, nothing moves: new ones join at
 * the end and those that ended stay where they were, greyed, until the list is left.
 */
export function useLiveOrder(sorted: readonly LiveInstruction[]) {
  const [held, setHeld] = useState(false);
  const shown = useRef<Item[]>([]);

  if (held) {
    const byId = new Map(sorted.map((i) => [i.id, i]));
    const kept = shown.current.map((item): Item => {
      const now = byId.get(item.instruction.id);
      byId.delete(item.instruction.id);
      return now ? { instruction: now, gone: false } : { ...item, gone: true };
    });
    shown.current = [...kept, ...[...byId.values()].map((instruction) => ({ instruction, gone: false }))];
  } else {
    shown.current = sorted.map((instruction) => ({ instruction, gone: false }));
  }

  const list = useRef<HTMLUListElement>(null);
  const pointer = useRef(false);
  const settle = () => setHeld(pointer.current || focusIn(list.current));

  useLayoutEffect(() => keepHeights(list.current, held), [held]);

  // A button that goes with its card takes the focus along without a blur: where the focus is must be looked up.
  useEffect(settle);
  useEffect(() => {
    const look = () => setHeld(pointer.current || focusIn(list.current));
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);

  const hold = {
    ref: list,
    onPointerEnter: () => {
      pointer.current = true;
      settle();
    },
    onPointerLeave: () => {
      pointer.current = false;
      settle();
    },
  };
  return { items: shown.current, hold };
}
