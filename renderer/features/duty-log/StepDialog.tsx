import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { StepKind } from '../../../shared/duty-log/steps.ts';
import { deskClient } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NameInput } from '../../components/log/NameInput.tsx';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import css from './form.module.css';

/** No time at all: the engine refuses it at its field, as it does a time it cannot accept. */
const UNREADABLE = 0;

type Props = { entryId: string; kind: StepKind; onClose: () => void };

/** 报告领导, 拟办, 批示 or 办理结果: what happened to an entry after it came. */
export function StepDialog({ entryId, kind, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useSession().person?.name ?? '';
  const isOrder = kind === 'order';
  // The paths of the procedure's input, so that a refusal finds its field.
  const initial = {
    'step.who': kind === 'proposal' || kind === 'result' ? me : '',
    'step.text': '',
    'step.occurredAtMs': '',
    'step.followUp.owner': '',
    'step.followUp.dueAtMs': '',
  };
  const save = (typed: typeof initial) => {
    const now = engineNow();
    const due = typed['step.followUp.dueAtMs'];
    const owner = typed['step.followUp.owner'];
    const at = typed['step.occurredAtMs'];
    const read = (words: string, sense: 'past' | 'future') =>
      readTime(words, now, format.timeZone, sense) ?? UNREADABLE;
    const followUp =
      isOrder && (owner.trim() !== '' || due.trim() !== '') ? { owner, dueAtMs: read(due, 'future') } : null;
    return deskClient.dutyLog.step({
      id: entryId,
      step: {
        kind,
        who: typed['step.who'],
        text: typed['step.text'],
        occurredAtMs: at.trim() === '' ? undefined : read(at, 'past'),
        followUp,
      },
    });
  };
  return (
    <FormDialog
      title={t(($) => $.log.step.action[kind])}
      draft={`log.step.${kind}.${entryId}`}
      initial={initial}
      submit={t(($) => $.common.save)}
      size="lg"
      onClose={onClose}
      save={async (typed) => {
        await save(typed);
        notifications.show({ message: t(($) => $.log.form.saved), autoClose: 3000 });
      }}
    >
      {({ values, errors, set }) => (
        <>
          <div className={css.row} data-fields={2}>
            <NameInput
              of={kind === 'reported' || isOrder ? 'leaders' : 'people'}
              label={t(($) => $.log.step.who[kind])}
              data-autofocus={kind === 'reported' || isOrder || undefined}
              required={kind === 'reported' || isOrder}
              value={values['step.who']}
              error={errors['step.who']}
              onChange={(who) => set({ 'step.who': who })}
            />
            <TimeField
              label={t(($) => $.common.time)}
              emptyIsNow
              value={values['step.occurredAtMs']}
              error={errors['step.occurredAtMs']}
              onChange={(at) => set({ 'step.occurredAtMs': at })}
            />
          </div>
          <Textarea
            label={t(($) => $.log.step.text[kind])}
            data-autofocus={kind === 'proposal' || kind === 'result' || undefined}
            required={kind !== 'reported'}
            spellCheck={false}
            value={values['step.text']}
            error={errors['step.text']}
            onChange={(event) => set({ 'step.text': event.currentTarget.value })}
          />
          {isOrder && (
            <div className={css.row} data-fields={2}>
              <NameInput
                of="owners"
                label={t(($) => $.log.step.orderOwner)}
                value={values['step.followUp.owner']}
                error={errors['step.followUp.owner']}
                onChange={(owner) => set({ 'step.followUp.owner': owner })}
              />
              <TimeField
                label={t(($) => $.log.step.orderDue)}
                sense="future"
                value={values['step.followUp.dueAtMs']}
                error={errors['step.followUp.dueAtMs']}
                onChange={(due) => set({ 'step.followUp.dueAtMs': due })}
              />
            </div>
          )}
        </>
      )}
    </FormDialog>
  );
}
