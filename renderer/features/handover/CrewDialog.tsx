import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/people/types.ts';
import { crewOf, type Shift } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { type CrewDraft, CrewPicker } from '../../components/CrewPicker.tsx';
import { CrewRules } from '../../components/crew/CrewRules.tsx';
import { crewOfDraft } from '../../components/crew/use-crew-rules.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { submitOnCtrlEnter } from '../../components/submit-on-ctrl-enter.ts';
import { useDraft } from '../../components/use-draft.ts';
import css from './handover.module.css';

const known = ['crew.shiftLeadId', 'crew.liaisonId', 'crew.officerIds', 'crew.leaderOnDutyId'];

const draftOf = (shift: Shift | null): CrewDraft =>
  shift ? crewOf(shift) : { shiftLeadId: null, liaisonId: null, officerIds: [], leaderOnDutyId: null };

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
  const crew = crewOfDraft(values);
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
      <form className={css.stack} noValidate onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
        <CrewPicker
          people={people.filter((p) => p.active)}
          value={values}
          errors={errors}
          onChange={(patch) => {
            change(patch);
            for (const field of Object.keys(patch)) forget(`crew.${field}`);
          }}
        />
        <CrewRules crew={crew} which="coming" />
        <div className={css.formFoot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t(($) => $.handover.crew.save)}&nbsp;<Kbd>Ctrl+Enter</Kbd>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
