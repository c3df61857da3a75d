import type { StepName } from './steps.ts';

/** The parts of the page where steps are done. */
export type Part = 'crew' | 'prepare' | 'check' | 'sign' | 'sheet';

/** Where each step is done. */
export const partOf: Record<StepName, Part> = {
  crew: 'crew',
  attendance: 'crew',
  prepare: 'prepare',
  freeze: 'prepare',
  check: 'check',
  signOutgoing: 'sign',
  signIncoming: 'sign',
  sealed: 'sheet',
};

/** Marks a part of the page so that a step finds it. */
export const partId = (part: Part) => `handover-part-${part}`;

/** Brings a part into view and puts the focus on its first field; a part that is not on the page now is left alone. */
export function goToPart(part: Part): void {
  const element = document.getElementById(partId(part));
  if (!element) return;
  element.scrollIntoView({ block: 'start' });
  const field = element.querySelector<HTMLElement>(
    'input:not(:disabled), [data-grid-row][tabindex="0"], button:not(:disabled)',
  );
  field?.focus({ preventScroll: true });
}
