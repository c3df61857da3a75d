import type { LogDayPaper, LogShift } from '../../shared/papers/log-papers.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import css from './log-day.module.css';
import paper from './paper.module.css';

const namesOf = ({ shift }: LogShift, duties: readonly string[]) =>
  [...new Set(shift.members.filter((m) => duties.includes(m.duty)).map((m) => m.name))].join('、') || '—';

/** The head of the log: one line a shift with who held the desk from when to when, then the weather. */
export function LogDayHead({ data, clock }: { data: LogDayPaper; clock: PaperClock }) {
  const weather = data.day.entries
    .filter((e) => e.kind === 'weather')
    .map(({ details: { warning }, text }) => {
      const said = text.replace(/[。;；]+$/, '');
      return said.includes(warning) ? said : `${warning} ${said}`;
    })
    .join('；');
  return (
    <table className={`${paper.grid} ${css.head}`}>
      <colgroup>
        <col className={css.label} />
        <col />
        <col className={css.label} />
        <col />
        <col className={css.label} />
        <col className={css.wide} />
        <col className={css.label} />
        <col />
      </colgroup>
      <tbody>
        {data.shifts.map((s) => (
          <tr key={s.shift.id}>
            <th scope="row">带班领导</th>
            <td>{namesOf(s, ['leaderOnDuty'])}</td>
            <th scope="row">值班长</th>
            <td>{namesOf(s, ['shiftLead'])}</td>
            <th scope="row">值班员</th>
            <td>{namesOf(s, ['liaison', 'officer'])}</td>
            <th scope="row">持班</th>
            <td>{heldText(s, clock)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">天气</th>
          <td colSpan={7}>{weather || '—'}</td>
        </tr>
      </tbody>
    </table>
  );
}

const heldText = ({ shift: { takenAtMs, relievedAtMs } }: LogShift, clock: PaperClock) =>
  `${takenAtMs === null ? '—' : clock.time(takenAtMs)} 至 ${relievedAtMs === null ? '（未交班）' : clock.time(relievedAtMs)}`;
