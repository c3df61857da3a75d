import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import classes from './BackEntry.module.css';
import { ChoiceField, ClockField, type FieldKit, LineField, WordsField } from './BackEntryFields.tsx';

/** The lower half of the form: what was done, each step with the time that stands on it. */
export function BackEntrySteps({ kit }: { kit: FieldKit }) {
  const { t } = useTranslation();
  const units = useSettings()?.units ?? [];
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const codes = useQuery(desk.dictionary.view.queryOptions()).data?.codes ?? [];
  const targets = [
    ...groups.map((g) => ({ value: `group:${g.id}`, label: g.name })),
    ...units.map((u) => ({ value: `unit:${u.id}`, label: u.name })),
  ];
  return (
    <>
      <h3 className={classes.heading}>{t(($) => $.papers.back.sending)}</h3>
      <ChoiceField kit={kit} name="to" label={t(($) => $.instructions.field.to)} data={targets} />
      <ClockField kit={kit} name="dispatchedAt" label={t(($) => $.papers.back.dispatchedAt)} />
      <LineField kit={kit} name="takenBy" label={t(($) => $.instructions.field.takenBy)} />
      <ClockField kit={kit} name="takenAt" label={t(($) => $.instructions.field.takenAtMs)} />
      <ChoiceField
        kit={kit}
        name="means"
        label={t(($) => $.instructions.field.means)}
        clearable={false}
        data={(['phone', 'radio', 'inPerson', 'message'] as const).map((value) => ({
          value,
          label: t(($) => $.common.means[value]),
        }))}
      />
      <LineField kit={kit} name="despite" label={t(($) => $.instructions.field.despite)} />
      <LineField kit={kit} name="members" label={t(($) => $.instructions.field.members)} />
      <LineField kit={kit} name="vehicle" label={t(($) => $.instructions.field.vehicle)} />
      <ChoiceField
        kit={kit}
        name="uniformed"
        label={t(($) => $.instructions.field.uniformed)}
        data={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(($) => $.papers.back.uniform[value]),
        }))}
      />
      <LineField kit={kit} name="notified" label={t(($) => $.instructions.detail.notices)} width="half" />
      <ClockField
        kit={kit}
        name="notifiedAt"
        label={t(($) => $.instructions.field.notifiedAtMs)}
        width="half"
      />
      <h3 className={classes.heading}>{t(($) => $.papers.back.scene)}</h3>
      <ClockField
        kit={kit}
        name="arrivedAt"
        label={t(($) => $.instructions.field.arrivedAtMs)}
        width="full"
      />
      <WordsField kit={kit} name="scene" label={t(($) => $.instructions.field.scene)} />
      <LineField kit={kit} name="delayReason" label={t(($) => $.papers.back.delayReason)} />
      <LineField kit={kit} name="explainedTo" label={t(($) => $.instructions.field.explainedTo)} />
      <ClockField kit={kit} name="explainedAt" label={t(($) => $.instructions.field.explainedAtMs)} />
      <h3 className={classes.heading}>{t(($) => $.papers.back.result)}</h3>
      <WordsField kit={kit} name="disposition" label={t(($) => $.instructions.field.disposition)} />
      <ChoiceField
        kit={kit}
        name="codeId"
        label={t(($) => $.instructions.field.code)}
        data={codes.filter((c) => c.active).map((c) => ({ value: c.id, label: c.text }))}
      />
      <ClockField kit={kit} name="resolvedAt" label={t(($) => $.papers.back.resolvedAt)} width="two" />
      <LineField kit={kit} name="reportedTo" label={t(($) => $.instructions.field.reportedTo)} />
      <ClockField
        kit={kit}
        name="reportedAt"
        label={t(($) => $.instructions.field.reportedAtMs)}
        width="two"
      />
      <Checkbox
        className={classes.full}
        label={t(($) => $.papers.back.close)}
        checked={kit.values.close === 'yes'}
        onChange={(e) => kit.set({ close: e.currentTarget.checked ? 'yes' : '' })}
      />
    </>
  );
}
