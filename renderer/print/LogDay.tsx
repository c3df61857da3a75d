import { Fragment } from 'react';
import type { LogDayPaper, LogShift } from '../../shared/papers/log-papers.ts';
import { dayWords, formTime, paperClock } from '../../shared/papers/paper-time.ts';
import { ColumnHeads, type Columns } from './Columns.tsx';
import { FormHead } from './FormHead.tsx';
import { LogDayFoot } from './LogDayFoot.tsx';
import { LogDayHead } from './LogDayHead.tsx';
import { LogDayRow } from './LogDayRow.tsx';
import css from './log-day.module.css';
import { dateRows, type LogSection, logSections, openMatters } from './log-day-sections.ts';
import paper from './paper.module.css';

const columns: Columns = [
  ['序号', css.no],
  ['时间', css.time],
  ['来源', css.source],
  ['单位及姓名', css.party],
  ['电话', css.phone],
  ['内容', undefined],
  ['处理情况', css.handling],
  ['领导指示', css.orders],
  ['办结情况', css.outcome],
  ['记录人', css.by],
];

/** 值班日志 of a duty day: A4 landscape, in the columns of the paper form, with the chain as of the printing (篇五 四(二)). */
export function LogDay({ data, who }: { data: LogDayPaper; who: string }) {
  const { site, day, printedAtMs } = data;
  const clock = paperClock(day.dutyDay, site.timeZone);
  const within = (ms: number) => ms >= day.startMs && ms < day.endMs;
  const time = {
    at: (ms: number) => (within(ms) ? clock.time(ms) : clock.dayTime(ms)),
    seconds: clock.seconds,
  };
  const sections = logSections(data, time);
  const dates = dateRows(sections, (ms) => `${clock.dayTime(ms).split(' ')[0]} ${clock.weekday(ms)}`);
  return (
    <article className={`${paper.paper} ${css.log}`} lang="zh-CN">
      <FormHead
        site={`${site.name} ${site.deskName}`}
        title="值班日志"
        line={[
          `值班日期：${dayWords(day.dutyDay)}（${clock.weekday(day.startMs)}）`,
          `起止时间：${clock.dayTime(day.startMs)} 至 ${clock.dayTime(day.endMs)}`,
          `${who && `打印人：${who}　`}打印：${formTime(site.timeZone, printedAtMs).full(printedAtMs)}`,
        ]}
      />
      <LogDayHead data={data} clock={clock} />
      <table className={paper.grid}>
        <ColumnHeads columns={columns} />
        <tbody>
          {sections.length === 0 && (
            <tr>
              <td colSpan={columns.length}>这一天没有班组值班记录。</td>
            </tr>
          )}
          {sections.map((section, n) => (
            <Section
              key={section.shift.shift.id}
              section={section}
              from={sections.slice(0, n).reduce((sum, s) => sum + s.rows.length, 0)}
              relieved={sections[n - 1]?.shift}
              time={time}
              dates={dates}
            />
          ))}
        </tbody>
      </table>
      <LogDayFoot data={data} open={openMatters(data, sections, time)} clock={clock} />
    </article>
  );
}

type SectionProps = {
  section: LogSection;
  from: number;
  relieved: LogShift | undefined;
  time: { at: (ms: number) => string; seconds: (ms: number) => string };
  dates: ReadonlyMap<string, string>;
};

const leadOf = (s: LogShift) => s.shift.members.find((m) => m.duty === 'shiftLead')?.name ?? '—';

/** The rows of one shift; where another had the desk before on the same day, a band says when it changed hands. */
function Section({ section: { shift, rows, quiet }, from, relieved, time, dates }: SectionProps) {
  const taken = shift.shift.takenAtMs;
  return (
    <>
      {relieved && taken !== null && (
        <tr>
          <th colSpan={columns.length} className={paper.band}>
            {time.seconds(taken)} 中途交接：{leadOf(relieved)} → {leadOf(shift)}
            {relieved.handover && `（${relieved.handover.number}）`}
            {shift.shift.extraReason !== '' && `，事由：${shift.shift.extraReason}`}
          </th>
        </tr>
      )}
      {rows.length === 0 && (
        <tr>
          <td colSpan={columns.length} className={css.quiet}>
            {quiet}
          </td>
        </tr>
      )}
      {rows.map((row, n) => (
        <Fragment key={row.key}>
          {dates.has(row.key) && (
            <tr>
              <th colSpan={columns.length} className={paper.band}>
                {dates.get(row.key)}
              </th>
            </tr>
          )}
          <LogDayRow row={row} no={from + n + 1} time={time} columns={columns.length} />
        </Fragment>
      ))}
    </>
  );
}
