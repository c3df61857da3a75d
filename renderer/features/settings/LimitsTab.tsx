import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Limits } from '../../../shared/settings/types.ts';
import { deskClient } from '../../app/client.ts';
import { fieldMessage } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { Panel } from '../../components/Panel.tsx';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

const numbers = [
  'mainUrban',
  'other',
  'dispatchMinutes',
  'sceneReportMinutes',
  'reportBackMinutes',
  'leaderNoticeMinutes',
  'overdueRepeatMinutes',
  'handoverGraceMinutes',
] as const;

const asText = (limits: Limits): Record<string, string> => ({
  mainUrban: String(limits.arrivalMinutes.mainUrban),
  other: String(limits.arrivalMinutes.other),
  dispatchMinutes: String(limits.dispatchMinutes),
  sceneReportMinutes: String(limits.sceneReportMinutes),
  reportBackMinutes: String(limits.reportBackMinutes),
  leaderNoticeMinutes: String(limits.leaderNoticeMinutes),
  overdueRepeatMinutes: String(limits.overdueRepeatMinutes),
  handoverGraceMinutes: String(limits.handoverGraceMinutes),
  arrivalWarnings: limits.arrivalWarnings.join(' '),
  effectiveFrom: '',
});

/** Limits of clocks and alarms, with the time from which they hold. */
export function LimitsTab({
  limits,
  sinceMs,
  editable,
}: {
  limits: Limits;
  sinceMs: number;
  editable: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [values, setValues] = useState(() => asText(limits));
  const { errors, setErrors, busy, saved, save } = useSave();
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const minutes = (name: string) => Number(values[name]?.trim() || Number.NaN);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const from = values.effectiveFrom?.trim() ?? '';
    const effectiveFromMs = from === '' ? undefined : readTime(from, engineNow(), format.timeZone, 'future');
    if (from !== '' && effectiveFromMs === undefined) {
      setErrors({ effectiveFromMs: fieldMessage('time') });
      return;
    }
    await save(() =>
      deskClient.settings.setLimits({
        effectiveFromMs,
        limits: {
          arrivalMinutes: { mainUrban: minutes('mainUrban'), other: minutes('other') },
          dispatchMinutes: minutes('dispatchMinutes'),
          sceneReportMinutes: minutes('sceneReportMinutes'),
          reportBackMinutes: minutes('reportBackMinutes'),
          leaderNoticeMinutes: minutes('leaderNoticeMinutes'),
          overdueRepeatMinutes: minutes('overdueRepeatMinutes'),
          handoverGraceMinutes: minutes('handoverGraceMinutes'),
          arrivalWarnings: (values.arrivalWarnings ?? '')
            .split(/[、,，\s]+/)
            .filter(Boolean)
            .map(Number),
        },
      }),
    );
  };
  const errorOf = (name: string) => errors[`limits.${name}`] ?? errors[`limits.arrivalMinutes.${name}`];
  const warningsError = Object.entries(errors).find(([path]) =>
    path.startsWith('limits.arrivalWarnings'),
  )?.[1];

  return (
    <div className={classes.narrow}>
      <Panel
        title={t(($) => $.settings.limits.title)}
        note={sinceMs > 0 ? t(($) => $.settings.limits.since, { time: format.dateTime(sinceMs) }) : undefined}
      >
        <form onSubmit={submit} noValidate>
          <div className={classes.pairs}>
            {numbers.map((name) => (
              <TextInput
                key={name}
                label={t(($) => $.settings.limits[name])}
                inputMode="numeric"
                value={values[name] ?? ''}
                error={errorOf(name)}
                readOnly={!editable}
                onChange={(e) => set(name, e.currentTarget.value)}
              />
            ))}
            <TextInput
              label={t(($) => $.settings.limits.arrivalWarnings)}
              description={t(($) => $.settings.limits.arrivalWarningsHint)}
              value={values.arrivalWarnings ?? ''}
              error={warningsError}
              readOnly={!editable}
              onChange={(e) => set('arrivalWarnings', e.currentTarget.value)}
            />
            {editable && (
              <TimeField
                label={t(($) => $.settings.limits.effectiveFrom)}
                description={t(($) => $.settings.limits.effectiveHint)}
                sense="future"
                emptyIsNow
                value={values.effectiveFrom ?? ''}
                error={errors.effectiveFromMs}
                onChange={(value) => set('effectiveFrom', value)}
              />
            )}
          </div>
          {editable && (
            <div className={classes.foot}>
              {saved && <span className={classes.good}>{t(($) => $.settings.savedAt)}</span>}
              <Button type="submit" variant="filled" loading={busy}>
                {t(($) => $.common.save)}
              </Button>
            </div>
          )}
        </form>
      </Panel>
    </div>
  );
}
