import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../shared/search/find.ts';
import { typedRuns } from '../../../shared/search/tokens.ts';
import { errorText } from '../../app/errors.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { addressOf } from './address.ts';
import { isNarrowed, noFilters, nothingAsked, withRecent } from './asked.ts';
import { HitList, optionId } from './HitList.tsx';
import { KindChips, SearchFilters } from './SearchFilters.tsx';
import { SearchStart } from './SearchStart.tsx';
import css from './search.module.css';
import { useSearch } from './use-search.ts';

const JUMP = 6;

type Props = { handedIn: string | null; opened: number; onOpen: (address: string) => void };

/** The field, the filters and what was found; the hands stay in the field while ↑↓ choose and Enter opens. */
export function SearchPanel({ handedIn, opened, onOpen }: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const { values: asked, change: set } = useDraft('search', nothingAsked);
  const [composing, setComposing] = useState(false);
  const [chosen, setChosen] = useState(0);
  const results = useSearch(asked, composing);
  const { hits, settled } = results;
  // Enter came before the answer: the first hit is opened as soon as it is there.
  const enterWaits = useRef(false);

  const change = (patch: Partial<typeof asked>) => {
    setChosen(0);
    enterWaits.current = false;
    set(patch);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every opening
  useEffect(() => {
    if (handedIn !== null) change({ words: handedIn });
  }, [handedIn, opened]);

  const open = (hit: Hit) => {
    set({ recent: withRecent(asked.recent, asked.words) });
    onOpen(addressOf(hit));
  };
  useEffect(() => {
    const [first] = hits;
    if (!settled || !enterWaits.current) return;
    enterWaits.current = false;
    if (first) open(first);
  });

  const move = (to: number) => {
    setChosen(Math.max(0, Math.min(hits.length - 1, to)));
    if (to >= hits.length - 3) results.more?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: JUMP, PageUp: -JUMP };
    const step = steps[event.key];
    const hit = hits[chosen];
    if (step !== undefined) {
      event.preventDefault();
      move(chosen + step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (settled && hit) open(hit);
      else if (!settled) {
        enterWaits.current = true;
        results.now();
      }
    }
  };

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? optionId(listId, chosen) : undefined}
        aria-autocomplete="list"
        aria-label={t(($) => $.search.words)}
        placeholder={t(($) => $.search.placeholder)}
        leftSection={<IconSearch size={20} />}
        size="lg"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={asked.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      <KindChips asked={asked} counts={results.counts} change={change} />
      <SearchFilters asked={asked} change={change} />
      <div className={css.results}>
        {results.idle && settled ? (
          <SearchStart
            recent={asked.recent}
            onTake={(words) => change({ words })}
            onForget={() => set({ recent: [] })}
          />
        ) : results.error ? (
          <EmptyState>{errorText(results.error)}</EmptyState>
        ) : settled && hits.length === 0 ? (
          <NothingFound
            words={asked.words}
            clear={isNarrowed(asked) || asked.kind !== '' ? () => change({ ...noFilters, kind: '' }) : null}
          />
        ) : (
          <HitList
            id={listId}
            hits={hits}
            chosen={chosen}
            settled={settled}
            onChoose={setChosen}
            onOpen={open}
            more={results.more}
          />
        )}
      </div>
      <p className={css.foot}>
        <span>{t(($) => $.search.keys)}</span>
        <span role="status">
          {!results.idle && settled && hits.length > 0 && t(($) => $.search.shown, { count: hits.length })}
        </span>
      </p>
    </>
  );
}

/** Says why nothing was found, and what to do about it. */
function NothingFound({ words, clear }: { words: string; clear: (() => void) | null }) {
  const { t } = useTranslation();
  const isSilent = words.trim() !== '' && typedRuns(words).length === 0;
  return (
    <EmptyState
      action={
        clear && (
          <Button size="sm" onClick={clear}>
            {t(($) => $.search.clear)}
          </Button>
        )
      }
    >
      {isSilent
        ? t(($) => $.search.punctuation)
        : words.trim() === ''
          ? t(($) => $.search.noneHere)
          : t(($) => $.search.none, { words: words.trim() })}
    </EmptyState>
  );
}
