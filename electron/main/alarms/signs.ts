import { type BrowserWindow, Notification, nativeImage, Tray } from 'electron';
import type { AlarmSignal, Language } from '../../../shared/protocol.ts';
import { log } from '../log.ts';
import { NoticeGatherer } from './notices.ts';

const SIZE = 32;
const CALM = [0x4f, 0x6a, 0x87] as const;
const ALARM = [0xb3, 0x26, 0x1e] as const;

/** A filled circle, drawn here so that no icon file can be missing; an alarm has a hole, so colour is not all. */
function dot([red, green, blue]: readonly [number, number, number], hollow: boolean) {
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const radius = Math.hypot(x - SIZE / 2 + 0.5, y - SIZE / 2 + 0.5);
      if (radius > SIZE / 2 - 1 || (hollow && radius < SIZE / 5)) continue;
      pixels.set([blue, green, red, 255], (y * SIZE + x) * 4);
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: SIZE, height: SIZE });
}

const words = {
  'zh-CN': { calm: '值班台：无告警', active: (n: number) => `值班台：${n} 项告警`, title: '值班台告警' },
  en: {
    calm: 'Duty Desk: no alarms',
    active: (n: number) => `Duty Desk: ${n} alarms`,
    title: 'Duty Desk alarm',
  },
} as const;

/** Everything visible outside the page: tray, task bar and native notifications. */
export class AlarmSigns {
  readonly #language: () => Language;
  readonly #open: () => void;
  readonly #images = { calm: dot(CALM, false), alarm: dot(ALARM, true) };
  #tray: Tray | null = null;
  readonly #gatherer: NoticeGatherer;
  #notificationsWork = true;
  #shown = '';

  constructor(language: () => Language, open: () => void) {
    this.#language = language;
    this.#open = open;
    this.#gatherer = new NoticeGatherer(language);
    try {
      this.#tray = new Tray(this.#images.calm);
      this.#tray.on('click', open);
    } catch (error) {
      log.warn('no tray', String(error));
    }
  }

  /** Shows the state in tray and task bar. */
  show(window: BrowserWindow | null, active: number, silenced: boolean): void {
    const text = words[this.#language()];
    const key = `${active} ${this.#language()}`;
    if (key !== this.#shown) {
      this.#shown = key;
      this.#tray?.setImage(active > 0 ? this.#images.alarm : this.#images.calm);
      this.#tray?.setToolTip(active > 0 ? text.active(active) : text.calm);
    }
    if (window && !window.isDestroyed()) window.flashFrame(active > 0 && !silenced && !window.isFocused());
  }

  /** Tells the system's notification area of alarms that were not there before; call it every second. */
  notify(fresh: AlarmSignal[], nowMs: number): void {
    const notices = this.#gatherer.take(fresh, nowMs);
    if (!this.#notificationsWork || !Notification.isSupported()) return;
    for (const { body, urgent } of notices) {
      const notification = new Notification({
        title: words[this.#language()].title,
        body,
        silent: true,
        urgency: urgent ? 'critical' : 'normal',
      });
      notification.on('failed', (_event, error) => {
        if (this.#notificationsWork) log.warn('no native notifications here', error);
        this.#notificationsWork = false;
      });
      notification.on('click', this.#open);
      notification.show();
    }
  }

  /** Takes the tray symbol away. */
  close(): void {
    this.#tray?.destroy();
  }
}
