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
import { LimitsHistory } from './LimitsHistory.tsx';
import {
  bucketNames,
  type LimitsText,
  limitsAsText,
  limitsError,
  limitsFromText,
  minuteGroups,
} from './limits-form.ts';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

const groups = [
  ['clocks', minuteGroups.clocks],
  ['alarms', [...minuteGroups.alarms, 'arrivalWarnings']],
  ['escalation', minuteGroups.escalation],
  ['shift', minuteGroups.shift],
  ['buckets', bucketNames],
] as const;

const hinted = { arrivalWarnings: 'arrivalWarningsHint', acceptance: 'bucketsHint' } as const;

/** Limits of clocks, alarms, escalation and counting, with the time from which they hold and all that were set before. */
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
  const [values, setValues] = useState(() => limitsAsText(limits));
  const [from, setFrom] = useState('');
  const { errors, setErrors, busy, saved, save } = useSave();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = from.trim();
    const effectiveFromMs =
      typed === '' ? undefined : readTime(typed, engineNow(), format.timeZone, 'future');
    if (typed !== '' && effectiveFromMs === undefined) {
      setErrors({ effectiveFromMs: fieldMessage('time') });
      return;
    }
    await save(() => deskClient.settings.setLimits({ effectiveFromMs, limits: limitsFromText(values) }));
  };
  const field = (name: keyof LimitsText) => (
    <TextInput
      key={name}
      label={t(($) => $.settings.limits[name])}
      description={
        name in hinted ? t(($) => $.settings.limits[hinted[name as keyof typeof hinted]]) : undefined
      }
      inputMode="numeric"
      value={values[name]}
      error={limitsError(errors, name)}
      readOnly={!editable}
      onChange={(e) => setValues({ ...values, [name]: e.currentTarget.value })}
    />
  );

  return (
    <div className={classes.narrow}>
      <Panel
        title={t(($) => $.settings.limits.title)}
        note={sinceMs > 0 ? t(($) => $.settings.limits.since, { time: format.dateTime(sinceMs) }) : undefined}
      >
        <form onSubmit={submit} noValidate>
          {groups.map(([group, names]) => (
            <fieldset key={group} className={classes.group}>
              <legend>{t(($) => $.settings.limits.group[group])}</legend>
              <div className={classes.trio}>{names.map(field)}</div>
            </fieldset>
          ))}
          {editable && (
            <>
              <div className={classes.trio}>
                <TimeField
                  label={t(($) => $.settings.limits.effectiveFrom)}
                  description={t(($) => $.settings.limits.effectiveHint)}
                  sense="future"
                  emptyIsNow
                  value={from}
                  error={errors.effectiveFromMs}
                  onChange={setFrom}
                />
              </div>
              <div className={classes.foot}>
                {saved && <span className={classes.good}>{t(($) => $.settings.savedAt)}</span>}
                <Button type="submit" variant="filled" loading={busy}>
                  {t(($) => $.common.save)}
                </Button>
              </div>
            </>
          )}
        </form>
      </Panel>
      <LimitsHistory />
    </div>
  );
}
