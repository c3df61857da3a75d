import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  delayKindSchema,
  type Instruction,
  meansSchema,
  outOfScopeKindSchema,
  severityRank,
  severitySchema,
} from '../../../shared/instructions/types.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { LongField } from './ActionLongField.tsx';
import { LeaderField, OwnerField, TakerField, VehicleField } from './ActionNames.tsx';
import { CodeField, CrewField, InstructionPicker, OrderField } from './ActionPicks.tsx';
import classes from './forms.module.css';
import type { FieldSpec, FormText } from './forms.ts';
import { TargetField } from './TargetField.tsx';
import { teamLabel, teamsFor } from './teams.ts';

export type ActionFieldProps = {
  field: FieldSpec;
  instruction: Instruction;
  value: string;
  error?: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  /** Everything in the form, and how to fill another field of it. */
  typed: FormText;
  onFill: (patch: FormText) => void;
};

/** One field of an action's form, by its kind. */
export function ActionField(props: ActionFieldProps) {
  const { field, instruction, value, error, onChange, autoFocus } = props;
  const { t } = useTranslation();
  const label = t(($) => $.instructions.field[field.label]);
  const common = { label, error, required: field.required, 'data-autofocus': autoFocus || undefined };
  switch (field.kind) {
    case 'time':
      return <TimeField {...common} value={value} onChange={onChange} emptyIsNow />;
    case 'due':
      return <TimeField {...common} value={value} onChange={onChange} sense="future" />;
    case 'long':
      return <LongField {...props} label={label} phrases={field.phrases} />;
    case 'leader':
      return <LeaderField {...props} label={label} />;
    case 'taker':
      return <TakerField {...props} label={label} />;
    case 'owner':
      return <OwnerField {...props} label={label} />;
    case 'crew':
      return <CrewField {...props} label={label} />;
    case 'vehicle':
      return <VehicleField {...props} label={label} />;
    case 'code':
      return <CodeField {...props} label={label} />;
    case 'order':
      return <OrderField {...props} label={label} />;
    case 'target':
      return <TargetField {...props} label={label} />;
    case 'instruction':
      return <InstructionPicker {...props} label={label} />;
    case 'team': {
      const teams = teamsFor(instruction, field.among);
      if (teams.length < 2 && !error) return null;
      return (
        <Select
          {...common}
          data-autofocus={field.required || autoFocus || undefined}
          data={teams.map((d) => ({ value: d.id, label: teamLabel(instruction, d) }))}
          value={value || null}
          onChange={(id) => onChange(id ?? '')}
          allowDeselect={false}
        />
      );
    }
    case 'check':
      return (
        <Checkbox
          label={label}
          description={field.name === 'leaderNeeded' ? t(($) => $.instructions.hint.leaderNeeded) : undefined}
          checked={value === 'yes'}
          onChange={(e) => onChange(e.currentTarget.checked ? 'yes' : '')}
        />
      );
    case 'means':
      return (
        <Choice
          label={label}
          value={value || 'phone'}
          onChange={onChange}
          data={meansSchema.options
            .filter((m) => field.all || m !== 'message')
            .map((m) => ({ value: m, label: t(($) => $.common.means[m]) }))}
        />
      );
    case 'delayKind':
      return (
        <Choice
          label={label}
          value={value || 'other'}
          onChange={onChange}
          data={delayKindSchema.options.map((k) => ({
            value: k,
            label: t(($) => $.instructions.delayKind[k]),
          }))}
        />
      );
    case 'outOfScopeKind':
      return (
        <Choice
          label={label}
          value={value || 'theirs'}
          onChange={onChange}
          data={outOfScopeKindSchema.options.map((k) => ({
            value: k,
            label: t(($) => $.instructions.outOfScopeKind[k]),
          }))}
        />
      );
    case 'yesNo':
      return (
        <Choice
          label={label}
          value={value}
          onChange={onChange}
          data={[
            { value: '', label: t(($) => $.common.unknown) },
            { value: 'yes', label: t(($) => $.instructions.yesNo[field.words].yes) },
            { value: 'no', label: t(($) => $.instructions.yesNo[field.words].no) },
          ]}
        />
      );
    case 'severity':
      return (
        <Choice
          label={label}
          value={value}
          error={error}
          onChange={onChange}
          data={severitySchema.options
            .filter((s) => severityRank[s] > severityRank[instruction.severity])
            .map((s) => ({ value: s, label: t(($) => $.instructions.severity[s]) }))}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          value={value}
          description={field.name === 'competent' ? t(($) => $.instructions.hint.competent) : undefined}
          autoComplete="off"
          onChange={(e) => onChange(e.currentTarget.value)}
        />
      );
  }
}

/** A few words to choose one from: seen all at once, reached with the arrows. */
export function Choice({
  label,
  data,
  value,
  error,
  onChange,
}: {
  label: string;
  data: { value: string; label: string }[];
  value: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  return (
    <fieldset className={classes.choice}>
      <legend>{label}</legend>
      <SegmentedControl data={data} value={value} onChange={onChange} aria-label={label} />
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
