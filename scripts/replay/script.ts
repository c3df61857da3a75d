import { readFileSync } from 'node:fs';
import { addDays, instant } from '../../shared/time/zone.ts';

/** A day script: one duty day as it was lived (times are local, `+HH:MM` is the next calendar day). */
export type Crew = { shiftLead: string; liaison: string; officers: string[]; leaderOnDuty: string | null };
export type ScriptEvent = { at: string; do: string; ref?: string; by?: string; refused?: string } & Record<
  string,
  unknown
>;
export type DayScript = {
  title?: string;
  dutyDay: string;
  crew: Crew;
  relief?: Crew;
  events: ScriptEvent[];
  expect?: Record<string, unknown>;
};

/** Reads a day script from a file; throws with the file's name when it is not one. */
export function readScript(file: string): DayScript {
  const script = JSON.parse(readFileSync(file, 'utf8')) as DayScript;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(script.dutyDay) || !script.crew || !Array.isArray(script.events)) {
    throw new Error(`${file} is not a day script: dutyDay, crew and events are needed`);
  }
  return script;
}

/** Local times of one script turned into instants and back. */
export class ScriptTime {
  readonly #day: string;
  readonly #zone: string;
  constructor(day: string, zone: string) {
    this.#day = day;
    this.#zone = zone;
  }

  ms(text: string): number {
    const plus = /^\++/.exec(text)?.[0].length ?? 0;
    const clock = text.slice(plus);
    if (!/^\d{2}:\d{2}(:\d{2})?$/.test(clock)) throw new Error(`not a time of a day script: ${text}`);
    return instant(addDays(this.#day, plus), clock, this.#zone);
  }

  /** `HH:MM` of the first day, `+HH:MM` of the next, seconds only when there are any. */
  text(ms: number): string {
    const start = instant(this.#day, '00:00', this.#zone);
    let days = 0;
    while (ms >= instant(addDays(this.#day, days + 1), '00:00', this.#zone)) days += 1;
    const rest = Math.floor(
      (ms - (days === 0 ? start : instant(addDays(this.#day, days), '00:00', this.#zone))) / 1000,
    );
    const two = (n: number) => String(n).padStart(2, '0');
    const seconds = rest % 60 === 0 ? '' : `:${two(rest % 60)}`;
    return `${'+'.repeat(days)}${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}${seconds}`;
  }
}

/** Words of the field that scripts use, as codes of the contract. */
export const severities: Record<string, string> = { 一般: 'ordinary', 较大: 'serious', 重大: 'grave' };
export const urgencies: Record<string, string> = {
  特提: 'flash',
  特急: 'immediate',
  加急: 'urgent',
  平急: 'routine',
};
export const delayKinds: Record<string, string> = {
  特殊情况: 'circumstance',
  特殊区域: 'area',
  其他: 'other',
};
