import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Absence } from '../../../shared/shifts/attendance.ts';
import type { ShiftMember } from '../../../shared/shifts/types.ts';
import { deskClient } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { TimeField } from '../../components/TimeField.tsx';
import { typedTime } from '../../components/typed-time.ts';
import css from './crew.module.css';

type Props = { member: ShiftMember; absence: Absence | undefined; onClose: () => void };

/** 脱岗 of a member with reason and time, or, while it goes on, the time of the return. */
export function CrewAwayDialog({ member, absence, onClose }: Props) {
  return absence ? (
    <BackDialog absence={absence} onClose={onClose} />
  ) : (
    <AwayDialog member={member} onClose={onClose} />
  );
}

function AwayDialog({ member, onClose }: Omit<Props, 'absence'>) {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  return (
    <FormDialog
      title={t(($) => $.crew.away.title, { name: member.name })}
      draft={`crew.away.${member.personId}`}
      initial={{ reason: '', fromMs: '' }}
      submit={t(($) => $.crew.away.save)}
      onClose={onClose}
      save={({ reason, fromMs }) =>
        deskClient.shifts.markAbsence({
          personId: member.personId,
          reason,
          fromMs: typedTime(fromMs, 'fromMs', engineNow(), timeZone),
        })
      }
    >
      {({ values, errors, set }) => (
        <>
          <TextInput
            label={t(($) => $.crew.away.reason)}
            required
            data-autofocus
            autoComplete="off"
            value={values.reason}
            error={errors.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
          <TimeField
            label={t(($) => $.crew.away.from)}
            emptyIsNow
            value={values.fromMs}
            error={errors.fromMs}
            onChange={(fromMs) => set({ fromMs })}
          />
        </>
      )}
    </FormDialog>
  );
}

function BackDialog({ absence, onClose }: { absence: Absence; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <FormDialog
      title={t(($) => $.crew.away.backTitle, { name: absence.name })}
      draft={`crew.back.${absence.id}`}
      initial={{ toMs: '' }}
      submit={t(($) => $.crew.away.back)}
      onClose={onClose}
      save={({ toMs }) =>
        deskClient.shifts.endAbsence({
          id: absence.id,
          toMs: typedTime(toMs, 'toMs', engineNow(), format.timeZone),
        })
      }
    >
      {({ values, errors, set }) => (
        <>
          <p className={css.plain}>
            {t(($) => $.crew.away.open, { from: format.dateTime(absence.fromMs) })}
            {t(($) => $.common.middleDot)}
            {absence.reason}
          </p>
          <TimeField
            label={t(($) => $.crew.away.to)}
            emptyIsNow
            data-autofocus
            value={values.toMs}
            error={errors.toMs}
            onChange={(toMs) => set({ toMs })}
          />
        </>
      )}
    </FormDialog>
  );
}
