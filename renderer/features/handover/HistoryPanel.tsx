import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/handover/types.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './handover.module.css';

type Props = { chosenId: string | null; onChoose: (id: string) => void };

const leadName = (h: Handover) => h.snapshot.outgoing.find((p) => p.duty === 'shiftLead')?.name ?? '—';

/** Every handover so far, the newest first; choosing one shows its paper. */
export function HistoryPanel({ chosenId, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useQuery(desk.handover.list.queryOptions());
  const rows = list.data ?? [];
  const { gridProps, rowProps } = useGridKeys(rows.length, (index) => {
    const row = rows[index];
    if (row) onChoose(row.id);
  });
  return (
    <Panel title={t(($) => $.handover.history.title)} note={String(rows.length)} flush>
      {list.isError && <p className={css.hint}>{errorText(list.error)}</p>}
      {list.isSuccess && rows.length === 0 && <p className={css.hint}>{t(($) => $.handover.history.none)}</p>}
      {rows.length > 0 && (
        <table className={css.table} aria-label={t(($) => $.handover.history.title)} {...gridProps}>
          <thead>
            <tr>
              <th scope="col">{t(($) => $.handover.history.number)}</th>
              <th scope="col">{t(($) => $.handover.history.day)}</th>
              <th scope="col">{t(($) => $.handover.history.crews)}</th>
              <th scope="col">{t(($) => $.handover.history.signed)}</th>
              <th scope="col">{t(($) => $.handover.history.status)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((h, index) => (
              <tr
                key={h.id}
                {...rowProps(index)}
                className={css.row}
                aria-selected={h.id === chosenId}
                onClick={() => onChoose(h.id)}
              >
                <td className={css.nowrap}>{h.number}</td>
                <td className={css.nowrap}>{format.localDay(h.snapshot.dutyDay)}</td>
                <td>
                  {h.outgoingSignature?.name ?? leadName(h)} → {h.incomingSignature?.name ?? '—'}
                </td>
                <td>
                  {h.signedAtMs === null ? '—' : format.dateTime(h.signedAtMs)}{' '}
                  {h.late && (
                    <Tag tone="warning">
                      ◆{' '}
                      {t(($) => $.handover.history.late, {
                        minutes: format.duration(h.lateMinutes * 60_000),
                      })}
                    </Tag>
                  )}
                </td>
                <td className={css.nowrap}>
                  {t(($) => $.handover.status[h.status])}{' '}
                  {h.extraReason !== '' && <Tag>{t(($) => $.handover.history.extra)}</Tag>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
