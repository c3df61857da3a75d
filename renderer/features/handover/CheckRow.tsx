import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckName } from '../../../shared/handover/prepare.ts';
import type { Preparation } from '../../../shared/handover/types.ts';
import css from './prepare.module.css';

/** What every row of the checklist gets: the preparation as it is being typed, and a way to change it. */
export type CheckProps = {
  values: Preparation;
  change: (next: Preparation) => void;
  readOnly: boolean;
};

/** The preparation with one test ticked or not. */
export const ticked = (
  values: Preparation,
  name: Exclude<CheckName, 'backup'>,
  done: boolean,
): Preparation => ({
  ...values,
  selfTest: { ...values.selfTest, [name]: done },
});

type Result = { text: string; tone?: 'good' | 'warning' | 'dim' };

type RowProps = CheckProps & {
  name: Exclude<CheckName, 'backup'>;
  result?: Result | undefined;
  children?: ReactNode;
};

/** One row: the tick, what does the test, and under them what came of it. */
export function CheckRow({ name, values, change, readOnly, result, children }: RowProps) {
  const { t } = useTranslation();
  return (
    <li className={css.check}>
      <Checkbox
        label={t(($) => $.handover.prepare.test[name])}
        checked={values.selfTest[name]}
        disabled={readOnly}
        onChange={(event) => change(ticked(values, name, event.currentTarget.checked))}
      />
      <div className={css.do}>{children}</div>
      {result && (
        <p className={css.result} role="status" data-tone={result.tone ?? 'dim'}>
          {result.tone === 'warning' && '◆ '}
          {result.text}
        </p>
      )}
    </li>
  );
}
