import type { LogKind } from '../../../shared/duty-log/types.ts';
import type { FieldErrors } from '../../app/field-words.ts';
import { FieldInput } from './FieldInput.tsx';
import css from './form.module.css';
import type { FieldName } from './form-layout.ts';

type Props = {
  kind: LogKind;
  rows: readonly (readonly FieldName[])[];
  typedIn: (field: FieldName) => string;
  errors: FieldErrors;
  onChange: (field: FieldName, typed: string) => void;
  correcting?: boolean;
};

/** Fields in the rows of their paper form. */
export function FieldRows({ kind, rows, typedIn, errors, onChange, correcting }: Props) {
  return rows.map((row) => (
    <div key={row[0]} className={css.row} data-fields={row.length} data-first={row[0]}>
      {row.map((field) => (
        <FieldInput
          key={field}
          kind={kind}
          field={field}
          value={typedIn(field)}
          error={errors[field]}
          correcting={correcting}
          onChange={(typed) => onChange(field, typed)}
        />
      ))}
    </div>
  ));
}
