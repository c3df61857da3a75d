import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stateSchema } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import classes from './ListPage.module.css';
import type { ListFilter } from './list-filter.ts';

const TYPING_MS = 250;

/** Everything that narrows the list, each with its name; what is chosen stands in the address. */
export function ListFilters({ address, change, clear, narrowed }: ListFilter) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const [typed, setTyped] = useState(address.words);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing moves the address, never the other way
  useEffect(() => {
    const timer = setTimeout(() => typed !== address.words && change({ words: typed }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const teams = [...groups, ...(settings?.units ?? [])];
  return (
    <div className={classes.filters}>
      <TextInput
        size="sm"
        className={classes.search}
        aria-label={t(($) => $.instructions.list.searchLabel)}
        placeholder={t(($) => $.papers.list.search)}
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
      <Select
        size="sm"
        w={124}
        aria-label={t(($) => $.instructions.list.state)}
        allowDeselect={false}
        data={[
          { value: 'open', label: t(($) => $.instructions.list.open) },
          { value: 'all', label: t(($) => $.instructions.list.all) },
          ...stateSchema.options.map((s) => ({ value: s, label: t(($) => $.instructions.state[s]) })),
        ]}
        value={address.state}
        onChange={(state) => change({ state: state ?? 'open' })}
      />
      <DatePickerInput
        size="sm"
        w={274}
        type="range"
        clearable
        allowSingleDateInRange
        defaultDate={format.isoDate(engineNow())}
        placeholder={t(($) => $.papers.list.days)}
        aria-label={t(($) => $.papers.list.days)}
        value={[address.from || null, address.to || null]}
        onChange={([from, to]) => change({ from: from ?? '', to: to ?? '' })}
      />
      <DatePickerInput
        size="sm"
        w={158}
        clearable
        defaultDate={format.isoDate(engineNow())}
        placeholder={t(($) => $.instructions.list.dutyDay)}
        aria-label={t(($) => $.instructions.list.dutyDay)}
        value={address.day || null}
        onChange={(day) => change({ day: day ?? '' })}
      />
      <Select
        size="sm"
        w={136}
        clearable
        placeholder={t(($) => $.instructions.field.categoryNo)}
        aria-label={t(($) => $.instructions.field.categoryNo)}
        data={(settings?.categories ?? []).map((c) => ({ value: String(c.no), label: c.short }))}
        value={address.category || null}
        onChange={(category) => change({ category: category ?? '' })}
      />
      <Select
        size="sm"
        w={150}
        clearable
        searchable
        placeholder={t(($) => $.instructions.field.to)}
        aria-label={t(($) => $.instructions.field.to)}
        data={teams.map((each) => ({ value: each.id, label: each.name }))}
        value={address.team || null}
        onChange={(team) => change({ team: team ?? '' })}
      />
      <Select
        size="sm"
        w={112}
        clearable
        placeholder={t(($) => $.instructions.field.zone)}
        aria-label={t(($) => $.instructions.field.zone)}
        data={(['mainUrban', 'other'] as const).map((zone) => ({
          value: zone,
          label: t(($) => $.common.zone[zone]),
        }))}
        value={address.zone || null}
        onChange={(zone) => change({ zone: zone ?? '' })}
      />
      <Checkbox
        label={t(($) => $.papers.list.late)}
        checked={address.late === 'yes'}
        onChange={(e) => change({ late: e.currentTarget.checked ? 'yes' : '' })}
      />
      {narrowed && (
        <Button
          size="compact-sm"
          onClick={() => {
            setTyped('');
            clear();
          }}
        >
          {t(($) => $.papers.list.clear)}
        </Button>
      )}
    </div>
  );
}
