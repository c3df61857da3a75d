import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostureView } from '../../../shared/contract/posture.ts';
import type { PostureStep, PostureStepInput } from '../../../shared/posture/types.ts';
import { notifyError, useFormErrors } from '../../app/errors.ts';
import { useMayCall } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { ChecklistStep } from './ChecklistStep.tsx';
import css from './posture.module.css';
import { StepDialog } from './StepDialog.tsx';
import { useSaveStep } from './save-step.ts';

const known = ['text'];

/** The checklist of the emergency under way: ticked off with name and time, noted, added to, worded anew, left out. */
export function Checklist({ view }: { view: PostureView }) {
  const { t } = useTranslation();
  const editable = useMayCall()('posture.saveStep');
  const save = useSaveStep();
  const [editing, setEditing] = useState<PostureStep | null>(null);
  const emergency = view.now.posture === 'emergency';
  const counted = view.steps.filter((s) => !s.dropped);
  const done = counted.filter((s) => s.doneAtMs !== null).length;
  const put = (step: PostureStep, patch: PostureStepInput) =>
    save({ id: step.id, ...patch }).catch(notifyError);
  return (
    <Panel
      flush
      title={t(($) => $.posture.list.title)}
      note={emergency ? t(($) => $.posture.list.count, { done, total: counted.length }) : undefined}
      foot={emergency && editable ? <AddStep save={save} /> : undefined}
    >
      {!emergency && <EmptyState>{t(($) => $.posture.list.routine)}</EmptyState>}
      {emergency && view.steps.length === 0 && <EmptyState>{t(($) => $.posture.list.empty)}</EmptyState>}
      {emergency && !editable && <p className={css.hint}>{t(($) => $.posture.list.readOnly)}</p>}
      <ol className={css.steps} onKeyDown={moveBetweenSteps}>
        {view.steps.map((step) => (
          <ChecklistStep
            key={step.id}
            step={step}
            editable={editable}
            onTick={(ticked) => void put(step, { done: ticked })}
            onDrop={() => void put(step, { dropped: !step.dropped })}
            onEdit={() => setEditing(step)}
          />
        ))}
      </ol>
      {editing && <StepDialog step={editing} save={save} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

/** ↑↓ go from tick to tick. */
function moveBetweenSteps(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !(event.target instanceof HTMLInputElement)) return;
  const ticks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const next = ticks[ticks.indexOf(event.target) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function AddStep({ save }: { save: (step: PostureStepInput) => Promise<void> }) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft('posture.addStep', { text: '' });
  const { errors, report, clear: forget } = useFormErrors(known);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await save({ text: values.text });
      clear();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={css.add} onSubmit={submit} noValidate>
      <TextInput
        aria-label={t(($) => $.posture.list.addLabel)}
        placeholder={t(($) => $.posture.list.addLabel)}
        value={values.text}
        error={errors.text}
        autoComplete="off"
        onChange={(event) => {
          change({ text: event.currentTarget.value });
          forget('text');
        }}
      />
      <Button type="submit" loading={busy}>
        {t(($) => $.common.add)}
      </Button>
    </form>
  );
}
