import type { Kysely } from 'kysely';
import type { CarryItem, Trail } from '../../../shared/handover/sections.ts';
import type { HandoverItem } from '../../../shared/handover/types.ts';
import { arrivalDeadlineMs, impliedDispatch } from '../../../shared/instructions/clock.ts';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import type { Database } from '../db/schema.ts';
import { openFollowUps } from '../duty-log/follow-ups.ts';
import { type OpenPaper, papersInHand } from '../duty-log/papers-in-hand.ts';
import { newId } from '../ids.ts';
import { liveInstructions } from '../instructions/store.ts';
import { limitsAt } from '../settings/store.ts';
import { openIssues } from '../supplies/store.ts';
import { severityWords, toldText } from './compile-words.ts';
import { trailsOf } from './trails.ts';

/** An item without the answer of the incoming crew, and since when the thing is open. */
type Open = { item: HandoverItem; sinceMs: number };

const undecided = { decision: null, reason: '', trail: null } as const;

/** Every open thing of the desk, whoever took it: the incoming crew accepts or refuses each. Papers in hand are read unless given. */
export async function compileItems(
  db: Kysely<Database>,
  nowMs: number,
  carried: readonly CarryItem[],
  papersGiven?: readonly OpenPaper[],
): Promise<HandoverItem[]> {
  const { limits } = await limitsAt(db, nowMs);
  const live = await liveInstructions(db);
  const followUps = (await openFollowUps(db)).filter((f) => f.source === 'log');
  const papers = papersGiven ?? (await papersInHand(db, limits.urgentPaperMinutes));
  const open: Open[] = [
    ...live.map((i) => ({ item: instructionItem(i, nowMs, limits), sinceMs: i.receivedAtMs })),
    ...followUps.map((f) => ({ item: followUpItem(f), sinceMs: f.recordedAtMs })),
    ...papers
      .filter((p) => p.owed.some((code) => code !== 'orderEnd'))
      .map((p) => ({ item: paperItem(p), sinceMs: p.entry.recordedAtMs })),
    ...carried
      .filter((c) => c.endedAtMs === null)
      .map((c) => ({ item: carryItem(c), sinceMs: c.openedAtMs })),
    ...(await openIssues(db)).map((o) => ({ item: supplyItem(o), sinceMs: o.issuedAtMs })),
  ];
  const trails = await trailsOf(db, new Map(open.map(({ item, sinceMs }) => [item.subjectId, sinceMs])));
  return open.map(({ item }) => ({ ...item, trail: trails.get(item.subjectId) ?? null }));
}

/** The trails of items by their own ids, as the snapshot keeps them. */
export const trailsById = (items: readonly HandoverItem[]): Record<string, Trail> =>
  Object.fromEntries(items.flatMap((i) => (i.trail ? [[i.id, i.trail]] : [])));

const followUpItem = (f: { id: string; text: string; owner: string; dueAtMs: number }): HandoverItem => ({
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
});

/** A paper whose orders are all on their way is covered by their follow-ups; this one owes something else. */
const paperItem = ({ entry, owed }: OpenPaper): HandoverItem => ({
  id: newId(),
  kind: 'paper',
  subjectId: entry.id,
  label: entry.details.receiptNo,
  place: '',
  detail: [entry.details.callerUnit, entry.from, entry.title, entry.text].filter(Boolean).join(' '),
  owed,
  owner: '',
  dueAtMs: null,
  ...undecided,
});

const carryItem = (c: CarryItem): HandoverItem => ({
  id: newId(),
  kind: 'carry',
  subjectId: c.id,
  label: '',
  place: '',
  detail: c.text,
  owed: [],
  owner: c.owner,
  dueAtMs: null,
  ...undecided,
});

type Issue = Awaited<ReturnType<typeof openIssues>>[number];

const supplyItem = (o: Issue): HandoverItem => ({
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
});

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
    ...undecided,
  };
}
