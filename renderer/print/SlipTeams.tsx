import type { Dispatch } from '../../shared/instructions/types.ts';
import type { FormTime } from '../../shared/papers/paper-time.ts';
import { teamFields } from '../../shared/papers/register.ts';
import paper from './paper.module.css';

/** Every team with its own clock, crew and scene. */
export function SlipTeams({
  teams,
  time,
  nowMs,
}: {
  teams: readonly Dispatch[];
  time: FormTime;
  nowMs: number;
}) {
  return (
    <table className={paper.grid}>
      <colgroup>
        <col style={{ width: '32mm' }} />
        <col style={{ width: '38mm' }} />
        <col style={{ width: '38mm' }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">承办</th>
          <th scope="col">派送 / 接令</th>
          <th scope="col">应到 / 到场</th>
          <th scope="col">出动人员、现场情况、迟到原因</th>
        </tr>
      </thead>
      <tbody>
        {teams.length === 0 && (
          <tr>
            <td colSpan={4}>没有派出队伍。</td>
          </tr>
        )}
        {teams.map((d) => {
          const t = teamFields(d, time.dayTime, nowMs);
          const crew = [t.members, t.vehicle, t.uniform].filter(Boolean).join(' ');
          return (
            <tr key={d.id} className={t.scene.length > 200 ? paper.breakable : undefined}>
              <td>{t.team}</td>
              <td>
                {`派送 ${t.dispatched}`}
                {t.taken && `\n接令 ${t.taken}`}
                {t.takenBy && `\n${t.takenBy}`}
              </td>
              <td>
                {`应到 ${t.deadline}`}
                {`\n到场 ${t.arrived || '—'}`}
                {d.returnedAtMs !== null && `\n归队 ${time.dayTime(d.returnedAtMs)}`}
              </td>
              <td>{[crew, t.scene, t.late].filter(Boolean).join('\n') || '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
