import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PhraseField, phraseFieldSchema } from '../../../shared/dictionary/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useMayCall } from '../../app/session.ts';
import { PhrasesList } from './PhrasesList.tsx';
import classes from './settings.module.css';

/** 短语与代码: what is typed again and again, and how instructions end; a shift lead or administrator changes both. */
export function PhrasesTab() {
  const { t } = useTranslation();
  const may = useMayCall();
  const view = useQuery(desk.dictionary.view.queryOptions()).data;
  const [field, setField] = useState<PhraseField>('text');
  const editable = may('dictionary.savePhrase');
  const phrases = (view?.phrases ?? []).filter((p) => p.field === field);
  return (
    <div className={classes.narrow}>
      {!editable && <p className={classes.dim}>{t(($) => $.dictionary.readOnly)}</p>}
      <PhrasesList
        key={field}
        title={t(($) => $.dictionary.phrases.title)}
        intro={t(($) => $.dictionary.phrases.intro)}
        empty={t(($) => $.dictionary.phrases.empty)}
        words={{
          text: t(($) => $.dictionary.phrases.text),
          note: t(($) => $.dictionary.phrases.initials),
          add: t(($) => $.dictionary.phrases.add),
          edit: t(($) => $.dictionary.phrases.edit),
        }}
        items={phrases.map((p) => ({ ...p, note: p.initials }))}
        editable={editable}
        save={(item) => deskClient.dictionary.savePhrase({ ...item, field })}
        chooser={
          <SegmentedControl
            data={phraseFieldSchema.options.map((f) => ({
              value: f,
              label: t(($) => $.dictionary.field[f]),
            }))}
            value={field}
            onChange={(next) => setField(next as PhraseField)}
            aria-label={t(($) => $.dictionary.phrases.title)}
          />
        }
      />
      <PhrasesList
        title={t(($) => $.dictionary.codes.title)}
        intro={t(($) => $.dictionary.codes.intro)}
        empty={t(($) => $.dictionary.codes.empty)}
        words={{
          text: t(($) => $.dictionary.codes.text),
          add: t(($) => $.dictionary.codes.add),
          edit: t(($) => $.dictionary.codes.edit),
        }}
        items={view?.codes ?? []}
        editable={may('dictionary.saveCode')}
        save={(item) => deskClient.dictionary.saveCode(item)}
      />
    </div>
  );
}
