import type { z } from 'zod';
import { conflict, invalid, notFound } from '../../../shared/errors.ts';
import type { PlanInput, PostureStepInput, postureChangeSchema } from '../../../shared/posture/types.ts';
import { type Actor, change, requireActor } from '../context.ts';
import type { Tx } from '../db/transaction.ts';
import { addOwnLine } from '../duty-log/writing.ts';
import { newId } from '../ids.ts';
import type { Deps } from '../router.ts';
import { requireHolderId } from '../shifts/store.ts';
import { addStep, emergencyId, getPlan, insertChange, listPlans, postureAt, postureView } from './store.ts';

/** 平急转换: the change, its checklist and its line in the log are one (篇五 四(三)). */
async function changePosture(tx: Tx, actor: Actor, input: z.infer<typeof postureChangeSchema>) {
  const { to, planId, reason } = input;
  if ((await postureAt(tx.db)).posture === to) throw conflict('samePosture');
  const shiftId = await requireHolderId(tx.db);
  const plan = to === 'emergency' && planId !== null ? await getPlan(tx.db, planId) : null;
  if (plan && !plan.active) throw invalid('planId', 'planNotOffered');
  await insertChange(tx, { to, plan, reason, shiftId, actorId: actor.id });
  const title =
    to === 'emergency' ? `转入应急状态${plan ? `（启动预案：${plan.name}）` : ''}` : '恢复常态值守';
  await addOwnLine(tx, actor.id, shiftId, { text: `${title}。理由：${reason}`, important: true });
  return postureView(tx.db);
}

async function saveStep(tx: Tx, actor: Actor, input: PostureStepInput) {
  const postureId = await emergencyId(tx.db);
  if (postureId === null) throw conflict('noEmergency');
  tx.about('posture', postureId);
  const { id, text, note, done, dropped } = input;
  if (id === undefined) {
    if (text === undefined) throw invalid('text', 'required');
    const last = await tx.db
      .selectFrom('posture_step')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('posture_id', '=', postureId)
      .executeTakeFirst();
    await addStep(tx, postureId, (last?.position ?? -1) + 1, text, note);
    return postureView(tx.db);
  }
  const row = await tx.db.selectFrom('posture_step').selectAll().where('id', '=', id).executeTakeFirst();
  if (row?.posture_id !== postureId) throw notFound('postureStep');
  await tx.update(
    'posture_step',
    row.id,
    {
      ...(text === undefined ? {} : { text }),
      ...(note === undefined ? {} : { note }),
      ...(dropped === undefined ? {} : { dropped: dropped ? 1 : 0 }),
      ...(done === undefined ? {} : ticked(done, row, { done_at: tx.nowMs, done_by: actor.id })),
    },
    row.version,
  );
  return postureView(tx.db);
}

type Tick = { done_at: number | null; done_by: string | null };

/** What was ticked off before keeps its name and time. */
const ticked = (done: boolean, before: Tick, now: Tick): Tick => {
  if (!done) return { done_at: null, done_by: null };
  const { done_at, done_by } = before.done_at === null ? now : before;
  return { done_at, done_by };
};

async function savePlan(tx: Tx, input: PlanInput) {
  const plans = await listPlans(tx.db);
  if (plans.some((p) => p.name === input.name && p.id !== input.id)) throw invalid('name', 'nameTaken');
  const { name, steps, active } = input;
  if (input.id === undefined) {
    if (name === undefined) throw invalid('name', 'required');
    if (steps === undefined) throw invalid('steps', 'required');
    const id = newId();
    tx.about('plan', id);
    await tx.insert('emergency_plan', {
      id,
      name,
      steps: JSON.stringify(steps),
      active: active === false ? 0 : 1,
      position: plans.length,
      version: 1,
    });
    return postureView(tx.db);
  }
  tx.about('plan', input.id);
  const row = await tx.db
    .selectFrom('emergency_plan')
    .select('version')
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (!row) throw notFound('plan');
  await tx.update(
    'emergency_plan',
    input.id,
    {
      ...(name === undefined ? {} : { name }),
      ...(steps === undefined ? {} : { steps: JSON.stringify(steps) }),
      ...(active === undefined ? {} : { active: active ? 1 : 0 }),
    },
    row.version,
  );
  return postureView(tx.db);
}

export const postureHandlers = (os: Deps) => ({
  view: os.posture.view.handler(({ context }) => postureView(context.db)),
  change: os.posture.change.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, (tx) => changePosture(tx, actor, input));
  }),
  saveStep: os.posture.saveStep.handler(({ input, context }) => {
    const actor = requireActor(context);
    return change(context, (tx) => saveStep(tx, actor, input));
  }),
  savePlan: os.posture.savePlan.handler(({ input, context }) => change(context, (tx) => savePlan(tx, input))),
});
