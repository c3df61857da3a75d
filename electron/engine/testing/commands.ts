import fc from 'fast-check';
import { discharges, obligationsOf } from '../../../shared/instructions/obligations.ts';
import { type ActionName, actionNames, type Instruction } from '../../../shared/instructions/types.ts';
import { defaultLimits } from '../../../shared/settings/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { accept, act, receive } from './acts.ts';
import { cast, PIN, refusal, type TestDesk, type Who } from './harness.ts';

/** One thing that may happen at a desk; numbers choose among what is there when it happens. */
export type Command =
  | { do: 'receive'; zone: 'mainUrban' | 'other'; severity: 'ordinary' | 'serious' | 'grave' }
  /** `owed`: so many steps that obligations ask for; 0: any action, which the rules may refuse. */
  | { do: 'act'; which: number; owed: number; name: ActionName; minutes: number; pick: number }
  | { do: 'log'; followUpIn: number | null }
  | {
      do: 'supply';
      which: number;
      kind: 'issue' | 'return' | 'receive' | 'writeOff' | 'stocktake';
      quantity: number;
    }
  | { do: 'acknowledge'; which: number }
  | { do: 'pass'; seconds: number }
  /** The program is off for so long. */
  | { do: 'off'; seconds: number }
  | { do: 'handOver'; refuseFirst: boolean }
  /** Blank forms for a power cut: reserved, entered afterwards, or spoiled. */
  | { do: 'paper'; kind: 'reserve' | 'enter' | 'spoil'; which: number; minutes: number };

const small = fc.nat({ max: 30 });
const time = [
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      seconds: fc.integer({ min: 1, max: 40 }).map((m) => m * 60),
    }),
  },
  {
    weight: 1,
    // A second over the minute: the first tick after a start does not share its instant with what falls due.
    arbitrary: fc.record({
      do: fc.constant('off' as const),
      seconds: fc.integer({ min: 1, max: 90 }).map((m) => m * 60 + 1),
    }),
  },
];
const work = [
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      zone: fc.constantFrom('mainUrban' as const, 'other' as const),
      severity: fc.constantFrom(
        'ordinary' as const,
        'ordinary' as const,
        'serious' as const,
        'grave' as const,
      ),
    }),
  },
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      which: small,
      owed: fc.constantFrom(0, 0, 1, 1, 2, 4, 8),
      name: fc.constantFrom(...actionNames),
      minutes: fc.integer({ min: -40, max: 6 }),
      pick: small,
    }),
  },
];
const rest = [
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('log' as const), followUpIn: fc.option(fc.nat({ max: 60 })) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('supply' as const),
      which: small,
      kind: fc.constantFrom(
        'issue' as const,
        'return' as const,
        'receive' as const,
        'writeOff' as const,
        'stocktake' as const,
      ),
      quantity: fc.integer({ min: 0, max: 15 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), which: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('handOver' as const), refuseFirst: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('paper' as const),
      kind: fc.constantFrom('reserve' as const, 'enter' as const, 'enter' as const, 'spoil' as const),
      which: small,
      minutes: fc.integer({ min: -60, max: 6 }),
    }),
  },
];

/** Sequences of everything, beginning with a call so that there is something to work on. */
export const commands = (maxLength: number): fc.Arbitrary<Command[]> =>
  fc
    .array(fc.oneof(...time, ...work, ...rest), { maxLength })
    .map((list) => [{ do: 'receive', zone: 'mainUrban', severity: 'ordinary' }, ...list]);

