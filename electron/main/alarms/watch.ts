import type { AlarmSignal, DueSignal, WindowEvent } from '../../../shared/protocol.ts';
import type { Ringing, RingingState } from './ringing.ts';

/** Seconds between two patterns while the most urgent alarm has this level. */
const PATTERN_GAP_S = { 1: 3, 2: 5, 3: 8 } as const;

export type WatchParts = {
  nowMs: () => number;
  state: RingingState;
  keep: (kept: { active: AlarmSignal[]; due: DueSignal[] }) => void;
  ring: (levels: (1 | 2 | 3)[]) => void;
  show: (ringing: Ringing) => void;
  publish: (event: WindowEvent) => void;
};

/** Looks every second what rings, orders the sound, and tells the window when something changed. */
export class AlarmWatch {
  readonly #parts: WatchParts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #secondsSinceRing = Number.POSITIVE_INFINITY;
  #sounding: 1 | 2 | 3 | undefined;
  #published = '';
  #event: WindowEvent = { t: 'alarms', active: [], silenced: false };

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** The alarms as last told to the window. */
  get event(): WindowEvent {
    return this.#event;
  }

  /** Starts looking, on the second. */
  start(): void {
    this.#timer = setTimeout(
      () => {
        this.#secondsSinceRing += 1;
        this.look();
        this.start();
      },
      1000 - (Date.now() % 1000),
    );
  }

  /** Stops looking. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The engine announced what rings and what is due next. */
  engineSays(active: AlarmSignal[], due: DueSignal[]): void {
    this.#parts.keep({ active, due });
    this.#parts.state.engineSays(active, due);
    this.look();
  }

  /** The engine went away. */
  engineIsDown(): void {
    this.#parts.state.engineIsDown(this.#parts.nowMs());
  }

  /** 消音. */
  silence(): void {
    this.#parts.state.silence(this.#parts.nowMs());
    this.look();
  }

  /** Acts on the state now. Safe to call at any time and any number of times. */
  look(): void {
    const ringing = this.#parts.state.look(this.#parts.nowMs());
    this.#parts.show(ringing);
    const event: WindowEvent = { t: 'alarms', active: ringing.active, silenced: ringing.silenced };
    const text = JSON.stringify(event);
    if (text !== this.#published) {
      this.#published = text;
      this.#event = event;
      this.#parts.publish(event);
    }
    const mostUrgent = ringing.levels[0];
    const before = this.#sounding;
    this.#sounding = mostUrgent;
    if (mostUrgent === undefined) return;
    // While as urgent a tone sounds, one more alarm waits for its next pattern: a burst is one tone, not one each.
    const wakes = before === undefined || mostUrgent < before;
    if (!wakes && this.#secondsSinceRing < PATTERN_GAP_S[mostUrgent]) return;
    this.#secondsSinceRing = 0;
    this.#parts.ring(ringing.levels);
  }
}
