import { procedure, typed } from './base.ts';
import type { SettingsView } from './settings.ts';
import type { ShiftsView } from './shifts.ts';

/** What the frame and the home page show besides the lists: one query. */
export type DeskView = ShiftsView & {
  nowMs: number;
  settings: SettingsView;
  chain: { seq: number; head: string };
  readOnly: boolean;
};

export const deskContract = {
  view: procedure.output(typed<DeskView>()),
};
