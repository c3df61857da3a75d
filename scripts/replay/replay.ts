import { verifyFolder } from '../../electron/engine/db/verify.ts';
import { instant } from '../../shared/time/zone.ts';
import { ReplayDesk } from './desk.ts';
import { collectFacts } from './facts.ts';
import { actorsOf, Cast } from './people.ts';
import { Runner } from './runner.ts';
import { type DayScript, type ScriptEvent, ScriptTime } from './script.ts';

export type ReplayOptions = { bureauText: string; dataDir: string; until?: string };

/** Plays a day script on an empty data folder through the public contract and returns its facts. */
export async function replay(script: DayScript, options: ReplayOptions) {
  const site = (JSON.parse(options.bureauText) as { site?: { timeZone?: string; changeover?: string } }).site;
  const timeZone = site?.timeZone ?? 'Asia/Shanghai';
  const changeover = site?.changeover ?? '08:30';
  const time = new ScriptTime(script.dutyDay, timeZone);
  const events = wholeDay(script, changeover, time);
  const first = events[0] ? time.ms(events[0].at) : instant(script.dutyDay, changeover, timeZone);
  const untilMs = options.until ? time.ms(options.until) : Number.POSITIVE_INFINITY;

  const desk = new ReplayDesk(options.dataDir, first - 15 * 60_000);
  await desk.start();
  const facts = await playOut(desk, script, events, {
    bureauText: options.bureauText,
    time,
    untilMs,
  }).finally(() => desk.stop());
  const verdict = verifyFolder(options.dataDir);
  const audit = verdict.ok
    ? { events: verdict.events, head: verdict.head, ok: true }
    : { events: verdict.seq, head: '', ok: false };
  return { ...facts, audit };
}

async function playOut(
  desk: ReplayDesk,
  script: DayScript,
  events: readonly ScriptEvent[],
  { bureauText, time, untilMs }: { bureauText: string; time: ScriptTime; untilMs: number },
) {
  const cast = await Cast.load(desk, bureauText);
  await cast.prepare(actorsOf(script));
  const runner = new Runner(desk, cast, script, time);
  await runner.gather();
  for (const event of events) {
    const atMs = time.ms(event.at);
    if (atMs > untilMs) break;
    if (atMs < desk.clock.now())
      throw new Error(`${event.at} ${event.do}: the program is off or past that time`);
    await desk.advance(atMs);
    await runner.play(event);
  }
  if (Number.isFinite(untilMs) && untilMs > desk.clock.now()) await desk.advance(untilMs);
  await desk.tick();

  const refs = new Map([...runner.refs].map(([ref, id]) => [id, ref]));
  const reader = await cast.client(script.crew.shiftLead);
  const ref = (id: string) => refs.get(id) ?? id;
  return collectFacts(reader, script.dutyDay, desk.clock.now(), { ref, time });
}

/** The script's events with the takeover at the changeover and, where it tells of none, the handover of the next morning. */
export function wholeDay(script: DayScript, changeover: string, time: ScriptTime): ScriptEvent[] {
  const takeOver: ScriptEvent = { at: changeover, do: 'takeDesk' };
  const handsOver = script.events.some((e) => e.do === 'freeze' || e.do === 'signOver');
  const handover: ScriptEvent[] =
    handsOver || !script.relief
      ? []
      : [
          { at: tenMinutesBefore(changeover), do: 'freeze' },
          {
            at: `+${changeover}`,
            do: 'signOver',
            outgoing: script.crew.shiftLead,
            incoming: script.relief.shiftLead,
          },
        ];
  const order = (e: ScriptEvent) => time.ms(e.at);
  const sorted = [...script.events, ...handover].sort((a, b) => order(a) - order(b));
  const after = sorted.findIndex((e) => order(e) >= order(takeOver));
  return after < 0 ? [...sorted, takeOver] : [...sorted.slice(0, after), takeOver, ...sorted.slice(after)];
}

function tenMinutesBefore(clock: string): string {
  const at = new Date(instant('2000-01-02', clock, 'UTC') - 10 * 60_000);
  const plus = at.getUTCDate() === 1 ? '' : '+';
  return `${plus}${at.toISOString().slice(11, 16)}`;
}
