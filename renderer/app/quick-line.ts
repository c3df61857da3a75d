import { navigate } from './route.ts';

/** The id of the quick-entry line, wherever it stands. */
export const QUICK_LINE_ID = 'quick-line';

/** F3: to the quick-entry line, opening the home page when this page has none. */
export function focusQuickLine(): void {
  const here = document.getElementById(QUICK_LINE_ID);
  if (here) {
    here.focus();
    return;
  }
  navigate('/');
  requestAnimationFrame(() => document.getElementById(QUICK_LINE_ID)?.focus());
}
