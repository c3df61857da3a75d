import { Autocomplete, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CarryItem, type Section, sections } from '../../../shared/handover/sections.ts';
import { deskClient } from '../../app/client.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import css from './handover.module.css';
import type { LineTask } from './line-task.ts';

type Props = { task: Exclude<LineTask, { kind: 'end' }>; names: string[]; onClose: () => void };

/** 修改 a carried line, also into another section; 改写 a line of the log: the entry itself stays as it is. */
export function EditLineDialog({ task, names, onClose }: Props) {
  const { t } = useTranslation();
  const rewording = task.kind === 'reword';
  const initial = rewording
    ? { section: task.section, text: task.line.text, owner: '' }
    : { section: task.item.section, text: task.item.text, owner: task.item.owner };
  const key = rewording ? task.line.key : task.item.id;
  return (
    <FormDialog
      title={rewording ? t(($) => $.handover.sections.rewordTitle) : t(($) => $.handover.sections.editTitle)}
      draft={`handover.carry.${key}`}
      initial={initial}
      submit={t(($) => $.common.save)}
      size="lg"
      onClose={onClose}
      save={(values) =>
        deskClient.handover.saveCarry({ ...values, ...(rewording ? { entryId: key } : { id: key }) })
      }
    >
      {({ values, errors, set }) => (
        <>
          {rewording && <p className={css.dim}>{t(($) => $.handover.sections.rewordText)}</p>}
          <Textarea
            label={t(($) => $.handover.sections.text)}
            required
            data-autofocus
            minRows={3}
            value={values.text}
            error={errors.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <Select
            label={t(($) => $.handover.sections.sectionLabel)}
            allowDeselect={false}
            data={sections.map((section) => ({
              value: section,
              label: t(($) => $.handover.prepare.note[section]),
            }))}
            value={values.section}
            onChange={(section) => section && set({ section: section as Section })}
          />
          <Autocomplete
            label={t(($) => $.handover.sections.owner)}
            placeholder={t(($) => $.handover.sections.ownerHint)}
            size="md"
            data={names}
            limit={20}
            value={values.owner}
            error={errors.owner}
            onChange={(owner) => set({ owner })}
          />
        </>
      )}
    </FormDialog>
  );
}

/** 办结 of a carried line: with what came of it; the sheet of this shift prints it once more. */
export function EndLineDialog({ item, onClose }: { item: CarryItem; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t(($) => $.handover.sections.endTitle)}
      draft={`handover.carry.end.${item.id}`}
      initial={{ text: '' }}
      submit={t(($) => $.handover.sections.end)}
      onClose={onClose}
      save={({ text }) => deskClient.handover.endCarry({ id: item.id, text })}
    >
      {({ values, errors, set }) => (
        <>
          <p className={css.plain}>{item.text}</p>
          <Textarea
            label={t(($) => $.handover.sections.endText)}
            description={t(($) => $.handover.sections.endHint)}
            required
            data-autofocus
            value={values.text}
            error={errors.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
