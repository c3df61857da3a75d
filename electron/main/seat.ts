import type { BrowserWindow } from 'electron';
import type { Language, WindowEvent } from '../../shared/protocol.ts';
import { setMenu } from './menu.ts';
import { clampZoom, SeatStore } from './settings.ts';

/** This seat: its window's size of text, the language of the shell, and when somebody last touched it. */
export class Seat {
  readonly #store: SeatStore;
  readonly #window: () => BrowserWindow | null;
  readonly #publish: (event: WindowEvent) => void;
  /** On the clock of performance.now(). */
  lastInputMs = performance.now();

  constructor(dataDir: string, window: () => BrowserWindow | null, publish: (event: WindowEvent) => void) {
    this.#store = new SeatStore(dataDir);
    this.#window = window;
    this.#publish = publish;
    this.#showMenu();
  }

  /** The language of menu, tray and notifications. */
  get language(): Language {
    return this.#store.settings.language;
  }

  /** Follows a desk window: keeps its zoom, notices its keys. */
  attach(window: BrowserWindow): void {
    window.webContents.on('did-finish-load', () =>
      window.webContents.setZoomLevel(this.#store.settings.zoom),
    );
    window.webContents.on('before-input-event', () => {
      this.lastInputMs = performance.now();
    });
  }

  /** One step larger or smaller, or back to normal with 0; returns the new level. */
  zoom(step: number): number {
    const level = step === 0 ? 0 : clampZoom(this.#store.settings.zoom + Math.sign(step));
    this.#store.change({ zoom: level });
    this.#window()?.webContents.setZoomLevel(level);
    return level;
  }

  /** Changes the language and tells the page. */
  setLanguage(language: Language): void {
    if (language === this.language) return;
    this.#store.change({ language });
    this.#showMenu();
    this.#publish({ t: 'language', language });
  }

  #showMenu(): void {
    setMenu(this.language, {
      zoom: (step) => this.zoom(step),
      language: (language) => this.setLanguage(language),
      toggleDevTools: () => this.#window()?.webContents.toggleDevTools(),
    });
  }
}
