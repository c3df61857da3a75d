import { TextInput, type TextInputProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceHint } from '../../../shared/instructions/intake.ts';
import { SuggestList } from '../../components/SuggestList.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSuggestions } from '../../components/use-suggestions.ts';
import classes from './intake.module.css';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  onChange: (place: string) => void;
  places: readonly PlaceHint[];
  onChoose: (place: PlaceHint) => void;
};

/** 地点: earlier places and grids are offered under it; only what the arrows chose is taken, typing goes on undisturbed. */
export function PlaceField({ value, onChange, places, onChoose, ...rest }: Props) {
  const { t } = useTranslation();
  /** The list opens by typing, not by coming back to a filled field or after a choice. */
  const [settled, setSettled] = useState(value);
  const offered = value.trim() === '' || value === settled ? [] : places;
  const choose = (n: number) => {
    const place = offered[n];
    if (!place) return;
    setSettled(place.kind === 'place' ? place.place : value);
    onChoose(place);
  };
  const list = useSuggestions({
    count: offered.length,
    of: `${value}\n${offered.map((p) => p.place).join('\n')}`,
    firstIsMeant: false,
    onChoose: choose,
  });
  return (
    <SuggestList
      id={list.id}
      label={t(($) => $.intake.suggestions)}
      opened={list.opened}
      suggestions={offered.map((p) => ({ key: `${p.kind} ${p.place}`, content: <PlaceLine hint={p} /> }))}
      active={list.active}
      onChoose={choose}
    >
      <TextInput
        {...rest}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={list.onKeyDown}
        {...list.fieldProps}
      />
    </SuggestList>
  );
}

function PlaceLine({ hint }: { hint: PlaceHint }): ReactNode {
  const { t } = useTranslation();
  const zone = t(($) => $.common.zone[hint.zone]);
  return (
    <>
      {hint.kind === 'grid' && <Tag tone="accent">{t(($) => $.intake.grid)}</Tag>}
      <span className={classes.placeName}>{hint.place}</span>
      <span className={classes.placeNote}>
        {[hint.gridNo, zone, hint.note].filter(Boolean).join(t(($) => $.common.middleDot))}
        {hint.uses > 1 && ` ${t(($) => $.intake.uses, { count: hint.uses })}`}
      </span>
    </>
  );
}
