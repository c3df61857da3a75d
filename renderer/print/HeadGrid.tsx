import { Fragment, type ReactNode } from 'react';
import type { Sheet, SheetPerson } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import {
  crewAttendance,
  faultText,
  remarkText,
  watchText,
  weatherText,
} from '../../shared/papers/sheet-head.ts';
import { crewNames, leaderText, summaryText } from '../../shared/papers/sheet-summary.ts';
import css from './handover-sheet.module.css';

/** The four-column grid on top: crews, attendance, leader, weather and posture, the shift in figures, who held the desk when. */
export function HeadGrid({ sheet, clock }: { sheet: Sheet; clock: PaperClock }) {
  const { handover } = sheet;
  const { snapshot } = handover;
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
          <td>{crewAttendance(snapshot.outgoing, clock, snapshot.absences)}</td>
          <th scope="row">接班到岗</th>
          <td>{crewAttendance(sheet.incoming, clock)}</td>
        </tr>
        <tr>
          <th scope="row">带班领导</th>
          <td>{leaderText(snapshot.outgoing, clock)}</td>
          <th scope="row">天气状态</th>
          <td className={css.text}>{weatherText(snapshot, clock)}</td>
        </tr>
        <Whole label="本班概要">{summaryText(snapshot)}</Whole>
        <Whole label="值守时段">{watchText(handover, clock)}</Whole>
        <Whole label="班组标注">{faultText(sheet)}</Whole>
        <Whole label="交接说明">{remarkText(handover)}</Whole>
      </tbody>
    </table>
  );
}

/** A row over the whole width; none where there is nothing to say. */
function Whole({ label, children }: { label: string; children: ReactNode }) {
  if (children === '') return null;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td colSpan={3} className={css.text}>
        {children}
      </td>
    </tr>
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
