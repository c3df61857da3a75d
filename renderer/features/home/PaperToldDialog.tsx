import { Autocomplete, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { TimeField } from '../../components/TimeField.tsx';
import { typedTime } from '../../components/typed-time.ts';
import classes from './side.module.css';

/** Named as the engine refuses them, so that a refusal stands at its field. */
const empty = { 'step.who': '', 'step.occurredAtMs': '', 'step.text': '' };

/** 已报告领导: which leader was told of a paper and when; the crew's leader on duty stands there already. */
export function PaperToldDialog({ entry, onClose }: { entry: LogEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const people = useQuery(desk.people.list.queryOptions()).data ?? [];
  const members = useQuery(desk.desk.view.queryOptions()).data?.holder?.members ?? [];
  const onDuty = members.find((m) => m.duty === 'leaderOnDuty')?.name ?? '';
  const leaders = people.filter((p) => p.active && p.roles.includes('leaderOnDuty')).map((p) => p.name);
  return (
    <FormDialog
      title={t(($) => $.crew.papers.reportTitle)}
      draft={`paper-told.${entry.id}`}
      initial={{ ...empty, 'step.who': onDuty }}
      submit={t(($) => $.common.save)}
      onClose={onClose}
      save={(values) =>
        deskClient.dutyLog.step({
          id: entry.id,
          step: {
            kind: 'reported',
            who: values['step.who'],
            text: values['step.text'],
            occurredAtMs: typedTime(
              values['step.occurredAtMs'],
              'step.occurredAtMs',
              engineNow(),
              format.timeZone,
            ),
          },
        })
      }
    >
      {({ values, errors, set }) => (
        <>
          <p className={classes.plain}>{entry.title || entry.text.slice(0, 80)}</p>
          <Autocomplete
            label={t(($) => $.crew.papers.who)}
            required
            data-autofocus
            data={[...new Set(leaders)]}
            openOnFocus={false}
            comboboxProps={{ withinPortal: false }}
            value={values['step.who']}
            error={errors['step.who']}
            onChange={(who) => set({ 'step.who': who })}
          />
          <TimeField
            label={t(($) => $.crew.papers.at)}
            emptyIsNow
            value={values['step.occurredAtMs']}
            error={errors['step.occurredAtMs']}
            onChange={(text) => set({ 'step.occurredAtMs': text })}
          />
          <Textarea
            label={t(($) => $.crew.papers.words)}
            autosize
            minRows={1}
            maxRows={5}
            value={values['step.text']}
            error={errors['step.text']}
            onChange={(event) => set({ 'step.text': event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