const choose = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** Carries one command out as the people on duty would. What the rules refuse is part of the day. */
export async function carryOut(desk: TestDesk, command: Command): Promise<string> {
  switch (command.do) {
    case 'receive':
      return refusal(receive(desk, { zone: command.zone, severity: command.severity }, 'lead'));
    case 'act':
      if (command.owed === 0) return actOn(desk, command);
      for (let n = 1; n < command.owed; n += 1)
        await actOn(desk, { ...command, minutes: n === 1 ? command.minutes : 0 });
      return actOn(desk, { ...command, minutes: 0 });
    case 'log': {
      const dueAtMs = desk.clock.now() + (command.followUpIn ?? 0) * MINUTE;
      const followUp = command.followUpIn === null ? null : { owner: '大队', dueAtMs };
      return refusal(desk.by('officer').dutyLog.add({ kind: 'callIn', text: '来电', followUp }));
    }
    case 'supply':
      return moveSupply(desk, command);
    case 'acknowledge': {
      const active = await desk.by('lead').alarms.active();
      return refusal(
        desk.by('officer').alarms.acknowledge({ id: choose(active, command.which)?.id ?? 'none' }),
      );
    }
    case 'pass':
      // What is recorded at an instant comes before what falls due at it: no tick at the end.
      await desk.advance(desk.clock.now() + command.seconds * 1000);
      return 'ok';
    case 'off':
      await desk.restart(desk.clock.now() + command.seconds * 1000);
      return 'ok';
    case 'handOver':
      return handOver(desk, command.refuseFirst);
    case 'paper':
      return onPaper(desk, command);
  }
}

async function actOn(desk: TestDesk, c: Extract<Command, { do: 'act' }>): Promise<string> {
  const { rows } = await desk.by('lead').instructions.list({});
  const open = rows.filter((i) => i.closedAtMs === null);
  const i = choose(c.owed > 0 && open.length > 0 ? open : rows, c.which);
  if (!i) return 'nothing there';
  const owed = obligationsOf(i, desk.clock.now(), defaultLimits);
  const settled = i.reportBack || i.state === 'transferred' ? 'close' : 'enRoute';
  // The result must be known before it can be reported back.
  const obligation = choose(
    owed.filter((o) => o.code !== 'reportBack' || i.state === 'resolved'),
    c.pick,
  );
  const next =
    i.state === 'handling' && c.pick % 5 === 0 ? 'followUp' : obligation && discharges[obligation.code];
  const name = c.owed > 0 ? (next ?? settled) : c.name;
  return refusal(act(desk, i.id, name, inputFor(desk, i, name, c, rows), { by: 'lead' }));
}

function inputFor(
  desk: TestDesk,
  i: Instruction,
  name: ActionName,
  c: Extract<Command, { do: 'act' }>,
  rows: readonly Instruction[],
): Record<string, unknown> {
  const nearMs = desk.clock.now() + c.minutes * MINUTE;
  const soonMs = desk.clock.now() + (10 + c.pick) * MINUTE;
  const team = c.pick % 3 === 0 ? choose(i.dispatches, c.pick)?.id : undefined;
  const inputs: { [A in ActionName]?: Record<string, unknown> } = {
    duplicate: { ofId: choose(rows, c.pick)?.id },
    dispatch: {
      ...(c.pick % 2 === 0 ? { takenBy: cast.member, takenAtMs: nearMs } : {}),
      leaderNeeded: c.pick % 4 === 0,
    },
    take: { dispatchId: team, takenBy: cast.member, takenAtMs: nearMs },
    recall: { dispatchId: team },
    notify: {
      who: choose([cast.leader, cast.head, cast.member], c.pick),
      notifiedAtMs: nearMs,
      order: c.pick % 5 === 0 ? { text: '增派', owner: '大队', dueAtMs: soonMs } : null,
    },
    turnout: { dispatchId: team, members: [cast.member] },
    returned: { dispatchId: team, returnedAtMs: nearMs },
    followUpNote: {
      text: '已联系',
      ...(c.pick % 2 === 0 ? { dueAtMs: soonMs } : {}),
      ...(c.pick % 3 === 0 ? { remindAtMs: c.pick % 2 === 0 ? soonMs - 5 * MINUTE : null } : {}),
    },
    restore: { reason: '误判' },
    raiseSeverity: {
      to: c.pick % 2 === 0 ? 'serious' : 'grave',
      notified: c.pick % 3 === 0 ? cast.leader : '',
    },
    delayed: { dispatchId: team, expectedAtMs: c.pick % 2 === 0 ? nearMs + 20 * MINUTE : null },
    onScene: { dispatchId: team, arrivedAtMs: nearMs, text: c.pick % 2 === 0 ? '有序' : '' },
    sceneReport: { text: '有序' },
    confirmScope: { inScope: c.pick % 3 !== 0, explainedTo: c.pick % 2 === 0 ? '110' : '' },
    transfer: { to: '供电公司', receiver: '王工', transferredAtMs: nearMs },
    followUp: {
      owner: '大队',
      dueAtMs: nearMs + 15 * MINUTE,
      text: '赔偿',
      explainedTo: '110',
      remindAtMs: c.pick % 2 === 0 ? nearMs + 10 * MINUTE : null,
    },
    correct: corrections(c, nearMs, team),
  };
  return inputs[name] ?? {};
}

