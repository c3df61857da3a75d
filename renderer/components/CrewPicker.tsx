import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/roles.ts';
import type { Person } from '../../shared/people/types.ts';
import type { FieldErrors } from '../app/errors.ts';
import classes from './CrewPicker.module.css';
import { PersonPicker } from './PersonPicker.tsx';
import { matchesPinyin } from './pinyin.ts';

/** A crew while it is being named. */
export type CrewDraft = {
  shiftLeadId: string | null;
  liaisonId: string | null;
  officerIds: string[];
  leaderOnDutyId: string | null;
};

type Props = {
  people: readonly Person[];
  value: CrewDraft;
  errors: FieldErrors;
  /** Where the crew stands in the procedure's input; errors come with this path. */
  path?: string;
  onChange: (patch: Partial<CrewDraft>) => void;
};

/** Names a crew: lead, liaison, officers, leader on duty; people with the role come first. */
export function CrewPicker({ people, value, errors, path = 'crew', onChange }: Props) {
  const { t } = useTranslation();
  const suited = (role: Role) =>
    [...people].sort((a, b) => Number(b.roles.includes(role)) - Number(a.roles.includes(role)));
  return (
    <div className={classes.crew}>
      <PersonPicker
        label={t(($) => $.desk.take.shiftLead)}
        required
        people={people.filter((p) => p.roles.includes('shiftLead'))}
        value={value.shiftLeadId}
        error={errors[`${path}.shiftLeadId`]}
        onChange={(shiftLeadId) => onChange({ shiftLeadId })}
      />
      <PersonPicker
        label={t(($) => $.desk.take.liaison)}
        required
        people={people.filter((p) => p.roles.includes('liaison'))}
        value={value.liaisonId}
        error={errors[`${path}.liaisonId`]}
        onChange={(liaisonId) => onChange({ liaisonId })}
      />
      <MultiSelect
        label={t(($) => $.desk.take.officers)}
        searchable
        data={suited('dutyOfficer').map((p) => ({ value: p.id, label: `${p.name} ${p.staffNo}` }))}
        filter={({ options, search, limit }) =>
          options.filter((o) => 'label' in o && matchesPinyin(o.label, search)).slice(0, limit)
        }
        value={value.officerIds}
        error={errors[`${path}.officerIds`]}
        onChange={(officerIds) => onChange({ officerIds })}
      />
      <PersonPicker
        label={t(($) => $.desk.take.leader)}
        clearable
        people={people.filter((p) => p.roles.includes('leaderOnDuty'))}
        value={value.leaderOnDutyId}
        error={errors[`${path}.leaderOnDutyId`]}
        onChange={(leaderOnDutyId) => onChange({ leaderOnDutyId })}
      />
    </div>
  );
}
