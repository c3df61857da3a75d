import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { FieldError } from '../../components/FieldError.tsx';
import classes from './intake.module.css';

type Props = {
  label: string;
  data: { value: string; label: string }[];
  /** `''` while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** Dim words beside the label: where the value comes from. */
  note?: string;
  error?: string;
  /** A choice that must not be overlooked. */
  alert?: boolean;
};

/** A few words to choose one from, seen all at once; an empty one shows that nobody has decided. */
export function IntakeChoice({ label, data, value, onChange, required, note, error, alert }: Props) {
  const errorId = useId();
  return (
    <fieldset className={classes.choice} aria-describedby={error ? errorId : undefined}>
      <legend>
        {label}
        {required && (
          <span className={classes.required} aria-hidden="true">
            {' *'}
          </span>
        )}
        {note && <span className={classes.choiceNote}>{note}</span>}
      </legend>
      <SegmentedControl
        fullWidth
        size="md"
        data={data}
        value={value}
        onChange={onChange}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-required={required}
        color={alert ? 'red' : undefined}
      />
      <FieldError id={errorId}>{error}</FieldError>
    </fieldset>
  );
}
