import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Counts, Hit } from '../../../shared/search/find.ts';
import { typedRuns } from '../../../shared/search/tokens.ts';
import { desk } from '../../app/client.ts';
import { type Asked, inputOf, isAsked } from './asked.ts';

/** A pause in typing after which is searched: shorter than the next stroke of most hands. */
const PAUSE_MS = 110;
/** One character fits half the record, and mostly another one follows. */
const ONE_PAUSE_MS = 600;

const pauseFor = (words: string): number =>
  typedRuns(words).some((run) => [...run].length < 2) ? ONE_PAUSE_MS : PAUSE_MS;

/** What was found, as it stands on the screen. */
export type Results = {
  hits: readonly Hit[];
  counts: Counts | null;
  /** What is shown answers what stands in the fields. */
  settled: boolean;
  /** Nothing is asked. */
  idle: boolean;
  error: unknown;
  more: (() => void) | null;
};

/** Results as one types: asked after a pause, and the ones before stay until the new ones are there. */
export function useSearch(asked: Asked, composing: boolean): Results & { now: () => void } {
  const [question, setQuestion] = useState(asked);
  const same = JSON.stringify(inputOf(asked, null)) === JSON.stringify(inputOf(question, null));
  useEffect(() => {
    // Half of a syllable that an input method still composes is no word.
    if (same || composing) return;
    const timer = setTimeout(
      () => setQuestion(asked),
      asked.words === question.words ? 0 : pauseFor(asked.words),
    );
    return () => clearTimeout(timer);
  }, [asked, question, same, composing]);

  const idle = !isAsked(question);
  const found = useInfiniteQuery(
    desk.search.find.infiniteOptions({
      input: (before: number | null) => inputOf(question, before),
      initialPageParam: null,
      getNextPageParam: (last) => last.more,
      placeholderData: keepPreviousData,
      enabled: !idle,
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const counts = useQuery(
    desk.search.counts.queryOptions({
      input: inputOf({ ...question, kind: '' }, null),
      placeholderData: keepPreviousData,
      enabled: !idle,
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = found;
  return {
    hits: idle ? [] : (found.data?.pages.flatMap((page) => page.hits) ?? []),
    counts: idle ? null : (counts.data ?? null),
    settled: same && (idle || found.isError || (found.isSuccess && !isPlaceholderData)),
    idle,
    error: idle ? null : found.error,
    more: hasNextPage && !isFetchingNextPage && !isPlaceholderData ? () => void fetchNextPage() : null,
    now: () => setQuestion(asked),
  };
}
