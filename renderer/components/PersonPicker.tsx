import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesPinyin } from './pinyin.ts';

/** What a list of people must say of each. */
export type PickablePerson = { id: string; name: string; staffNo: string };

type Props = Omit<SelectProps, 'data' | 'filter'> & { people: readonly PickablePerson[] };

/** Chooses one person by name, staff number, pinyin or initials. */
export function PersonPicker({ people, ...rest }: Props) {
  const { t } = useTranslation();
  const data = useMemo(() => people.map((p) => ({ value: p.id, label: `${p.name} ${p.staffNo}` })), [people]);
  return (
    <Select
      searchable
      // Enter takes the first match; a second choice of the same person must not take it back.
      selectFirstOptionOnChange
      allowDeselect={false}
      // Beside the field, not at the end of the page: a veil or an inert page would hide it there.
      comboboxProps={{ withinPortal: false }}
      data={data}
      limit={60}
      nothingFoundMessage={t(($) => $.common.none)}
      filter={({ options, search, limit }) =>
        options.filter((o) => 'label' in o && matchesPinyin(o.label, search)).slice(0, limit)
      }
      {...rest}
    />
  );
}
