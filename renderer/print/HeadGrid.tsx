import { Fragment } from 'react';
import type { Sheet, SheetPerson } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { attendanceText, crewNames, leaderText, summaryText } from '../../shared/papers/sheet-summary.ts';
import css from './handover-sheet.module.css';

/** The four-column grid on top: crews, attendance, leader, weather, the shift in figures. */
export function HeadGrid({ sheet, clock }: { sheet: Sheet; clock: PaperClock }) {
  const { snapshot, extraReason, late, lateMinutes } = sheet.handover;
  return (
    <table className={css.grid}>
      <colgroup>
        <col className={css.label} />
        <col />
        <col className={css.label} />
        <col />
      </colgroup>
      <tbody>
        <tr>
          <th scope="row">交班人员</th>
          <td>
            <Crew people={snapshot.outgoing} />
          </td>
          <th scope="row">接班人员</th>
          <td>
            <Crew people={sheet.incoming} />
          </td>
        </tr>
        <tr>
          <th scope="row">到岗情况</th>
          <td>{attendanceText(snapshot.outgoing, clock)}</td>
          <th scope="row">接班到岗</th>
          <td>{attendanceText(sheet.incoming, clock)}</td>
        </tr>
        <tr>
          <th scope="row">带班领导</th>
          <td>{leaderText(snapshot.outgoing, clock)}</td>
          <th scope="row">天气状态</th>
          <td className={css.text}>{snapshot.weather || '—'}</td>
        </tr>
        <tr>
          <th scope="row">本班概要</th>
          <td colSpan={3}>{summaryText(snapshot.counts)}</td>
        </tr>
        {(extraReason !== '' || late) && (
          <tr>
            <th scope="row">交接说明</th>
            <td colSpan={3} className={css.text}>
              {extraReason !== '' && `中途交接，事由：${extraReason}。`}
              {late && `未按时交接，迟 ${lateMinutes} 分钟。`}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Crew({ people }: { people: readonly SheetPerson[] }) {
  const crew = crewNames(people);
  if (crew.length === 0) return '—';
  return crew.map((member, index) => (
    <Fragment key={member.name}>
      {index > 0 && ' '}
      <span className={css.person}>
        {member.name}（{member.duties}）
      </span>
    </Fragment>
  ));
}
