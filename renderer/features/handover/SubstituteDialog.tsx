import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/people/types.ts';
import type { ShiftMember } from '../../../shared/shifts/types.ts';
import { deskClient } from '../../app/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { PersonPicker } from '../../components/PersonPicker.tsx';

type Props = { member: ShiftMember; people: readonly Person[]; onClose: () => void };

/** A member falls out in mid-shift and another stands in; the reason is kept. */
export function SubstituteDialog({ member, people, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t(($) => $.handover.crew.substituteTitle, { name: member.name })}
      draft={`handover.substitute.${member.personId}`}
      initial={{ byId: '', reason: '' }}
      submit={t(($) => $.handover.crew.substitute)}
      onClose={onClose}
      save={(values) => deskClient.shifts.substitute({ personId: member.personId, ...values })}
    >
      {({ values, errors, set }) => (
        <>
          <PersonPicker
            label={t(($) => $.handover.crew.substituteBy)}
            people={people.filter((p) => p.active && p.id !== member.personId && maySubstitute(p, member))}
            required
            data-autofocus
            openOnFocus={false}
            value={values.byId || null}
            error={errors.byId}
            onChange={(byId) => set({ byId: byId ?? '' })}
          />
          <TextInput
            label={t(($) => $.handover.crew.substituteReason)}
            required
            value={values.reason}
            error={errors.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Who stands in for a lead, a liaison or a leader holds that role. */
const maySubstitute = (person: Person, { duty }: ShiftMember) =>
  duty === 'officer' || person.roles.includes(duty);
