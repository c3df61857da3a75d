import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import css from './crew.module.css';

/** 替班 and 脱岗 of a shift as they stay on record; nothing when there were none. */
export function CrewHistory({ shiftId }: { shiftId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const near = (ms: number) => format.near(ms, now);
  const kept = useQuery(desk.shifts.attendance.queryOptions({ input: { shiftId } })).data;
  if (!kept || (kept.substitutions.length === 0 && kept.absences.length === 0)) return null;
  return (
    <dl className={css.history}>
      {kept.substitutions.map((s) => (
        <div key={`${s.atMs} ${s.inName}`} className={css.past}>
          <dt>{t(($) => $.handover.crew.substitute)}</dt>
          <dd>
            {near(s.atMs)} {t(($) => $.crew.substitutions.line, { in: s.inName, out: s.outName })}
            <span className={css.dim}> {s.reason}</span>
          </dd>
        </div>
      ))}
      {kept.absences.map((a) => (
        <div key={a.id} className={css.past}>
          <dt>{t(($) => $.crew.away.action)}</dt>
          <dd>
            {a.name}{' '}
            {a.toMs === null
              ? t(($) => $.crew.away.open, { from: near(a.fromMs) })
              : t(($) => $.crew.away.until, { from: near(a.fromMs), to: near(a.toMs) })}
            <span className={css.dim}>
              {' '}
              {a.reason}
              {t(($) => $.common.middleDot)}
              {t(($) => $.crew.away.by, { name: a.byName })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
