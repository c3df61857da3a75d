import { useTranslation } from 'react-i18next';
import type { SupplyItem } from '../../../shared/supplies/types.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import { StateShape } from '../../components/StateShape.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './supplies.module.css';

/** Less in store than the item's minimum. */
export const isLow = (item: SupplyItem): boolean => item.balance < item.minimum;

type Props = { items: readonly SupplyItem[]; chosenId: string | null; onChoose: (id: string) => void };

/** All items with balance, minimum, what is out, place and custodian. */
export function SuppliesGrid({ items, chosenId, onChoose }: Props) {
  const { t } = useTranslation();
  const choose = (index: number) => {
    const item = items[index];
    if (item) onChoose(item.id);
  };
  const { gridProps, rowProps } = useGridKeys(items.length, choose, choose);
  return (
    <table className={css.table} aria-label={t(($) => $.supplies.title)} {...gridProps}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.supplies.column.name)}</th>
          <th scope="col" className={css.figure}>
            {t(($) => $.supplies.column.balance)}
          </th>
          <th scope="col" className={css.figure}>
            {t(($) => $.supplies.column.minimum)}
          </th>
          <th scope="col" className={css.figure}>
            {t(($) => $.supplies.column.out)}
          </th>
          <th scope="col">{t(($) => $.supplies.column.unit)}</th>
          <th scope="col">{t(($) => $.supplies.column.place)}</th>
          <th scope="col">{t(($) => $.supplies.column.custodian)}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr
            key={item.id}
            {...rowProps(index)}
            aria-selected={item.id === chosenId}
            className={css.row}
            onClick={() => onChoose(item.id)}
          >
            <td>
              <span className={css.name}>{item.name}</span>{' '}
              {item.key && (
                <span title={t(($) => $.supplies.keyHint)}>
                  <Tag tone="accent">{t(($) => $.supplies.keyItem)}</Tag>
                </span>
              )}
              {isLow(item) && (
                <span className={css.low}>
                  {' '}
                  <StateShape level={2} size={14} /> {t(($) => $.supplies.low)}
                </span>
              )}
            </td>
            <td className={css.figure}>
              <b>{item.balance}</b> <span className={css.measure}>{item.measure}</span>
            </td>
            <td className={css.figure}>{item.minimum}</td>
            <td className={css.figure}>{item.out > 0 ? <b>{item.out}</b> : '0'}</td>
            <td>{item.unitName}</td>
            <td>{item.place || '—'}</td>
            <td>{item.custodianName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
