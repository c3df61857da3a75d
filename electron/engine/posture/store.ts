import type { Kysely } from 'kysely';
import type { PostureView } from '../../../shared/contract/posture.ts';
import { notFound } from '../../../shared/errors.ts';
import type { Plan, Posture, PostureNow, PostureStep } from '../../../shared/posture/types.ts';
import type { Database, PostureChangeRow } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { writtenOrder } from '../db/written.ts';
import { newId } from '../ids.ts';
import { peopleNames } from '../people/store.ts';
import { firstPlans } from './first-plans.ts';

const HISTORY = 50;

/** The change of posture last written, of those made at or before `atMs`; undefined when there was none. */
const lastChange = (
  db: Kysely<Database>,
  atMs = Number.MAX_SAFE_INTEGER,
): Promise<PostureChangeRow | undefined> =>
  db
    .selectFrom('posture_change')
    .selectAll()
    .where('at', '<=', atMs)
    .orderBy(writtenOrder(), 'desc')
    .limit(1)
    .executeTakeFirst();

/** The posture in force at `atMs`, default now; routine before the first change. */
export async function postureAt(db: Kysely<Database>, atMs?: number): Promise<PostureNow> {
  const row = await lastChange(db, atMs);
  if (!row) return { posture: 'routine', sinceMs: null, reason: '', byName: '', planName: '' };
  const names = await peopleNames(db);
  return {
    posture: row.posture,
    sinceMs: row.at,
    reason: row.reason,
    byName: names.get(row.actor_id) ?? '',
    planName: row.plan_name,
  };
}

/** The id of the emergency under way; null in routine times. */
export async function emergencyId(db: Kysely<Database>): Promise<string | null> {
  const row = await lastChange(db);
  return row?.posture === 'emergency' ? row.id : null;
}

async function stepsOf(db: Kysely<Database>, postureId: string): Promise<PostureStep[]> {
  const names = await peopleNames(db);
  const rows = await db
    .selectFrom('posture_step')
    .selectAll()
    .where('posture_id', '=', postureId)
    .orderBy('position')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    text: r.text,
    note: r.note,
    doneAtMs: r.done_at,
    doneBy: r.done_by === null ? '' : (names.get(r.done_by) ?? ''),
    dropped: r.dropped === 1,
  }));
}

/** Every plan, also those no longer offered, in their order. */
export async function listPlans(db: Kysely<Database>): Promise<Plan[]> {
  const rows = await db
    .selectFrom('emergency_plan')
    .selectAll()
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    steps: JSON.parse(r.steps) as string[],
    active: r.active === 1,
    position: r.position,
  }));
}

/** One plan; `notFound` when there is none. */
export async function getPlan(db: Kysely<Database>, id: string): Promise<Plan> {
  const plan = (await listPlans(db)).find((p) => p.id === id);
  if (!plan) throw notFound('plan');
  return plan;
}

/** Posture, checklist, plans and what was before. */
export async function postureView(db: Kysely<Database>): Promise<PostureView> {
  const names = await peopleNames(db);
  const rows = await db
    .selectFrom('posture_change as c')
    .selectAll('c')
    .select((eb) => [
      eb
        .selectFrom('posture_step')
        .whereRef('posture_id', '=', 'c.id')
        .where('dropped', '=', 0)
        .select(eb.fn.countAll<number>().as('n'))
        .as('steps'),
      eb
        .selectFrom('posture_step')
        .whereRef('posture_id', '=', 'c.id')
        .where('dropped', '=', 0)
        .where('done_at', 'is not', null)
        .select(eb.fn.countAll<number>().as('n'))
        .as('done'),
    ])
    .orderBy(writtenOrder('c'), 'desc')
    .limit(HISTORY)
    .execute();
  const underWay = rows[0]?.posture === 'emergency' ? rows[0].id : null;
  return {
    now: await postureAt(db),
    steps: underWay === null ? [] : await stepsOf(db, underWay),
    plans: await listPlans(db),
    history: rows.map((r) => ({
      id: r.id,
      posture: r.posture,
      planName: r.plan_name,
      reason: r.reason,
      byName: names.get(r.actor_id) ?? '',
      atMs: r.at,
      steps: r.steps ?? 0,
      stepsDone: r.done ?? 0,
    })),
  };
}

/** Writes a change of posture with the checklist of its plan. */
export async function insertChange(
  tx: Tx,
  change: { to: Posture; plan: Plan | null; reason: string; shiftId: string; actorId: string },
): Promise<void> {
  const id = newId();
  tx.about('posture', id);
  await tx.insert('posture_change', {
    id,
    posture: change.to,
    plan_name: change.plan?.name ?? '',
    reason: change.reason,
    shift_id: change.shiftId,
    actor_id: change.actorId,
    at: tx.nowMs,
  });
  for (const [position, text] of (change.plan?.steps ?? []).entries()) await addStep(tx, id, position, text);
}

/** Adds one step to a checklist. */
export function addStep(tx: Tx, postureId: string, position: number, text: string, note = ''): Promise<void> {
  return tx.insert('posture_step', {
    id: newId(),
    posture_id: postureId,
    position,
    text,
    note,
    done_at: null,
    done_by: null,
    dropped: 0,
    version: 1,
  });
}

/** The plans to begin with. */
export async function seedPlans(tx: Tx): Promise<void> {
  for (const [position, { name, steps }] of firstPlans.entries())
    await tx.insert('emergency_plan', {
      id: newId(),
      name,
      steps: JSON.stringify(steps),
      position,
      active: 1,
      version: 1,
    });
}
