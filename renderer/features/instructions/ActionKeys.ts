import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

/** Ctrl+Enter saves a form, never while an input method composes. Names typed into chips count as entered, letters as the name they mean. */
export const submitsByKey = (submit: () => void) => (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.nativeEvent.isComposing || event.key !== 'Enter' || !event.ctrlKey) return;
  event.preventDefault();
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.closest('[data-chips], [data-names]')) {
    flushSync(() => active.blur());
    active.focus();
  }
  submit();
};

/** Moves the focus to the first field that was refused, once it is drawn. */
export function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
