import type { Kysely } from 'kysely';
import { answerSeconds, type LogEntry, type LogKind } from '../../../shared/duty-log/types.ts';
import {
  emptyPreparation,
  type HandoverItem,
  type Preparation,
  type SheetPerson,
  type Snapshot,
} from '../../../shared/handover/types.ts';
import {
  arrivalDeadlineMs,
  arrivalRate,
  impliedDispatch,
  isLate,
  lateMinutes,
} from '../../../shared/instructions/clock.ts';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import type { Database } from '../db/schema.ts';
import { openFollowUps } from '../duty-log/follow-ups.ts';
import { entriesOf } from '../duty-log/store.ts';
import { newId } from '../ids.ts';
import { liveInstructions } from '../instructions/store.ts';
import { limitsAt, siteAt } from '../settings/store.ts';
import { listItems, openIssues } from '../supplies/store.ts';

/** Attendance as the sheet prints it. */
export const sheetPeople = (shift: Shift): SheetPerson[] =>
  shift.members.map(({ name, duty, signedInAtMs, lateMinutes }) => ({
    name,
    duty,
    signedInAtMs,
    lateMinutes,
  }));

/** What the outgoing lead has prepared so far. */
export async function preparationOf(db: Kysely<Database>, shiftId: string): Promise<Preparation> {
  const row = await db
    .selectFrom('handover_preparation')
    .select('value')
    .where('id', '=', shiftId)
    .executeTakeFirst();
  return row ? (JSON.parse(row.value) as Preparation) : emptyPreparation;
}

/** Instructions that the shift took, and all on which something was done in it or is still open. */
async function instructionsOf(db: Kysely<Database>, shiftId: string): Promise<Instruction[]> {
  const rows = await db
    .selectFrom('instruction')
    .select('record')
    .where((eb) =>
      eb.or([
        eb('open', '=', 1),
        eb(
          'id',
          'in',
          eb.selectFrom('instruction_event').select('instruction_id').where('shift_id', '=', shiftId),
        ),
      ]),
    )
    .orderBy('number')
    .execute();
  return rows.map((r) => readRecord(r.record));
}

/** The arrivals a shift answers for: those recorded, or fallen due without arrival, while it held the desk. */
const within = (shift: Shift, nowMs: number) => (d: Dispatch) => {
  const judgedAtMs = d.arrivalRecordedAtMs ?? arrivalDeadlineMs(d);
  return judgedAtMs >= (shift.takenAtMs ?? 0) && judgedAtMs <= nowMs;
};

/** Compiles what the sheet of a shift says at `nowMs`; the freeze keeps it as it is (篇五 四(二)). */
export async function compileSnapshot(db: Kysely<Database>, shift: Shift, nowMs: number): Promise<Snapshot> {
  const site = await siteAt(db, nowMs);
  const entries = await entriesOf(db, [shift.id]);
  const touched = await instructionsOf(db, shift.id);
  const instructions = touched.filter((i) => i.shiftId === shift.id);
  const judged = touched.map((i) => ({ ...i, dispatches: i.dispatches.filter(within(shift, nowMs)) }));
  const followUps = await db
    .selectFrom('follow_up')
    .select('done_at')
    .where('recorded_at', '>=', shift.takenAtMs ?? 0)
    .execute();
  const rate = arrivalRate(judged, nowMs);
  const count = (kind: LogKind) => entries.filter((e) => e.kind === kind).length;
  const ended = (state: Instruction['state']) => instructions.filter((i) => i.state === state);
  const lines = (want: (e: LogEntry) => boolean) =>
    entries.filter(want).map((e) => ({ atMs: e.occurredAtMs, text: textOf(e) }));
  const lastCall = entries.filter((e) => e.kind === 'rollCall').at(-1);
  return {
    siteName: site.name,
    deskName: site.deskName,
    timeZone: site.timeZone,
    dutyDay: shift.dutyDay,
    plannedStartMs: shift.plannedStartMs,
    plannedEndMs: shift.plannedEndMs,
    outgoing: sheetPeople(shift),
    weather: entries
      .filter((e) => e.kind === 'weather')
      .map((e) => e.text.replace(/[。;；]+$/, ''))
      .join('；'),
    counts: {
      entries: entries.length,
      instructions: instructions.length,
      closed: ended('closed').length,
      duplicates: instructions.filter((i) => i.duplicateOf !== null).length,
      declined: ended('declined').length,
      open: instructions.filter((i) => isOpen(i.state)).length,
      walkIns: count('walkIn'),
      documents: count('document'),
      rollCalls: count('rollCall'),
      lastAnswerSeconds: lastCall ? answerSeconds(lastCall) : null,
      followUps: followUps.length,
      followUpsDone: followUps.filter((f) => f.done_at !== null).length,
      arrivalsOnTime: rate.numerator,
      arrivals: rate.denominator,
    },
    important: [
      ...lines((e) => e.important),
      ...instructions.filter((i) => i.severity !== 'ordinary').map(severeLine),
    ].sort((a, b) => a.atMs - b.atMs),
    lateArrivals: judged.filter((i) => i.state !== 'voided').flatMap((i) => lateTeams(i, nowMs)),
    leaderInstructions: lines((e) => e.kind === 'leaderInstruction'),
    inspections: lines((e) => e.kind === 'inspection'),
    supplies: await suppliesOf(db),
    preparation: await preparationOf(db, shift.id),
  };
}

