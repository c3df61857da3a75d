import { type OptionsFilter, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CategoryGuess } from '../../../shared/instructions/intake.ts';
import { severitySchema, zoneSchema } from '../../../shared/instructions/types.ts';
import type { FieldErrors } from '../../app/errors.ts';
import { useSettings } from '../../app/settings.ts';
import type { IntakeValues } from '../../components/intake-drafts.ts';
import { matchesPinyin } from '../../components/pinyin.ts';
import { IntakeChoice } from './IntakeChoice.tsx';
import { IntakeGuess } from './IntakeGuess.tsx';
import classes from './intake.module.css';

const byPinyin = {
  searchable: true,
  clearable: true,
  limit: 60,
  filter: (({ options, search, limit }) =>
    options.filter((o) => 'label' in o && matchesPinyin(o.label, search)).slice(0, limit)) as OptionsFilter,
};

type Props = {
  values: IntakeValues;
  errors: FieldErrors;
  set: (patch: Partial<IntakeValues>) => void;
  guess: CategoryGuess | null;
};

/** Where it belongs: grid and zone, category and severity. What is filled in by another field says so and may be changed. */
export function IntakeSorting({ values, errors, set, guess }: Props) {
  const { t } = useTranslation();
  const settings = useSettings();
  const limits = settings?.limits.arrivalMinutes;
  const guessed = values.categoryNo === '' ? guess : null;
  const category = settings?.categories.find((c) => c.no === guessed?.no);
  return (
    <>
      <div className={classes.half}>
        <Select
          {...byPinyin}
          label={t(($) => $.instructions.field.gridNo)}
          data={settings?.grids.map((g) => ({ value: g.no, label: `${g.no} ${g.name}` })) ?? []}
          value={values.gridNo || null}
          error={errors.gridNo}
          onChange={(no) => {
            const zone = settings?.grids.find((g) => g.no === no)?.zone;
            set({ gridNo: no ?? '', ...(zone ? { zone, filledBy: 'grid' } : {}) });
          }}
        />
      </div>
      <div className={classes.half}>
        <IntakeChoice
          label={t(($) => $.instructions.field.zone)}
          note={values.filledBy === '' ? undefined : t(($) => $.intake.filledBy[values.filledBy || 'place'])}
          required
          value={values.zone}
          error={errors.zone}
          onChange={(zone) => set({ zone, filledBy: '' })}
          data={zoneSchema.options.map((z) => ({
            value: z,
            label: `${t(($) => $.common.zone[z])}${limits ? ` ${limits[z]}′` : ''}`,
          }))}
        />
      </div>
      <div className={classes.half}>
        <Select
          {...byPinyin}
          label={t(($) => $.instructions.field.categoryNo)}
          placeholder={
            category ? t(($) => $.intake.guessed, { category: `${category.no} ${category.short}` }) : ''
          }
          classNames={{ input: guessed ? classes.guessed : undefined }}
          data={settings?.categories.map((c) => ({ value: String(c.no), label: `${c.no} ${c.short}` })) ?? []}
          value={values.categoryNo || null}
          error={errors.categoryNo}
          onChange={(no) => set({ categoryNo: no ?? '' })}
        />
      </div>
      <div className={classes.half}>
        <IntakeChoice
          label={t(($) => $.instructions.field.severity)}
          value={values.severity}
          onChange={(severity) => set({ severity })}
          data={severitySchema.options.map((s) => ({
            value: s,
            label: t(($) => $.instructions.severity[s]),
          }))}
        />
      </div>
      <div className={classes.note}>
        {guessed && <IntakeGuess guess={guessed} onTake={() => set({ categoryNo: String(guessed.no) })} />}
      </div>
    </>
  );
}
