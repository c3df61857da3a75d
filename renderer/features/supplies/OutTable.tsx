import { useTranslation } from 'react-i18next';
import type { SupplyOut } from '../../../shared/supplies/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useGridKeys } from '../../components/grid-keys.ts';
import { StateShape } from '../../components/StateShape.tsx';
import css from './supplies.module.css';

const MINUTE = 60_000;

/** When a thing is due back, with shape and word once it is overdue. */
export function Due({ dueAtMs }: { dueAtMs: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(MINUTE);
  if (dueAtMs === null) return <span className={css.dim}>{t(($) => $.supplies.noDue)}</span>;
  const overdue = dueAtMs < now;
  return (
    <span className={overdue ? css.low : undefined}>
      {overdue && <StateShape level={2} size={14} />} {format.near(dueAtMs, now)}{' '}
      {overdue && t(($) => $.supplies.overdue)}
    </span>
  );
}

/** Everything issued and not yet returned. */
export function OutTable({
  out,
  onChoose,
}: {
  out: readonly SupplyOut[];
  onChoose: (itemId: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const choose = (index: number) => {
    const row = out[index];
    if (row) onChoose(row.itemId);
  };
  const { gridProps, rowProps } = useGridKeys(out.length, choose);
  if (out.length === 0) return <EmptyState>{t(($) => $.supplies.outNone)}</EmptyState>;
  return (
    <table className={css.table} aria-label={t(($) => $.supplies.outTitle)} {...gridProps}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.supplies.outColumn.item)}</th>
          <th scope="col" className={css.figure}>
            {t(($) => $.supplies.outColumn.quantity)}
          </th>
          <th scope="col">{t(($) => $.supplies.outColumn.recipient)}</th>
          <th scope="col">{t(($) => $.supplies.outColumn.purpose)}</th>
          <th scope="col">{t(($) => $.supplies.outColumn.issued)}</th>
          <th scope="col">{t(($) => $.supplies.outColumn.due)}</th>
        </tr>
      </thead>
      <tbody>
        {out.map((row, index) => (
          <tr key={row.issueId} {...rowProps(index)} className={css.row} onClick={() => onChoose(row.itemId)}>
            <td className={css.name}>{row.itemName}</td>
            <td className={css.figure}>
              <b>{row.quantity}</b> <span className={css.measure}>{row.measure}</span>
            </td>
            <td>{row.recipient}</td>
            <td>{row.purpose || '—'}</td>
            <td>{format.dateTime(row.issuedAtMs)}</td>
            <td>
              <Due dueAtMs={row.dueAtMs} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
