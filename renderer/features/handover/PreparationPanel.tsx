import { Autocomplete, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import { sections } from '../../../shared/handover/sections.ts';
import type { Person } from '../../../shared/people/types.ts';
import { errorText } from '../../app/errors.ts';
import { useMayCall } from '../../app/session.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Checklist } from './Checklist.tsx';
import css from './prepare.module.css';
import { usePreparation } from './use-preparation.ts';

/** Former versions had a note for each section; what stands in one is still printed and stays in reach. */
const formerNotes = sections.filter((name) => name !== 'other');

type Props = { view: HandoverView; people: readonly Person[] };

/** 交班准备: checklist with its results, the word to the relief, the witness; saved while typing. */
export function PreparationPanel({ view, people }: Props) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const stored = view.preparation;
  const { values, change, settle, state, error } = usePreparation(view.holder?.id ?? '', stored);
  const readOnly = !mayCall('handover.savePreparation');
  const setNote = (name: (typeof sections)[number], text: string) =>
    change({ ...values, notes: { ...values.notes, [name]: text } });
  // A field that is being emptied stays until the page is opened anew: nothing vanishes under the hands.
  const shown = formerNotes.filter((name) => stored.notes[name] !== '' || values.notes[name] !== '');
  return (
    <Panel
      title={t(($) => $.handover.prepare.title)}
      note={
        <span role="status" data-state={state} className={css.saveState}>
          {t(($) => $.handover.prepare[state])}
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing to press; it hears when a field is left */}
      <div className={css.stack} onBlur={settle}>
        {readOnly && <p className={css.dim}>{t(($) => $.handover.prepare.readOnly)}</p>}
        {state === 'unsaved' && error && <FieldError>{errorText(error)}</FieldError>}
        <Checklist values={values} change={change} readOnly={readOnly} />
        <Textarea
          label={t(($) => $.handover.prepare.notes)}
          placeholder={t(($) => $.handover.prepare.noteHint)}
          readOnly={readOnly}
          value={values.notes.other}
          onChange={(event) => setNote('other', event.currentTarget.value)}
        />
        {shown.length > 0 && (
          <>
            <p className={css.dim}>{t(($) => $.handover.prepare.otherNotes)}</p>
            <div className={css.notes}>
              {shown.map((name) => (
                <Textarea
                  key={name}
                  label={t(($) => $.handover.prepare.note[name])}
                  readOnly={readOnly}
                  value={values.notes[name]}
                  onChange={(event) => setNote(name, event.currentTarget.value)}
                />
              ))}
            </div>
          </>
        )}
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
