import { useSyncExternalStore } from 'react';

/** The search lies over pages and dialogs alike: a call being written down stays open below it. */
export type SearchDoor = {
  open: boolean;
  /** Words handed in with the opening (the command line); null when those of the last time stay. */
  words: string | null;
  /** Grows with every opening: F4 on the open search puts the hands back into its field. */
  opened: number;
};

let door: SearchDoor = { open: false, words: null, opened: 0 };
const listeners = new Set<() => void>();

function set(next: SearchDoor): void {
  door = next;
  for (const listener of listeners) listener();
}

/** F4, its button, or `搜索 …` on the command line. */
export const openSearch = (words: string | null = null): void =>
  set({ open: true, words, opened: door.opened + 1 });

/** Closes it; words and filters stay. */
export const closeSearch = (): void => set({ ...door, open: false });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether and how the search is open. */
export const useSearchDoor = (): SearchDoor => useSyncExternalStore(subscribe, () => door);
