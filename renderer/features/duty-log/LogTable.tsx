import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogDay } from '../../../shared/contract/duty-log.ts';
import { useFormat } from '../../app/format.ts';
import { navigate } from '../../app/route.ts';
import { DateRow, ShiftRow } from './DividerRows.tsx';
import { isKeyboardFree } from './focus-line.ts';
import { InstructionRow } from './InstructionRow.tsx';
import { EntryRow } from './LogRows.tsx';
import { lineKeys } from './line-keys.ts';
import css from './log.module.css';
import { gridItems, type LogLine } from './log-lines.ts';

const LINE_PX = 42;
const DIVIDER_PX = 29;
/** The search gives the focus back a moment after it led here. */
const AFTER_CLOSING_MS = 60;

const wide = ['no', 'time', 'kind', 'from', 'phone', 'text', 'handling', 'actor'] as const;
const narrow = ['no', 'time', 'kind', 'text', 'actor'] as const;

type Props = {
  lines: readonly LogLine[];
  shifts: LogDay['shifts'];
  /** The entry that stands open beside the grid. */
  selected: string | null;
  /** The entry that was just saved: it comes into sight, is marked and takes the keyboard. */
  fresh: string | null;
  onOpen: (entryId: string) => void;
  /** Esc on a line closes what stands open. */
  onClose: () => void;
};

/** The day as a dense grid with the columns of the paper form; only lines in sight exist, however long the day was. */
export function LogTable({ lines, shifts, selected, fresh, onOpen, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const items = useMemo(
    () => gridItems(lines, shifts.length > 1, format.isoDate),
    [lines, shifts.length, format],
  );
  const columns = selected === null ? wide : narrow;
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (n) => (items[n]?.type === 'line' ? LINE_PX : DIVIDER_PX),
    getItemKey: (n) => items[n]?.key ?? n,
    overscan: 6,
    scrollPaddingStart: LINE_PX,
  });

  // Whoever comes here for an entry must see it, wherever in the day it stands.
  const anyLine = lines.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that are added must not move what is being read
  useEffect(() => {
    const index = items.findIndex((item) => item.key === selected);
    if (index < 0) return;
    const row = box.current?.querySelector(`[data-line="${selected}"]`);
    const seen = box.current?.getBoundingClientRect();
    const here = row?.getBoundingClientRect();
    if (here && seen && here.top > seen.top + LINE_PX && here.bottom < seen.bottom) return;
    rows.scrollToIndex(index, { align: 'center' });
  }, [selected, anyLine]);

  // Whoever was led here goes on from that line; clicks and keys inside the page keep their place.
  useEffect(() => {
    if (selected === null || !anyLine) return;
    const timer = setTimeout(() => {
      if (isKeyboardFree(box.current?.closest('[data-log-view]') ?? null)) setWanted(selected);
    }, AFTER_CLOSING_MS);
    return () => clearTimeout(timer);
  }, [selected, anyLine]);

  const arrived = fresh !== null && lines.some((line) => line.id === fresh);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it stands among the lines
  useEffect(() => {
    if (!arrived) return;
    setWanted(fresh);
    rows.scrollToIndex(items.findIndex((item) => item.key === fresh));
  }, [fresh, arrived]);

  // A line far away exists only once it was scrolled to.
  useEffect(() => {
    if (wanted === null) return;
    if (!lines.some((line) => line.id === wanted)) return setWanted(null);
    const row = box.current?.querySelector<HTMLElement>(`[data-line="${wanted}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    setWanted(null);
  });

  const latest = useRef(onOpen);
  latest.current = onOpen;
  // A row must not be rendered anew because the page was.
  const openStable = useCallback((id: string) => latest.current(id), []);
  const open = (line: LogLine) =>
    line.type === 'entry' ? onOpen(line.id) : navigate(`/instructions/${line.line.instructionId}`);
  const go = (to: number) => {
    const line = lines[to];
    if (!line) return;
    setAt(line.id);
    setWanted(line.id);
    rows.scrollToIndex(items.findIndex((item) => item.key === line.id));
    if (selected !== null && line.type === 'entry') onOpen(line.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.line : undefined;
    const here = lines.findIndex((line) => line.id === id);
    const line = lines[here];
    // Keys inside a button of the row are its own.
    if (!line) return;
    if (event.key === 'Escape' && selected !== null) {
      event.preventDefault();
      onClose();
      return;
    }
    const move = lineKeys(event, here, lines.length);
    if (move === null) return;
    event.preventDefault();
    if (move === 'open') open(line);
    else go(move);
  };
  const inOrder = at !== null && lines.some((line) => line.id === at) ? at : (selected ?? lines[0]?.id);
  const shown = rows.getVirtualItems();
  return (
    <div className={css.scroll} ref={box}>
      <table
        className={css.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is an interactive table, and its rows take the focus
        role="grid"
        aria-rowcount={lines.length + 1}
        aria-label={t(($) => $.log.title)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const { line } = (event.target as HTMLElement).dataset;
          if (line !== undefined) setAt(line);
        }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={css[`col-${column}`]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(($) => $.log.column[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={shown[0]?.start ?? 0} columns={columns.length} />
          {shown.map(({ index, key }) => {
            const item = items[index];
            if (!item) return null;
            const divider = { columns: columns.length, index, measure: rows.measureElement };
            if (item.type === 'shift')
              return <ShiftRow key={key} {...divider} shift={shifts.find((s) => s.id === item.shiftId)} />;
            if (item.type === 'date') return <DateRow key={key} {...divider} atMs={item.atMs} />;
            const { line } = item;
            const row = {
              no: line.no,
              index,
              selected: line.id === selected,
              fresh: line.id === fresh,
              inOrder: line.id === inOrder,
              narrow: selected !== null,
              measure: rows.measureElement,
            };
            return line.type === 'entry' ? (
              <EntryRow key={key} {...row} entry={line.entry} onOpen={openStable} />
            ) : (
              <InstructionRow key={key} {...row} line={line.line} />
            );
          })}
          <Space height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the lines out of sight. */
function Space({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={css.space}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
