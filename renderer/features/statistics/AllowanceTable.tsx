import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { yuanText } from '../../../shared/allowance/amount.ts';
import { sharesOf } from '../../../shared/allowance/by-person.ts';
import type { AllowanceRow, AllowanceSheet } from '../../../shared/allowance/types.ts';
import { useFormat } from '../../app/format.ts';
import { navigate } from '../../app/route.ts';
import { useGridKeys } from '../../components/grid-keys.ts';
import { Tag } from '../../components/Tag.tsx';
import classes from './allowance.module.css';
import shared from './statistics.module.css';

/** The lines of each person under a head with the subtotal; Enter or a click opens the instruction. */
export function AllowanceTable({ sheet }: { sheet: AllowanceSheet }) {
  const { t } = useTranslation();
  const open = (row: AllowanceRow | undefined) => row && navigate(`/instructions/${row.instructionId}`);
  const { gridProps, rowProps } = useGridKeys(sheet.rows.length, (n) => open(sheet.rows[n]));
  let n = -1;
  return (
    <table className={classes.allowance} aria-label={t(($) => $.allowance.grid)} {...gridProps}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.allowance.column.date)}</th>
          <th scope="col">{t(($) => $.allowance.column.span)}</th>
          <th scope="col">{t(($) => $.allowance.column.number)}</th>
          <th scope="col" data-figure>
            {t(($) => $.allowance.column.times)}
          </th>
          <th scope="col" data-figure>
            {t(($) => $.allowance.column.rate)}
          </th>
          <th scope="col" data-figure>
            {t(($) => $.allowance.column.amount)}
          </th>
        </tr>
      </thead>
      <tbody>
        {sharesOf(sheet.rows).map((share) => (
          <Fragment key={share.personId}>
            <tr className={classes.share}>
              <th scope="rowgroup" colSpan={3}>
                {share.name}{' '}
                <span className={shared.dim}>
                  {t(($) => $.common.personKind[share.kind])}
                  {t(($) => $.common.middleDot)}
                  {share.unitName}
                </span>
              </th>
              <td colSpan={3} data-figure>
                {t(($) => $.allowance.share, { times: share.times, amount: yuanText(share.amountFen) })}
              </td>
            </tr>
            {share.rows.map((row) => {
              n += 1;
              return (
                <tr
                  key={`${row.instructionId} ${row.date}`}
                  className={classes.line}
                  {...rowProps(n)}
                  onClick={() => open(row)}
                >
                  <Line row={row} />
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Line({ row }: { row: AllowanceRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <td>{format.localDay(row.date)}</td>
      <td>
        {format.dateTime(row.fromMs)} –{' '}
        {format.isoDate(row.fromMs) === format.isoDate(row.toMs)
          ? format.time(row.toMs)
          : format.dateTime(row.toMs)}{' '}
        {row.end !== 'returned' && (
          <span title={row.end === 'out' ? t(($) => $.allowance.out) : t(($) => $.allowance.assumed)}>
            <Tag tone="calm">
              {row.end === 'out' ? t(($) => $.allowance.outTag) : t(($) => $.allowance.assumedTag)}
            </Tag>
          </span>
        )}
      </td>
      <td className={shared.number}>{row.number}</td>
      <td data-figure>{row.times}</td>
      <td data-figure>{yuanText(row.rateFen)}</td>
      <td data-figure>{yuanText(row.amountFen)}</td>
    </>
  );
}
