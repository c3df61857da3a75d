import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../shared/search/find.ts';
import { HitRow } from './HitRow.tsx';
import css from './search.module.css';

type Props = {
  id: string;
  hits: readonly Hit[];
  chosen: number;
  settled: boolean;
  onChoose: (index: number) => void;
  onOpen: (hit: Hit) => void;
  more: (() => void) | null;
};

/** So many pixels before its end the next page is fetched. */
const AHEAD = 200;

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The hits, newest first; those before stay dimmed until the new ones are there. */
export function HitList({ id, hits, chosen, settled, onChoose, onOpen, more }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = box.current?.querySelector(`#${CSS.escape(optionId(id, chosen))}`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  // A tall window shows more than the first page holds.
  useEffect(() => {
    const at = box.current;
    if (at && at.scrollHeight <= at.clientHeight + AHEAD) more?.();
  });
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label={t(($) => $.search.results)}
      aria-busy={!settled}
      className={css.hits}
      data-stale={!settled || undefined}
      onScroll={({ currentTarget: at }) => {
        if (at.scrollHeight - at.scrollTop - at.clientHeight < AHEAD) more?.();
      }}
    >
      {hits.map((hit, index) => (
        <HitRow
          key={hit.id}
          id={optionId(id, index)}
          hit={hit}
          chosen={index === chosen}
          onChoose={() => onChoose(index)}
          onOpen={() => onOpen(hit)}
        />
      ))}
    </div>
  );
}
