import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlarmSignal, DueSignal } from '../../../shared/protocol.ts';
import { writeDurably } from '../durable.ts';
import { log } from '../log.ts';
import { readObject } from '../reply.ts';

type Kept = { active: AlarmSignal[]; due: DueSignal[] };

const fileIn = (dataDir: string) => join(dataDir, 'alarms.json');

function isSignal(
  value: unknown,
): value is { class: string; level: 1 | 2 | 3; dueAtMs: number; text: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { class: kind, level, dueAtMs, text } = value as Record<string, unknown>;
  const levelIsKnown = level === 1 || level === 2 || level === 3;
  return typeof kind === 'string' && levelIsKnown && typeof dueAtMs === 'number' && typeof text === 'string';
}

const isAlarm = (value: unknown): value is AlarmSignal =>
  isSignal(value) &&
  'id' in value &&
  typeof value.id === 'string' &&
  'repeat' in value &&
  typeof value.repeat === 'number';
const isDue = (value: unknown): value is DueSignal =>
  isSignal(value) && 'key' in value && typeof value.key === 'string';

/** The alarms as last kept. A file that is missing or broken keeps nothing: the engine will say it again. */
export function readKeptAlarms(dataDir: string): Kept {
  try {
    const stored = readObject(readFileSync(fileIn(dataDir), 'utf8'));
    return {
      active: Array.isArray(stored?.active) ? stored.active.filter(isAlarm) : [],
      due: Array.isArray(stored?.due) ? stored.due.filter(isDue) : [],
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.error('alarm file', String(error));
    return { active: [], due: [] };
  }
}

/** Keeps the engine's last word on disk; while one write runs, only the newest word waits. */
export class AlarmFile {
  readonly #file: string;
  #waiting: string | null = null;
  #last = '';
  #writing: Promise<void> | null = null;

  constructor(dataDir: string) {
    this.#file = fileIn(dataDir);
  }

  /** Keeps this word, soon. */
  keep(kept: Kept): void {
    const text = JSON.stringify({ v: 1, ...kept });
    if (text === this.#last) return;
    this.#last = text;
    this.#waiting = text;
    this.#writing ??= this.#write();
  }

  /** Resolves when everything is on disk. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting !== null) {
      const text = this.#waiting;
      this.#waiting = null;
      try {
        await writeDurably(this.#file, text);
      } catch (error) {
        // A full disk must not silence alarms: they go on from memory.
        log.error('alarm file not written', String(error));
      }
    }
    this.#writing = null;
  }
}
