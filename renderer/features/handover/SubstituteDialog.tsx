import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/people/types.ts';
import type { ShiftMember } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { PersonPicker } from '../../components/PersonPicker.tsx';
import { useDraft } from '../../components/use-draft.ts';
import css from './handover.module.css';

const known = ['byId', 'reason'];

type Props = { member: ShiftMember; people: readonly Person[]; onClose: () => void };

/** A member falls out in mid-shift and another stands in; the reason is kept. */
export function SubstituteDialog({ member, people, onClose }: Props) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`handover.substitute.${member.personId}`, {
    byId: '',
    reason: '',
  });
  const { errors, report, clear: forget } = useFormErrors(known);
  const save = useMutation(
    desk.shifts.substitute.mutationOptions({
      onSuccess: () => {
        clear();
        onClose();
      },
      onError: report,
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      title={t(($) => $.handover.crew.substituteTitle, { name: member.name })}
    >
      <form
        className={css.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate({ personId: member.personId, ...values });
        }}
      >
        <PersonPicker
          label={t(($) => $.handover.crew.substituteBy)}
          people={people.filter((p) => p.active && p.id !== member.personId)}
          required
          data-autofocus
          openOnFocus={false}
          value={values.byId || null}
          error={errors.byId}
          onChange={(byId) => {
            change({ byId: byId ?? '' });
            forget('byId');
          }}
        />
        <TextInput
          label={t(($) => $.handover.crew.substituteReason)}
          required
          value={values.reason}
          error={errors.reason}
          onChange={(event) => {
            change({ reason: event.currentTarget.value });
            forget('reason');
          }}
        />
        <div className={css.formFoot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t(($) => $.handover.crew.substitute)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
