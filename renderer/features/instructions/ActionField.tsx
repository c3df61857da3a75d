import { Autocomplete, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  delayKindSchema,
  type Instruction,
  meansSchema,
  severityRank,
  severitySchema,
} from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { TimeField } from '../../components/TimeField.tsx';
import classes from './forms.module.css';
import type { FieldSpec } from './forms.ts';
import { useLeaders } from './leaders.ts';
import { TargetField } from './TargetField.tsx';
import { teamsFor } from './teams.ts';

export type ActionFieldProps = {
  field: FieldSpec;
  instruction: Instruction;
  value: string;
  error?: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
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
      return <Textarea {...common} value={value} onChange={(e) => onChange(e.currentTarget.value)} />;
    case 'leader':
      return <LeaderField {...props} label={label} />;
    case 'team': {
      const teams = teamsFor(instruction, field.among);
      if (teams.length < 2) return null;
      return (
        <Select
          {...common}
          data={teams.map((d) => ({ value: d.id, label: d.to.name }))}
          value={value || (teams[0]?.id ?? null)}
          onChange={(id) => onChange(id ?? '')}
          allowDeselect={false}
        />
      );
    }
    case 'target':
      return <TargetField {...props} label={label} />;
    case 'instruction':
      return <InstructionPicker {...props} label={label} />;
    case 'means':
      return (
        <Choice
          label={label}
          value={value || 'phone'}
          onChange={onChange}
          data={meansSchema.options.map((m) => ({ value: m, label: t(($) => $.common.means[m]) }))}
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
    case 'uniform':
      return (
        <Choice
          label={label}
          value={value}
          onChange={onChange}
          data={[
            { value: '', label: t(($) => $.common.unknown) },
            { value: 'yes', label: t(($) => $.instructions.uniform.yes) },
            { value: 'no', label: t(($) => $.instructions.uniform.no) },
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
          description={field.kind === 'list' ? t(($) => $.instructions.hint.membersSplit) : undefined}
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

function LeaderField({
  field,
  instruction,
  value,
  error,
  onChange,
  autoFocus,
  label,
}: ActionFieldProps & { label: string }) {
  const leaders = useLeaders(instruction);
  return (
    <Autocomplete
      label={label}
      required={field.required}
      error={error}
      value={value}
      onChange={onChange}
      data={leaders.map((l) => l.name)}
      renderOption={({ option }) => (
        <span>
          {option.value}{' '}
          <span className={classes.dim}>{leaders.find((l) => l.name === option.value)?.note}</span>
        </span>
      )}
      data-autofocus={autoFocus || undefined}
      autoComplete="off"
    />
  );
}

function InstructionPicker({
  instruction,
  value,
  error,
  onChange,
  label,
}: ActionFieldProps & { label: string }) {
  const live = useQuery(desk.instructions.list.queryOptions({ input: { limit: 200 } })).data?.rows ?? [];
  const others = live.filter((i) => i.id !== instruction.id && i.state !== 'voided');
  return (
    <Select
      label={label}
      required
      searchable
      error={error}
      data={others.map((i) => ({ value: i.id, label: `${i.number} ${i.place} ${i.text.slice(0, 20)}` }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      data-autofocus
    />
  );
}
