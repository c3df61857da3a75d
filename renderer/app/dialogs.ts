import { useSyncExternalStore } from 'react';
import type { ActionName } from '../../shared/instructions/types.ts';
import type { PaperKind } from '../../shared/papers/types.ts';

/** What lies over the page. One at a time; the page below keeps its state. */
export type Dialog =
  | { kind: 'help' }
  | { kind: 'intake' }
  | { kind: 'switch' }
  /** A form of the print window, as it lies on paper. */
  | { kind: 'paper'; form: string; title: string; paper: PaperKind }
  | {
      kind: 'action';
      instructionId: string;
      action: ActionName;
      preset?: Record<string, string | boolean>;
      /** The version its opener had in view, when the record has moved on since. */
      since?: number;
    };

let open: Dialog | null = null;
const listeners = new Set<() => void>();

function set(next: Dialog | null): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Opens a dialog over the present page. */
export const openDialog = (dialog: Dialog): void => set(dialog);

/** Closes it; drafts stay. */
export const closeDialog = (): void => set(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The open dialog. */
export const useDialog = (): Dialog | null => useSyncExternalStore(subscribe, () => open);
