import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ArchiveRow } from '../../../shared/archive/types.ts';
import { dateAsShown } from '../../app/date-words.ts';
import { useFormat } from '../../app/format.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import { sizeText } from '../../components/record/size-text.ts';
import { Tag } from '../../components/Tag.tsx';
import css from './archive.module.css';

const PAGE = 100;

type Props = {
  rows: readonly ArchiveRow[];
  total: number;
  chosen: string | null;
  onChoose: (sha256: string) => void;
  onMore: () => void;
};

/** The sealed sheets, the newest first; a row shows what it proves. */
export function ArchiveGrid({ rows, total, chosen, onChoose, onMore }: Props) {
  const { t } = useTranslation();
  const { gridProps, rowProps } = useGridKeys(rows.length, (index) => {
    const row = rows[index];
    if (row) onChoose(row.sha256);
  });
  return (
    <>
      <table className={css.grid} aria-label={t(($) => $.archive.list)} {...gridProps}>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.archive.number)}</th>
            <th scope="col">{t(($) => $.archive.dutyDay)}</th>
            <th scope="col">{t(($) => $.archive.leads)}</th>
            <th scope="col">{t(($) => $.archive.signed)}</th>
            <th scope="col">{t(($) => $.archive.marks)}</th>
            <th scope="col" className={css.size}>
              {t(($) => $.archive.size)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.sha256}
              {...rowProps(index)}
              aria-selected={row.sha256 === chosen}
              onClick={() => onChoose(row.sha256)}
            >
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total && (
        <div className={css.more}>
          <Button onClick={onMore}>
            {t(($) => $.archive.more, { count: Math.min(PAGE, total - rows.length) })}
          </Button>
        </div>
      )}
    </>
  );
}

function Cells({ row }: { row: ArchiveRow }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <>
      <td className={css.nowrap}>{row.number}</td>
      <td className={css.nowrap}>{dateAsShown(row.dutyDay, i18n.language.startsWith('zh'))}</td>
      <td>
        {row.outgoingLead} → {row.incomingLead}
      </td>
      <td className={css.nowrap}>{row.signedAtMs === null ? '—' : format.dateTime(row.signedAtMs)}</td>
      <td>
        <span className={css.tags}>
          {row.late && <Tag tone="warning">◆ {t(($) => $.archive.late)}</Tag>}
          {row.extra && <Tag>{t(($) => $.archive.extra)}</Tag>}
          {row.readings.length > 0 && (
            <Tag>
              {t(($) => $.archive.readings, {
                people: row.readings.map((r) => r.name).join(t(($) => $.common.listSeparator)),
              })}
            </Tag>
          )}
          {row.reprints > 0 && <Tag>{t(($) => $.archive.reprints, { count: row.reprints })}</Tag>}
        </span>
      </td>
      <td className={css.size}>{sizeText(row.bytes)}</td>
    </>
  );
}
