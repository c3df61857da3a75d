import { useTranslation } from 'react-i18next';
import { arrivalDeadlineMs, lateMinutes } from '../../../shared/instructions/clock.ts';
import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import classes from './DetailPage.module.css';

/** Every team with its own clock. */
export function TeamsPanel({ instruction: i }: { instruction: Instruction }) {
  const { t } = useTranslation();
  return (
    <Panel title={t(($) => $.instructions.detail.teams)} note={String(i.dispatches.length)} flush>
      {i.dispatches.length === 0 && (
        <div className={classes.lineRow}>{t(($) => $.instructions.detail.noTeams)}</div>
      )}
      {i.dispatches.map((d) => (
        <Team key={d.id} dispatch={d} />
      ))}
    </Panel>
  );
}

function Team({ dispatch: d }: { dispatch: Dispatch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const late = lateMinutes(d);
  const at = (ms: number | null) => (ms === null ? '—' : format.near(ms, now));
  const times = [
    `${t(($) => $.instructions.detail.dispatchedAt)} ${at(d.dispatchedAtMs)}`,
    `${t(($) => $.instructions.detail.taken)} ${at(d.takenAtMs)} ${d.takenBy}`,
    `${t(($) => $.instructions.detail.left)} ${at(d.leftAtMs)}`,
    `${t(($) => $.instructions.detail.arrived)} ${at(d.arrivedAtMs)}`,
  ];
  return (
    <div className={classes.team} data-recalled={d.recalled !== null || undefined}>
      <div className={classes.teamHead}>
        <span>{d.to.name}</span>
        {late !== null && (
          <Tag tone={late > 0 ? 'critical' : 'good'}>
            {late > 0
              ? t(($) => $.instructions.detail.late, { minutes: late })
              : t(($) => $.instructions.detail.onTime)}
          </Tag>
        )}
      </div>
      <div>
        {t(($) => $.instructions.detail.deadline)} <strong>{at(arrivalDeadlineMs(d))}</strong>{' '}
        <span className={classes.dim}>
          {t(($) => $.instructions.detail.limit, { minutes: d.limitMinutes })}
          {d.takenAtMs === null && ` · ${t(($) => $.instructions.detail.provisional)}`}
        </span>
      </div>
      <div className={classes.dim}>{times.join(' · ')}</div>
      {(d.members.length > 0 || d.vehicle) && (
        <div className={classes.dim}>
          {[d.members.join(t(($) => $.common.listSeparator)), d.vehicle].filter(Boolean).join(' · ')}
        </div>
      )}
      {d.explanations.map((e) => (
        <div key={e.recordedAtMs} className={classes.dim}>
          {t(($) => $.instructions.summary.delayed, { reason: e.reason, explainedTo: e.explainedTo })}{' '}
          {at(e.explainedAtMs)}
          {e.expectedAtMs !== null &&
            ` · ${t(($) => $.instructions.detail.expected, { at: at(e.expectedAtMs) })}`}
        </div>
      ))}
      {d.sceneText && <LongText text={d.sceneText} />}
      {d.recalled && <div>{t(($) => $.instructions.detail.recalled, { reason: d.recalled.reason })}</div>}
    </div>
  );
}
