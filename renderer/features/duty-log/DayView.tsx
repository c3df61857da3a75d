import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogDay } from '../../../shared/contract/duty-log.ts';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DayFilters } from './DayFilters.tsx';
import { matchesLine, readDayFilter } from './day-filter.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { focusLine } from './focus-line.ts';
import { LogTable } from './LogTable.tsx';
import css from './log.module.css';
import { isOpen, linesOf } from './log-lines.ts';

const LABEL_LETTERS = 40;

type Props = {
  day: LogDay;
  isPresent: boolean;
  entryId: string | null;
  /** The entry that was just saved. */
  fresh: string | null;
  onSelect: (id: string | null) => void;
  params: URLSearchParams;
  setParams: (patch: Record<string, string | null>) => void;
};

/** The lines of a day, what narrows them, and beside them the entry that stands open. */
export function DayView({ day, isPresent, entryId, fresh, onSelect, params, setParams }: Props) {
  const { t } = useTranslation();
  const minutes = useSettings()?.limits.urgentPaperMinutes ?? 10;
  const lines = useMemo(() => linesOf(day), [day]);
  const filter = readDayFilter(params);
  const { kind, officer, only, words } = filter;
  const shown = useMemo(
    () => lines.filter((line) => matchesLine(line, { kind, officer, only, words }, minutes)),
    [lines, kind, officer, only, words, minutes],
  );
  const here = lines.find((line) => line.id === entryId);
  // An entry of another day, named by its address, is shown all the same.
  const elsewhere = useQuery(
    desk.dutyLog.get.queryOptions({ input: { id: entryId ?? '' }, enabled: entryId !== null && !here }),
  );
  const entry = here?.type === 'entry' ? here.entry : entryId !== null ? elsewhere.data : undefined;
  if (lines.length === 0 && !entry) return <NothingYet day={day} isPresent={isPresent} />;

  const officers = [
    ...new Set(lines.map((l) => (l.type === 'entry' ? l.entry.actorName : l.line.actorName))),
  ].filter(Boolean);
  const open = lines.flatMap((l) => (l.type === 'entry' && isOpen(l.entry, minutes) ? [l] : []));
  const next = open.find((l) => l.no > (here?.no ?? 0)) ?? open[0];
  const close = () => {
    onSelect(null);
    // The keyboard goes back to the line it came from.
    focusLine(entryId);
  };
  const holder = day.shifts.find((s) => s.takenAtMs !== null && s.relievedAtMs === null);
  return (
    <div className={css.view} data-log-view data-open={entry !== undefined || undefined}>
      <div className={css.lines}>
        <DayFilters
          filter={filter}
          officers={officers}
          shown={shown.length}
          total={lines.length}
          change={setParams}
          nextOpen={next && (() => onSelect(next.id))}
        />
        {shown.length === 0 ? (
          <EmptyState>{t(($) => $.log.filter.nothing)}</EmptyState>
        ) : (
          <LogTable
            lines={shown}
            shifts={day.shifts}
            selected={entry ? entryId : null}
            fresh={fresh}
            onOpen={onSelect}
            onClose={close}
          />
        )}
      </div>
      {entry && (
        <EntryPanel
          entry={entry}
          no={here?.no ?? null}
          holderShiftId={holder?.id ?? null}
          others={lines.flatMap((l) =>
            l.type === 'entry'
              ? [{ id: l.id, label: `${l.no} ${(l.entry.title || l.entry.text).slice(0, LABEL_LETTERS)}` }]
              : [],
          )}
          onClose={close}
        />
      )}
    </div>
  );
}

function NothingYet({ day, isPresent }: Pick<Props, 'day' | 'isPresent'>) {
  const { t } = useTranslation();
  if (day.shifts.length === 0) return <EmptyState>{t(($) => $.log.noShift)}</EmptyState>;
  return (
    <EmptyState>
      <b className={css.quiet}>{t(($) => $.log.quiet)}</b>
      <br />
      {isPresent ? t(($) => $.log.quietHint) : t(($) => $.log.quietPast)}
    </EmptyState>
  );
}
