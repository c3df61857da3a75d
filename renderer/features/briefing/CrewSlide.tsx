import { useTranslation } from 'react-i18next';
import type { SheetPerson } from '../../../shared/handover/types.ts';
import { useFormat } from '../../app/format.ts';
import { wordOf } from '../../locales/dynamic.ts';
import css from './briefing.module.css';
import type { Facts } from './deck.ts';

/** Both crews with their attendance, the weather, the posture, and what is not as it should be. */
export function CrewSlide({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { snapshot, incoming } = facts;
  const { posture, weather, crewFaults, preparation } = snapshot;
  const faults = crewFaults.map((code) => wordOf('briefing.fault', code, code));
  return (
    <>
      <div className={css.crews}>
        <Crew title={t(($) => $.briefing.outgoing)} people={snapshot.outgoing} />
        <Crew title={t(($) => $.briefing.incoming)} people={incoming} />
      </div>
      <dl className={css.facts}>
        <dt>{t(($) => $.briefing.weather)}</dt>
        <dd className={css.clamped}>{weather || '—'}</dd>
        <dt>{t(($) => $.briefing.posture)}</dt>
        <dd data-warn={posture.posture === 'emergency' || undefined}>
          {posture.posture === 'emergency' && '▲ '}
          {t(($) => $.briefing.postures[posture.posture])}
          {posture.posture === 'emergency' && posture.sinceMs !== null && (
            <>
              {' '}
              {t(($) => $.briefing.since, {
                at: format.dateTime(posture.sinceMs),
                why: posture.planName || posture.reason,
              })}
            </>
          )}
        </dd>
        {faults.length > 0 && (
          <>
            <dt>{t(($) => $.briefing.faults)}</dt>
            <dd data-warn>◆ {faults.join(t(($) => $.common.listSeparator))}</dd>
          </>
        )}
        {preparation.witness !== '' && (
          <>
            <dt>{t(($) => $.handover.prepare.witness)}</dt>
            <dd>{preparation.witness}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function Crew({ title, people }: { title: string; people: readonly SheetPerson[] }) {
  const { t } = useTranslation();
  return (
    <section className={css.crew}>
      <h2>{title}</h2>
      {people.length === 0 && <p>{t(($) => $.handover.crew.none)}</p>}
      <ul>
        {people.map((p) => (
          <li key={`${p.name} ${p.duty}`}>
            <b>{p.name}</b>
            <span className={css.dim}>{t(($) => $.common.duty[p.duty])}</span>
            <Here person={p} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Here({ person }: { person: SheetPerson }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (person.signedInAtMs === null)
    return <span className={css.dim}>○ {t(($) => $.handover.crew.notArrived)}</span>;
  const late = person.lateMinutes ?? 0;
  if (late > 0) {
    return (
      <span className={css.warn}>
        ◆ {t(($) => $.handover.crew.lateBy, { minutes: format.duration(late * 60_000) })}
      </span>
    );
  }
  return (
    <span className={css.good}>
      ✓ {t(($) => $.handover.crew.arrived, { at: format.time(person.signedInAtMs) })}
    </span>
  );
}