function corrections(c: { pick: number }, timeMs: number, dispatchId: string | undefined) {
  const reason = '听错';
  return (
    choose<Record<string, unknown>>(
      [
        { field: 'zone', zone: 'other', reason },
        { field: 'zone', zone: 'mainUrban', reason },
        { field: 'takenAt', timeMs, dispatchId, reason },
        { field: 'arrivedAt', timeMs, dispatchId, reason },
        { field: 'place', text: '新华街42号', reason },
        { field: 'category', text: '2', reason },
        { field: 'issuedAt', timeMs, reason },
        { field: 'disposition', text: '已加固', reason },
      ],
      c.pick,
    ) ?? {}
  );
}

async function moveSupply(desk: TestDesk, c: Extract<Command, { do: 'supply' }>): Promise<string> {
  const { items } = await desk.by('keeper').supplies.list();
  const item = choose(items, c.which);
  const who: Who = item?.custodianName === cast.keeper ? 'keeper' : 'nextOfficer';
  const call = desk.by(who).supplies[c.kind] as (input: unknown) => Promise<unknown>;
  const input = {
    itemId: item?.id,
    quantity: c.quantity,
    counted: c.quantity,
    recipient: '霍长风',
    reason: '盘点',
  };
  return refusal(call(input));
}

async function onPaper(desk: TestDesk, c: Extract<Command, { do: 'paper' }>): Promise<string> {
  const lead = desk.by('lead');
  const reserved = (await lead.numbers.view()).blocks.length > 0;
  if (c.kind === 'reserve' || !reserved)
    await lead.numbers.reserve({ count: 1 + (c.which % 2), reason: '停电' });
  if (c.kind === 'reserve') return 'ok';
  const { blocks } = await lead.numbers.view();
  const open = blocks.flatMap((b) =>
    b.numbers.map((n) => ({ blockId: b.id, number: n.number, state: n.state })),
  );
  const form = choose(open, c.which) ?? { blockId: 'none', number: '2026-000001' };
  if (c.kind === 'spoil') return refusal(lead.numbers.spoil({ ...form, reason: '写坏' }));
  const receivedAtMs = desk.clock.now() + c.minutes * MINUTE;
  const receive = { issuedAtMs: receivedAtMs, place: '停电路口', zone: 'other' as const, text: '路灯杆倾斜' };
  return refusal(lead.instructions.backEnter({ number: form.number, receivedAtMs, receive }));
}

async function handOver(desk: TestDesk, refuseFirst: boolean): Promise<string> {
  const { holder } = await desk.by('lead').shifts.current();
  const toSecond = holder?.members.every((m) => m.name !== cast.nextLead) ?? true;
  const [outgoing, incoming]: [Who, Who] = toSecond ? ['lead', 'nextLead'] : ['nextLead', 'lead'];
  const frozen = await desk.by(outgoing).handover.freeze({ relief: desk.crew(toSecond) });
  const handoverId = frozen.id;
  const [first] = frozen.items;
  if (refuseFirst && first) {
    const decisions = [{ itemId: first.id, decision: 'refused' as const, reason: '核实不清' }];
    await desk.by(incoming).handover.decideItems({ handoverId, decisions });
  }
  await accept(desk, handoverId, incoming);
  await desk.by(outgoing).handover.signOutgoing({ handoverId, personId: desk.id(outgoing), pin: PIN });
  return refusal(
    desk.by(incoming).handover.signIncoming({ handoverId, personId: desk.id(incoming), pin: PIN }),
  );
}
