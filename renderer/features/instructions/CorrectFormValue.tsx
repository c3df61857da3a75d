import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Instruction, zoneSchema } from '../../../shared/instructions/types.ts';
import { useSettings } from '../../app/settings.ts';
import { matchesPinyin } from '../../components/pinyin.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { Choice } from './ActionField.tsx';
import { TakerNames } from './ActionNames.tsx';
import { type CorrectField, isTimed } from './CorrectFormFields.ts';

type Props = {
  field: CorrectField;
  instruction: Instruction;
  /** The team whose field it is; empty for none. */
  dispatchId: string;
  /** What stands now. */
  present: string;
  value: string;
  error?: string;
  onChange: (value: string) => void;
};

/** The new value of a correction, by the kind of what is corrected; what stands now is said beside it. */
export function CorrectFormValue(props: Props) {
  const { field, present, value, error, onChange } = props;
  const { t } = useTranslation();
  const settings = useSettings();
  const label = t(($) => $.instructions.field.newValue);
  const shown = { categories: settings?.categories ?? [], grids: settings?.grids ?? [] };
  const inWords =
    field === 'category'
      ? (shown.categories.find((c) => String(c.no) === present)?.short ?? present)
      : present;
  const description =
    present === ''
      ? undefined
      : t(($) => $.instructions.detail.before, {
          value: inWords.length > 80 ? `${inWords.slice(0, 80)}…` : inWords,
        });
  const common = { label, error, description };
  if (field === 'zone') {
    return (
      <Choice
        label={label}
        value={value}
        error={error}
        onChange={onChange}
        data={zoneSchema.options.map((z) => ({ value: z, label: t(($) => $.common.zone[z]) }))}
      />
    );
  }
  if (field === 'category' || field === 'grid') {
    const data =
      field === 'category'
        ? shown.categories.map((c) => ({ value: String(c.no), label: `${c.no} ${c.short}` }))
        : shown.grids.map((g) => ({ value: g.no, label: `${g.no} ${g.name} ${g.lead}` }));
    return (
      <Select
        {...common}
        searchable
        clearable={field === 'grid'}
        data={data}
        filter={({ options, search }) =>
          options.filter((o) => 'label' in o && matchesPinyin(o.label, search)).slice(0, 60)
        }
        value={value || null}
        onChange={(no) => onChange(no ?? '')}
      />
    );
  }
  if (field === 'takenBy')
    return (
      <TakerNames
        {...common}
        instruction={props.instruction}
        typed={{ dispatchId: props.dispatchId }}
        value={value}
        onChange={onChange}
        autoFocus
      />
    );
  if (isTimed(field)) return <TimeField {...common} value={value} onChange={onChange} />;
  const change = (e: { currentTarget: { value: string } }) => onChange(e.currentTarget.value);
  if (field === 'text' || field === 'disposition' || field === 'scene')
    return <Textarea {...common} value={value} onChange={change} />;
  return <TextInput {...common} value={value} onChange={change} autoComplete="off" data-autofocus />;
}
