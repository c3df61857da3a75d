import { type BrowserWindow, shell } from 'electron';
import type { BellAnswer } from '../../../shared/protocol.ts';
import { log } from '../log.ts';
import { readObject } from '../reply.ts';
import { sendEvent } from '../windows/desk-window.ts';
import { createWindow, loadPage } from '../windows/factory.ts';

const ANSWER_LIMIT_MS = 1000;
const BEEPS = 3;
const BEEP_GAP_MS = 350;
/** A silent window is replaced soon; on a machine without sound hardware a new one would be no better. */
const RESPAWN_GAP_MS = { silent: 2500, mute: 60_000 };

type Outcome = 'rang' | keyof typeof RESPAWN_GAP_MS;

/** The hidden window that makes the sound. It must answer every order within a second, else the machine beeps. */
export class Bell {
  #window: BrowserWindow | null = null;
  #loaded = false;
  #order = 0;
  #respawnedAt = Number.NEGATIVE_INFINITY;
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();

  /** Opens the window. */
  start(): void {
    this.#respawnedAt = performance.now();
    this.#loaded = false;
    const window = createWindow('bell', {
      width: 200,
      height: 100,
      show: false,
      skipTaskbar: true,
      focusable: false,
    });
    this.#window = window;
    window.webContents.on('did-finish-load', () => {
      if (this.#window === window) this.#loaded = true;
    });
    window.webContents.on('render-process-gone', () => {
      if (this.#window !== window) return;
      log.error('bell gone');
      this.#loaded = false;
    });
    loadPage(window, 'bell').catch((error: Error) => log.error('bell did not load', error.message));
  }

  /** Plays one pattern, most urgent tone first; true when the window says it sounds. */
  ring(levels: (1 | 2 | 3)[]): Promise<boolean> {
    const order = ++this.#order;
    return new Promise((resolve) => {
      const finish = (outcome: Outcome) => {
        clearTimeout(limit);
        this.#waiting.delete(order);
        if (outcome !== 'rang') this.#beepInstead(outcome);
        resolve(outcome === 'rang');
      };
      const limit = setTimeout(() => finish('silent'), ANSWER_LIMIT_MS);
      this.#waiting.set(order, finish);
      if (this.#loaded) sendEvent(this.#window, { t: 'ring', order, levels });
    });
  }

  /** The bell window's answer, through its door. */
  answered(body: string): boolean {
    const answer = readObject(body) as Partial<BellAnswer> | null;
    const finish = typeof answer?.order === 'number' ? this.#waiting.get(answer.order) : undefined;
    finish?.(answer?.running === true ? 'rang' : 'mute');
    return finish !== undefined;
  }

  /** The bell's own process, for tests: it must not share the desk's. */
  get processId(): number | null {
    return this.#window?.isDestroyed() === false ? this.#window.webContents.getOSProcessId() : null;
  }

  /** Closes the window. */
  stop(): void {
    this.#window?.destroy();
    this.#window = null;
  }

  #beepInstead(outcome: keyof typeof RESPAWN_GAP_MS): void {
    for (let beep = 0; beep < BEEPS; beep += 1) setTimeout(() => shell.beep(), beep * BEEP_GAP_MS);
    if (performance.now() - this.#respawnedAt < RESPAWN_GAP_MS[outcome]) return;
    log.error(`bell is ${outcome}: beeping instead and opening a new one`);
    const old = this.#window;
    this.start();
    old?.destroy();
  }
}
