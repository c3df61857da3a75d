import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../app/settings.ts';
import classes from './BackEntry.module.css';
import { ChoiceField, ClockField, type FieldKit, LineField, WordsField } from './BackEntryFields.tsx';

/** The upper half of the form: what the centre said. */
export function BackEntryIntake({ kit }: { kit: FieldKit }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const grids = settings?.grids ?? [];
  const setGrid = (patch: Partial<FieldKit['values']>) => {
    const grid = grids.find((g) => g.no === patch.gridNo);
    kit.set(grid && kit.values.zone === '' ? { ...patch, zone: grid.zone } : patch);
  };
  return (
    <>
      <ClockField kit={kit} name="issuedAt" label={t(($) => $.instructions.field.issuedAtMs)} />
      <ClockField kit={kit} name="receivedAt" label={t(($) => $.instructions.detail.receivedAt)} required />
      <LineField kit={kit} name="centreNo" label={t(($) => $.instructions.field.centreNo)} />
      <LineField kit={kit} name="caller" label={t(($) => $.instructions.field.caller)} />
      <LineField kit={kit} name="phone" label={t(($) => $.instructions.field.phone)} />
      <ChoiceField
        kit={kit}
        name="danger"
        label={t(($) => $.papers.back.danger)}
        data={(['none', 'present'] as const).map((value) => ({
          value,
          label: t(($) => $.papers.back.dangerWord[value]),
        }))}
      />
      <LineField kit={kit} name="place" label={t(($) => $.instructions.field.place)} width="two" required />
      <ChoiceField
        kit={kit}
        name="zone"
        label={t(($) => $.instructions.field.zone)}
        required
        data={(['mainUrban', 'other'] as const).map((value) => ({
          value,
          label: t(($) => $.common.zone[value]),
        }))}
      />
      <ChoiceField
        kit={{ ...kit, set: setGrid }}
        name="gridNo"
        label={t(($) => $.instructions.field.gridNo)}
        data={grids.map((g) => ({ value: g.no, label: `${g.no} ${g.name}` }))}
      />
      <ChoiceField
        kit={kit}
        name="categoryNo"
        label={t(($) => $.instructions.field.categoryNo)}
        data={(settings?.categories ?? []).map((c) => ({ value: String(c.no), label: `${c.no} ${c.short}` }))}
      />
      <ChoiceField
        kit={kit}
        name="severity"
        label={t(($) => $.instructions.field.severity)}
        clearable={false}
        data={(['ordinary', 'serious', 'grave'] as const).map((value) => ({
          value,
          label: t(($) => $.instructions.severity[value]),
        }))}
      />
      <WordsField kit={kit} name="text" label={t(($) => $.instructions.field.text)} required rows={3} />
      <Checkbox
        className={classes.full}
        label={t(($) => $.instructions.field.readBack)}
        checked={kit.values.readBack === 'yes'}
        onChange={(e) => kit.set({ readBack: e.currentTarget.checked ? 'yes' : '' })}
      />
    </>
  );
}
