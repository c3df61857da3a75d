import { useTranslation } from 'react-i18next';
import type { SectionLine } from '../../../shared/handover/sections.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import css from './briefing.module.css';
import { isFew } from './deck.ts';

/** The lines of one section, with the age and owner of those that go from shift to shift. */
export function SectionSlide({ lines }: { lines: readonly SectionLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <ul className={css.lines} data-few={isFew(lines) || undefined}>
      {lines.map((line) => (
        <li key={line.key} data-ended={line.ended || undefined}>
          <span className={css.when}>
            {line.atMs !== null ? format.near(line.atMs, now) : line.ended ? '✓' : '●'}
          </span>
          <div>
            <span className={css.clamped}>{line.text}</span>
            {(line.owner !== '' || line.sinceMs !== null) && (
              <span className={css.meta}>
                {line.owner !== '' && <span>{line.owner}</span>}
                {line.sinceMs !== null && (
                  <span>
                    {t(($) => $.handover.trail.since, { day: format.day(line.sinceMs) })}
                    {t(($) => $.common.middleDot)}
                    {line.passages === 0
                      ? t(($) => $.handover.trail.first)
                      : t(($) => $.handover.trail.nth, { n: line.passages + 1 })}
                  </span>
                )}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
