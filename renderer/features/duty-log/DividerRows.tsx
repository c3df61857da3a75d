import { useTranslation } from 'react-i18next';
import type { LogDay } from '../../../shared/contract/duty-log.ts';
import { useFormat } from '../../app/format.ts';
import css from './log.module.css';

type Divider = { columns: number; index: number; measure: (row: HTMLElement | null) => void };

/** Times alone would mislead after midnight: the new date stands above the first line of the day. */
export function DateRow({ columns, index, measure, atMs }: Divider & { atMs: number }) {
  const format = useFormat();
  return (
    <tr data-index={index} ref={measure}>
      <td colSpan={columns} className={css.divider}>
        {format.day(atMs)} {format.weekday(atMs)}
      </td>
    </tr>
  );
}

/** Where another crew took over. */
export function ShiftRow({
  columns,
  index,
  measure,
  shift,
}: Divider & { shift: LogDay['shifts'][number] | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lead = shift?.lead ?? '';
  const takenAtMs = shift?.takenAtMs ?? null;
  return (
    <tr data-index={index} ref={measure}>
      <td colSpan={columns} className={css.divider}>
        {takenAtMs === null
          ? t(($) => $.log.shiftUntaken, { lead })
          : t(($) => $.log.shift, { lead, at: format.dateTime(takenAtMs) })}
      </td>
    </tr>
  );
}
