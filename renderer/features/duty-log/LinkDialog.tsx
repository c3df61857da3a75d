import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LinkKind, linkKindSchema } from '../../../shared/duty-log/links.ts';
import { desk, deskClient } from '../../app/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { matchesPinyin } from '../../components/pinyin.ts';

/** Instructions offered at once; more are found by number, place or words. */
const OFFERED = 30;

type Choice = { value: string; label: string };
type Props = { entryId: string; others: readonly { id: string; label: string }[]; onClose: () => void };

/** Links an entry to an instruction, a supply or another entry of the day. */
export function LinkDialog({ entryId, others, onClose }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const instructions = useQuery(
    desk.instructions.list.queryOptions({
      input: { words, limit: OFFERED, offset: 0 },
      placeholderData: keepPreviousData,
    }),
  ).data;
  const supplies = useQuery(desk.supplies.list.queryOptions()).data;
  const choices: Record<LinkKind, Choice[]> = {
    instruction: (instructions?.rows ?? []).map((i) => ({ value: i.id, label: `${i.number} ${i.place}` })),
    supply: (supplies?.items ?? []).map((s) => ({ value: s.id, label: `${s.name} ${s.unitName}` })),
    entry: others.filter((o) => o.id !== entryId).map((o) => ({ value: o.id, label: o.label })),
  };
  return (
    <FormDialog
      title={t(($) => $.log.link.action)}
      draft={`log.link.${entryId}`}
      initial={{ kind: 'instruction' as LinkKind, 'links.0.targetId': '' }}
      submit={t(($) => $.log.link.action)}
      onClose={onClose}
      save={(typed) =>
        deskClient.dutyLog.link({
          id: entryId,
          links: [{ kind: typed.kind, targetId: typed['links.0.targetId'] }],
        })
      }
    >
      {({ values, errors, set }) => (
        <>
          <SegmentedControl
            fullWidth
            aria-label={t(($) => $.log.link.kind)}
            value={values.kind}
            data={linkKindSchema.options.map((kind) => ({
              value: kind,
              label: t(($) => $.log.link.kindOf[kind]),
            }))}
            onChange={(kind) => set({ kind: linkKindSchema.parse(kind), 'links.0.targetId': '' })}
          />
          <Select
            key={values.kind}
            label={t(($) => $.log.link.kindOf[values.kind])}
            data-autofocus
            searchable
            required
            selectFirstOptionOnChange
            comboboxProps={{ withinPortal: false }}
            placeholder={t(($) => $.log.link.hint[values.kind])}
            nothingFoundMessage={t(($) => $.common.none)}
            data={choices[values.kind]}
            filter={({ options, search }) =>
              // Instructions have been searched for already, in all that they say.
              values.kind === 'instruction'
                ? options
                : options.filter((o) => 'label' in o && matchesPinyin(o.label, search))
            }
            onSearchChange={(typed) =>
              values.kind === 'instruction' &&
              !choices.instruction.some((c) => c.label === typed) &&
              setWords(typed)
            }
            value={values['links.0.targetId'] || null}
            error={errors['links.0.targetId']}
            onChange={(id) => set({ 'links.0.targetId': id ?? '' })}
          />
        </>
      )}
    </FormDialog>
  );
}
