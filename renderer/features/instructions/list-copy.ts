import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { arrivalDeadlineMs } from '../../../shared/instructions/clock.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { useFormat } from '../../app/format.ts';
import { useSettings } from '../../app/settings.ts';

/** One cell of what is copied: a spreadsheet takes tabs and line ends for the next cell, and `=` for a formula. */
export function copiedCell(text: string): string {
  const flat = text.replaceAll(/\s*[\t\r\n]+\s*/g, ' ').trim();
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

/** Writes instructions as lines with tabs, the header first, as spreadsheets take them from the clipboard. */
export function useListText(): (chosen: readonly Instruction[]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const categories = useSettings()?.categories ?? [];
  const time = (ms: number | null) => (ms === null ? '' : `${format.isoDate(ms)} ${format.time(ms)}`);
  const separator = t(($) => $.common.listSeparator);
  const columns: [string, (i: Instruction) => string][] = [
    [t(($) => $.instructions.list.number), (i) => i.number],
    [t(($) => $.instructions.field.centreNo), (i) => i.centreNo],
    [t(($) => $.instructions.field.issuedAtMs), (i) => time(i.issuedAtMs)],
    [t(($) => $.instructions.list.receivedAt), (i) => time(i.receivedAtMs)],
    [t(($) => $.instructions.field.caller), (i) => i.caller],
    [t(($) => $.instructions.field.phone), (i) => i.phone],
    [t(($) => $.instructions.field.place), (i) => i.place],
    [t(($) => $.instructions.field.zone), (i) => t(($) => $.common.zone[i.zone])],
    [
      t(($) => $.instructions.field.categoryNo),
      (i) => categories.find((c) => c.no === i.categoryNo)?.short ?? '',
    ],
    [t(($) => $.instructions.field.text), (i) => i.text],
    [t(($) => $.instructions.list.handledBy), (i) => i.dispatches.map((d) => d.to.name).join(separator)],
    [
      t(($) => $.instructions.detail.deadline),
      (i) => i.dispatches.map((d) => time(arrivalDeadlineMs(d))).join(separator),
    ],
    [
      t(($) => $.instructions.field.arrivedAtMs),
      (i) => i.dispatches.map((d) => time(d.arrivedAtMs)).join(separator),
    ],
    [t(($) => $.instructions.list.state), (i) => t(($) => $.instructions.state[i.state])],
    [t(($) => $.instructions.field.disposition), (i) => i.disposition?.text ?? ''],
  ];
  const line = (cells: readonly string[]) => cells.map(copiedCell).join('\t');
  return (chosen) =>
    [
      line(columns.map(([header]) => header)),
      ...chosen.map((i) => line(columns.map(([, of]) => of(i)))),
    ].join('\n');
}

/**
 * Copies what `text` says while a row of the grid has the focus and nothing else is selected. Without a selection the
 * event goes past the grid to the document, and the menu offers 复制 only where `beforecopy` was answered.
 */
export function useGridCopy(grid: RefObject<HTMLElement | null>, text: () => string): void {
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    const ours = () =>
      grid.current?.contains(document.activeElement) && window.getSelection()?.isCollapsed !== false;
    const before = (event: Event) => {
      if (ours()) event.preventDefault();
    };
    const copy = (event: ClipboardEvent) => {
      if (!ours()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', latest.current());
    };
    document.addEventListener('beforecopy', before);
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('beforecopy', before);
      document.removeEventListener('copy', copy);
    };
  }, [grid]);
}
