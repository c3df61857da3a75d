import type { AlarmSignal, DueSignal } from '../../../shared/protocol.ts';

/** What rings now, and what is new since the last look (for the native notification). */
export type Ringing = {
  active: AlarmSignal[];
  silenced: boolean;
  /** The one tone that sounds, of the most urgent; empty while it is silent. Sixty alarms are one tone. */
  levels: (1 | 2 | 3)[];
  fresh: AlarmSignal[];
};

/** A deadline may pass while the engine is just raising it: only after this does main ring in its place. */
const ENGINE_GRACE_MS = 2000;

/** Two deadlines often fall on the same minute: only the text, which names the thing, tells them apart. */
const deadlineKey = (signal: { class: string; dueAtMs: number; text: string }): string =>
  `${signal.class}@${signal.dueAtMs}@${signal.text}`;

/** One raise of one alarm. The same deadline is the same raise, whether the engine or main noticed it. */
const raiseKeys = (alarm: AlarmSignal): string[] => [
  `${alarm.id}#${alarm.repeat}`,
  ...(alarm.repeat === 0 ? [deadlineKey(alarm)] : []),
];

const ownAlarm = (due: DueSignal): AlarmSignal => ({
  id: `due:${due.key}`,
  class: due.class,
  level: due.level,
  dueAtMs: due.dueAtMs,
  raisedAtMs: due.dueAtMs,
  repeat: 0,
  text: due.text,
});

/**
 * Decides what rings. Holds the engine's last word and, while the engine is away, adds the deadlines that pass
 * meanwhile. Silence lasts until something is raised that was not there when it was asked for.
 */
export class RingingState {
  #active: AlarmSignal[] = [];
  #due: DueSignal[] = [];
  #known = new Set<string>();
  #silenced = false;
  #engineDownSinceMs: number | null;

  /** `nowMs`: at the start the engine is away; what was kept in the file rings until it says otherwise. */
  constructor(nowMs: number, kept?: { active: AlarmSignal[]; due: DueSignal[] }) {
    this.#engineDownSinceMs = nowMs;
    if (kept) {
      this.#active = kept.active;
      this.#due = kept.due;
    }
  }

  /** The engine's word replaces all that was known. */
  engineSays(active: AlarmSignal[], due: DueSignal[]): void {
    this.#active = active;
    this.#due = due;
    this.#engineDownSinceMs = null;
  }

  /** The engine does not answer any more. */
  engineIsDown(nowMs: number): void {
    this.#engineDownSinceMs ??= nowMs;
  }

  /** 消音 at this seat. */
  silence(nowMs: number): void {
    this.look(nowMs);
    this.#silenced = true;
  }

  /** The state at a moment; call it every second. */
  look(nowMs: number): Ringing {
    const active = [...this.#active, ...this.#passedDeadlines(nowMs)];
    const fresh = active.filter((alarm) => raiseKeys(alarm).every((key) => !this.#known.has(key)));
    if (fresh.length > 0) this.#silenced = false;
    for (const alarm of active) for (const key of raiseKeys(alarm)) this.#known.add(key);
    if (active.length === 0) {
      this.#silenced = false;
      this.#known.clear();
    }
    const levels = active
      .map((alarm) => alarm.level)
      .sort((a, b) => a - b)
      .slice(0, 1);
    return { active, silenced: this.#silenced, levels: this.#silenced ? [] : levels, fresh };
  }

  #passedDeadlines(nowMs: number): AlarmSignal[] {
    if (this.#engineDownSinceMs === null || nowMs - this.#engineDownSinceMs < ENGINE_GRACE_MS) return [];
    const raised = new Set(this.#active.map(deadlineKey));
    return this.#due
      .filter((due) => due.dueAtMs + ENGINE_GRACE_MS <= nowMs && !raised.has(deadlineKey(due)))
      .map(ownAlarm);
  }
}
