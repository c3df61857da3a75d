import { Button, Checkbox, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { logKinds } from '../../../shared/duty-log/types.ts';
import { type Counts, foundKinds } from '../../../shared/search/find.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { PersonPicker } from '../../components/PersonPicker.tsx';
import { type Asked, isNarrowed, noFilters } from './asked.ts';
import css from './search.module.css';

type Props = { asked: Asked; counts: Counts | null; change: (patch: Partial<Asked>) => void };

/** The kinds with how many of each were found; a kind chosen again is given up. */
export function KindChips({ asked, counts, change }: Props) {
  const { t } = useTranslation();
  const said = (count: number) => {
    if (counts === null) return '';
    return counts.whole || count === 0 ? String(count) : t(($) => $.search.atLeast, { count });
  };
  const all = counts ? Object.values(counts.kinds).reduce((sum, n) => sum + n, 0) : 0;
  return (
    <fieldset className={css.kinds} aria-label={t(($) => $.search.kindLabel)}>
      {(['', ...foundKinds] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className={css.kind}
          aria-pressed={asked.kind === kind}
          onClick={() => change({ kind: asked.kind === kind ? '' : kind })}
        >
          {kind === '' ? t(($) => $.search.all) : t(($) => $.search.kind[kind])}
          {counts && (
            <span className={css.count}>{said(kind === '' ? Math.min(all, 1000) : counts.kinds[kind])}</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

/** Day, officer, unit, kind of entry, open: what narrows the search besides words. */
export function SearchFilters({ asked, change }: Omit<Props, 'counts'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const people = useQuery(desk.people.list.queryOptions()).data ?? [];
  const units = useSettings()?.units ?? [];
  const isPast = asked.kind !== '' && asked.kind !== 'log';
  return (
    <div className={css.filters}>
      <DatePickerInput
        size="sm"
        w={262}
        type="range"
        clearable
        allowSingleDateInRange
        defaultDate={format.isoDate(engineNow())}
        placeholder={t(($) => $.search.days)}
        aria-label={t(($) => $.search.days)}
        value={[asked.from || null, asked.to || null]}
        onChange={([from, to]) => change({ from: from ?? '', to: to ?? '' })}
      />
      <PersonPicker
        size="sm"
        w={148}
        clearable
        people={people}
        placeholder={t(($) => $.search.person)}
        aria-label={t(($) => $.search.person)}
        value={asked.personId || null}
        onChange={(personId) => change({ personId: personId ?? '' })}
      />
      <Select
        size="sm"
        w={168}
        clearable
        searchable
        placeholder={t(($) => $.search.unit)}
        aria-label={t(($) => $.search.unit)}
        data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={asked.unitId || null}
        onChange={(unitId) => change({ unitId: unitId ?? '' })}
      />
      <Select
        size="sm"
        w={124}
        clearable
        disabled={isPast}
        placeholder={t(($) => $.search.logKind)}
        aria-label={t(($) => $.search.logKind)}
        data={logKinds.map((kind) => ({ value: kind, label: t(($) => $.common.logKind[kind]) }))}
        value={asked.logKind || null}
        onChange={(kind) => change({ logKind: logKinds.find((k) => k === kind) ?? '' })}
      />
      <Checkbox
        label={t(($) => $.search.open)}
        checked={asked.open}
        onChange={(event) => change({ open: event.currentTarget.checked })}
      />
      {isNarrowed(asked) && (
        <Button size="compact-sm" onClick={() => change(noFilters)}>
          {t(($) => $.search.clear)}
        </Button>
      )}
    </div>
  );
}
