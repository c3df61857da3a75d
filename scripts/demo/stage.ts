import { cpSync } from 'node:fs';
import { verifyFolder } from '../../electron/engine/db/verify.ts';
import type { Preparation } from '../../shared/handover/types.ts';
import { MINUTE } from '../../shared/time/zone.ts';
import { ReplayDesk } from '../replay/desk.ts';
import { collectFacts } from '../replay/facts.ts';
import { actorsOf, Cast } from '../replay/people.ts';
import { wholeDay } from '../replay/replay.ts';
import { Runner } from '../replay/runner.ts';
import { type DayScript, type ScriptEvent, ScriptTime } from '../replay/script.ts';
import { calendar, sampleBureau } from './sample.ts';

/** A day script being played on a data folder, step by step, so that the desk can be looked at on the way. */
export class Stage {
  readonly desk: ReplayDesk;
  readonly cast: Cast;
  readonly time: ScriptTime;
  readonly #script: DayScript;
  readonly #dataDir: string;
  readonly #runner: Runner;
  readonly #waiting: ScriptEvent[];

  private constructor(desk: ReplayDesk, cast: Cast, script: DayScript, dataDir: string) {
    this.desk = desk;
    this.cast = cast;
    this.#script = script;
    this.#dataDir = dataDir;
    this.time = new ScriptTime(script.dutyDay, calendar.timeZone);
    this.#runner = new Runner(desk, cast, script, this.time);
    this.#waiting = wholeDay(script, calendar.changeover, this.time);
  }

  /** Loads the sample bureau into an empty folder a quarter of an hour before the script's changeover. */
  static async open(dataDir: string, script: DayScript): Promise<Stage> {
    const time = new ScriptTime(script.dutyDay, calendar.timeZone);
    const desk = new ReplayDesk(dataDir, time.ms(calendar.changeover) - 15 * MINUTE);
    await desk.start();
    const cast = await Cast.load(desk, sampleBureau);
    await cast.prepare(actorsOf(script));
    const stage = new Stage(desk, cast, script, dataDir);
    await stage.#runner.gather();
    return stage;
  }

  /** Plays everything up to an instant (inclusive) and lets the clock stand there. */
  async playUntil(untilMs: number): Promise<void> {
    for (;;) {
      const event = this.#waiting[0];
      if (!event || this.time.ms(event.at) > untilMs) break;
      this.#waiting.shift();
      await this.desk.advance(this.time.ms(event.at));
      await this.#play(event);
    }
    if (untilMs > this.desk.clock.now()) await this.desk.advance(untilMs);
    await this.desk.tick();
  }

  /** Plays the whole script. */
  async playOut(): Promise<void> {
    const last = this.#waiting.at(-1);
    if (last) await this.playUntil(this.time.ms(last.at));
  }

  /** Copies the folder as it is now; the play goes on afterwards. */
  async snapshot(target: string): Promise<void> {
    await this.desk.stop();
    cpSync(this.#dataDir, target, { recursive: true });
    await this.desk.start();
  }

  /** The facts of the day so far, in the shape of a script's `expect`. */
  async facts() {
    const refs = new Map([...this.#runner.refs].map(([ref, id]) => [id, ref]));
    const reader = await this.cast.client(this.#script.crew.shiftLead);
    const names = { ref: (id: string) => refs.get(id) ?? id, time: this.time };
    const facts = await collectFacts(reader, this.#script.dutyDay, this.desk.clock.now(), names);
    return { ...facts, audit: verifyFolder(this.#dataDir) };
  }

  close(): Promise<void> {
    return this.desk.stop();
  }

  /** `prepare` is the demo's own event: what the outgoing lead writes and ticks before the freeze. */
  async #play(event: ScriptEvent): Promise<void> {
    if (event.do !== 'prepare') return this.#runner.play(event);
    const lead = await this.cast.client(this.#script.crew.shiftLead);
    await lead.handover.savePreparation(event.preparation as Preparation);
  }
}
