import { Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { secrecySchema } from '../../../shared/duty-log/details.ts';
import { type LogKind, urgencySchema } from '../../../shared/duty-log/types.ts';
import { NameInput } from '../../components/log/NameInput.tsx';
import { PhraseTextarea } from '../../components/PhraseTextarea.tsx';
import { TimeField } from '../../components/TimeField.tsx';
import { type FieldName, labelKey } from './form-layout.ts';

/** One field of an entry's form, whichever form it stands on. */
export type FieldProps = {
  kind: LogKind;
  field: FieldName;
  value: string;
  error: string | undefined;
  onChange: (typed: string) => void;
  /** A correction shows what stood before instead of what would be filled in by itself. */
  correcting?: boolean;
};

const long = new Set<FieldName>(['handling', 'requirements', 'repair', 'subject', 'remarks']);
const people = new Set<FieldName>(['recipient', 'receivedBy']);
const units = new Set<FieldName>(['recipientUnit', 'sentTo']);

/** The columns of the log keep their one name for readers, whatever the form of the kind calls them. */
function useNames(kind: LogKind, field: FieldName) {
  const { t } = useTranslation();
  const label = t(($) => $.log.field[labelKey(kind, field)]);
  const plain = t(($) => $.log.field[field]);
  return { label, 'aria-label': label === plain ? undefined : `${label} ${plain}` };
}

/** The control that fits a field; a stamp of a roll call and the place of the text are the form's own. */
export function FieldInput(props: FieldProps) {
  const { kind, field, value, error, onChange } = props;
  const { t } = useTranslation();
  const names = useNames(kind, field);
  const common = { ...names, value, error };
  if (field === 'text')
    return (
      <PhraseTextarea
        {...common}
        phrases="log"
        data-autofocus
        required
        rows={kind === 'rollCall' || kind === 'document' ? 2 : 3}
        onChange={onChange}
      />
    );
  if (field === 'urgency' || field === 'secrecy' || field === 'gender' || field === 'stage')
    return <Choice {...props} label={names.label} />;
  if (field === 'occurred' || field === 'called' || field === 'answered')
    return (
      <TimeField {...common} emptyIsNow={field === 'occurred' && !props.correcting} onChange={onChange} />
    );
  if (people.has(field)) return <NameInput {...common} of="people" onChange={onChange} />;
  if (units.has(field)) return <NameInput {...common} of="units" onChange={onChange} />;
  if (field === 'from' && kind === 'leaderInstruction')
    return <NameInput {...common} of="leaders" onChange={onChange} />;
  if (field === 'copies')
    return <TextInput {...common} inputMode="numeric" onChange={(e) => onChange(e.currentTarget.value)} />;
  if (long.has(field))
    return (
      <Textarea
        {...common}
        minRows={1}
        maxRows={6}
        spellCheck={false}
        onChange={(e) => onChange(e.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...common}
      inputMode={field === 'phone' ? 'tel' : undefined}
      placeholder={
        field === 'receiptNo' && !props.correcting ? t(($) => $.log.form.numberedByItself) : undefined
      }
      autoComplete="off"
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}

type ChoiceProps = FieldProps & { label: string };

/** Few fixed words: all in sight where there is room, the grades of secrecy in a list. */
function Choice({ field, value, error, onChange, label }: ChoiceProps) {
  const { t } = useTranslation();
  if (field === 'secrecy')
    return (
      <Select
        label={label}
        error={error}
        allowDeselect={false}
        value={value || 'none'}
        data={secrecySchema.options.map((each) => ({ value: each, label: t(($) => $.log.secrecy[each]) }))}
        onChange={(next) => onChange(next ?? 'none')}
      />
    );
  const data =
    field === 'urgency'
      ? urgencySchema.options.map((each) => ({ value: each, label: t(($) => $.log.urgency[each]) }))
      : field === 'gender'
        ? (['', 'male', 'female'] as const).map((each) => ({
            value: each,
            label: t(($) => $.log.gender[each || 'unsaid']),
          }))
        : (['', 'first', 'followUp', 'final'] as const).map((each) => ({
            value: each,
            label: t(($) => $.log.stage[each || 'unsaid']),
          }));
  return (
    <Input.Wrapper size="md" label={label} error={error} labelElement="div">
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={label}
        value={field === 'urgency' ? value || 'routine' : value}
        data={data}
        onChange={onChange}
      />
    </Input.Wrapper>
  );
}
