import type { ReactNode } from 'react';
import { remarksOf } from '../../shared/papers/entry-form.ts';
import type { EntryPaper } from '../../shared/papers/log-papers.ts';
import { dayWords, type FormTime } from '../../shared/papers/paper-time.ts';
import css from './entry-form.module.css';
import { FormHead } from './FormHead.tsx';
import { Area, FormTable } from './FormTable.tsx';
import paper from './paper.module.css';

type Props = { data: EntryPaper; title: string; who: string; time: FormTime; children: ReactNode };

/** What the forms of one entry share: the head, what was corrected or attached, who wrote it down and who printed it. */
export function EntryFrame({ data, title, who, time, children }: Props) {
  const { site, entry, dutyDay, printedAtMs } = data;
  const remarks = remarksOf(entry, time);
  return (
    <article className={`${paper.paper} ${css.form}`} lang="zh-CN">
      <FormHead
        site={`${site.name} ${site.deskName}`}
        title={title}
        line={[`值班日：${dayWords(dutyDay)}`, `记录时间：${time.full(entry.recordedAtMs)}`]}
      />
      {children}
      {remarks.length > 0 && (
        <FormTable>
          <Area label="记载说明">
            <span className={css.remarks}>{remarks.join('\n')}</span>
          </Area>
        </FormTable>
      )}
      <footer className={css.foot}>
        <span>记录人：{entry.actorName}</span>
        <span>
          {who && `打印人：${who}　`}打印时间：{time.full(printedAtMs)}
        </span>
      </footer>
    </article>
  );
}
