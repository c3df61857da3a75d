import type { CarryItem, Section, SectionLine } from '../../../shared/handover/sections.ts';

/** Which dialog lies over the lines. */
export type LineTask =
  | { kind: 'edit'; item: CarryItem }
  | { kind: 'end'; item: CarryItem }
  | { kind: 'reword'; section: Section; line: SectionLine };
