import { Button, Modal, MultiSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/people/roles.ts';
import type { Person } from '../../../shared/people/types.ts';
import { type Crew, deskPeople, type Shift, type ShiftMember } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { PersonPicker } from '../../components/PersonPicker.tsx';
import { matchesPinyin } from '../../components/pinyin.ts';
import { useDraft } from '../../components/use-draft.ts';
import css from './handover.module.css';

type Draft = { shiftLeadId: string; liaisonId: string; officerIds: string[]; leaderOnDutyId: string | null };

const empty: Draft = { shiftLeadId: '', liaisonId: '', officerIds: [], leaderOnDutyId: null };
const known = ['crew.shiftLeadId', 'crew.liaisonId', 'crew.officerIds', 'crew.leaderOnDutyId'];

function draftOf(shift: Shift | null): Draft {
  if (!shift) return empty;
  const having = (duty: ShiftMember['duty']) =>
    shift.members.filter((m) => m.duty === duty).map((m) => m.personId);
  return {
    shiftLeadId: having('shiftLead')[0] ?? '',
    liaisonId: having('liaison')[0] ?? '',
    officerIds: having('officer'),
    leaderOnDutyId: having('leaderOnDuty')[0] ?? null,
  };
}

type Props = { relief: Shift | null; people: readonly Person[]; onClose: () => void };

/** Names the crew that comes next: lead, liaison, officers, a leader on duty when required. */
export function CrewDialog({ relief, people, onClose }: Props) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft<Draft>(`handover.crew.${relief?.id ?? 'new'}`, draftOf(relief));
  const { errors, report, clear: forget } = useFormErrors(known);
  const active = people.filter((p) => p.active);
  const having = (role: Role) => active.filter((p) => p.roles.includes(role));
  const keepers = active.filter((p) => p.roles.includes('dutyOfficer') || p.roles.includes('liaison'));
  const save = useMutation(
    desk.shifts.planRelief.mutationOptions({
      onSuccess: () => {
        clear();
        onClose();
      },
      onError: report,
    }),
  );
  const put = (patch: Partial<Draft>, field: string) => {
    change(patch);
    forget(field);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const crew: Crew = values;
    if (!save.isPending) save.mutate({ crew });
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t(($) => $.handover.crew.plan)}>
      <form className={css.stack} noValidate onSubmit={submit}>
        <PersonPicker
          label={t(($) => $.handover.crew.lead)}
          people={having('shiftLead')}
          required
          data-autofocus
          openOnFocus={false}
          value={values.shiftLeadId || null}
          error={errors['crew.shiftLeadId']}
          onChange={(id) => put({ shiftLeadId: id ?? '' }, 'crew.shiftLeadId')}
        />
        <PersonPicker
          label={t(($) => $.handover.crew.liaison)}
          people={having('liaison')}
          required
          value={values.liaisonId || null}
          error={errors['crew.liaisonId']}
          onChange={(id) => put({ liaisonId: id ?? '' }, 'crew.liaisonId')}
        />
        <MultiSelect
          label={t(($) => $.handover.crew.officers)}
          searchable
          data={keepers.map((p) => ({ value: p.id, label: `${p.name} ${p.staffNo}` }))}
          filter={({ options, search }) =>
            options.filter((o) => 'label' in o && matchesPinyin(o.label, search))
          }
          value={values.officerIds}
          error={errors['crew.officerIds']}
          onChange={(officerIds) => put({ officerIds }, 'crew.officerIds')}
        />
        <PersonPicker
          label={t(($) => $.handover.crew.leader)}
          people={having('leaderOnDuty')}
          clearable
          value={values.leaderOnDutyId}
          error={errors['crew.leaderOnDutyId']}
          onChange={(leaderOnDutyId) => put({ leaderOnDutyId }, 'crew.leaderOnDutyId')}
        />
        <p className={css.dim} data-warn={deskPeople(values).filter(Boolean).length < 2 || undefined}>
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
