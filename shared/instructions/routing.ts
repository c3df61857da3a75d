import type { Site } from '../settings/types.ts';
import { withinSpans } from '../time/working-hours.ts';

/** A category of 篇三 二 with its default unit and action group (ids). */
export type CategoryRoute = { no: number; unitId: string; groupId: string };

/** Whom the clock proposes: the unit inside working hours on every day, the action group otherwise (篇三 三). */
export type Proposal = { kind: 'unit' | 'group'; id: string; reason: 'workingHours' | 'outsideHours' };

/** Proposes the target for a category at an instant; undefined when the category has no route. */
export function propose(route: CategoryRoute | undefined, nowMs: number, site: Site): Proposal | undefined {
  if (!route) return undefined;
  return withinSpans(nowMs, site.workingHours, site.timeZone)
    ? { kind: 'unit', id: route.unitId, reason: 'workingHours' }
    : { kind: 'group', id: route.groupId, reason: 'outsideHours' };
}

/** What is asked of every caller, in the order in which it is asked (篇三 四(一)). */
export type MissingElement = 'place' | 'text' | 'phone' | 'danger' | 'centreNo' | 'readBack';

/** Elements still missing while a call is taken, in that order. */
export function missingElements(draft: {
  place?: string;
  phone?: string;
  text?: string;
  centreNo?: string;
  /** `''` while nobody asked whether anyone is in danger. */
  danger?: string;
  readBack?: boolean;
}): MissingElement[] {
  const typed = (['place', 'text', 'phone', 'danger', 'centreNo'] as const).filter(
    (field) => !draft[field]?.trim(),
  );
  return draft.readBack ? typed : [...typed, 'readBack'];
}
