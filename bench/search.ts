import { rm } from 'node:fs/promises';
import DatabaseConstructor from 'better-sqlite3';
import { SettableClock } from '../electron/engine/clock.ts';
import { databasePath } from '../electron/engine/db/open.ts';
import { Engine } from '../electron/engine/engine.ts';
import { FIRST_PAGE } from '../shared/search/find.ts';
import { atMostShare, type Line, percentile } from './measure.ts';
import { type Filled, fillFolder } from './search-data.ts';
import { type MadeEntry, randomNumbers } from './search-words.ts';

const ENTRIES = 1_000_000;
const QUICK = 100_000;
const SCANS = 24;
const WARM = 200;
const FINDS = 400;

type Ask = { words: string[]; filters?: Record<string, unknown> };

/** Parts of what entries say, as people remember them. */
function asksFrom(entries: readonly MadeEntry[]) {
  const random = randomNumbers(11);
  const whole = (n: number) => Math.floor(random() * n);
  const entry = () => entries[whole(entries.length)] as MadeEntry;
  const part = (e: MadeEntry, length: number): string => {
    const field = [e.text, e.text, e.text, e.handling, e.from, e.phone][whole(6)] ?? '';
    const runs = (field.match(/[\p{L}\p{N}]+/gu) ?? []).filter((run) => run.length >= length);
    const run = runs[whole(runs.length)] ?? e.text.slice(0, length);
    const from = whole(run.length - length + 1);
    return run.slice(from, from + length);
  };
  return {
    short: (): Ask => ({ words: [part(entry(), 2 + whole(2))] }),
    long: (): Ask => ({ words: [part(entry(), 4 + whole(5))] }),
    several: (): Ask => {
      const e = entry();
      return { words: Array.from({ length: 2 + whole(2) }, () => part(e, 2 + whole(3))) };
    },
    one: (): Ask => ({ words: [part(entry(), 1)] }),
  };
}

const columns = ['text', 'handling', 'source', 'phone', 'title'];

/** Every row looked at, as a search without an index has to. */
function scan({ dataDir }: Filled): (ask: Ask) => number {
  const db = new DatabaseConstructor(databasePath(dataDir), { readonly: true });
  db.pragma('cache_size = -65536');
  return ({ words }) => {
    const where = words.map(() => `(${columns.map((c) => `${c} LIKE ?`).join(' OR ')})`).join(' AND ');
    const values = words.flatMap((word) => columns.map(() => `%${word}%`));
    const began = performance.now();
    db.prepare(`SELECT count(*) FROM log_entry WHERE ${where}`)
      .pluck()
      .get(...values);
    return performance.now() - began;
  };
}

/** One search as a window asks for it: through the engine's door, and its answer ready to be sent. */
async function find(engine: Engine, personId: string, ask: Ask, n: number): Promise<number> {
  const input = { words: ask.words.join(' '), limit: FIRST_PAGE, ...ask.filters };
  const body = JSON.stringify(['search.find', input, `bench-${n}`]);
  const began = performance.now();
  const reply = await engine.call({ personId, locked: false }, body);
  const ms = performance.now() - began;
  if (!reply.startsWith('{"v":')) throw new Error(`search.find was refused: ${reply}`);
  return ms;
}

const openEngine = ({ dataDir, nowMs }: Filled): Promise<Engine> =>
  Engine.open({
    dataDir,
    clock: new SettableClock(nowMs),
    emit: () => undefined,
    onBroken: () => process.stderr.write('the storage is broken\n'),
    log: (line) => process.stderr.write(`${line}\n`),
  });

/**
 * Searches as a person types them against looking at every row of the same log with LIKE (p95, ms): two and three
 * characters, four and more, several words. With `DUTY_DESK_BENCH_MORE` it also says what one character and filters take.
 */
export async function search(quick: boolean): Promise<Line[]> {
  const filled = await fillFolder(quick ? QUICK : ENTRIES);
  const engine = await openEngine(filled);
  try {
    await engine.findingWhole();
    return await measureAll(engine, filled, quick ? ENTRIES / QUICK : 1);
  } finally {
    await engine.close();
    await rm(filled.dataDir, { recursive: true, force: true });
  }
}

/** `scale`: a scan's time grows with its rows; the quick run has fewer of them than the goals are about. */
async function measureAll(engine: Engine, filled: Filled, scale: number): Promise<Line[]> {
  const { personId } = filled;
  const ask = asksFrom(filled.entries);
  const like = scan(filled);
  const several = async (make: () => Ask, times: number) => {
    const took: number[] = [];
    for (let n = 0; n < times; n += 1) took.push(await find(engine, personId, make(), n));
    return percentile(took, 0.95);
  };
  const measured = async (name: string, make: () => Ask, goal: number): Promise<Line> => {
    const floor = Array.from({ length: SCANS }, () => like(make()) * scale);
    await several(make, WARM);
    return atMostShare(name, await several(make, FINDS), percentile(floor, 0.95), goal);
  };
  const lines = [
    await measured('search.2-3char', ask.short, 1 / 1000),
    await measured('search.4+char', ask.long, 1 / 60),
    await measured('search.multi', ask.several, 1 / 20),
  ];
  if (process.env.DUTY_DESK_BENCH_MORE) {
    for (const [name, make] of Object.entries(others(ask, personId)))
      process.stderr.write(`${name}: p95 ${(await several(make, 100)).toFixed(2)} ms\n`);
  }
  return lines;
}

/** What the goals do not name and people do as well. */
const others = (ask: ReturnType<typeof asksFrom>, personId: string): Record<string, () => Ask> => {
  const with_ = (make: () => Ask, filters: Record<string, unknown>) => () => ({ ...make(), filters });
  const week = { fromDay: '2023-06-05', toDay: '2023-06-11' };
  return {
    one: ask.one,
    day: with_(ask.short, week),
    dayOld: with_(ask.several, { fromDay: '2021-02-01', toDay: '2021-02-01' }),
    person: with_(ask.short, { personId }),
    weather: with_(ask.short, { logKinds: ['weather'] }),
    open: with_(ask.short, { open: true }),
    instructions: with_(ask.short, { kinds: ['instruction'] }),
    all: with_(ask.several, { ...week, personId, logKinds: ['callIn'] }),
    browse: () => ({ words: [], filters: week }),
    browsePerson: () => ({ words: [], filters: { personId } }),
    browseLog: () => ({ words: [], filters: { kinds: ['log'] } }),
  };
};
