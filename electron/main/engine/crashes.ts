const WINDOW_MS = 5 * 60_000;
const TOO_MANY = 3;
const BACK_OFF_MS = [100, 300, 1000, 2000, 5000];

/** The engine's crashes of the last five minutes. Never a reason to give up, only to slow down and to say so. */
export class CrashRecord {
  #times: number[] = [];

  /** Notes a crash now. */
  add(): void {
    this.#times.push(performance.now());
  }

  #recent(): number[] {
    const from = performance.now() - WINDOW_MS;
    this.#times = this.#times.filter((time) => time > from);
    return this.#times;
  }

  /** Three crashes in five minutes: the desk goes on in a degraded mode. */
  areTooMany(): boolean {
    return this.#recent().length >= TOO_MANY;
  }

  /** How long until the degraded mode may end if nothing happens. */
  calmInMs(): number {
    const recent = this.#recent();
    const deciding = recent[recent.length - TOO_MANY];
    return deciding === undefined ? 0 : Math.max(1, deciding + WINDOW_MS - performance.now() + 1);
  }

  /** How long to wait before the next start. */
  backOffMs(): number {
    return BACK_OFF_MS[Math.min(this.#recent().length, BACK_OFF_MS.length) - 1] ?? 0;
  }
}
