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

/** Elements still missing while a call is taken, in the order in which they are asked (篇三 四(一)). */
export function missingElements(draft: {
  place?: string;
  phone?: string;
  text?: string;
  centreNo?: string;
  readBack?: boolean;
}): ('place' | 'phone' | 'text' | 'centreNo' | 'readBack')[] {
  const missing = (['place', 'text', 'phone', 'centreNo'] as const).filter((field) => !draft[field]?.trim());
  return draft.readBack ? missing : [...missing, 'readBack'];
}
