import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HandoverRow } from '../../../shared/handover/types.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './handover.module.css';

type Props = { chosenId: string | null; onChoose: (id: string) => void };

/** Every handover so far, the newest first, extra and withdrawn ones marked; choosing one shows its paper. */
export function HistoryPanel({ chosenId, onChoose }: Props) {
  const { t } = useTranslation();
  const list = useQuery(desk.handover.list.queryOptions());
  const rows = list.data ?? [];
  const { gridProps, rowProps } = useGridKeys(rows.length, (index) => {
    const row = rows[index];
    if (row) onChoose(row.id);
  });
  return (
    <Panel
      title={t(($) => $.handover.history.title)}
      note={String(rows.length)}
      flush
      actions={
        <Link className={css.link} href="/archive">
          {t(($) => $.archive.open)}
        </Link>
      }
    >
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
            {rows.map((row, index) => (
              <tr
                key={row.id}
                {...rowProps(index)}
                className={css.row}
                data-withdrawn={row.status === 'withdrawn' || undefined}
                aria-selected={row.id === chosenId}
                onClick={() => onChoose(row.id)}
              >
                <Cells row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Cells({ row }: { row: HandoverRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { late, extraReason, withdrawnReason, refused } = row;
  return (
    <>
      <td className={css.nowrap}>{row.number}</td>
      <td className={css.nowrap}>{format.localDay(row.dutyDay)}</td>
      <td>
        {row.outgoingLead || '—'} → {row.incomingLead || '—'}
      </td>
      <td className={css.nowrap}>{row.signedAtMs === null ? '—' : format.dateTime(row.signedAtMs)}</td>
      <td>
        <span className={css.marks}>
          {t(($) => $.handover.status[row.status])}
          {late && (
            <Tag tone="warning">
              ◆ {t(($) => $.handover.history.late, { minutes: format.duration(row.lateMinutes * 60_000) })}
            </Tag>
          )}
          {refused > 0 && (
            <Tag tone="warning">✕ {t(($) => $.handover.history.refused, { count: refused })}</Tag>
          )}
          {extraReason !== '' && (
            <span className={css.dim}>{t(($) => $.handover.history.extraFor, { reason: extraReason })}</span>
          )}
          {withdrawnReason !== '' && (
            <span className={css.dim}>
              {t(($) => $.handover.history.withdrawn, { reason: withdrawnReason })}
            </span>
          )}
        </span>
      </td>
    </>
  );
}
