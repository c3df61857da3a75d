/** Marks everything that shows one instruction with its buttons, so that the focus can come back to it. */
export const cardMark = (id: string) => ({ 'data-instruction': id, tabIndex: -1 });

/**
 * After something was done to an instruction: when its button is gone, the focus goes to the instruction itself instead of
 * nowhere; never to the next button, where one more Enter would do the next thing.
 */
export function focusCard(id: string): void {
  // After the dialog has given the focus back, where it still could.
  setTimeout(() => {
    const { activeElement: active } = document;
    if (active !== null && active !== document.body) return;
    document.querySelector<HTMLElement>(`[data-instruction="${CSS.escape(id)}"]`)?.focus();
  }, 60);
}
