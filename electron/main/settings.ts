import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../shared/protocol.ts';
import { log } from './log.ts';
import { readObject } from './reply.ts';

/** What belongs to this seat and not to the office: language of the shell, size of the text. */
export type SeatSettings = { language: Language; zoom: number };

const ZOOM_STEPS = 6;
const initial: SeatSettings = { language: 'zh-CN', zoom: 0 };

function read(file: string): SeatSettings {
  try {
    const stored = readObject(readFileSync(file, 'utf8'));
    return {
      language: stored?.language === 'en' ? 'en' : 'zh-CN',
      zoom: typeof stored?.zoom === 'number' ? clampZoom(stored.zoom) : 0,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.warn('seat settings', String(error));
    return initial;
  }
}

/** Zoom goes in whole steps of Chromium's zoom level. */
export function clampZoom(level: number): number {
  return Math.max(-ZOOM_STEPS, Math.min(ZOOM_STEPS, Math.round(level)));
}

/** The seat's settings in `<data>/seat.json`. Losing them costs nothing, so a failure to write is only logged. */
export class SeatStore {
  readonly #file: string;
  #settings: SeatSettings;

  constructor(dataDir: string) {
    this.#file = join(dataDir, 'seat.json');
    this.#settings = read(this.#file);
  }

  /** The settings now. */
  get settings(): SeatSettings {
    return this.#settings;
  }

  /** Changes and keeps some of them. */
  change(some: Partial<SeatSettings>): void {
    this.#settings = { ...this.#settings, ...some };
    try {
      writeFileSync(`${this.#file}.tmp`, JSON.stringify(this.#settings));
      renameSync(`${this.#file}.tmp`, this.#file);
    } catch (error) {
      log.warn('seat settings not kept', String(error));
    }
  }
}
