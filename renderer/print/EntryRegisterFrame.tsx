import type { ReactNode } from 'react';
import type { EntryRegister } from '../../shared/papers/log-papers.ts';
import { dayWords, type FormTime } from '../../shared/papers/paper-time.ts';
import { ColumnHeads, type Columns } from './Columns.tsx';
import css from './entry-register.module.css';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';

type Props = {
  data: EntryRegister;
  title: string;
  who: string;
  time: FormTime;
  columns: Columns;
  /** What stands where there are no rows. */
  empty: string;
  /** What is said of all rows together. */
  sum: string;
  children: ReactNode;
};

/** What the registers of entries share: A4 landscape, the period, the head on every page, places to sign. */
export function EntryRegisterFrame({ data, title, who, time, columns, empty, sum, children }: Props) {
  const { site, fromDay, toDay, printedAtMs } = data;
  const period = fromDay === toDay ? dayWords(fromDay) : `${dayWords(fromDay)} 至 ${dayWords(toDay)}`;
  return (
    <article className={`${paper.paper} ${css.register}`} lang="zh-CN">
      <FormHead
        site={`${site.name} ${site.deskName}`}
        title={title}
        line={[`值班日：${period}`, sum, `${who && `打印人：${who}　`}打印：${time.full(printedAtMs)}`]}
      />
      <table className={paper.grid}>
        <ColumnHeads columns={columns} />
        <tbody>
          {data.entries.length === 0 && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
          {children}
        </tbody>
      </table>
      <div className={paper.signatures}>
        <span>填表人：</span>
        <span>值班长：</span>
        <span>审核人：</span>
        <span>日期：</span>
      </div>
    </article>
  );
}
