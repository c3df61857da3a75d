import type { z } from 'zod';
import { conflict, invalid, notFound } from '../../../shared/errors.ts';
import type { planSchema, postureChangeSchema, postureStepSchema } from '../../../shared/posture/types.ts';
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

async function saveStep(tx: Tx, actor: Actor, input: z.infer<typeof postureStepSchema>) {
  const postureId = await emergencyId(tx.db);
  if (postureId === null) throw conflict('noEmergency');
  tx.about('posture', postureId);
  if (input.id === undefined) {
    const last = await tx.db
      .selectFrom('posture_step')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('posture_id', '=', postureId)
      .executeTakeFirst();
    await addStep(tx, postureId, (last?.position ?? -1) + 1, input.text, input.note);
    return postureView(tx.db);
  }
  const row = await tx.db
    .selectFrom('posture_step')
    .selectAll()
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (row?.posture_id !== postureId) throw notFound('postureStep');
  // What was ticked off before keeps its name and time.
  const done = input.done
    ? { done_at: row.done_at ?? tx.nowMs, done_by: row.done_by ?? actor.id }
    : { done_at: null, done_by: null };
  const { text, note } = input;
  await tx.update(
    'posture_step',
    row.id,
    { text, note, dropped: input.dropped ? 1 : 0, ...done },
    row.version,
  );
  return postureView(tx.db);
}

async function savePlan(tx: Tx, input: z.infer<typeof planSchema>) {
  const plans = await listPlans(tx.db);
  if (plans.some((p) => p.name === input.name && p.id !== input.id)) throw invalid('name', 'nameTaken');
  const values = { name: input.name, steps: JSON.stringify(input.steps), active: input.active ? 1 : 0 };
  if (input.id === undefined) {
    const id = newId();
    tx.about('plan', id);
    await tx.insert('emergency_plan', { id, ...values, position: plans.length, version: 1 });
    return postureView(tx.db);
  }
  tx.about('plan', input.id);
  const row = await tx.db
    .selectFrom('emergency_plan')
    .select('version')
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (!row) throw notFound('plan');
  await tx.update('emergency_plan', input.id, values, row.version);
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
