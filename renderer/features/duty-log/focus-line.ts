/** The keyboard goes to the line of this entry once the page is drawn, or to what stands for it while the line is out of sight. */
export function focusLine(id: string | null, otherwise: HTMLElement | null = null): void {
  requestAnimationFrame(() => {
    (document.querySelector<HTMLElement>(`[data-line="${id}"]`) ?? otherwise)?.focus();
  });
}

/** Whether the keyboard may be taken to a line: nobody types, and nobody is on a button of the log's own page. */
export function isKeyboardFree(page: Element | null): boolean {
  const at = document.activeElement;
  if (at === null || at === document.body || at.matches('[data-line]')) return true;
  return (
    !at.matches('input, textarea, select') && at.closest('[role="dialog"]') === null && !page?.contains(at)
  );
}
