/** Marks everything that shows one instruction with its buttons; the main one carries `data-main`. */
export const cardMark = (id: string) => ({ 'data-instruction': id });

/**
 * After a form over an instruction closed: when the button that opened it is gone, the focus goes to the main button of
 * that instruction instead of nowhere.
 */
export function focusCard(id: string): void {
  // After the dialog has given the focus back, where it still could.
  setTimeout(() => {
    const { activeElement: active } = document;
    if (active !== null && active !== document.body) return;
    const card = document.querySelector(`[data-instruction="${CSS.escape(id)}"]`);
    const button =
      card?.querySelector<HTMLElement>('button[data-main]') ?? card?.querySelector<HTMLElement>('button');
    button?.focus();
  }, 60);
}
