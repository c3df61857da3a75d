import { DeskError, type FieldIssue, invalid } from '../../../shared/errors.ts';
import type { BackEntry } from '../../../shared/instructions/back-entry.ts';
import type { Action, Instruction } from '../../../shared/instructions/types.ts';
import { tooFarAhead } from '../../../shared/time/occurrence.ts';
import { type Context, change, requireActor } from '../context.ts';
import { requireOnPaper } from '../numbers/store.ts';
import { actOn } from './act.ts';
import { put } from './receive.ts';

/** A step of the paper form: under which name its fields stand there, and the action it becomes. */
type FormStep = { section: keyof BackEntry; action: Action };

/** Enters a paper form of a power cut under its reserved number: its steps all together, or none of them (补录). */
export function backEnter(context: Context, form: BackEntry): Promise<Instruction> {
  const actor = requireActor(context);
  return change(context, async (tx) => {
    if (tooFarAhead(form.receivedAtMs, tx.nowMs)) throw invalid('receivedAtMs', 'future');
    await requireOnPaper(tx.db, form.number);
    let i = await atFields('receive', () =>
      put(tx, form.receive, {
        number: form.number,
        receivedAtMs: form.receivedAtMs,
        backEnteredAtMs: tx.nowMs,
        actorId: actor.id,
      }),
    );
    for (const { section, action } of stepsOf(form)) i = await atFields(section, () => actOn(tx, i, action));
    return i;
  });
}

/** The later steps of a paper form in the order of the flow. */
function stepsOf(form: BackEntry): FormStep[] {
  const { dispatch, crew, notify, delayed, onScene, resolve, reportBack } = form;
  const steps: FormStep[] = [];
  if (dispatch) steps.push({ section: 'dispatch', action: { name: 'dispatch', input: dispatch } });
  if (crew) steps.push({ section: 'crew', action: { name: 'turnout', input: crew } });
  if (notify)
    steps.push({
      section: 'notify',
      action: { name: 'notify', input: { ...notify, text: '', through: '', order: null } },
    });
  if (delayed)
    steps.push({
      section: 'delayed',
      action: { name: 'delayed', input: { ...delayed, reasonKind: 'other', expectedAtMs: null } },
    });
  if (onScene) steps.push({ section: 'onScene', action: { name: 'onScene', input: onScene } });
  if (resolve) {
    const inScope = { inScope: true, explainedTo: '', kind: 'theirs', competent: '' } as const;
    steps.push({ section: 'resolve', action: { name: 'confirmScope', input: inScope } });
    steps.push({ section: 'resolve', action: { name: 'resolve', input: resolve } });
  }
  if (reportBack) steps.push({ section: 'reportBack', action: { name: 'reportBack', input: reportBack } });
  if (form.close) steps.push({ section: 'close', action: { name: 'close', input: {} } });
  return steps;
}

/** A refused field is named as it stands on the form: `takenAtMs` of the dispatch is `dispatch.takenAtMs`. */
async function atFields<T>(section: keyof BackEntry, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'invalid') throw error;
    const { issues } = error.data as { issues: FieldIssue[] };
    throw new DeskError('invalid', { issues: issues.map((i) => ({ ...i, path: [section, ...i.path] })) });
  }
}
