import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/people/types.ts';
import { deskPeople, type Shift, type ShiftMember } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { type CrewDraft, CrewPicker } from '../../components/CrewPicker.tsx';
import { useDraft } from '../../components/use-draft.ts';
import css from './handover.module.css';

const known = ['crew.shiftLeadId', 'crew.liaisonId', 'crew.officerIds', 'crew.leaderOnDutyId'];

function draftOf(shift: Shift | null): CrewDraft {
  const having = (duty: ShiftMember['duty']) =>
    shift?.members.filter((m) => m.duty === duty).map((m) => m.personId) ?? [];
  return {
    shiftLeadId: having('shiftLead')[0] ?? null,
    liaisonId: having('liaison')[0] ?? null,
    officerIds: having('officer'),
    leaderOnDutyId: having('leaderOnDuty')[0] ?? null,
  };
}

type Props = { relief: Shift | null; people: readonly Person[]; onClose: () => void };

/** Names the crew that comes next: lead, liaison, officers, a leader on duty when required. */
export function CrewDialog({ relief, people, onClose }: Props) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`handover.crew.${relief?.id ?? 'new'}`, draftOf(relief));
  const { errors, report, clear: forget } = useFormErrors(known);
  const save = useMutation(
    desk.shifts.planRelief.mutationOptions({
      onSuccess: () => {
        clear();
        onClose();
      },
      onError: report,
    }),
  );
  // An empty choice is sent as it is: the engine's refusal then stands at its field.
  const crew = { ...values, shiftLeadId: values.shiftLeadId ?? '', liaisonId: values.liaisonId ?? '' };
  const tooFew = deskPeople(crew).filter(Boolean).length < 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ crew });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      size="lg"
      title={t(($) => $.handover.crew.plan)}
    >
      <form className={css.stack} noValidate onSubmit={submit}>
        <CrewPicker
          people={people.filter((p) => p.active)}
          value={values}
          errors={errors}
          onChange={(patch) => {
            change(patch);
            for (const field of Object.keys(patch)) forget(`crew.${field}`);
          }}
        />
        <p className={css.dim} data-warn={tooFew || undefined}>
          {tooFew && '◆ '}
          {t(($) => $.handover.crew.twoPeople)}
        </p>
        <div className={css.formFoot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t(($) => $.handover.crew.save)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
