import { Autocomplete, Button, Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preparation } from '../../../shared/handover/types.ts';
import type { Person } from '../../../shared/people/types.ts';
import { shell } from '../../app/client.ts';
import { errorText, notifyError } from '../../app/errors.ts';
import { useMayCall } from '../../app/session.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Panel } from '../../components/Panel.tsx';
import css from './handover.module.css';
import { usePreparation } from './use-preparation.ts';

const tests = ['phoneLine', 'speaker', 'clock', 'printer'] as const;
const notes = ['toFollow', 'important', 'requirements', 'inspections', 'articles', 'other'] as const;

type Props = { stored: Preparation; people: readonly Person[] };

/** 交班准备: self-test, notes for the sheet, witness; saved while typing. */
export function PreparationPanel({ stored, people }: Props) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const { values, change, state, error } = usePreparation(stored);
  const readOnly = !mayCall('handover.savePreparation');
  const testTone = () => shell({ op: 'testTone' }).catch(notifyError);
  return (
    <Panel
      title={t(($) => $.handover.prepare.title)}
      note={
        <span role="status" data-state={state} className={css.saveState}>
          {t(($) => $.handover.prepare[state])}
        </span>
      }
    >
      <div className={css.stack}>
        {readOnly && <p className={css.dim}>{t(($) => $.handover.prepare.readOnly)}</p>}
        {state === 'unsaved' && <FieldError>{errorText(error)}</FieldError>}
        <fieldset className={css.fieldset}>
          <legend className={css.legend}>{t(($) => $.handover.prepare.selfTest)}</legend>
          <div className={css.tests}>
            {tests.map((name) => (
              <Checkbox
                key={name}
                label={t(($) => $.handover.prepare.test[name])}
                checked={values.selfTest[name]}
                disabled={readOnly}
                onChange={(event) =>
                  change({ ...values, selfTest: { ...values.selfTest, [name]: event.currentTarget.checked } })
                }
              />
            ))}
            <Button size="compact-md" onClick={testTone}>
              {t(($) => $.handover.prepare.testTone)}
            </Button>
          </div>
        </fieldset>
        <div className={css.notes}>
          {notes.map((name) => (
            <Textarea
              key={name}
              label={t(($) => $.handover.prepare.note[name])}
              placeholder={t(($) => $.handover.prepare.hint[name])}
              readOnly={readOnly}
              value={values.notes[name]}
              onChange={(event) =>
                change({ ...values, notes: { ...values.notes, [name]: event.currentTarget.value } })
              }
            />
          ))}
        </div>
        <Autocomplete
          className={css.witness}
          label={t(($) => $.handover.prepare.witness)}
          data={[...new Set(people.filter((p) => p.active).map((p) => p.name))]}
          limit={20}
          size="md"
          readOnly={readOnly}
          value={values.witness}
          onChange={(witness) => change({ ...values, witness })}
        />
      </div>
    </Panel>
  );
}
