import { Button, NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/handover/types.ts';
import { desk } from '../../app/client.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Panel } from '../../components/Panel.tsx';
import css from './handover.module.css';
import { problemText } from './problem.ts';

/** 重点物资清点: every key item counted by the incoming crew, with the booked number beside it. */
export function CountPanel({ handover, mayDecide }: { handover: Handover; mayDecide: boolean }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const save = useMutation(desk.handover.countSupplies.mutationOptions({ onSuccess: () => setTyped({}) }));
  const keyItems = handover.snapshot.supplies.filter((s) => s.key);
  const stored = new Map(handover.counts.map((c) => [c.itemId, c.counted]));
  const mayCount = mayDecide && !save.isPending;
  const pending = keyItems.flatMap(({ itemId }) => {
    const text = typed[itemId]?.trim() ?? '';
    return text === '' ? [] : [{ itemId, counted: Number(text) }];
  });
  const send = (counts: { itemId: string; counted: number }[]) =>
    save.mutate({ handoverId: handover.id, counts });
  const uncounted = keyItems.filter((s) => !stored.has(s.itemId));
  return (
    <Panel
      title={t(($) => $.handover.count.title)}
      note={t(($) => $.handover.count.count, {
        done: keyItems.length - uncounted.length,
        total: keyItems.length,
      })}
      flush
      actions={
        keyItems.length > 0 && (
          <>
            <Button
              disabled={!mayCount || uncounted.length === 0}
              onClick={() => send(uncounted.map((s) => ({ itemId: s.itemId, counted: s.balance })))}
            >
              {t(($) => $.handover.count.asBooked)}
            </Button>
            <Button
              variant={pending.length > 0 ? 'filled' : 'default'}
              disabled={!mayCount || pending.length === 0}
              onClick={() => send(pending)}
            >
              {t(($) => $.handover.count.save)}
            </Button>
          </>
        )
      }
    >
      {keyItems.length === 0 && <p className={css.hint}>{t(($) => $.handover.count.none)}</p>}
      {save.isError && (
        <div className={css.hint}>
          <FieldError>{problemText(save.error)}</FieldError>
        </div>
      )}
      {keyItems.length > 0 && (
        <table className={css.table} aria-label={t(($) => $.handover.count.title)}>
          <thead>
            <tr>
              <th scope="col">{t(($) => $.handover.count.item)}</th>
              <th scope="col" className={css.figure}>
                {t(($) => $.handover.count.booked)}
              </th>
              <th scope="col" className={css.figure}>
                {t(($) => $.handover.count.out)}
              </th>
              <th scope="col">{t(($) => $.handover.count.counted)}</th>
            </tr>
          </thead>
          <tbody>
            {keyItems.map((item) => {
              const shown = typed[item.itemId] ?? stored.get(item.itemId)?.toString() ?? '';
              return (
                <tr key={item.itemId}>
                  <td>{item.name}</td>
                  <td className={css.figure}>
                    <b>{item.balance}</b> {item.measure}
                  </td>
                  <td className={css.figure}>{item.out}</td>
                  <td className={css.countCell}>
                    <NumberInput
                      size="sm"
                      hideControls
                      allowDecimal={false}
                      allowNegative={false}
                      aria-label={t(($) => $.handover.count.countedOf, { item: item.name })}
                      disabled={!mayCount}
                      value={shown}
                      onChange={(value) => setTyped((all) => ({ ...all, [item.itemId]: String(value) }))}
                    />
                    <Compared booked={item.balance} counted={shown} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Compared({ booked, counted }: { booked: number; counted: string }) {
  const { t } = useTranslation();
  if (counted.trim() === '') return null;
  const delta = Number(counted) - booked;
  if (delta === 0) return <span className={css.arrived}>✓ {t(($) => $.handover.count.agrees)}</span>;
  const sign = delta > 0 ? `+${delta}` : `−${-delta}`;
  return <b className={css.warn}>◆ {t(($) => $.handover.count.differs, { delta: sign })}</b>;
}
