import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { navigate } from '../../app/route.ts';
import { useSettings } from '../../app/settings.ts';
import { InstructionGridRow } from './InstructionGridRow.tsx';
import classes from './ListPage.module.css';
import { useGridCopy, useListText } from './list-copy.ts';
import type { InstructionPages } from './list-pages.ts';

const ROW_PX = 60;
const PAGE_ROWS = 10;
const widths = [164, 118, undefined, 172, 102, 114, 190];

/**
 * The list as a grid: arrows, PgUp, PgDn, Home, End move; Enter opens; Space marks. Copying gives the marked rows (or
 * the one in focus) as lines that a spreadsheet takes. Only rows in sight exist, however long the list is.
 */
export function InstructionGrid({ pages }: { pages: InstructionPages }) {
  const { t } = useTranslation();
  const limits = useSettings()?.limits;
  const [at, setAt] = useState(0);
  const [marked, setMarked] = useState<ReadonlyMap<string, Instruction>>(new Map());
  const [wanted, setWanted] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const textOf = useListText();
  const { total, show } = pages;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    // The header stays above the rows.
    scrollPaddingStart: ROW_PX,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);

  // A row far away exists only once it was scrolled to.
  useEffect(() => {
    if (wanted === null) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    setWanted(null);
  });

  const go = (row: number) => {
    const next = Math.max(0, Math.min(total - 1, row));
    setAt(next);
    rows.scrollToIndex(next);
    setWanted(next);
  };
  const mark = (i: Instruction) =>
    setMarked((old) => {
      const next = new Map(old);
      if (!next.delete(i.id)) next.set(i.id, i);
      return next;
    });
  const onKeyDown = (event: KeyboardEvent, row: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moves: Record<string, number> = {
      ArrowDown: row + 1,
      ArrowUp: row - 1,
      PageDown: row + PAGE_ROWS,
      PageUp: row - PAGE_ROWS,
      Home: 0,
      End: total - 1,
    };
    const to = moves[event.key];
    const here = pages.at(row);
    if (to === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (to !== undefined) go(to);
    else if (here && event.key === 'Enter') navigate(`/instructions/${here.id}`);
    else if (here) mark(here);
  };
  useGridCopy(box, () => {
    const here = pages.at(at);
    return textOf(marked.size > 0 ? [...marked.values()] : here ? [here] : []);
  });

  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className={classes.scroll} ref={box}>
      <table
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is an interactive table, and its rows take the focus
        role="grid"
        aria-rowcount={total + 1}
        aria-multiselectable
        aria-label={t(($) => $.instructions.list.grid)}
      >
        <colgroup>
          {widths.map((width, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change
            <col key={n} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.instructions.list.number)}</th>
            <th scope="col">{t(($) => $.instructions.list.receivedAt)}</th>
            <th scope="col">{t(($) => $.instructions.field.place)}</th>
            <th scope="col">{t(($) => $.instructions.list.handledBy)}</th>
            <th scope="col">{t(($) => $.instructions.list.state)}</th>
            <th scope="col">{t(($) => $.instructions.list.clock)}</th>
            <th scope="col">{t(($) => $.instructions.list.next)}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          <Space height={before} />
          {items.map(({ index }) => {
            const i = pages.at(index);
            return (
              <tr
                key={index}
                data-row={index}
                data-marked={(i && marked.has(i.id)) || undefined}
                aria-rowindex={index + 2}
                aria-selected={i ? marked.has(i.id) : false}
                tabIndex={index === Math.min(at, total - 1) ? 0 : -1}
                onClick={() =>
                  i && window.getSelection()?.isCollapsed !== false && navigate(`/instructions/${i.id}`)
                }
                onFocus={() => setAt(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                <InstructionGridRow instruction={i} limits={limits} />
              </tr>
            );
          })}
          <Space height={after} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows out of sight. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.space}>
      <td colSpan={widths.length} style={{ height }} />
    </tr>
  );
}
