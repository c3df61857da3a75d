import { Button, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { logKinds } from '../../../shared/duty-log/types.ts';
import { type DayFilter, narrows, onlyWords } from './day-filter.ts';
import css from './log.module.css';

const TYPING_MS = 250;

type Props = {
  filter: DayFilter;
  officers: readonly string[];
  shown: number;
  total: number;
  change: (patch: Partial<Record<keyof DayFilter, string>>) => void;
  /** Goes to the next line in hand; undefined when there is none. */
  nextOpen: (() => void) | undefined;
};

/** What narrows the day; everything chosen stands in the page's address. */
export function DayFilters({ filter, officers, shown, total, change, nextOpen }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(filter.words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing moves the address, never the other way
  useEffect(() => {
    const timer = setTimeout(() => typed !== filter.words && change({ words: typed }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className={css.filters}>
      <TextInput
        size="sm"
        className={css.words}
        aria-label={t(($) => $.log.filter.words)}
        placeholder={t(($) => $.log.filter.words)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        size="sm"
        w={124}
        clearable
        aria-label={t(($) => $.log.filter.kind)}
        placeholder={t(($) => $.log.filter.kind)}
        data={logKinds.map((kind) => ({ value: kind, label: t(($) => $.common.logKind[kind]) }))}
        value={filter.kind || null}
        onChange={(kind) => change({ kind: kind ?? '' })}
      />
      <Select
        size="sm"
        w={132}
        clearable
        aria-label={t(($) => $.log.filter.officer)}
        placeholder={t(($) => $.log.filter.officer)}
        data={[...officers]}
        value={filter.officer || null}
        onChange={(officer) => change({ officer: officer ?? '' })}
      />
      <Select
        size="sm"
        w={132}
        clearable
        aria-label={t(($) => $.log.filter.only)}
        placeholder={t(($) => $.log.filter.only)}
        data={onlyWords.map((each) => ({ value: each, label: t(($) => $.log.filter.onlyOf[each]) }))}
        value={filter.only || null}
        onChange={(only) => change({ only: only ?? '' })}
      />
      {narrows(filter) && (
        <>
          <span className={css.dim} role="status">
            {t(($) => $.log.filter.shown, { shown, total })}
          </span>
          <Button
            size="compact-md"
            onClick={() => {
              setTyped('');
              change({ words: '', kind: '', officer: '', only: '' });
            }}
          >
            {t(($) => $.log.filter.clear)}
          </Button>
        </>
      )}
      <Button size="compact-md" className={css.nextOpen} disabled={!nextOpen} onClick={nextOpen}>
        {t(($) => $.log.filter.nextOpen)}
      </Button>
    </div>
  );
}
