import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupplyItem, SupplyMovement, SupplyOut } from '../../../shared/supplies/types.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useMayCall, useSession } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import { MovementDialog } from './MovementDialog.tsx';
import { type MovementAction, movementActions } from './movement-actions.ts';
import { signed } from './signed.ts';
import css from './supplies.module.css';

/** The chosen item: balance, the five actions of its custodian, and its movements with the running balance. */
export function ItemPanel({ item, out }: { item: SupplyItem; out: readonly SupplyOut[] }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const mayCall = useMayCall();
  const [action, setAction] = useState<MovementAction | null>(null);
  const mine = mayCall('supplies.issue') && person?.id === item.custodianId;
  const impossible: Partial<Record<MovementAction, boolean>> = {
    issue: item.balance === 0,
    return: out.length === 0,
    writeOff: item.balance === 0,
  };
  return (
    <Panel title={item.name} note={item.unitName} flush fill className={css.item}>
      <div className={css.itemHead}>
        <div className={css.balance}>
          <span className={css.balanceFigure}>{item.balance}</span>
          <span>{item.measure}</span>
          <span className={css.dim}>
            {t(($) => $.supplies.column.minimum)} {item.minimum} ·{' '}
            {t(($) => $.supplies.stillOut, { out: item.out })}
          </span>
        </div>
        <div className={css.buttons}>
          {movementActions.map((name) => (
            <Button
              key={name}
              variant={name === 'issue' ? 'filled' : 'default'}
              disabled={!mine || impossible[name]}
              onClick={() => setAction(name)}
            >
              {t(($) => $.supplies.action[name])}
            </Button>
          ))}
        </div>
        {!mine && (
          <p className={css.dim}>
            {t(($) => $.supplies.onlyCustodian, {
              custodian: item.custodianName,
              person: person?.name ?? '—',
            })}
          </p>
        )}
      </div>
      <Movements itemId={item.id} />
      {action && (
        <MovementDialog
          key={`${item.id} ${action}`}
          item={item}
          out={out}
          action={action}
          onClose={() => setAction(null)}
        />
      )}
    </Panel>
  );
}

function Movements({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(desk.supplies.movements.queryOptions({ input: { itemId } }));
  if (query.isError) return <EmptyState>{errorText(query.error)}</EmptyState>;
  const movements = query.data ?? [];
  if (query.isSuccess && movements.length === 0) {
    return <EmptyState>{t(($) => $.supplies.noMovements)}</EmptyState>;
  }
  return (
    <table className={css.table} aria-label={t(($) => $.supplies.movements)}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.supplies.movementColumn.time)}</th>
          <th scope="col">{t(($) => $.supplies.movementColumn.kind)}</th>
          <th scope="col" className={css.figure}>
            {t(($) => $.supplies.movementColumn.delta)}
          </th>
          <th scope="col" className={css.figure}>
            {t(($) => $.supplies.movementColumn.after)}
          </th>
        </tr>
      </thead>
      <tbody>
        {movements.map((movement) => (
          <tr key={movement.id}>
            <td className={css.when}>{format.dateTime(movement.occurredAtMs)}</td>
            <td>
              <Tag>{t(($) => $.supplies.movement[movement.kind])}</Tag> {detailOf(movement)}{' '}
              <span className={css.dim}>
                {movement.dueAtMs !== null &&
                  `${t(($) => $.supplies.dueShort, { at: format.dateTime(movement.dueAtMs) })} · `}
                {movement.actorName}
              </span>
            </td>
            <td className={css.figure}>{signed(movement.delta)}</td>
            <td className={css.figure}>
              <b>{movement.balanceAfter}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const detailOf = (m: SupplyMovement): string =>
  [m.recipient, m.purpose, m.condition, m.reason].filter((part) => part !== '').join(' · ');
