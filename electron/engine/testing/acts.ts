import type { ActionName, Instruction } from '../../../shared/instructions/types.ts';
import { PIN, type TestDesk, type Who, ZONE } from './harness.ts';

/** A call from the linkage centre as the liaison takes it. */
export function receive(desk: TestDesk, over: Record<string, unknown> = {}, who: Who = 'liaison') {
  return desk.by(who).instructions.receive({
    issuedAtMs: desk.clock.now(),
    centreNo: '110-1',
    place: '新华街口',
    zone: 'mainUrban',
    categoryNo: 1,
    text: '广告牌要掉',
    ...over,
  });
}

/** The target a test sends teams to. */
export function group(desk: TestDesk, name = '执法行动组'): { kind: 'group'; id: string } {
  const row = desk.raw((db) => db.prepare('SELECT id FROM action_group WHERE name = ?').get(name));
  return { kind: 'group', id: (row as { id: string }).id };
}

const usual: { [A in ActionName]?: Record<string, unknown> } = {
  decline: { explainedTo: '110', text: '不属受理范围' },
  void: { reason: '误下达' },
  recall: { reason: '改派' },
  delayed: { reason: '道路积雪', explainedTo: '110' },
  onScene: { text: '现场有序' },
  confirmScope: { inScope: true },
  resolve: { text: '已清理' },
  reportBack: { to: '110' },
  followUpNote: { text: '已联系业主' },
  followUpDone: { text: '已办' },
  orderDone: { text: '已落实' },
  restore: { reason: '误并' },
  reopen: { reason: '重复投诉' },
};

/** One action on an instruction by the liaison, with what it says when a test does not care. */
export function act(
  desk: TestDesk,
  id: string,
  name: ActionName,
  input: Record<string, unknown> = {},
  options: { by?: Who; version?: number; requestId?: string } = {},
): Promise<Instruction> {
  const client = desk.by(
    options.by ?? (['void', 'reopen', 'restore'].includes(name) ? 'lead' : 'liaison'),
    options.requestId,
  );
  const procedure = client.instructions[name] as (call: unknown) => Promise<Instruction>;
  const to = name === 'dispatch' ? { to: group(desk) } : {};
  return procedure({ id, version: options.version, action: { ...to, ...usual[name], ...input } });
}

/** Freezes, accepts and counts everything, and lets both leads sign. */
export async function handOver(desk: TestDesk): Promise<string> {
  const frozen = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
  await accept(desk, frozen.id);
  await sign(desk, frozen.id);
  return frozen.id;
}

/** The incoming crew accepts every item and confirms the booked counts. */
export async function accept(desk: TestDesk, handoverId: string, incoming: Who = 'nextLead'): Promise<void> {
  const { items, snapshot } = await desk.by(incoming).handover.get({ id: handoverId });
  const decisions = items
    .filter((i) => i.decision === null)
    .map((i) => ({ itemId: i.id, decision: 'accepted' as const }));
  await desk.by(incoming).handover.decideItems({ handoverId, decisions });
  const counts = snapshot.supplies
    .filter((s) => s.key)
    .map((s) => ({ itemId: s.itemId, counted: s.balance }));
  await desk.by(incoming).handover.countSupplies({ handoverId, counts });
}

/** Both leads sign with their PIN. */
export async function sign(desk: TestDesk, handoverId: string): Promise<void> {
  await desk.by('lead').handover.signOutgoing({ handoverId, personId: desk.id('lead'), pin: PIN });
  await desk.by('nextLead').handover.signIncoming({ handoverId, personId: desk.id('nextLead'), pin: PIN });
}

/** Alarms in the order raised, as `HH:MM class[/repeat][ missed]`. */
export async function rung(desk: TestDesk): Promise<string[]> {
  const alarms = await desk.by('lead').alarms.history({ limit: 10_000 });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  return alarms
    .reverse()
    .map(
      (a) =>
        `${clock.format(a.dueAtMs)} ${a.class}${a.repeat ? `/${a.repeat}` : ''}${a.missed ? ' missed' : ''}`,
    );
}
