import { InProcessDesk } from '../electron/engine/in-process.ts';
import type { DeskClient } from '../shared/contract/index.ts';
import type { ActionName } from '../shared/instructions/types.ts';
import { instant } from '../shared/time/zone.ts';
import { seedDay } from './seed.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;

/** One call from receipt to report back, in minutes after it came. */
export type Outing = {
  /** `2026-03-11 23:00`. */
  at: string;
  place: string;
  gridNo?: string;
  categoryNo?: number;
  /** Name of the action group or unit sent. */
  to: string;
  sent: number;
  left?: number;
  arrived?: number;
  /** Explained to the centre at this minute. */
  explained?: { at: number; reason: string };
  resolved?: number;
  reported?: number;
  back?: number;
  members?: string[];
};

type Step = { atMs: number; name: ActionName; input: Record<string, unknown> };

function stepsOf(o: Outing, receivedAtMs: number, to: unknown): Step[] {
  const at = (minute: number) => receivedAtMs + minute * MINUTE;
  const step = (minute: number | undefined, name: ActionName, input: Record<string, unknown> = {}): Step[] =>
    minute === undefined ? [] : [{ atMs: at(minute), name, input }];
  return [
    ...step(o.sent, 'dispatch', { to }),
    ...step(o.left, 'enRoute', { members: o.members ?? [], vehicle: '', uniformed: true }),
    ...step(o.explained?.at, 'delayed', { reason: o.explained?.reason, explainedTo: '110 陈警官' }),
    ...step(o.arrived, 'onScene', { text: '现场有序' }),
    ...step(o.resolved, 'confirmScope', { inScope: true }),
    ...step(o.resolved, 'resolve', { text: '已处置' }),
    ...step(o.reported, 'reportBack', { to: '110 陈警官' }),
    ...step(o.back, 'returned'),
  ].sort((a, b) => a.atMs - b.atMs);
}

/** The instant of `2026-03-11 23:00` on the desk's wall. */
export const wall = (text: string): number => {
  const [date = '', clock = ''] = text.split(' ');
  return instant(date, clock, ZONE);
};

/** A data folder in which these calls came and went, up to an instant, with a rate for nights in fen. */
export async function seedOutings(
  outings: readonly Outing[],
  until: string,
  nightAllowanceFen: number,
): Promise<{ dataDir: string; env: Record<string, string> }> {
  const { dataDir } = await seedDay([], '08:31');
  const desk = new InProcessDesk(dataDir, wall('2026-03-11 08:31'));
  await desk.start();
  try {
    await play(desk, outings, nightAllowanceFen);
    await desk.advance(wall(until));
  } finally {
    await desk.stop();
  }
  return { dataDir, env: { DUTY_DESK_NOW: new Date(wall(until)).toISOString() } };
}

async function play(
  desk: InProcessDesk,
  outings: readonly Outing[],
  nightAllowanceFen: number,
): Promise<void> {
  const { people } = await desk.as({ personId: null, locked: false }).setup.status();
  const idOf = async (role: string) => {
    const any = desk.as({ personId: people[0]?.id ?? null, locked: false });
    const found = (await any.people.list()).find((p) => (p.roles as string[]).includes(role));
    return desk.as({ personId: found?.id ?? null, locked: false });
  };
  const admin = await idOf('admin');
  const liaison = await idOf('shiftLead');
  const { site } = await admin.settings.get();
  await admin.settings.setSite({ ...site, nightAllowanceFen });
  const target = await targetsOf(liaison);
  const steps = outings.flatMap((o) => {
    const atMs = wall(o.at);
    let id = '';
    const receive = async () => {
      const { place, gridNo = null, categoryNo = 3 } = o;
      const taken = await liaison.instructions.receive({
        ...{ place, gridNo, categoryNo, centreNo: '', issuedAtMs: atMs - 2 * MINUTE, text: '占道经营' },
        zone: gridNo === '04' || gridNo === '05' ? 'other' : 'mainUrban',
      });
      id = taken.id;
    };
    const acts = stepsOf(o, atMs, target(o.to)).map((s) => ({
      atMs: s.atMs,
      run: async () => {
        const procedure = liaison.instructions[s.name] as (call: unknown) => Promise<unknown>;
        await procedure({ id, action: s.input });
      },
    }));
    return [{ atMs, run: receive }, ...acts];
  });
  for (const { atMs, run } of steps.sort((a, b) => a.atMs - b.atMs)) {
    await desk.advance(atMs);
    await run();
  }
}

async function targetsOf(client: DeskClient) {
  const groups = await client.groups.board();
  const { units } = await client.settings.get();
  return (name: string) => {
    const group = groups.find((g) => g.name === name);
    if (group) return { kind: 'group' as const, id: group.id };
    return { kind: 'unit' as const, id: units.find((u) => u.name === name)?.id ?? '' };
  };
}
