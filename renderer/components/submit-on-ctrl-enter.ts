import type { KeyboardEvent } from 'react';

/** Ctrl+Enter saves from any field of a form, except while an input method composes. */
export function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.nativeEvent.isComposing || !event.ctrlKey || event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
