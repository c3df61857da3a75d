import type { InstructionEvent } from '../../../shared/instructions/types.ts';

const ends: ReadonlySet<InstructionEvent['name']> = new Set(['void', 'duplicate', 'decline']);

/** Ends that were taken back later (撤销误操作): event id → when, epoch ms. They stay in the course, struck. */
export function takenBackAt(events: readonly InstructionEvent[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let last: string | null = null;
  for (const event of events) {
    if (ends.has(event.name)) last = event.id;
    if (event.name === 'restore' && last !== null) {
      found.set(last, event.recordedAtMs);
      last = null;
    }
  }
  return found;
}
