import type { PostureNow } from '../posture/types.ts';
import type { Absence } from '../shifts/attendance.ts';
import { procedure, typed } from './base.ts';
import type { SettingsView } from './settings.ts';
import type { ShiftsView } from './shifts.ts';

/** What the frame and the home page show besides the lists: one query. */
export type DeskView = ShiftsView & {
  nowMs: number;
  settings: SettingsView;
  posture: PostureNow;
  /** Who of the crew on the desk is away from the post at present (脱岗). */
  away: Absence[];
  chain: { seq: number; head: string };
  readOnly: boolean;
  /** `low` below 1 GB free, `full` when only 110 instructions and alarms are still taken. */
  storage: 'ok' | 'low' | 'full';
  /** The last time the system clock jumped while the desk ran: when it was noticed, by how much (ms). */
  clockStep: { atMs: number; byMs: number } | null;
};

export const deskContract = {
  view: procedure.output(typed<DeskView>()),
};