const textOf = (e: LogEntry) => [e.from, e.title, e.text].filter(Boolean).join(' ');

/** Teams that missed their limit, with what was explained: late stays late (篇三 四(二)1). */
const lateTeams = (i: Instruction, nowMs: number): Snapshot['lateArrivals'] =>
  i.dispatches
    .filter((d) => isLate(d, nowMs))
    .map((d) => ({
      number: i.number,
      place: i.place,
      team: d.to.name,
      deadlineMs: arrivalDeadlineMs(d),
      arrivedAtMs: d.arrivedAtMs,
      lateMinutes: lateMinutes(d),
      explanations: d.explanations.map(({ reason, explainedAtMs }) => ({ reason, explainedAtMs })),
    }));

const severeLine = (i: Instruction) => ({
  atMs: i.receivedAtMs,
  text: [
    `${i.number} ${severityWords[i.severity]}${i.place}`,
    i.text,
    i.dispatches[0]?.sceneText,
    i.disposition?.text,
    toldText(i),
  ]
    .filter(Boolean)
    .join(' '),
});

async function suppliesOf(db: Kysely<Database>): Promise<Snapshot['supplies']> {
  const issues = await openIssues(db);
  const items = (await listItems(db)).filter((i) => i.key || i.out > 0);
  return items.map((i) => ({
    itemId: i.id,
    name: i.name,
    measure: i.measure,
    balance: i.balance,
    out: i.out,
    key: i.key,
    counted: null,
    holders: issues
      .filter((o) => o.itemId === i.id)
      .map(({ recipient, quantity, dueAtMs }) => ({ recipient, quantity, dueAtMs })),
  }));
}

/** Every open thing of the desk, whoever took it: the incoming crew accepts or refuses each. */
export async function compileItems(db: Kysely<Database>, nowMs: number): Promise<HandoverItem[]> {
  const { limits } = await limitsAt(db, nowMs);
  const live = await liveInstructions(db);
  const followUps = (await openFollowUps(db)).filter((f) => f.source === 'log');
  const undecided = { decision: null, reason: '' } as const;
  return [
    ...live.map((i) => instructionItem(i, nowMs, limits)),
    ...followUps.map(
      (f): HandoverItem => ({
        id: newId(),
        kind: 'followUp',
        subjectId: f.id,
        label: '',
        place: '',
        detail: f.text,
        owed: ['followUp'],
        owner: f.owner,
        dueAtMs: f.dueAtMs,
        ...undecided,
      }),
    ),
    ...(await openIssues(db)).map(
      (o): HandoverItem => ({
        id: newId(),
        kind: 'supply',
        subjectId: o.issueId,
        label: '',
        place: '',
        detail: `${o.itemName} ×${o.quantity}${o.measure}`,
        owed: [],
        owner: o.recipient,
        dueAtMs: o.dueAtMs,
        ...undecided,
      }),
    ),
  ];
}

/** Words of the paper; the sheet is an official Chinese form whatever language the window speaks. */
const severityWords = { ordinary: '', serious: '【较大】', grave: '【重大】' } as const;

const toldText = (i: Instruction) => {
  const told = [...new Set(i.notices.filter((n) => n.role !== 'other').map((n) => n.who))];
  return told.length > 0 ? `已告知${told.join('、')}` : '';
};

const withoutStop = (text: string | undefined) => (text ?? '').replace(/[。;；]+$/, '');

/** The case in one paragraph: how grave, what, what each team found or why it is late, who was told, what is left. */
function detailOf(i: Instruction): string {
  const teams = i.dispatches
    .filter((d) => !d.recalled)
    .flatMap((d) => [
      d.sceneText && `${d.to.name}：${d.sceneText}`,
      ...d.explanations.map((e) => `${d.to.name}不能按时到达：${e.reason}（已向110说明）`),
    ]);
  const orders = i.orders.filter(isUndone).map((o) => `${o.who}要求：${o.text}`);
  const left = [...i.followUps.filter(isUndone).map((f) => f.text), ...orders];
  return `${severityWords[i.severity]}${[i.text, ...teams, toldText(i), ...left].map(withoutStop).filter(Boolean).join('；')}`;
}

const isUndone = ({ done }: { done: unknown }) => done === null;

/** An instruction as the incoming crew gets it: owned by whoever still has something to do, due when the first of it is. */
function instructionItem(i: Instruction, nowMs: number, limits: Limits): HandoverItem {
  const team = impliedDispatch(i);
  const left = [...i.followUps, ...i.orders].filter(isUndone);
  const coming = team !== undefined && team.arrivedAtMs === null;
  const teamName = [team?.to.name, team?.takenBy].filter(Boolean).join(' ');
  const owners = [...(coming || left.length === 0 ? [teamName] : []), ...left.map((f) => f.owner)];
  const due = [...(coming ? [arrivalDeadlineMs(team)] : []), ...left.map((f) => f.dueAtMs)];
  return {
    id: newId(),
    kind: 'instruction',
    subjectId: i.id,
    label: i.number,
    place: i.place,
    detail: detailOf(i),
    owed: [...new Set(obligationsOf(i, nowMs, limits).map((o) => o.code))],
    owner: [...new Set(owners.filter(Boolean))].join('、'),
    dueAtMs: due.length > 0 ? Math.min(...due) : null,
    decision: null,
    reason: '',
  };
}
