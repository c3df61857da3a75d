import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '../../../shared/numbers/types.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './PaperPage.module.css';

/** 编号核对: every number issued in a year is an instruction, a spoiled form or on paper; what is none of these is named. */
export function PaperNumbers({ years }: { years: readonly Reconciliation[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t(($) => $.papers.numbers.title)} flush>
      {years.length === 0 ? (
        <EmptyState>{t(($) => $.papers.numbers.empty)}</EmptyState>
      ) : (
        <table className={classes.table} aria-label={t(($) => $.papers.numbers.title)}>
          <thead>
            <tr>
              <th scope="col">{t(($) => $.papers.numbers.year)}</th>
              <th scope="col" className={classes.figure}>
                {t(($) => $.papers.numbers.issued)}
              </th>
              <th scope="col" className={classes.figure}>
                {t(($) => $.papers.numbers.instructions)}
              </th>
              <th scope="col" className={classes.figure}>
                {t(($) => $.papers.numbers.spoiled)}
              </th>
              <th scope="col" className={classes.figure}>
                {t(($) => $.papers.numbers.onPaper)}
              </th>
              <th scope="col">{t(($) => $.papers.numbers.gaps)}</th>
            </tr>
          </thead>
          <tbody>
            {years.map((y) => (
              <tr key={y.year}>
                <th scope="row">{y.year}</th>
                <td className={classes.figure}>{y.issued}</td>
                <td className={classes.figure}>{y.instructions}</td>
                <td className={classes.figure}>{y.spoiled}</td>
                <td className={classes.figure}>{y.onPaper.length}</td>
                <td className={y.gaps.length > 0 ? classes.bad : classes.good}>
                  {y.gaps.length > 0
                    ? `${y.gaps.length}：${y.gaps.join(t(($) => $.common.listSeparator))}`
                    : t(($) => $.papers.numbers.noGaps)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
