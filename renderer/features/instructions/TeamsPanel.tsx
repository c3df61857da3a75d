import { useTranslation } from 'react-i18next';
import { arrivalDeadlineMs, lateMinutes } from '../../../shared/instructions/clock.ts';
import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import classes from './DetailPage.module.css';
import { teamLabel } from './teams.ts';

/** Every team with its own clock, its crew and when it came back. */
export function TeamsPanel({ instruction: i }: { instruction: Instruction }) {
  const { t } = useTranslation();
  return (
    <Panel title={t(($) => $.instructions.detail.teams)} note={String(i.dispatches.length)} flush>
      {i.dispatches.length === 0 && (
        <p className={classes.nothing}>{t(($) => $.instructions.detail.noTeams)}</p>
      )}
      {i.dispatches.map((d) => (
        <Team key={d.id} dispatch={d} name={teamLabel(i, d)} />
      ))}
    </Panel>
  );
}

function Team({ dispatch: d, name }: { dispatch: Dispatch; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const late = lateMinutes(d);
  const at = (ms: number | null) => (ms === null ? '—' : format.near(ms, now));
  const times = [
    `${t(($) => $.instructions.detail.dispatchedAt)} ${at(d.dispatchedAtMs)}`,
    `${t(($) => $.instructions.detail.taken)} ${at(d.takenAtMs)} ${d.takenBy}`.trim(),
    `${t(($) => $.instructions.detail.left)} ${at(d.leftAtMs)}`,
    `${t(($) => $.instructions.detail.arrived)} ${at(d.arrivedAtMs)}`,
    ...(d.returnedAtMs === null ? [] : [`${t(($) => $.instructions.detail.returned)} ${at(d.returnedAtMs)}`]),
  ];
  return (
    <div className={classes.team} data-recalled={d.recalled !== null || undefined}>
      <div className={classes.teamHead}>
        <span>{name}</span>
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
      <Crew dispatch={d} />
      {d.despite && (
        <div className={classes.dim}>{t(($) => $.instructions.detail.despite, { reason: d.despite })}</div>
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

/** 出动人员, 车辆, 着装; nothing where nobody entered them. */
function Crew({ dispatch: d }: { dispatch: Dispatch }) {
  const { t } = useTranslation();
  const dress = d.uniformed === null ? null : d.uniformed ? ('yes' as const) : ('no' as const);
  const rows: [string, string][] = [
    [t(($) => $.instructions.detail.crew), d.members.join(t(($) => $.common.listSeparator))],
    [t(($) => $.instructions.field.vehicle), d.vehicle],
    [
      t(($) => $.instructions.detail.dress),
      dress === null ? '' : t(($) => $.instructions.yesNo.uniformed[dress]),
    ],
  ];
  const known = rows.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <div>
      {known.map(([label, value]) => (
        <span key={label} className={classes.pair}>
          <span className={classes.dim}>{label}</span> {value}
        </span>
      ))}
    </div>
  );
}
