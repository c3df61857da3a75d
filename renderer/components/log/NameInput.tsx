import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import { matchesPinyin, nameMeant } from '../pinyin.ts';
import classes from './log-form.module.css';

const SHOWN = 12;

type Props = Omit<AutocompleteProps, 'data' | 'filter'> & {
  value: string;
  onChange: (name: string) => void;
  /** Whose names are offered: people, units, or both (whoever can be made to do something). */
  of: 'people' | 'units' | 'owners' | 'leaders';
};

/** The names that a field offers, each with what it stands for. */
export function useNames(of: Props['of']): { name: string; note: string }[] {
  const people = useQuery(desk.people.list.queryOptions()).data;
  const settings = useSettings();
  return useMemo(() => {
    const present = (people ?? []).filter((p) => p.active);
    const known = of === 'leaders' ? present.filter((p) => p.roles.includes('leaderOnDuty')) : present;
    const named = known.map((p) => ({ name: p.name, note: p.title }));
    const units = (settings?.units ?? []).map((u) => ({ name: u.name, note: u.head }));
    const all = of === 'people' || of === 'leaders' ? named : of === 'units' ? units : [...units, ...named];
    return all.filter((each, n) => all.findIndex((a) => a.name === each.name) === n);
  }, [people, settings, of]);
}

/** A name typed freely or taken from a list, by characters, pinyin or initials; letters alone stand for whom they fit. */
export function NameInput({ of, value, onChange, ...rest }: Props) {
  const names = useNames(of);
  const plain = names.map((n) => n.name);
  return (
    <Autocomplete
      value={value}
      onChange={onChange}
      data={plain}
      limit={SHOWN}
      filter={({ options, search, limit }) =>
        (plain.includes(search)
          ? options
          : options.filter((o) => 'value' in o && matchesPinyin(o.value, search))
        ).slice(0, limit)
      }
      renderOption={({ option }) => (
        <span>
          {option.value}{' '}
          <span className={classes.dim}>{names.find((n) => n.name === option.value)?.note}</span>
        </span>
      )}
      onBlur={() => {
        const meant = nameMeant(plain, value);
        if (meant !== value) onChange(meant);
      }}
      openOnFocus={false}
      autoComplete="off"
      {...rest}
    />
  );
}
