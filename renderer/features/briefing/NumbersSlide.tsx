import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../../shared/handover/types.ts';
import { useFormat } from '../../app/format.ts';
import wall from './briefing.module.css';
import css from './numbers.module.css';

/** The shift in figures, each rate with its denominator; an empty shift says 本班平安无事. */
export function NumbersSlide({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counts, quiet } = snapshot;
  if (quiet) return <p className={wall.quiet}>{t(($) => $.briefing.quiet)}</p>;
  const outcomes = [
    t(($) => $.briefing.number.closed, { count: counts.closed }),
    t(($) => $.briefing.number.open, { count: counts.open }),
    counts.declined > 0 && t(($) => $.briefing.number.declined, { count: counts.declined }),
    counts.duplicates > 0 && t(($) => $.briefing.number.duplicates, { count: counts.duplicates }),
  ].filter(Boolean);
  const separator = t(($) => $.common.listSeparator);
  const tiles: [string, string, string][] = [
    [t(($) => $.briefing.number.instructions), String(counts.instructions), outcomes.join(separator)],
    [
      t(($) => $.briefing.number.onTime),
      counts.arrivals === 0 ? '—' : `${counts.arrivalsOnTime} / ${counts.arrivals}`,
      lateText(snapshot.lateArrivals.length),
    ],
    [t(($) => $.briefing.number.entries), String(counts.entries), ''],
    [
      t(($) => $.briefing.number.followUps),
      String(counts.followUps),
      t(($) => $.briefing.number.done, { count: counts.followUpsDone }),
    ],
    [t(($) => $.briefing.number.walkIns), String(counts.walkIns), ''],
    [t(($) => $.briefing.number.documents), String(counts.documents), ''],
    [
      t(($) => $.briefing.number.rollCalls),
      String(counts.rollCalls),
      counts.lastAnswerSeconds === null
        ? ''
        : t(($) => $.briefing.number.answer, { seconds: format.seconds(counts.lastAnswerSeconds) }),
    ],
    [t(($) => $.briefing.number.absences), String(snapshot.absences.length), ''],
  ];
  function lateText(late: number) {
    return late === 0 ? '' : `◆ ${t(($) => $.briefing.number.late, { count: late })}`;
  }
  return (
    <dl className={css.tiles}>
      {tiles.map(([name, figure, beside]) => (
        <div key={name} className={css.tile}>
          <dt>{name}</dt>
          <dd className={css.figure}>{figure}</dd>
          <dd className={css.beside}>{beside}</dd>
        </div>
      ))}
    </dl>
  );
}
