import { SegmentedControl } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupings } from '../../../shared/timeliness/types.ts';
import { dateAsShown } from '../../app/date-words.ts';
import { type Days, type Preset, presets } from './period-choice.ts';
import classes from './statistics.module.css';

type Props = {
  preset: Preset;
  days: Days;
  by: string;
  change: (patch: Record<string, string | null>) => void;
};

/** Which days, and by what they are grouped. */
export function PeriodBar({ preset, days, by, change }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={t(($) => $.timeliness.period.label)}
        data={presets.map((value) => ({ value, label: t(($) => $.timeliness.period[value]) }))}
        value={preset}
        onChange={(period) =>
          change(
            period === 'custom'
              ? { period, from: days.fromDay, to: days.toDay }
              : { period, from: null, to: null },
          )
        }
      />
      {preset === 'custom' && <RangeField days={days} change={change} />}
      <SegmentedControl
        aria-label={t(($) => $.timeliness.by.label)}
        data={groupings.map((value) => ({ value, label: t(($) => $.timeliness.by[value]) }))}
        value={by}
        onChange={(value) => change({ by: value })}
      />
    </div>
  );
}

/** The address changes only when both days are chosen: half a range is nobody's period. */
function RangeField({ days, change }: Pick<Props, 'days' | 'change'>) {
  const { t, i18n } = useTranslation();
  const shown = (day: string) => dateAsShown(day, i18n.language !== 'en');
  const [half, setHalf] = useState<string | null>(null);
  return (
    <DatePickerInput
      type="range"
      size="sm"
      w={262}
      allowSingleDateInRange
      aria-label={`${t(($) => $.timeliness.period.range)} ${shown(days.fromDay)} – ${shown(days.toDay)}`}
      placeholder={t(($) => $.timeliness.period.pickRange)}
      value={half ? [half, null] : [days.fromDay, days.toDay]}
      onChange={([from, to]) => {
        setHalf(from && !to ? from : null);
        if (from && to) change({ from, to });
      }}
    />
  );
}
