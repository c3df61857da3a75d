import type { BrowserWindow } from 'electron';
import type { WindowEvent } from '../../../shared/protocol.ts';
import { log } from '../log.ts';
import type { Seat } from '../seat.ts';
import { Bell } from './bell.ts';
import { AlarmFile, readKeptAlarms } from './file.ts';
import { RingingState } from './ringing.ts';
import { AlarmSigns } from './signs.ts';
import { AlarmWatch } from './watch.ts';

export type AlarmParts = {
  dataDir: string;
  nowMs: () => number;
  seat: Seat;
  window: () => BrowserWindow | null;
  publish: (event: WindowEvent) => void;
};

export type Alarms = { watch: AlarmWatch; bell: Bell; stop: () => void };

/** Starts everything that rings, from what was kept on disk: it works before the engine does, and without it. */
export function startAlarms(parts: AlarmParts): Alarms {
  const file = new AlarmFile(parts.dataDir);
  const bell = new Bell();
  const signs = new AlarmSigns(
    () => parts.seat.language,
    () => parts.window()?.focus(),
  );
  const watch = new AlarmWatch({
    nowMs: parts.nowMs,
    state: new RingingState(parts.nowMs(), readKeptAlarms(parts.dataDir)),
    keep: (kept) => file.keep(kept),
    ring: (levels) => {
      bell.ring(levels).catch((error: Error) => log.error('bell', error.message));
    },
    show: (ringing) => {
      signs.show(parts.window(), ringing.active.length, ringing.silenced);
      signs.notify(ringing.fresh, parts.nowMs());
    },
    publish: parts.publish,
  });
  bell.start();
  watch.start();
  return {
    watch,
    bell,
    stop: () => {
      watch.stop();
      bell.stop();
      signs.close();
    },
  };
}
