import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readYuan, yuanField } from '../../../shared/allowance/amount.ts';
import type { Site } from '../../../shared/settings/types.ts';
import { deskClient } from '../../app/client.ts';
import { fieldMessage } from '../../app/errors.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

const spanPattern = /^(\d{1,2}:\d{2})\s*[-–—~至到]\s*(\d{1,2}:\d{2})$/;
const two = (clock: string) => clock.padStart(5, '0');

function readSpan(line: string): [string, string] | undefined {
  const found = spanPattern.exec(line.trim().replaceAll('：', ':'));
  return found?.[1] && found[2] ? [two(found[1]), two(found[2])] : undefined;
}

const asText = (site: Site) => ({
  ...site,
  workingHours: site.workingHours.map((span) => span.join('-')).join('\n'),
  night: site.night.join('-'),
  nightAllowanceFen: yuanField(site.nightAllowanceFen),
});

type TextField =
  | 'name'
  | 'deskName'
  | 'timeZone'
  | 'changeover'
  | 'dutyPhone'
  | 'head'
  | 'night'
  | 'nightAllowanceFen';

/** Names, zone, changeover, working hours, night and its allowance (in yuan) of the site. */
export function SiteTab({ site, editable }: { site: Site; editable: boolean }) {
  const { t } = useTranslation();
  const [values, setValues] = useState(() => asText(site));
  const { errors, setErrors, busy, saved, save } = useSave();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const spans = values.workingHours
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readSpan);
    const night = readSpan(values.night);
    const nightAllowanceFen = readYuan(values.nightAllowanceFen);
    const good = spans.filter((span) => span !== undefined);
    const wrong = t(($) => $.settings.site.spans);
    const bad = {
      ...(good.length < spans.length ? { workingHours: wrong } : {}),
      ...(night ? {} : { night: wrong }),
      ...(nightAllowanceFen === undefined ? { nightAllowanceFen: fieldMessage('amount') } : {}),
    };
    if (!night || nightAllowanceFen === undefined || good.length < spans.length) setErrors(bad);
    else
      await save(() =>
        deskClient.settings.setSite({ ...values, workingHours: good, night, nightAllowanceFen }),
      );
  };
  const field = (name: TextField) => ({
    label: t(($) => $.settings.site[name]),
    value: values[name],
    error: errors[name],
    readOnly: !editable,
    onChange: (e: React.ChangeEvent<HTMLInputElement>) =>
      setValues({ ...values, [name]: e.currentTarget.value }),
  });
  return (
    <div className={classes.narrow}>
      <Panel title={t(($) => $.settings.site.title)}>
        <form onSubmit={submit} noValidate>
          <div className={classes.pairs}>
            <TextInput {...field('name')} className={classes.full} required />
            <TextInput {...field('deskName')} required />
            <TextInput {...field('dutyPhone')} />
            <TextInput {...field('head')} />
            <TextInput {...field('timeZone')} />
            <TextInput {...field('changeover')} />
            <TextInput {...field('night')} description={t(($) => $.settings.site.nightHint)} />
            <TextInput
              {...field('nightAllowanceFen')}
              description={t(($) => $.settings.site.nightAllowanceHint)}
              inputMode="decimal"
            />
            <Textarea
              className={classes.full}
              label={t(($) => $.settings.site.workingHours)}
              description={t(($) => $.settings.site.workingHint)}
              value={values.workingHours}
              error={errors.workingHours}
              readOnly={!editable}
              onChange={(e) => setValues({ ...values, workingHours: e.currentTarget.value })}
            />
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
